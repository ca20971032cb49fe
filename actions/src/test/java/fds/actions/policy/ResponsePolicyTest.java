package fds.actions.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;

import fds.actions.notice.Notice;
import fds.market.codec.decision.ActionDecoder;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;
import org.junit.jupiter.api.Test;

class ResponsePolicyTest
{
    private final PolicyHarness harness = new PolicyHarness();

    @Test
    void shouldFreezeCancelAndCallAtCritical()
    {
        harness.alert(11, Typology.SPOOFING, Severity.CRITICAL, 7);

        assertEquals(List.of("ISSUED FREEZE_ACCOUNT 7 ALERT [11]", "ISSUED CANCEL_ORDERS 7 ALERT [11]",
            "ISSUED NOTIFY_ADMIN 7 ALERT [11]"), harness.told());
    }

    @Test
    void shouldRestrictRaiseMarginAndTellTheUserAtHigh()
    {
        harness.at(100).alert(11, Typology.SPOOFING, Severity.HIGH, 7);

        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 ALERT [11]", "ISSUED INCREASE_MARGIN 7 ALERT [11]",
            "ISSUED NOTIFY_USER 7 ALERT [11]"), harness.told());
        final ActionDecoder told = harness.last();
        assertEquals(Notice.TRADING_LIMITED.ordinal(), told.noticeText());
        assertEquals(1, told.tippingOffSafe());
        assertEquals(ActionMode.LIVE.ordinal(), told.mode());
        assertEquals(RiskLevel.HIGH.ordinal(), told.level());
        assertEquals(Typology.SPOOFING.ordinal(), told.typology());
        assertEquals(3700 * PolicyHarness.SECOND, told.expiryTime());
        assertEquals(6, told.tags());
        assertEquals(1, told.attempt());
        assertEquals(1, told.sequence());
    }

    @Test
    void shouldDoNothingBelowTheLevelsOfTheTable()
    {
        harness.alert(11, Typology.SPOOFING, Severity.MEDIUM, 7).risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW,
            RiskLevel.MEDIUM, 11);

        assertEquals(List.of(), harness.told());
    }

    @Test
    void shouldAnswerARiseOfRisk()
    {
        harness.alert(11, Typology.SPOOFING, Severity.LOW, 7)
            .risk(SubjectKind.ACCOUNT, 7, RiskLevel.MEDIUM, RiskLevel.HIGH, 11);

        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 RISK [11]", "ISSUED INCREASE_MARGIN 7 RISK [11]",
            "ISSUED NOTIFY_USER 7 RISK [11]"), harness.told());
        harness.risk(SubjectKind.ACCOUNT, 7, RiskLevel.HIGH, RiskLevel.MEDIUM, 11);
        assertEquals(List.of(), harness.told());
    }

    /** Risk hears of an alert first: the rise it makes is answered with the alert's typology, not as any. */
    @Test
    void shouldLetARiseWaitForItsAlert()
    {
        harness.risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.CRITICAL, 11);
        assertEquals(List.of(), harness.told());

        harness.alert(11, Typology.FAT_FINGER, Severity.LOW, 7);
        assertEquals(List.of("ISSUED NOTIFY_ADMIN 7 RISK [11]"), harness.told());
    }

    @Test
    void shouldAnswerARiseWithoutAlertsAtOnceAndALateOneAtTheNextTick()
    {
        harness.risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH);
        assertEquals(3, harness.told().size());

        harness.risk(SubjectKind.ACCOUNT, 8, RiskLevel.LOW, RiskLevel.HIGH, 99);
        assertEquals(List.of(), harness.told());
        harness.tick();
        assertEquals(3, harness.told().size());
    }

    @Test
    void shouldAnswerTheRiseOfAGroupForEachAccountKnownOfIt()
    {
        harness.owners.put(PolicyHarness.VENUE, 7, 500, 0);
        harness.owners.put(PolicyHarness.VENUE, 8, 500, 0);
        harness.owners.put(PolicyHarness.VENUE, 9, 501, 0);
        harness.alert(11, Typology.WASH_TRADE, Severity.LOW, 7, 8).alert(12, Typology.WASH_TRADE, Severity.LOW, 9)
            .risk(SubjectKind.OWNER_GROUP, 500, RiskLevel.LOW, RiskLevel.CRITICAL).tick();

        assertEquals(List.of(
            "ISSUED FREEZE_ACCOUNT 7 RISK [11]", "ISSUED CANCEL_ORDERS 7 RISK [11]", "ISSUED NOTIFY_ADMIN 7 RISK [11]",
            "ISSUED FREEZE_ACCOUNT 8 RISK [11]", "ISSUED CANCEL_ORDERS 8 RISK [11]", "ISSUED NOTIFY_ADMIN 8 RISK [11]"),
            harness.told());
    }

    /** The level of its group counts for an account whose alert comes later. */
    @Test
    void shouldActAtTheLevelOfTheGroup()
    {
        harness.owners.put(PolicyHarness.VENUE, 7, 500, 0);
        harness.risk(SubjectKind.OWNER_GROUP, 500, RiskLevel.LOW, RiskLevel.CRITICAL);
        assertEquals(List.of("ISSUED NOTIFY_ADMIN 0 RISK []"), harness.told());

        harness.alert(11, Typology.WASH_TRADE, Severity.LOW, 7);
        assertEquals("ISSUED FREEZE_ACCOUNT 7 ALERT [11]", harness.told().get(0));
    }

    /** The same old alerts are behind a second rise, which is another ground; the newest four are named. */
    @Test
    void shouldAnswerEachRiseAnew()
    {
        harness.at(0).risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH, 1, 2, 3, 4, 5).tick();
        assertEquals("ISSUED RESTRICT_TRADING 7 RISK [5,4,3,2]", harness.told().get(0));
        harness.at(1).risk(SubjectKind.ACCOUNT, 7, RiskLevel.HIGH, RiskLevel.LOW, 1, 2, 3, 4, 5);
        harness.at(2).risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH, 1, 2, 3, 4, 5).tick();
        assertEquals(List.of(), harness.told(), "in force");
        harness.at(8000).tick().risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH, 1, 2, 3, 4, 5).told();
        harness.tick();
        assertEquals("ISSUED RESTRICT_TRADING 7 RISK [5,4,3,2]", harness.told().get(0));
    }

    @Test
    void shouldCallAPersonWhereNoAccountIsKnown()
    {
        harness.alert(11, Typology.MARKET_CONDITION, Severity.HIGH).alert(12, Typology.SPOOFING, Severity.HIGH);

        assertEquals(List.of("ISSUED NOTIFY_ADMIN 0 ALERT [11]"), harness.told());
    }

    @Test
    void shouldLookAtOneOfTheTwoLevelsWhenToldTo()
    {
        final PolicyHarness byRisk = new PolicyHarness(
            PolicyHarness.config(LevelRule.RISK, DefaultRules.ALL, PolicyHarness.LIMITS));
        byRisk.alert(11, Typology.SPOOFING, Severity.CRITICAL, 7);
        assertEquals(List.of(), byRisk.told());
        byRisk.risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH, 11);
        assertEquals(3, byRisk.told().size());

        final PolicyHarness byAlert = new PolicyHarness(
            PolicyHarness.config(LevelRule.ALERT, DefaultRules.ALL, PolicyHarness.LIMITS));
        byAlert.risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.CRITICAL);
        assertEquals(List.of(), byAlert.told());
        byAlert.alert(11, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(3, byAlert.told().size());
    }

    @Test
    void shouldAskAPersonBeforeAMarketMakerIsStopped()
    {
        harness.role(7, Role.MARKET_MAKER).alert(11, Typology.SPOOFING, Severity.CRITICAL, 7);

        assertEquals(List.of("PENDING FREEZE_ACCOUNT 7 ALERT [11]", "PENDING CANCEL_ORDERS 7 ALERT [11]",
            "ISSUED NOTIFY_ADMIN 7 ALERT [11]"), harness.told());
    }

    @Test
    void shouldRejectTheOrderThatAFindingIsAbout()
    {
        harness.at(5).orderRequest(7, 4711).finding(11, Typology.FAT_FINGER, Severity.MEDIUM, 7);

        assertEquals(List.of("ISSUED REJECT_ORDER 7 ORDER_REQUEST [11]"), harness.told());
        final ActionDecoder verdict = harness.last();
        assertEquals(4711, verdict.order());
        assertEquals(15 * PolicyHarness.SECOND, verdict.expiryTime());
        assertEquals(Notice.ORDER_NOT_ACCEPTED.ordinal(), verdict.noticeText());
        harness.finding(12, Typology.FAT_FINGER, Severity.HIGH, 7);
        assertEquals(List.of(), harness.told(), "one verdict an order");
    }

    @Test
    void shouldNotRejectForALowFindingOrOneOnAnotherEvent()
    {
        harness.orderRequest(7, 4711).finding(11, Typology.FAT_FINGER, Severity.LOW, 7);
        harness.orderRequest(7, 4712).finding(11, Typology.SPOOFING, Severity.HIGH, 7);
        harness.tick().finding(11, Typology.FAT_FINGER, Severity.HIGH, 7);

        assertEquals(List.of(), harness.told());
    }

    @Test
    void shouldRejectEveryOrderHoweverMany()
    {
        for (int i = 0; i < 1000; i++)
        {
            harness.orderRequest(7, 1 + i).finding(11, Typology.FAT_FINGER, Severity.MEDIUM, 7);
        }
        assertEquals(1000, harness.told().size());
    }

    @Test
    void shouldHoldTheWithdrawalOfAnAccountAtAHighLevel()
    {
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();
        harness.at(9).withdrawRequest(7, 900, 250);

        assertEquals(List.of("ISSUED HOLD_WITHDRAWAL 7 WITHDRAW_REQUEST [11]"), harness.told());
        assertEquals(900, harness.last().reference());
        assertEquals(250, harness.last().value());
        assertEquals(609 * PolicyHarness.SECOND, harness.last().expiryTime());
        harness.withdrawRequest(7, 901, 10);
        assertEquals(1, harness.told().size());
        harness.withdrawRequest(8, 902, 10);
        assertEquals(List.of(), harness.told());
    }

    @Test
    void shouldHoldByTypologyBelowHighAndLetGoWhenTheAlertIsOld()
    {
        harness.alert(11, Typology.MONEY_LAUNDERING, Severity.MEDIUM, 7)
            .alert(12, Typology.SPOOFING, Severity.MEDIUM, 8).told();
        harness.withdrawRequest(7, 900, 1).withdrawRequest(8, 901, 1);
        assertEquals(List.of("ISSUED HOLD_WITHDRAWAL 7 WITHDRAW_REQUEST [11]"), harness.told());

        harness.at(86_400).withdrawRequest(7, 902, 1);
        assertEquals(List.of(), harness.told());
    }

    @Test
    void shouldHoldByRiskAlone()
    {
        harness.risk(SubjectKind.ACCOUNT, 7, RiskLevel.LOW, RiskLevel.HIGH).told();
        harness.withdrawRequest(7, 900, 1);
        assertEquals(List.of("ISSUED HOLD_WITHDRAWAL 7 WITHDRAW_REQUEST []"), harness.told());

        harness.risk(SubjectKind.ACCOUNT, 7, RiskLevel.HIGH, RiskLevel.LOW).withdrawRequest(7, 901, 1);
        assertEquals(List.of(), harness.told());
    }

    @Test
    void shouldHaveTheSameKeyForTheSameGroundAndAnotherForAnother()
    {
        final PolicyHarness other = new PolicyHarness();
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7);
        other.tick().tick().at(500).alert(11, Typology.SPOOFING, Severity.HIGH, 7)
            .alert(12, Typology.SPOOFING, Severity.HIGH, 8);

        assertEquals(harness.keys, other.keys.subList(0, 3));
        assertNotEquals(other.keys.get(0), other.keys.get(3));
        assertNotEquals(harness.ids, other.ids.subList(0, 3), "an action is this decision, at its sequence");
    }

    @Test
    void shouldPreferTheTypologyThenTheRoleAndAddNothingUp()
    {
        final List<PolicyRule> rules = List.of(
            new PolicyRule(RiskLevel.HIGH, null, null, Set.of(ActionKind.NOTIFY_ADMIN), Set.of()),
            new PolicyRule(RiskLevel.HIGH, null, Role.FUND, Set.of(ActionKind.NOTIFY_USER), Set.of()),
            new PolicyRule(RiskLevel.HIGH, Typology.RAMPING, null, Set.of(ActionKind.CANCEL_ORDERS), Set.of()),
            new PolicyRule(RiskLevel.HIGH, Typology.RAMPING, Role.HOUSE, Set.of(), Set.of()));
        final PolicyHarness told = new PolicyHarness(
            PolicyHarness.config(LevelRule.ALERT, rules, PolicyHarness.LIMITS));
        told.role(2, Role.FUND).role(3, Role.HOUSE);
        told.alert(11, Typology.SPOOFING, Severity.HIGH, 1).alert(12, Typology.SPOOFING, Severity.HIGH, 2)
            .alert(13, Typology.RAMPING, Severity.HIGH, 2).alert(14, Typology.RAMPING, Severity.HIGH, 3);

        assertEquals(List.of("ISSUED NOTIFY_ADMIN 1 ALERT [11]", "ISSUED NOTIFY_USER 2 ALERT [12]",
            "ISSUED CANCEL_ORDERS 2 ALERT [13]"), told.told());
    }
}
