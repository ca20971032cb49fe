package fds.patterns.wash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.finding.BenefitMethod;
import fds.market.finding.Severity;
import fds.market.finding.SubjectKind;
import fds.market.owner.Role;
import fds.testkit.detector.DetectorContract;
import fds.testkit.event.EventBuilder;
import fds.testkit.event.Flow;
import fds.testkit.event.OrderFlow;
import fds.testkit.finding.FindingRecorder;
import fds.testkit.finding.RecordedFinding;
import fds.testkit.finding.RecordedFinding.Compared;
import fds.testkit.finding.RecordedFinding.ScorePart;
import fds.testkit.market.TestMarket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelfMatchDetectorTest extends DetectorContract<SelfMatchConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(1000 * SECOND);
    private TestMarket market = market(SelfMatchConfig.DEFAULT, recorder);

    @Override
    protected DetectorFactory<SelfMatchConfig> factory()
    {
        return new SelfMatchFactory();
    }

    @Override
    protected SelfMatchConfig flowConfig()
    {
        return new SelfMatchConfig(Tiered.of(20L), Tiered.of(200_000L), Tiered.of(3L), 60 * SECOND, 300 * SECOND);
    }

    @Override
    protected Detector oracle(final SelfMatchConfig config)
    {
        return new PlainWash(false, SelfMatchFactory.INFO, config.notionalUsd(), config.volumeSharePpm(),
            config.matchCount(), config.countWindowNanos(), config.usualVolumeNanos());
    }

    @Override
    protected Flow flow()
    {
        // Now and then hours pass, so that days end too.
        final OrderFlow orders = new OrderFlow(6, 2_000_000_000, 5, 2, 1, 6, 1, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(40) == 0 ? random.nextInt(30) * 3_600 * SECOND : 0);
            orders.next(random, builder);
        };
    }

    @Override
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"));
        for (final long base : new long[] { 0, 10_000 })
        {
            market.owner(base + 1, base + 77, Role.NONE).owner(base + 2, base + 77, Role.NONE);
        }
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellFirstSelfMatchAsLowWithItsOrdersAndBook()
    {
        order(1, ALICE, Side.SELL, 10_000, 5, 0);
        order(2, BOB, Side.BUY, 9_900, 5, 0);
        order(3, ALICE, Side.BUY, 10_000, 5, 0);
        trade(1, ALICE, 3, ALICE, 10_000, 5, 0);

        assertEquals(List.of(new RecordedFinding(
            1, Severity.LOW, 20 + 40 * 50_000 / 1_000_000 + 8, 4, 4, 1000 * SECOND - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.ACCOUNT, ALICE, 0, 0, ALICE, List.of(ALICE),
            List.of(new ScorePart(0, 20), new ScorePart(1, 2), new ScorePart(2, 8)),
            List.of(
                new Compared(SelfMatchDetector.SAME_ACCOUNT, 1, 1, true),
                new Compared(SelfMatchDetector.STP_REQUESTED, 0, 0, true),
                new Compared(SelfMatchDetector.NOTIONAL, 50_000, 1_000_000, false),
                new Compared(SelfMatchDetector.NOTIONAL + 1, 1, 5, false),
                new Compared(SelfMatchDetector.NOTIONAL + 2, 50_000, 0, true)),
            List.of("CAUSE 4", "ORDER 1", "ORDER 3"), 0, BenefitMethod.WASHED_NOTIONAL, BigInteger.valueOf(50_000),
            List.of(9_900L, 10_000L, 9_900L, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldRaiseToMediumAtFifthMatchInFiveMinutes()
    {
        for (int i = 0; i < 5; i++)
        {
            events.after(i == 0 ? 0 : 75 * SECOND - (i == 4 ? 1 : 0));
            trade(0, ALICE, 0, ALICE, 10_000, 5, 0);
        }

        assertEquals("LOW LOW LOW LOW MEDIUM", severities());
        assertEquals(List.of("CAUSE 5", "SELF_MATCH 1", "SELF_MATCH 2", "SELF_MATCH 3", "SELF_MATCH 4"),
            recorder.findings().get(4).evidence());
        assertEquals(1, recorder.findings().get(4).firstSequence());
        assertEquals(BigInteger.valueOf(250_000), recorder.findings().get(4).benefit());
    }

    @Test
    void shouldStayLowWhenFirstOfFiveIsExactlyOneWindowOld()
    {
        for (int i = 0; i < 5; i++)
        {
            trade(0, ALICE, 0, ALICE, 10_000, 5, 0);
            events.after(75 * SECOND);
        }

        assertEquals("LOW LOW LOW LOW LOW", severities());
    }

    @Test
    void shouldRaiseToMediumAtTenThousandDollars()
    {
        trade(0, ALICE, 0, ALICE, 10_000, 99, 0);
        trade(0, ALICE, 0, ALICE, 10_000, 1, 0);

        assertEquals("LOW MEDIUM", severities());
    }

    @Test
    void shouldStayLowOneCentBelowTenThousandDollars()
    {
        trade(0, ALICE, 0, ALICE, 10_000, 99, 0);
        trade(0, ALICE, 0, ALICE, 9_999, 1, 0);

        assertEquals("LOW LOW", severities());
        final Compared day = recorder.findings().get(1).compared(SelfMatchDetector.NOTIONAL);
        assertEquals(day.threshold() - 1, day.measured());
    }

    @Test
    void shouldAskForHalfAPercentOfALargerDay()
    {
        // 99.5 of 100 parts by others: 10,000 USD are exactly 0.5 % of 2 million.
        trade(0, BOB, 0, 303, 10_000, 19_900, 0);
        trade(0, ALICE, 0, ALICE, 10_000, 100, 0);
        trade(0, BOB, 0, 303, 10_000, 200_000, 0);
        trade(0, ALICE, 0, ALICE, 10_000, 1, 0);

        assertEquals("MEDIUM LOW", severities());
    }

    @Test
    void shouldNotTakeManySmallMatchesForAHabitInALargeMarket()
    {
        // A second of the usual volume: 864,000 lots a day are 10 a second; six matches trade 6.
        trade(0, BOB, 0, 303, 10_000, 864_000, 0);
        for (int i = 0; i < 6; i++)
        {
            trade(0, ALICE, 0, ALICE, 10_000, 1, 0);
        }

        assertEquals("LOW LOW LOW LOW LOW LOW", severities());
        assertFalse(recorder.findings().get(5).compared(SelfMatchDetector.NOTIONAL + 2).passed());
    }

    @Test
    void shouldCountSelfMatchesOfTheWholeGroup()
    {
        market.owner(ALICE, 9, Role.NONE).owner(BOB, 9, Role.NONE);
        trade(0, ALICE, 0, ALICE, 10_000, 99, 0);
        trade(0, BOB, 0, BOB, 10_000, 1, 0);

        assertEquals("LOW MEDIUM", severities());
    }

    @Test
    void shouldForgetAfterADay()
    {
        trade(0, ALICE, 0, ALICE, 10_000, 99, 0);
        events.after(DAY + 3_600 * SECOND);
        trade(0, ALICE, 0, ALICE, 10_000, 1, 0);

        assertEquals("LOW LOW", severities());
        assertEquals(BigInteger.valueOf(10_000), recorder.findings().get(1).benefit());
    }

    @Test
    void shouldJudgeByCountAloneWhileNoDollarRateIsKnown()
    {
        market.close();
        market = new TestMarket(TestMarket.ROOMY).detector(factory(), SelfMatchConfig.DEFAULT, recorder)
            .define(TestMarket.instrument(1, 1, "KRW"));
        for (int i = 0; i < 5; i++)
        {
            trade(0, ALICE, 0, ALICE, 10_000, 99_999, 0);
        }

        assertEquals("LOW LOW LOW LOW MEDIUM", severities());
        assertEquals(Absent.VALUE, recorder.findings().get(0).compared(SelfMatchDetector.NOTIONAL).threshold());
        assertFalse(recorder.findings().get(0).compared(SelfMatchDetector.NOTIONAL).passed());
    }

    @Test
    void shouldNotTakeUnknownAccountsForEqual()
    {
        trade(0, 0, 0, 0, 10_000, 5, 0);
        trade(0, ALICE, 0, 0, 10_000, 5, 0);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldKnowTheAccountFromItsOrders()
    {
        order(1, ALICE, Side.SELL, 10_000, 5, 0);
        order(2, ALICE, Side.BUY, 10_000, 5, 0);
        trade(1, 0, 2, 0, 10_000, 5, 0);

        assertEquals("LOW", severities());
    }

    @Test
    void shouldStaySilentOnTradeThatSelfTradePreventionUndid()
    {
        trade(0, ALICE, 0, ALICE, 10_000, 5, Flags.STP);
        events.with(Flags.STP).order(Kind.CANCEL, 1, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE);
        market.handle(events.event());

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellButNotCountMatchWhoseOrderAskedForPrevention()
    {
        for (int i = 0; i < 8; i++)
        {
            order(10 + i, ALICE, Side.SELL, 10_000, 500, Flags.STP);
            trade(10 + i, ALICE, 0, ALICE, 10_000, 500, 0);
        }

        assertEquals("LOW LOW LOW LOW LOW LOW LOW LOW", severities());
        assertEquals(0, recorder.findings().get(7).compared(SelfMatchDetector.NOTIONAL + 1).measured());
    }

    /** Negative control: two strangers trade both ways between two prices, as arbitrageurs do. */
    @Test
    void shouldStaySilentOnStrangersWhoTradeBothWays()
    {
        for (int i = 0; i < 50; i++)
        {
            trade(0, i % 2 == 0 ? ALICE : BOB, 0, i % 2 == 0 ? BOB : ALICE, 10_000, 500, 0);
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a market maker who is hit on both sides by others while it re-quotes. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 50; i++)
        {
            order(2 * i + 1, ALICE, Side.BUY, 9_990, 10, 0);
            order(2 * i + 2, ALICE, Side.SELL, 10_010, 10, 0);
            trade(2 * i + 1, ALICE, 0, 1000 + i, 9_990, 10, 0);
            trade(2 * i + 2, ALICE, 0, 2000 + i, 10_010, 10, 0);
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a large order sliced over time, filled by many. */
    @Test
    void shouldStaySilentOnTimeSlicedOrder()
    {
        for (int i = 0; i < 50; i++)
        {
            events.after(30 * SECOND);
            order(i + 1, ALICE, Side.BUY, 10_000, 100, Flags.IOC);
            trade(0, 1000 + i % 7, i + 1, ALICE, 10_000, 100, 0);
        }

        assertEquals(List.of(), recorder.findings());
    }

    private void order(
        final long id, final long account, final int side, final long price, final long lots, final int flags)
    {
        market.handle(events.with(flags).order(Kind.NEW, id, account, side, price, lots));
    }

    private void trade(
        final long restingOrder,
        final long resting,
        final long incomingOrder,
        final long incoming,
        final long price,
        final long lots,
        final int flags)
    {
        market.handle(events.with(flags)
            .trade(restingOrder, resting, incomingOrder, incoming, Side.BUY, price, lots));
    }

    private String severities()
    {
        return recorder.findings().stream().map(f -> f.severity().name()).collect(Collectors.joining(" "));
    }
}
