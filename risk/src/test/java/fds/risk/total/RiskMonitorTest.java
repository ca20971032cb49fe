package fds.risk.total;

import static fds.risk.total.RiskScene.OTHER;
import static fds.risk.total.RiskScene.PERP;
import static fds.risk.total.RiskScene.SECOND;
import static fds.risk.total.RiskScene.TWIN;
import static fds.risk.total.RiskScene.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.finding.DetectionState;
import fds.market.finding.Severity;
import fds.market.owner.Role;
import fds.risk.compliance.ComplianceConfig;
import fds.risk.instrument.MarketConfig;
import fds.risk.pattern.PatternConfig;
import fds.risk.position.PositionConfig;
import org.junit.jupiter.api.Test;

class RiskMonitorTest
{
    private static final long DAY = 86_400 * SECOND;

    private final RiskScene scene = new RiskScene(RiskConfig.DEFAULT);

    // ---- pattern ----

    @Test
    void shouldTellTheChangeWithItsPartsAndAlerts()
    {
        scene.alert(13, Severity.HIGH, 100, 7, 99);

        assertEquals(List.of("account 7 low>medium 40 findings=400000:40 pattern=40:400000 #99"), scene.told());
    }

    @Test
    void shouldJudgeAFurtherFindingAtTheNextTick()
    {
        scene.alert(13, Severity.HIGH, 100, 7, 99);
        scene.told();
        scene.finding(14, Severity.HIGH, 75, 7);
        assertEquals(List.of(), scene.told());
        scene.tick();
        assertEquals(List.of(
            "account 7 medium>critical 91 findings=700000:70 corroboration=2:21 pattern=91:910000 #99"), scene.told());
    }

    @Test
    void shouldFallOnlyBelowTheHysteresis()
    {
        scene.alert(13, Severity.HIGH, 100, 7, 99);
        scene.told();
        scene.after(DAY).tick();
        assertEquals(List.of(), scene.told(), "20 is below 25 and not below 15");
        scene.after(DAY / 2).tick();
        assertEquals(List.of("account 7 medium>low 14 findings=141421:14 pattern=14:140000 #99"), scene.told());
    }

    @Test
    void shouldJudgeTheNamedGroupOfAnAccount()
    {
        scene.own(1, 7, 500, Role.NONE).alert(13, Severity.HIGH, 100, 7, 99);

        assertEquals(List.of("owner_group 500 low>medium 40 findings=400000:40 pattern=40:400000 #99"), scene.told());
    }

    // ---- positions ----

    /** 600 lots of 0.01 at 100,000.0 USDT are 600,000 USD; 5 million give all points. */
    @Test
    void shouldJudgePositionsFromFills()
    {
        final PositionConfig config = new PositionConfig(600_000, 800_000, 0, 0, 0, 0);

        assertEquals(List.of(), new RiskScene(with(config, 18)).last(1_000_000)
            .trade(PERP, Side.BUY, 7, 8, 600).tick().told(), "17 is below 18");
        assertEquals(List.of(
            "account 7 low>medium 17 exposure=600000:25 concentration=1000000:10 position=35:175000",
            "account 8 low>medium 17 exposure=600000:25 concentration=1000000:10 position=35:175000"),
            new RiskScene(with(config, 17)).last(1_000_000).trade(PERP, Side.BUY, 7, 8, 600).tick().told());
    }

    @Test
    void shouldNetWithinAGroup()
    {
        final RiskScene own = new RiskScene(with(new PositionConfig(600_000, 800_000, 0, 0, 0, 0), 17));
        own.own(1, 7, 500, Role.NONE).own(1, 8, 500, Role.NONE).last(1_000_000)
            .trade(PERP, Side.BUY, 7, 8, 600).tick();

        assertEquals(List.of(), own.told());
    }

    @Test
    void shouldTakePositionAndMarginAsTold()
    {
        final RiskScene own = new RiskScene(with(new PositionConfig(0, 0, 20_000_000, 50_000, 0, 0), 10));
        own.last(1_000_000).trade(PERP, Side.BUY, 8, 9, 1).tick();
        own.put(own.event(Kind.MARGIN, Side.NONE, USDT).accountId(7).value(3_000_000)); // 30,000 USD
        own.put(own.event(Kind.POSITION, Side.BUY, PERP).accountId(7).quantityLots(600).value(975_000));
        own.told();
        own.tick();

        assertEquals(List.of("account 7 low>medium 15 leverage=20000000:20 liquidation_distance=25000:10 " +
            "position=30:150000"), own.told(), "600,000 of 30,000; 2.5 % left of 5 %");
        own.put(own.event(Kind.POSITION, Side.NONE, PERP).accountId(7).quantityLots(0)).tick();
        assertEquals(List.of("account 7 medium>low 0"), own.told());
    }

    @Test
    void shouldJudgeShareOfOpenInterestAndDepth()
    {
        final RiskScene own = new RiskScene(with(new PositionConfig(0, 0, 0, 0, 100_000, 5_000_000), 6));
        own.last(1_000_000).book(999_990, 1_000_010, 100);
        own.put(own.event(Kind.OPEN_INTEREST, Side.NONE, PERP).quantityLots(6_000));
        own.trade(PERP, Side.BUY, 7, 8, 300).tick();

        assertEquals(List.of(
            "account 7 low>medium 6 open_interest_share=50000:7 depth_share=3000000:6 position=13:65000",
            "account 8 low>medium 6 open_interest_share=50000:7 depth_share=3000000:6 position=13:65000"), own.told());
    }

    @Test
    void shouldMoveAPositionWithItsAccountToAnotherGroup()
    {
        final RiskScene own = new RiskScene(with(new PositionConfig(600_000, 0, 0, 0, 0, 0), 12));
        own.last(1_000_000).trade(PERP, Side.BUY, 0, 7, 599).own(1, 7, 500, Role.NONE)
            .trade(PERP, Side.BUY, 0, 7, 1).tick();

        assertEquals(List.of("owner_group 500 low>medium 12 exposure=600000:25 position=25:125000"), own.told());
    }

    // ---- market ----

    @Test
    void shouldJudgeVolatility()
    {
        final RiskScene own = new RiskScene(market(25));
        own.last(1_000_000).trade(PERP, Side.BUY, 0, 0, 1).after(SECOND).last(1_010_000)
            .trade(PERP, Side.BUY, 0, 0, 1);

        assertEquals(List.of("instrument 1 low>medium 25 volatility=10000:25"), own.told(), "1 % within a second");
    }

    @Test
    void shouldJudgeSpreadMarkAndMissingDepth()
    {
        final RiskScene own = new RiskScene(market(45));
        own.book(999_000, 1_001_000, 100).mark(1_010_000, 1_000_000).trade(PERP, Side.BUY, 0, 0, 1);
        assertEquals(List.of(), own.told(), "30 is below 45");
        own.after(SECOND).book(999_000, 1_001_000, 5).trade(PERP, Side.BUY, 0, 0, 1);

        final List<String> told = own.told();
        assertEquals(1, told.size());
        assertTrue(told.get(0).matches("instrument 1 low>medium 45 depth_fall=9\\d{5}:15 spread=2000:15 " +
            "mark_deviation=10000:15"), told.get(0));
    }

    @Test
    void shouldJudgeDistanceToTheNearestOtherVenue()
    {
        final RiskScene own = new RiskScene(market(15));
        own.last(1_000_000).trade(TWIN, Side.BUY, 0, 0, 1).last(990_000).trade(PERP, Side.BUY, 0, 0, 1);

        assertEquals(List.of("instrument 1 low>medium 15 venue_deviation=10000:15"), own.told());
    }

    @Test
    void shouldJudgeLiquidationsByOpenInterest()
    {
        final RiskScene own = new RiskScene(market(15));
        own.last(1_000_000);
        own.put(own.event(Kind.OPEN_INTEREST, Side.NONE, PERP).quantityLots(1_000)).after(SECOND);
        own.put(own.event(Kind.LIQUIDATION, Side.SELL, PERP).accountId(7).quantityLots(49)).after(SECOND);
        assertEquals(List.of(), own.told(), "4.9 % is not 5 %");
        own.put(own.event(Kind.LIQUIDATION, Side.SELL, PERP).accountId(7).quantityLots(1));

        assertEquals(List.of("instrument 1 low>medium 15 liquidation_pressure=50000:15"), own.told());
    }

    @Test
    void shouldCountTheMarketOfTheLargestPosition()
    {
        final RiskScene own = new RiskScene(with(new PositionConfig(600_000, 0, 0, 0, 0, 0), 14));
        own.last(1_000_000).trade(PERP, Side.BUY, 8, 7, 300).trade(OTHER, Side.BUY, 8, 7, 100)
            .after(SECOND).last(1_010_000).trade(PERP, Side.BUY, 0, 0, 1).tick();

        assertTrue(own.told().stream().anyMatch(line ->
            line.startsWith("account 7 low>medium 14 exposure=403000:16 ") &&
            line.endsWith("position=16:80000 market=25:69000")), "market of the perpetual: 7.5 % of what is left");
    }

    // ---- compliance ----

    @Test
    void shouldKnowAListedAddressByItsText()
    {
        scene.list("0xAbC1", true).id(IdSpace.REFERENCE, "0xabc1", -5).id(IdSpace.REFERENCE, "0xabc2", -6);
        scene.put(scene.event(Kind.DEPOSIT, Side.NONE, USDT).accountId(7).quantityLots(1).reference(-6));
        assertEquals(List.of(), scene.told());
        scene.put(scene.event(Kind.WITHDRAW_REQUEST, Side.NONE, USDT).accountId(7).quantityLots(1).reference(-5));

        assertEquals(List.of("account 7 low>critical 100 sanctioned=1:100 compliance=100:1000000"), scene.told());
    }

    @Test
    void shouldCountDealingsWithAListedAccount()
    {
        scene.list("wallet", true).id(IdSpace.ACCOUNT, "wallet", -5);
        scene.put(scene.event(Kind.TRANSFER, Side.NONE, USDT).accountId(7).counterAccountId(-5).quantityLots(1));

        assertEquals(List.of(
            "account 7 low>high 50 sanctioned_counterparty=500000:50 compliance=50:500000",
            "account -5 low>critical 100 sanctioned=1:100 compliance=100:1000000"), scene.told());
    }

    @Test
    void shouldTakeAnAddressOffTheList()
    {
        scene.list("wallet", true).list("wallet", false).id(IdSpace.ACCOUNT, "wallet", -5);
        scene.put(scene.event(Kind.TRANSFER, Side.NONE, USDT).accountId(7).counterAccountId(-5).quantityLots(1));

        assertEquals(List.of(), scene.told());
    }

    @Test
    void shouldHoldLimitsAndRoles()
    {
        final RiskScene own = new RiskScene(new RiskConfig(RiskCapacity.DEFAULT, PatternConfig.DEFAULT,
            MarketConfig.DEFAULT, PositionConfig.DEFAULT,
            new ComplianceConfig(100, 50, DAY, 10, 0, 0, 1_000, DAY, 40), TotalConfig.DEFAULT));
        own.own(1, 7, 0, Role.HOUSE);
        own.put(own.event(Kind.WITHDRAW, Side.NONE, USDT).accountId(7).quantityLots(100_000)).tick();
        assertEquals(List.of(), own.told(), "1,000 USD are not beyond 1,000");
        own.put(own.event(Kind.WITHDRAW, Side.NONE, USDT).accountId(7).quantityLots(100)).tick();

        assertEquals(List.of("account 7 low>high 50 role=3:10 withdrawal_limit=1001:40 compliance=50:500000"),
            own.told());
    }

    /** Five points times 0.8 are 4, of 20 a fifth of 15; they halve in five minutes. */
    @Test
    void shouldTakeBasicPatternsForMarketRisk()
    {
        final RiskScene own = new RiskScene(market(3));
        own.basic(PERP, 80, DetectionState.FINDING);
        assertEquals(List.of(), own.told(), "a finding is judged with the next look");
        own.basic(PERP, 80, DetectionState.OPENED);
        assertEquals(List.of("instrument 1 low>medium 3 basic_patterns=40000:3"), own.told());

        final RiskScene more = new RiskScene(market(12));
        for (int i = 0; i < 10; i++)
        {
            more.basic(OTHER, 100, DetectionState.FINDING);
        }
        more.basic(OTHER, 100, DetectionState.UPDATED);
        assertEquals(List.of("instrument 3 low>medium 15 basic_patterns=500000:15"), more.told(), "never more");
        more.after(3_600 * SECOND).tick();
        assertEquals(List.of("instrument 3 medium>low 0"), more.told());
    }

    // ---- what holds for all ----

    @Test
    void shouldTellWhatAFullTableGivesUp()
    {
        final RiskScene own = new RiskScene(new RiskConfig(new RiskCapacity(16, 16, 16), PatternConfig.DEFAULT,
            MarketConfig.DEFAULT, PositionConfig.DEFAULT, ComplianceConfig.DEFAULT, TotalConfig.DEFAULT));
        own.alert(13, Severity.HIGH, 100, 1, 99).told();
        for (long account = 2; account <= 17; account++)
        {
            own.finding(13, Severity.LOW, 1, account);
        }
        assertEquals(List.of("blind 16 2"), own.told(), "the oldest is at medium, and stays");
        for (long account = 1; account <= 17; account++)
        {
            own.trade(PERP, Side.BUY, 0, account, 1);
        }
        final List<String> told = own.told();
        assertTrue(told.stream().anyMatch(line -> line.startsWith("blind 17 ")), told::toString);
    }

    /** The same events, one run whole and one restored at random points. */
    @Test
    void shouldDecideAlikeAfterARestoreAtAnyPoint()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            final List<String> whole = flow(seed, false);
            assertEquals(whole, flow(seed, true), "seed " + seed);
            assertTrue(whole.size() > 10, "seed " + seed + " decides next to nothing");
        }
    }

    /** A limit that nobody reaches makes every group be judged whole, those that can only stay low as well. */
    @Test
    void shouldDecideAlikeWhereGroupsThatStayLowAreNotLookedAt()
    {
        final ComplianceConfig unreached =
            new ComplianceConfig(100, 50, 30 * DAY, 10, 0, 1_000_000_000_000L, 0, DAY, 40);
        for (int seed = 0; seed < 100; seed++)
        {
            for (final int medium : new int[]{ 2, 12, 25 })
            {
                final List<String> all = flow(seed, false, seed % 2 == 0, config(unreached, medium));
                assertEquals(all, flow(seed, false, seed % 2 == 0, config(ComplianceConfig.DEFAULT, medium)),
                    "seed " + seed);
                assertTrue(medium > 2 || all.size() > 10, "seed " + seed + " decides next to nothing");
            }
        }
    }

    @Test
    void shouldAllocateNothing()
    {
        final com.sun.management.ThreadMXBean bean =
            (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final RiskScene own = new RiskScene(small());
        own.keepNoLines();
        final long[] allocatedBytes = new long[6];
        for (int round = 0; round < allocatedBytes.length; round++)
        {
            final long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++)
            {
                own.after(SECOND / 50).last(1_000_000 + i % 7).trade(PERP, 1 + i % 2, 1 + i % 40, 1 + i % 33, 1);
                if (i % 5 == 0)
                {
                    own.tick();
                }
            }
            allocatedBytes[round] = bean.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, Arrays.stream(allocatedBytes, 3, 6).min().orElseThrow(), Arrays.toString(allocatedBytes));
    }

    private static List<String> flow(final int seed, final boolean restores)
    {
        return flow(seed, restores, false, small());
    }

    private static List<String> flow(
        final int seed, final boolean restores, final boolean onlyTrades, final RiskConfig config)
    {
        final Random random = new Random(seed);
        final Random points = new Random(seed);
        final RiskScene own = new RiskScene(config);
        final List<String> told = new ArrayList<>();
        own.list("wallet9", true);
        for (int i = 0; i < 2_000; i++)
        {
            final long account = 1 + random.nextInt(60);
            own.after(random.nextInt(100) == 0 ? 3_600 * SECOND : random.nextInt((int)SECOND));
            own.last(1_000_000 + random.nextInt(20_000)).book(999_000, 1_001_000 + random.nextInt(2_000),
                1 + random.nextInt(1_000));
            switch (random.nextInt(8) + (onlyTrades ? 6 : 0))
            {
                case 0 -> own.alert(1 + random.nextInt(10), Severity.of(random.nextInt(4)), random.nextInt(101),
                    account, 1 + random.nextInt(1_000));
                case 1 -> own.finding(1 + random.nextInt(10), Severity.of(random.nextInt(4)), random.nextInt(101),
                    account);
                case 2, 8 -> own.tick();
                case 3 -> own.put(own.event(Kind.POSITION, Side.BUY, OTHER).accountId(account)
                    .quantityLots(random.nextInt(5_000)).value(random.nextInt(1_000_000)));
                case 4 -> own.put(own.event(Kind.MARGIN, Side.NONE, USDT).accountId(account)
                    .value(random.nextInt(10_000_000)));
                case 5 ->
                {
                    own.own(1, account, random.nextInt(10), Role.NONE);
                    own.id(IdSpace.ACCOUNT, "wallet" + random.nextInt(10), account);
                }
                default -> own.trade(1 + random.nextInt(3), 1 + random.nextInt(2), account, 1 + random.nextInt(60),
                    1 + random.nextInt(5_000));
            }
            if (restores && points.nextInt(40) == 0)
            {
                own.restore();
            }
        }
        told.addAll(own.told());
        return told;
    }

    private static RiskConfig config(final ComplianceConfig compliance, final int medium)
    {
        return new RiskConfig(new RiskCapacity(32, 48, 16), PatternConfig.DEFAULT, MarketConfig.DEFAULT,
            PositionConfig.DEFAULT, compliance,
            new TotalConfig(1_000_000, 1_000_000, 500_000, 300_000, medium, 98, 99, 1));
    }

    private static RiskConfig small()
    {
        return new RiskConfig(new RiskCapacity(32, 48, 16), PatternConfig.DEFAULT, MarketConfig.DEFAULT,
            PositionConfig.DEFAULT, ComplianceConfig.DEFAULT, TotalConfig.DEFAULT);
    }

    private static RiskConfig with(final PositionConfig position, final int medium)
    {
        return new RiskConfig(RiskCapacity.DEFAULT, PatternConfig.DEFAULT, MarketConfig.DEFAULT, position,
            ComplianceConfig.DEFAULT, new TotalConfig(1_000_000, 1_000_000, 500_000, 300_000, medium, 98, 99, 5));
    }

    private static RiskConfig market(final int medium)
    {
        return new RiskConfig(RiskCapacity.DEFAULT, PatternConfig.DEFAULT, MarketConfig.DEFAULT,
            PositionConfig.DEFAULT, ComplianceConfig.DEFAULT,
            new TotalConfig(1_000_000, 1_000_000, 500_000, 300_000, medium, 98, 99, 5));
    }
}
