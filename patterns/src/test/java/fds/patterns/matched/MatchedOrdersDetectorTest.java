package fds.patterns.matched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;

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

class MatchedOrdersDetectorTest extends DetectorContract<MatchedOrdersConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long START = 1000 * SECOND;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(MatchedOrdersConfig.DEFAULT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<MatchedOrdersConfig> factory()
    {
        return new MatchedOrdersFactory();
    }

    @Override
    protected MatchedOrdersConfig flowConfig()
    {
        return new MatchedOrdersConfig(Tiered.of(2 * SECOND), Tiered.of(400_000L), Tiered.of(300_000L), Tiered.of(2L),
            60 * SECOND, Tiered.of(150_000L), Tiered.of(1_500_000L), Tiered.of(3L));
    }

    @Override
    protected Detector oracle(final MatchedOrdersConfig config)
    {
        return new PlainMatchedOrders(config);
    }

    /** Ordinary orders, and now and then two that were agreed: an entry, another's, their trade. */
    @Override
    protected Flow flow()
    {
        final OrderFlow others = new OrderFlow(4, 400_000_000, 4, 2, 1, 3, 0, 0);
        final int[] step = new int[1];
        final long[] of = { 500_000, 0, 0, 0 }; // order, its account, its lots, its side
        return (random, builder) ->
        {
            if (step[0] == 0 && random.nextInt(6) != 0)
            {
                others.next(random, builder);
                return;
            }
            builder.after(random.nextInt(1_000_000_000));
            switch (step[0])
            {
                case 0 ->
                {
                    of[0] += 2;
                    of[1] = 1 + random.nextInt(4);
                    of[2] = 5 + random.nextInt(10);
                    of[3] = random.nextBoolean() ? Side.BUY : Side.SELL;
                    builder.with(Flags.LAST).order(Kind.NEW, of[0], of[1], (int)of[3], 100, of[2]);
                }
                case 1 -> builder.order(Kind.NEW, of[0] + 1, 1 + random.nextInt(4), Side.opposite((int)of[3]),
                    random.nextInt(8) == 0 ? 101 : 100, of[2] + random.nextInt(3));
                default -> builder.with(Flags.LAST).trade(
                    of[0], 0, of[0] + 1, 0, Side.opposite((int)of[3]), 100, of[2]);
            }
            step[0] = (step[0] + 1) % 3;
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
    void shouldTellAtTheThirdMatch()
    {
        match(ALICE, BOB, 100, 100, 0, 100, 10_000);
        match(BOB, ALICE, 100, 100, 0, 100, 10_001);
        match(ALICE, BOB, 100, 98, SECOND, 98, 10_002);

        assertEquals(List.of(new RecordedFinding(
            5, Severity.MEDIUM, 30 + 15 + 20, 9, 3, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.ACCOUNT_PAIR,
            ALICE, BOB, 0, ALICE, List.of(ALICE, BOB),
            List.of(new ScorePart(0, 30), new ScorePart(1, 15), new ScorePart(2, 20)),
            List.of(
                new Compared(MatchedOrdersDetector.MATCHES, 3, 3, true),
                new Compared(MatchedOrdersDetector.ENTRY_GAP, SECOND, SECOND, true),
                new Compared(MatchedOrdersDetector.SIZE_DIFFERENCE, 20_000, 20_000, true),
                new Compared(MatchedOrdersDetector.FILLED, 980_000, 800_000, true),
                new Compared(MatchedOrdersDetector.SHARE_OF_RESTING, 1_000_000, 200_000, true),
                new Compared(MatchedOrdersDetector.SHARE_OF_AGGRESSOR, 1_000_000, 200_000, true),
                new Compared(MatchedOrdersDetector.LIFT, 1_000_000, 20_000_000, false),
                new Compared(MatchedOrdersDetector.MATCHES_FOR_LIFT, 3, 5, false)),
            List.of("CAUSE 9", "ORDER 7", "ORDER 8", "TRADE 3", "TRADE 6"), 0, BenefitMethod.NONE, BigInteger.ZERO,
            List.of(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldStaySilentAtTwo()
    {
        matches(2);

        assertSilent();
    }

    /** The twin: as many trades of one size and price, but the orders came an hour apart. */
    @Test
    void shouldStaySilentWhenOneOrderRestedLong()
    {
        for (int i = 0; i < 10; i++)
        {
            match(ALICE, BOB, 100, 100, HOUR, 100, 10_000);
        }
        assertSilent();
    }

    @Test
    void shouldStaySilentMoreThanASecondApart()
    {
        matches(2);
        match(ALICE, BOB, 100, 100, SECOND + 1, 100, 10_000);

        assertSilent();
    }

    @Test
    void shouldStaySilentMoreThanTwoPercentApart()
    {
        matches(2);
        match(ALICE, BOB, 1_000, 979, 0, 979, 10_000);
        assertSilent();
        match(ALICE, BOB, 1_000, 980, 0, 980, 10_000);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentBelowEightyPercentFilled()
    {
        matches(2);
        match(ALICE, BOB, 100, 100, 0, 79, 10_000);
        assertSilent();
        match(ALICE, BOB, 100, 100, 0, 80, 10_000);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentAtDifferentPrices()
    {
        matches(2);
        enter(ALICE, Side.SELL, 10_000, 100);
        enter(BOB, Side.BUY, 10_001, 100);
        fill(orders - 1, ALICE, orders, BOB, 100, 10_000);

        assertSilent();
    }

    @Test
    void shouldForgetAfterADay()
    {
        matches(2);
        events.after(24 * HOUR);
        matches(1);
        assertSilent();

        events.after(24 * HOUR - 1);
        matches(2);
        assertEquals(1, recorder.findings().size());
    }

    /** Three of fifteen fills are a fifth; of sixteen less. */
    @Test
    void shouldStaySilentWhenTheyTradeMuchWithOthers()
    {
        matches(1);
        strangers(ALICE, 12);
        matches(2);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentWhenTheyTradeALittleMoreWithOthers()
    {
        matches(1);
        strangers(ALICE, 13);
        matches(2);
        assertSilent();
    }

    /** Five of forty fills each, in a market of 320: (5 / 40) / (40 / 320) is one; of 6,400, it is twenty. */
    @Test
    void shouldTellWhenChanceWouldNotBringThemTogether()
    {
        matches(1);
        strangers(ALICE, 35);
        strangers(BOB, 35);
        for (int i = 0; i < 6_400 - 75; i++)
        {
            fill(0, 1000 + i % 9, 0, 2000 + i % 7, 10, 10_000);
        }
        matches(3);
        assertSilent();
        matches(1);
        assertEquals(1, recorder.findings().size());
        assertEquals(20_000_000, recorder.findings().get(0).compared(MatchedOrdersDetector.LIFT).measured());
    }

    @Test
    void shouldStaySilentWhenChanceWouldAlmost()
    {
        matches(1);
        strangers(ALICE, 35);
        strangers(BOB, 35);
        for (int i = 0; i < 6_399 - 75; i++)
        {
            fill(0, 1000 + i % 9, 0, 2000 + i % 7, 10, 10_000);
        }
        matches(4);
        assertSilent();
    }

    @Test
    void shouldLeaveAnOwnersOwnOrdersToOthers()
    {
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
        matches(10);

        assertSilent();
    }

    @Test
    void shouldNotTakeMarketOrdersForAgreed()
    {
        for (int i = 0; i < 10; i++)
        {
            enter(ALICE, Side.SELL, 10_000, 100);
            market.handle(events.with(Flags.MARKET)
                .order(Kind.NEW, ++orders, BOB, Side.BUY, Absent.VALUE, 100));
            fill(orders - 1, ALICE, orders, BOB, 100, 10_000);
        }
        assertSilent();
    }

    /** Negative control: a market maker of round sizes whom many takers hit with the same size at once. */
    @Test
    void shouldStaySilentOnMarketMakerOfRoundSizes()
    {
        for (int i = 0; i < 200; i++)
        {
            match(ALICE, 1000 + i % 40, 100, 100, SECOND / 100, 100, 10_000 + i % 5);
        }
        assertSilent();
    }

    /** Negative control: a large order sliced into immediate orders at the best price, filled by many. */
    @Test
    void shouldStaySilentOnSlices()
    {
        for (int i = 0; i < 200; i++)
        {
            match(2000 + i % 50, BOB, 100, 100, SECOND / 2, 100, 10_000);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtAnyRateOfTheOthers()
    {
        for (final int others : new int[] { 1, 10, 100 })
        {
            recorder.findings().clear();
            events.after(24 * HOUR);
            for (int i = 0; i < 3; i++)
            {
                matches(1);
                for (int other = 0; other < others; other++)
                {
                    fill(0, 1000 + other % 9, 0, 2000 + other % 7, 10, 10_000);
                }
            }
            assertEquals(1, recorder.findings().size(), others + " trades of others between");
        }
    }

    private void matches(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            match(ALICE, BOB, 100, 100, 0, 100, 10_000);
        }
    }

    private void match(
        final long seller,
        final long buyer,
        final long sold,
        final long bought,
        final long gapNanos,
        final long filled,
        final long price)
    {
        enter(seller, Side.SELL, price, sold);
        events.after(gapNanos);
        enter(buyer, Side.BUY, price, bought);
        fill(orders - 1, seller, orders, buyer, filled, price);
    }

    /** Fills with others. */
    private void strangers(final long account, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            fill(0, account, 0, 1000 + i % 9, 10, 10_000);
        }
    }

    private void enter(final long account, final int side, final long price, final long lots)
    {
        market.handle(events.order(Kind.NEW, ++orders, account, side, price, lots));
    }

    private void fill(
        final long restingOrder,
        final long resting,
        final long incomingOrder,
        final long incoming,
        final long lots,
        final long price)
    {
        market.handle(events.with(Flags.LAST)
            .trade(restingOrder, resting, incomingOrder, incoming, Side.BUY, price, lots));
    }

    private void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }
}
