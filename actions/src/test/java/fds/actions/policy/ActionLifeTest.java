package fds.actions.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import fds.market.finding.Severity;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;
import org.junit.jupiter.api.Test;

class ActionLifeTest
{
    private static final List<PolicyRule> FREEZE = only(ActionKind.FREEZE_ACCOUNT);
    private static final List<PolicyRule> RESTRICT = only(ActionKind.RESTRICT_TRADING);

    @Test
    void shouldNotDecideTheSameTwice()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(1, harness.told().size());

        harness.update(11, Typology.SPOOFING, Severity.HIGH, 7).alert(12, Typology.WASH_TRADE, Severity.HIGH, 7);
        assertEquals(List.of(), harness.told());
        assertEquals(2, harness.policy.duplicateCount());
    }

    @Test
    void shouldRenewForAnotherGroundInTheLastHalfOfItsTime()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();

        harness.at(899).alert(12, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of(), harness.told());
        harness.at(900).alert(13, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 ALERT [13]"), harness.told());
        harness.at(901).update(11, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of(), harness.told(), "a ground acts once");
    }

    @Test
    void shouldEndWithItsTimeAndBeForgottenLater()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();

        harness.at(1799).tick();
        assertEquals(List.of(), harness.told());
        harness.at(1800).tick();
        assertEquals(List.of("EXPIRED RESTRICT_TRADING 7 TIME [11]"), harness.told());
        assertEquals(1, harness.policy.actionCount());
        harness.at(1800 + 86_400).tick();
        assertEquals(0, harness.policy.actionCount());
    }

    @Test
    void shouldEndAMessageInSilence()
    {
        final PolicyHarness harness = harness(only(ActionKind.NOTIFY_ADMIN), PolicyHarness.LIMITS);
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();

        harness.at(100).tick();
        assertEquals(List.of(), harness.told());
        harness.alert(12, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(1, harness.told().size());
    }

    @Test
    void shouldSendWhatAPersonAllowsAndLastFromThen()
    {
        final PolicyHarness harness = pending();
        harness.at(60).approve(harness.id(1), true);

        assertEquals(List.of("APPROVED FREEZE_ACCOUNT 7 PERSON [11]"), harness.told());
        assertEquals(3660 * PolicyHarness.SECOND, harness.last().expiryTime());
        assertEquals(1, harness.last().attempt());
        assertEquals(1, harness.last().approvalNeeded());
        harness.approve(harness.id(1), true);
        assertEquals(List.of("BLIND_SPOT ACTION_UNKNOWN"), harness.told());
    }

    @Test
    void shouldNotSendWhatAPersonRefuses()
    {
        final PolicyHarness harness = pending();
        harness.at(60).approve(harness.id(1), false);

        assertEquals(List.of("REFUSED FREEZE_ACCOUNT 7 PERSON [11]"), harness.told());
        harness.update(11, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of(), harness.told(), "the same ground is not proposed again");
        harness.alert(12, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("PENDING FREEZE_ACCOUNT 7 ALERT [12]"), harness.told());
    }

    @Test
    void shouldNotWaitForAPersonForEver()
    {
        final PolicyHarness harness = pending();
        final long action = harness.id(1);
        harness.at(119).tick();
        assertEquals(List.of(), harness.told());
        harness.at(120).tick();
        assertEquals(List.of("EXPIRED FREEZE_ACCOUNT 7 TIME [11]"), harness.told());
        harness.approve(action, true);
        assertEquals(List.of("BLIND_SPOT ACTION_UNKNOWN"), harness.told());
    }

    @Test
    void shouldTakeNoWordBehindTheTimeEvenBeforeTheTick()
    {
        final PolicyHarness harness = pending();
        harness.at(120).approve(harness.id(1), true);

        assertEquals(List.of("BLIND_SPOT ACTION_UNKNOWN"), harness.told());
    }

    @Test
    void shouldTakeBackWhatIsInForce()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();
        harness.answer(harness.id(1), AckStatus.DONE).told();
        harness.approve(harness.id(1), false);

        assertEquals(List.of("REVOKED RESTRICT_TRADING 7 PERSON [11]"), harness.told());
        harness.alert(12, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 ALERT [12]"), harness.told());
    }

    @Test
    void shouldHearThatItIsSentAndDone()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();
        final long action = harness.id(1);
        harness.answer(action, AckStatus.SENT).answer(action, AckStatus.DONE).answer(action, AckStatus.DONE)
            .answer(5, AckStatus.DONE);

        assertEquals(List.of("SENT RESTRICT_TRADING 7 ACKNOWLEDGEMENT [11]",
            "DONE RESTRICT_TRADING 7 ACKNOWLEDGEMENT [11]", "BLIND_SPOT ACTION_UNKNOWN"), harness.told());
    }

    @Test
    void shouldRetryAFailureTwiceThenCallAPerson()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();
        final long action = harness.id(1);
        for (int attempt = 2; attempt <= 3; attempt++)
        {
            harness.answer(action, AckStatus.FAILED).at(10 * attempt - 1).tick();
            assertEquals(List.of("RETRIED RESTRICT_TRADING 7 TIME [11]"), harness.told());
            assertEquals(attempt, harness.last().attempt());
            assertEquals(harness.keys.get(0), (Long)harness.last().idempotencyKey());
        }
        harness.answer(action, AckStatus.FAILED);

        assertEquals(List.of("ESCALATED RESTRICT_TRADING 7 ACKNOWLEDGEMENT [11]",
            "ISSUED NOTIFY_ADMIN 7 ESCALATION [11]"), harness.told());
    }

    @Test
    void shouldRetryNotBeforeItsTime()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();
        harness.answer(harness.id(1), AckStatus.FAILED).at(4).tick();
        assertEquals(List.of(), harness.told());
        harness.at(5).tick();
        assertEquals(1, harness.told().size());
    }

    @Test
    void shouldTakeSilenceForAFailure()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.limits(10, 600, 5, 64, 64, 30));
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).told();

        harness.at(29).tick().at(30).tick().at(34).tick();
        assertEquals(List.of(), harness.told());
        harness.at(35).tick();
        assertEquals(List.of("RETRIED RESTRICT_TRADING 7 TIME [11]"), harness.told());
        harness.at(40).answer(harness.id(1), AckStatus.SENT).at(1000).tick();
        assertEquals(List.of("SENT RESTRICT_TRADING 7 ACKNOWLEDGEMENT [11]"), harness.told());
    }

    @Test
    void shouldCallAPersonWhenWhatWasTakenBackDoesNotEnd()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.LIMITS);
        harness.alert(11, Typology.SPOOFING, Severity.HIGH, 7);
        harness.approve(harness.id(1), false).told();
        harness.answer(harness.id(1), AckStatus.FAILED);

        assertEquals(List.of("ESCALATED RESTRICT_TRADING 7 ACKNOWLEDGEMENT [11]",
            "ISSUED NOTIFY_ADMIN 7 ESCALATION [11]"), harness.told());
    }

    @Test
    void shouldHoldBackMoreThanTheAccountsShare()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.limits(2, 600, 5, 64, 64));
        for (int i = 0; i < 3; i++)
        {
            harness.at(i).alert(11 + i, Typology.SPOOFING, Severity.HIGH, 7).approve(harness.id(1), false);
        }
        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 ALERT [11]", "REVOKED RESTRICT_TRADING 7 PERSON [11]",
            "ISSUED RESTRICT_TRADING 7 ALERT [12]", "REVOKED RESTRICT_TRADING 7 PERSON [12]",
            "SUPPRESSED RESTRICT_TRADING 7 ACCOUNT_LIMIT [13]", "BLIND_SPOT ACTION_UNKNOWN"), harness.told());

        harness.at(59).update(13, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("SUPPRESSED RESTRICT_TRADING 7 ACCOUNT_LIMIT [13]"), harness.told());
        harness.at(60).update(13, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("ISSUED RESTRICT_TRADING 7 ALERT [13]"), harness.told());
    }

    @Test
    void shouldHoldBackMoreThanTheKindsShare()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.limits(10, 2, 5, 64, 64));
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7).alert(12, Typology.SPOOFING, Severity.HIGH, 8)
            .alert(13, Typology.SPOOFING, Severity.HIGH, 9);

        assertEquals("SUPPRESSED RESTRICT_TRADING 9 KIND_LIMIT [13]", harness.told().get(2));
        harness.at(60).update(13, Typology.SPOOFING, Severity.HIGH, 9);
        assertEquals(List.of("ISSUED RESTRICT_TRADING 9 ALERT [13]"), harness.told());
    }

    @Test
    void shouldStopFreezesAndCallAPersonWhenThereAreTooMany()
    {
        final PolicyHarness harness = tripped();
        harness.alert(14, Typology.SPOOFING, Severity.HIGH, 4);
        assertEquals(List.of("PENDING FREEZE_ACCOUNT 4 BREAKER [14]"), harness.told());
        harness.approve(harness.id(1), true);
        assertEquals(List.of("APPROVED FREEZE_ACCOUNT 4 PERSON [14]"), harness.told());
        assertTrue(harness.policy.isBreakerOpen());
    }

    @Test
    void shouldLetFreezesGoAgainWhenAPersonSaysSo()
    {
        final PolicyHarness harness = tripped();
        harness.approve(harness.id(2), false);
        assertEquals(List.of("REVOKED NOTIFY_ADMIN 0 PERSON [13]"), harness.told());
        assertTrue(harness.policy.isBreakerOpen(), "a refusal resets nothing");

        harness.approve(harness.id(3), true);
        assertEquals(List.of("DONE NOTIFY_ADMIN 0 PERSON [13]"), harness.told());
        assertFalse(harness.policy.isBreakerOpen());
        harness.alert(14, Typology.SPOOFING, Severity.HIGH, 4);
        assertEquals(List.of("ISSUED FREEZE_ACCOUNT 4 ALERT [14]"), harness.told());
    }

    @Test
    void shouldLetFreezesGoAgainAfterAWhile()
    {
        final PolicyHarness harness = tripped();
        harness.at(299).tick();
        assertTrue(harness.policy.isBreakerOpen());
        harness.at(300).tick();
        assertFalse(harness.policy.isBreakerOpen());
    }

    @Test
    void shouldNotTripAtTheLimitItself()
    {
        final PolicyHarness harness = harness(FREEZE, PolicyHarness.limits(10, 600, 2, 64, 64));
        for (int i = 0; i < 20; i++)
        {
            harness.at(30 * i).alert(11 + i, Typology.SPOOFING, Severity.HIGH, 1 + i);
        }
        assertEquals(20, harness.told().stream().filter(line -> line.startsWith("ISSUED FREEZE")).count());
    }

    @Test
    void shouldForgetTheOldestThatIsOverBeforeOneInForce()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.limits(10, 600, 5, 16, 64));
        for (int i = 0; i < 16; i++)
        {
            harness.alert(100 + i, Typology.SPOOFING, Severity.HIGH, 1 + i);
        }
        harness.approve(harness.id(2), false).told();
        harness.alert(200, Typology.SPOOFING, Severity.HIGH, 50);
        assertEquals(List.of("ISSUED RESTRICT_TRADING 50 ALERT [200]"), harness.told());

        harness.alert(201, Typology.SPOOFING, Severity.HIGH, 51);
        assertEquals(List.of("BLIND_SPOT ACTIONS_FULL", "ISSUED RESTRICT_TRADING 51 ALERT [201]"), harness.told());
        assertEquals(16, harness.policy.actionCount());
    }

    @Test
    void shouldForgetTheQuietestAccountAndSaySo()
    {
        final PolicyHarness harness = harness(RESTRICT, PolicyHarness.limits(10, 600, 5, 64, 16));
        for (int i = 0; i < 16; i++)
        {
            harness.alert(100 + i, Typology.SPOOFING, Severity.LOW, 1 + i);
        }
        harness.update(100, Typology.SPOOFING, Severity.LOW, 1);
        assertEquals(List.of(), harness.told());
        harness.alert(200, Typology.SPOOFING, Severity.LOW, 50);
        assertEquals(List.of("BLIND_SPOT STANDINGS_FULL"), harness.told());
        assertEquals(2, harness.id(1));

        harness.at(90_000).alert(201, Typology.SPOOFING, Severity.LOW, 51);
        assertEquals(List.of(), harness.told(), "what is old is no loss");
    }

    @Test
    void shouldRefuseLimitsOutOfRange()
    {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PolicyHarness.limits(65, 600, 5, 64, 64))
            .getMessage().contains("account_count is 65: must be 1 to 64"));
        assertThrows(IllegalArgumentException.class, () -> PolicyHarness.limits(10, 600, 0, 64, 64));
        assertThrows(IllegalArgumentException.class, () -> new PolicyRule(RiskLevel.HIGH, null, null, Set.of(),
            Set.of(ActionKind.FREEZE_ACCOUNT)));
    }

    private static PolicyHarness pending()
    {
        final PolicyHarness harness = harness(
            List.of(new PolicyRule(RiskLevel.HIGH, null, null, Set.of(ActionKind.FREEZE_ACCOUNT),
                Set.of(ActionKind.FREEZE_ACCOUNT))), PolicyHarness.LIMITS);
        harness.role(7, Role.NONE).at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 7);
        assertEquals(List.of("PENDING FREEZE_ACCOUNT 7 ALERT [11]"), harness.told());
        assertEquals(0, harness.last().attempt());
        assertEquals(120 * PolicyHarness.SECOND, harness.last().expiryTime());
        return harness;
    }

    private static PolicyHarness tripped()
    {
        final PolicyHarness harness = harness(FREEZE, PolicyHarness.limits(10, 600, 2, 64, 64));
        harness.at(0).alert(11, Typology.SPOOFING, Severity.HIGH, 1).alert(12, Typology.SPOOFING, Severity.HIGH, 2)
            .alert(13, Typology.SPOOFING, Severity.HIGH, 3);
        assertEquals(List.of("ISSUED FREEZE_ACCOUNT 1 ALERT [11]", "ISSUED FREEZE_ACCOUNT 2 ALERT [12]",
            "ISSUED NOTIFY_ADMIN 0 BREAKER [13]", "PENDING FREEZE_ACCOUNT 3 BREAKER [13]"), harness.told());
        return harness;
    }

    private static PolicyHarness harness(final List<PolicyRule> rules, final PolicyLimits limits)
    {
        return new PolicyHarness(PolicyHarness.config(LevelRule.ALERT, rules, limits));
    }

    private static List<PolicyRule> only(final ActionKind kind)
    {
        return List.of(new PolicyRule(RiskLevel.HIGH, null, null, Set.of(kind), Set.of()));
    }
}
