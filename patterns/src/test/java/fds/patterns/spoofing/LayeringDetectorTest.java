package fds.patterns.spoofing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayeringDetectorTest extends DetectorContract<LayeringConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long MAKER = 900;
    private static final long TAKER = 990;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long START = 1000 * SECOND;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(LayeringConfig.DEFAULT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<LayeringConfig> factory()
    {
        return new LayeringFactory();
    }

    @Override
    protected LayeringConfig flowConfig()
    {
        return new LayeringConfig(Tiered.of(2L), Tiered.of(12L), Tiered.of(0L), Tiered.of(4 * SECOND),
            Tiered.of(500_000L), Tiered.of(4 * SECOND), Tiered.of(700_000L), Tiered.of(800_000L), 2 * SECOND,
            Tiered.of(50_000L), Tiered.of(700_000L), Tiered.of(2_000_000L), Tiered.of(40L), Tiered.of(60L));
    }

    @Override
    protected Detector oracle(final LayeringConfig config)
    {
        return new PlainLayering(config);
    }

    @Override
    protected Flow flow()
    {
        return new TickingFlow(new LayeringFlow(), 300_000_000);
    }

    /** Ordinary orders, and now and then somebody who enters a few, is filled on the other side and takes them back. */
    private static final class LayeringFlow implements Flow
    {
        private final OrderFlow others = new OrderFlow(4, 300_000_000, 4, 3, 1, 2, 0, 0);
        private final Deque<Consumer<EventBuilder>> script = new ArrayDeque<>();
        private long orders = 500_000;

        @Override
        public void next(final Random random, final EventBuilder events)
        {
            if (script.isEmpty() && random.nextInt(8) == 0)
            {
                write(random);
            }
            if (script.isEmpty() || random.nextInt(4) == 0)
            {
                others.next(random, events);
                return;
            }
            events.after(random.nextInt(300_000_000)).with(Flags.LAST);
            script.remove().accept(events);
        }

        private void write(final Random random)
        {
            final long account = 1 + random.nextInt(4);
            final long other = 1 + random.nextInt(4);
            final int side = random.nextBoolean() ? Side.BUY : Side.SELL;
            final int count = 2 + random.nextInt(3);
            final long first = orders + 1;
            orders += count;
            for (int i = 0; i < count; i++)
            {
                final long order = first + i;
                final long price = (side == Side.BUY ? 90 : 110) + random.nextInt(8);
                final long lots = 8 + random.nextInt(12);
                script.add(events -> events.order(Kind.NEW, order, account, side, price, lots));
            }
            final long lots = 1 + random.nextInt(5);
            script.add(events -> events.trade(0, account, 0, other, side, 100, lots));
            for (int i = 0; i < count; i++)
            {
                final long order = first + i;
                script.add(events -> events.order(
                    Kind.CANCEL, order, account, side, Absent.VALUE, Absent.VALUE));
            }
        }
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

    /** Ten others with an order on each side. */
    @BeforeEach
    void openBook()
    {
        for (int level = 0; level < 10; level++)
        {
            enter(MAKER + level, Side.BUY, 9_980 - level, 100);
            enter(MAKER + level, Side.SELL, 10_020 + level, 100);
        }
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellOfThreeBidsThatGoOnceAnOfferIsFilled()
    {
        final long first = enter(ALICE, Side.BUY, 9_990, 200);
        events.after(SECOND);
        enter(ALICE, Side.BUY, 9_989, 200);
        enter(ALICE, Side.BUY, 9_988, 200);
        events.after(SECOND);
        fill(BOB, Side.BUY, 10_019, 50);
        cancel(first);
        cancel(first + 2);
        events.after(200 * MILLISECOND);
        cancel(first + 1);
        events.after(SECOND - 1);
        market.handle(events.tick());
        assertEquals(List.of(), recorder.findings());
        events.after(1);
        market.handle(events.tick());

        final int layers = 10;
        final int collapse = 10 + 12;    // after 0.2 of a second
        final int concurrency = 30;      // 3 levels; ten accounts have one order a side
        final int score = layers + collapse + 20 + concurrency;
        assertEquals(List.of(new RecordedFinding(
            14, Severity.HIGH, score, 27, 21, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.OWNER_GROUP, 7, 0, 1,
            7, List.of(ALICE),
            List.of(new ScorePart(0, layers), new ScorePart(1, collapse), new ScorePart(2, 20),
                new ScorePart(3, concurrency)),
            List.of(
                new Compared(LayeringDetector.LAYERS, 3, 3, true),
                new Compared(LayeringDetector.ENTRY_SPAN, SECOND, 2 * SECOND, true),
                new Compared(LayeringDetector.WITHDRAWN_SHARE, 1_000_000, 900_000, true),
                new Compared(LayeringDetector.COLLAPSE, 200 * MILLISECOND, SECOND, true),
                new Compared(LayeringDetector.OPPOSITE_SHARE, 0, 333_333, true),
                new Compared(LayeringDetector.CONCURRENCY, 3_000_000, 3_000_000, true),
                new Compared(LayeringDetector.ALERT_SCORE, score, 50, true),
                new Compared(LayeringDetector.WITHDRAWAL_SPAN, 1_000_000L * 200 / 2_200, 100_000, true),
                new Compared(LayeringDetector.SHOWN_AGAIN, 0, 100_000, true)),
            List.of("CAUSE 27", "ORDER 21", "ORDER 22", "ORDER 23", "GENUINE_FILL 24"), 0,
            BenefitMethod.MARK_TO_MARKET, BigInteger.valueOf(50 * (10_019 - 10_020)),
            List.of(9_989L, 10_020L, 9_980L, 10_020L))), recorder.findings());
    }

    /** The twin: the fill is another's. */
    @Test
    void shouldStaySilentWhenAnotherIsFilled()
    {
        assertEquals(0, layer(3, 1, 0, 0, 0, TAKER));
    }

    @Test
    void shouldTellOfOffersAlike()
    {
        final long first = enter(ALICE, Side.SELL, 10_010, 200);
        enter(ALICE, Side.SELL, 10_011, 200);
        enter(ALICE, Side.SELL, 10_012, 200);
        fill(BOB, Side.SELL, 9_981, 50);
        for (int i = 0; i < 3; i++)
        {
            cancel(first + i);
        }
        assertEquals(1, told().size());
        assertEquals(BigInteger.valueOf(50 * (9_980 - 9_981)), recorder.findings().get(0).benefit());
    }

    @Test
    void shouldStaySilentAtTwoLevels()
    {
        assertEquals(0, layer(2, 1, 0, 0, 0, BOB));
        assertEquals(1, layer(3, 1, 0, 0, 0, BOB));
    }

    @Test
    void shouldNotCountTwoOrdersOfOneLevelTwice()
    {
        final long first = enter(ALICE, Side.BUY, 9_990, 200);
        enter(ALICE, Side.BUY, 9_990, 200);
        enter(ALICE, Side.BUY, 9_989, 200);
        fill(BOB, Side.BUY, 10_019, 50);
        for (int i = 0; i < 3; i++)
        {
            cancel(first + i);
        }
        assertSilent();
    }

    /** Five ticks, which is also 0.05 % of 9,990. */
    @Test
    void shouldTakeLevelsFiveTicksApartForNeighbours()
    {
        assertEquals(1, layer(3, 5, 0, 0, 0, BOB));
        assertEquals(0, layer(3, 6, 0, 0, 0, BOB));
    }

    @Test
    void shouldTellOfOrdersThatCameWithinTwoSeconds()
    {
        assertEquals(1, layer(3, 1, SECOND, 0, 0, BOB));
    }

    @Test
    void shouldStaySilentWhenTheyCameInMore()
    {
        events.after(SECOND);
        final long first = enter(ALICE, Side.BUY, 9_990, 200);
        events.after(SECOND);
        enter(ALICE, Side.BUY, 9_989, 200);
        events.after(SECOND + 1);
        enter(ALICE, Side.BUY, 9_988, 200);
        fill(BOB, Side.BUY, 10_019, 50);
        for (int i = 0; i < 3; i++)
        {
            cancel(first + i);
        }
        assertSilent();
    }

    @Test
    void shouldTellWhenTheLastGoesASecondAfterTheFillAndNotLater()
    {
        assertEquals(1, layer(3, 1, 0, SECOND, 0, BOB));
        assertEquals(0, layer(3, 1, 0, SECOND + 1, 0, BOB));
    }

    @Test
    void shouldTellAtATenthFilledAndNotAbove()
    {
        assertEquals(1, layer(3, 1, 0, 0, 60, BOB));
        assertEquals(0, layer(3, 1, 0, 0, 61, BOB));
    }

    @Test
    void shouldTellWhenAThirdIsShownOnTheOtherSideAndNotMore()
    {
        final long shown = enter(BOB, Side.SELL, 10_050, 199);
        assertEquals(1, layer(3, 1, 0, 0, 0, BOB));
        cancel(shown);
        enter(BOB, Side.SELL, 10_050, 200); // 333,333.3 of a million
        assertEquals(0, layer(3, 1, 0, 0, 0, BOB));
    }

    @Test
    void shouldTellWhenATenthIsShownAgainAndNotMore()
    {
        assertEquals(1, layerAgain(60));
        assertEquals(0, layerAgain(61));
    }

    /** Half a per cent of 9,988 is 49 ticks. */
    @Test
    void shouldTakeWhatIsNearForShownAgain()
    {
        layerWithoutTick();
        enter(ALICE, Side.BUY, 9_988 - 49, 200);
        assertEquals(0, told().size());
        layerWithoutTick();
        enter(ALICE, Side.BUY, 9_988 - 50, 200);
        assertEquals(1, told().size());
    }

    @Test
    void shouldTellWhenItIsShownAgainOnTheOtherSideOrByAnother()
    {
        layerWithoutTick();
        enter(ALICE, Side.SELL, 10_015, 600);
        enter(TAKER, Side.BUY, 9_989, 600);
        assertEquals(1, told().size());
    }

    /** Five seconds since the first came; from the first withdrawal to the last half of one. */
    @Test
    void shouldTellWhenTheyGoWithinATenthOfTheirTimeAndNotLater()
    {
        assertEquals(1, layerThatGoes(500 * MILLISECOND));
        assertEquals(0, layerThatGoes(500 * MILLISECOND + 5));
    }

    /** Negative control: a market maker who quotes one side anew after each fill, now all at once, now one by one. */
    @Test
    void shouldStaySilentOnAMakerWhoQuotesAnewAfterAFill()
    {
        long first = orders + 1;
        for (int i = 0; i < 4; i++)
        {
            enter(ALICE, Side.BUY, 9_990 - i, 200);
        }
        for (int round = 0; round < 100; round++)
        {
            events.after(3 * SECOND);
            fill(BOB, Side.BUY, 10_019, 50);
            final long next = orders + 1;
            for (int i = 0; i < 4; i++)
            {
                cancel(first + i);
                if (round % 2 == 0)
                {
                    enter(ALICE, Side.BUY, 9_990 - i - round % 5, 200);
                }
            }
            events.after(900 * MILLISECOND);
            for (int i = 0; i < 4 && round % 2 != 0; i++)
            {
                enter(ALICE, Side.BUY, 9_990 - i - round % 5, 200);
            }
            market.handle(events.after(100 * MILLISECOND).tick());
            first = next;
        }
        assertSilent();
    }

    /** Negative control: the connection is lost just after a fill, and all goes, both sides. */
    @Test
    void shouldStaySilentOnAMassCancelAfterAFill()
    {
        for (int round = 0; round < 50; round++)
        {
            final long first = orders + 1;
            for (int i = 0; i < 4; i++)
            {
                enter(ALICE, Side.BUY, 9_990 - i, 200);
                enter(ALICE, Side.SELL, 10_010 + i, 200);
            }
            events.after(5 * SECOND);
            market.handle(events.with(Flags.LAST)
                .trade(first + 1, ALICE, 0, TAKER, Side.BUY, 10_010, 200));
            for (long order = first; order < first + 8; order++)
            {
                cancel(order);
            }
            told();
        }
        assertSilent();
    }

    @Test
    void shouldWaitUntilTheLastIsGone()
    {
        final long first = enter(ALICE, Side.BUY, 9_990, 200);
        for (int i = 1; i < 4; i++)
        {
            enter(ALICE, Side.BUY, 9_990 - i, 200);
        }
        fill(BOB, Side.BUY, 10_019, 50);
        cancel(first);
        cancel(first + 1);
        cancel(first + 2);
        assertEquals(List.of(), recorder.findings());
        cancel(first + 3);

        assertEquals(1, told().size());
        assertEquals(4, recorder.findings().get(0).compared(LayeringDetector.LAYERS).measured());
    }

    @Test
    void shouldTakeOrdersMovedWithTheMarketForTheSame()
    {
        final long first = enter(ALICE, Side.BUY, 9_985, 200);
        enter(ALICE, Side.BUY, 9_984, 200);
        enter(ALICE, Side.BUY, 9_983, 200);
        events.after(30 * SECOND);
        for (int i = 0; i < 3; i++)
        {
            market.handle(events.with(Flags.LAST)
                .order(Kind.REPLACE, first + i, ALICE, Side.BUY, 9_995 - i, 200));
        }
        fill(BOB, Side.BUY, 10_019, 50);
        for (int i = 0; i < 3; i++)
        {
            cancel(first + i);
        }
        assertEquals(1, told().size());
    }

    /** Where everybody has ladders, a ladder stands out by nothing: 10 + 25 + 20 less than 50 when it is slow. */
    @Test
    void shouldGiveNoPointsForLevelsWhereEverybodyHasAsMany()
    {
        for (int level = 0; level < 10; level++)
        {
            for (int i = 0; i < 3; i++)
            {
                enter(MAKER + level, Side.BUY, 9_960 - 3 * level - i, 100);
                enter(MAKER + level, Side.SELL, 10_040 + 3 * level + i, 100);
            }
        }
        assertEquals(0, layer(3, 1, 0, 400 * MILLISECOND, 0, BOB));
        assertEquals(1, layer(3, 1, 0, 300 * MILLISECOND, 0, BOB));
    }

    /** Negative control: a market maker with ladders on both sides, hit on one, who quotes anew at once. */
    @Test
    void shouldStaySilentOnLaddersOfBothSides()
    {
        for (int round = 0; round < 100; round++)
        {
            final long first = orders + 1;
            for (int i = 0; i < 4; i++)
            {
                enter(ALICE, Side.BUY, 9_990 - i, 200);
                enter(ALICE, Side.SELL, 10_010 + i, 200);
            }
            events.after(300 * MILLISECOND);
            market.handle(events.with(Flags.LAST)
                .trade(round % 2 == 0 ? first : first + 1, ALICE, 0, TAKER, round % 2 == 0 ? Side.SELL : Side.BUY,
                    round % 2 == 0 ? 9_990 : 10_010, 200));
            for (long order = first; order < first + 8; order++)
            {
                cancel(order);
            }
        }
        assertSilent();
    }

    /** Negative control: a ladder taken back when nobody comes, and a mass cancel long after a fill. */
    @Test
    void shouldStaySilentOnLaddersWithoutAFill()
    {
        for (int round = 0; round < 50; round++)
        {
            fill(ALICE, Side.BUY, 10_019, 50);
            events.after(SECOND);
            final long first = orders + 1;
            for (int i = 0; i < 5; i++)
            {
                enter(ALICE, Side.BUY, 9_990 - i, 200);
            }
            events.after(5 * SECOND);
            for (int i = 0; i < 5; i++)
            {
                cancel(first + i);
            }
        }
        assertSilent();
    }

    /** Negative control: self-trade prevention takes them. */
    @Test
    void shouldStaySilentOnSelfTradePrevention()
    {
        final long first = orders + 1;
        for (int i = 0; i < 3; i++)
        {
            enter(ALICE, Side.BUY, 9_990 - i, 200);
        }
        fill(BOB, Side.BUY, 10_019, 50);
        for (int i = 0; i < 3; i++)
        {
            market.handle(events.with(Flags.STP | Flags.LAST)
                .order(Kind.CANCEL, first + i, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }
        assertSilent();
    }

    /** Negative control: slices of a large order, all filled. */
    @Test
    void shouldStaySilentOnSlices()
    {
        for (int round = 0; round < 50; round++)
        {
            final long first = orders + 1;
            for (int i = 0; i < 3; i++)
            {
                enter(ALICE, Side.BUY, 9_990 - i, 200);
            }
            fill(BOB, Side.BUY, 10_019, 50);
            for (int i = 0; i < 3; i++)
            {
                market.handle(events.with(Flags.LAST)
                    .trade(first + i, ALICE, 0, TAKER, Side.SELL, 9_990 - i, 200));
            }
            events.after(10 * SECOND);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtAnyRateOfTheOthers()
    {
        for (final long pauseNanos : new long[] { 4_000 * MILLISECOND, 400 * MILLISECOND, 40 * MILLISECOND })
        {
            for (int i = 0; i < 300; i++)
            {
                final long order = enter(TAKER, i % 2 == 0 ? Side.BUY : Side.SELL, i % 2 == 0 ? 9_970 : 10_030, 100);
                events.after(pauseNanos);
                cancel(order);
            }
            assertEquals(1, layer(3, 1, 0, 0, 0, BOB), "pause " + pauseNanos);
        }
    }

    /** Three bids of 200 that go at once after a fill. */
    private void layerWithoutTick()
    {
        final long first = orders + 1;
        events.after(10 * SECOND);
        for (int i = 0; i < 3; i++)
        {
            enter(ALICE, Side.BUY, 9_990 - i, 200);
        }
        fill(BOB, Side.BUY, 10_019, 50);
        for (int i = 0; i < 3; i++)
        {
            cancel(first + i);
        }
    }

    /** As above, and so much is shown again. */
    private int layerAgain(final long lots)
    {
        final int before = recorder.findings().size();
        layerWithoutTick();
        events.after(SECOND - 1);
        enter(ALICE, Side.BUY, 9_990, lots);
        cancel(orders);
        return told().size() - before;
    }

    private int layerThatGoes(final long spanNanos)
    {
        final int before = recorder.findings().size();
        final long first = orders + 1;
        for (int i = 0; i < 3; i++)
        {
            enter(ALICE, Side.BUY, 9_990 - i, 200);
        }
        events.after(5 * SECOND - spanNanos);
        fill(BOB, Side.BUY, 10_019, 50);
        cancel(first);
        events.after(spanNanos);
        cancel(first + 1);
        cancel(first + 2);
        return told().size() - before;
    }

    /** Bids of 200 from 9,990 down; the findings they gave. */
    private int layer(
        final int count,
        final long gapTicks,
        final long pauseNanos,
        final long collapseNanos,
        final long filledLots,
        final long filledAccount)
    {
        final int before = recorder.findings().size();
        final long first = orders + 1;
        for (int i = 0; i < count; i++)
        {
            events.after(i == 0 ? 10 * SECOND : pauseNanos);
            enter(ALICE, Side.BUY, 9_990 - i * gapTicks, 200);
        }
        fill(filledAccount, Side.BUY, 10_019, 50);
        if (filledLots > 0)
        {
            market.handle(events.with(Flags.LAST)
                .trade(first, ALICE, 0, TAKER, Side.SELL, 9_990, filledLots));
        }
        events.after(collapseNanos);
        for (int i = 0; i < count; i++)
        {
            cancel(first + i);
        }
        return told().size() - before;
    }

    private long enter(final long account, final int side, final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, account, side, price, lots));
        return orders;
    }

    private void cancel(final long order)
    {
        market.handle(events.with(Flags.LAST)
            .order(Kind.CANCEL, order, Absent.UNKNOWN_ID, Side.NONE, Absent.VALUE, Absent.VALUE));
    }

    private void fill(final long resting, final int aggressor, final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).trade(0, resting, 0, TAKER + 1, aggressor, price, lots));
    }

    /** What there is a second later. */
    private List<RecordedFinding> told()
    {
        events.after(SECOND);
        market.handle(events.tick());
        return recorder.findings();
    }

    private void assertSilent()
    {
        assertEquals(List.of(), told());
    }
}
