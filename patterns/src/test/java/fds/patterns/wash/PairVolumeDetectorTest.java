package fds.patterns.wash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;

import fds.market.detector.Detector;
import fds.market.detector.DetectorFactory;
import fds.market.detector.Tiered;
import fds.market.event.Absent;
import fds.market.event.Flags;
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

class PairVolumeDetectorTest extends DetectorContract<PairVolumeConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long CAROL = 303;
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final long START = 7 * DAY; // a week, a day and an hour begin

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(PairVolumeConfig.DEFAULT, recorder);

    @Override
    protected DetectorFactory<PairVolumeConfig> factory()
    {
        return new PairVolumeFactory();
    }

    @Override
    protected PairVolumeConfig flowConfig()
    {
        return new PairVolumeConfig(Tiered.of(2L), Tiered.of(4L), Tiered.of(30_000L), Tiered.of(600_000L),
            Tiered.of(250_000L), Tiered.of(400_000L));
    }

    @Override
    protected Detector oracle(final PairVolumeConfig config)
    {
        return new PlainPairVolume(config);
    }

    /** Hours, days and weeks end now and then. */
    @Override
    protected Flow flow()
    {
        final OrderFlow orderly = new OrderFlow(5, 1_000_000_000, 3, 1, 0, 6, 0, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(25) == 0 ? random.nextInt(20) * HOUR : 0);
            orderly.next(random, builder);
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
    void shouldTellAtTheSixthTradeToAndFro()
    {
        toAndFro(6, 100);

        assertEquals(List.of(new RecordedFinding(
            3, Severity.HIGH, 15 + 3 + 30 + 40, 6, 1, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.ACCOUNT_PAIR,
            ALICE, BOB, 0, BOB, List.of(BOB, ALICE),
            List.of(new ScorePart(0, 18), new ScorePart(1, 30), new ScorePart(2, 40)),
            List.of(
                new Compared(PairVolumeDetector.WINDOW, HOUR, HOUR, true),
                new Compared(PairVolumeDetector.TRADES, 6, 6, true),
                new Compared(PairVolumeDetector.NOTIONAL, 6_000_000, 5_000_000, true),
                new Compared(PairVolumeDetector.IMBALANCE, 0, 10_000, true),
                new Compared(PairVolumeDetector.SHARE_OF_RESTING, 1_000_000, 500_000, true),
                new Compared(PairVolumeDetector.SHARE_OF_AGGRESSOR, 1_000_000, 500_000, true)),
            List.of("CAUSE 6", "FIRST 1", "TRADE 5"), 3, BenefitMethod.WASHED_NOTIONAL, BigInteger.valueOf(6_000_000),
            List.of(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldStaySilentAtFiveTrades()
    {
        trade(ALICE, BOB, 300, 10_000);
        trade(BOB, ALICE, 300, 10_000);
        trade(ALICE, BOB, 300, 10_000);
        trade(BOB, ALICE, 200, 10_000);
        trade(BOB, ALICE, 100, 10_000);

        assertSilent();
    }

    /** The twin: as much, but one way. */
    @Test
    void shouldStaySilentOneWay()
    {
        for (int i = 0; i < 20; i++)
        {
            trade(ALICE, BOB, 100, 10_000);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtFiftyThousandDollarsAndNotACentBelow()
    {
        toAndFro(4, 83);
        trade(ALICE, BOB, 83, 10_000);
        trade(BOB, ALICE, 85, 9_999);
        assertSilent();

        events.after(7 * DAY);
        toAndFro(4, 83);
        trade(ALICE, BOB, 83, 10_000);
        trade(BOB, ALICE, 85, 10_000);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldAskForAPercentOfALargerVolume()
    {
        toAndFro(2, 100);
        trade(CAROL, 404, 59_400, 10_000);
        toAndFro(4, 100); // 600 of 60,000
        assertEquals(1, recorder.findings().size());

        events.after(7 * DAY);
        toAndFro(2, 100);
        trade(CAROL, 404, 59_500, 10_000);
        toAndFro(4, 100);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTellAtAPercentApartAndNotMore()
    {
        toAndFro(4, 100);
        trade(ALICE, BOB, 103, 10_000);
        trade(BOB, ALICE, 97, 10_000); // 303 and 297
        assertEquals(1, recorder.findings().size());

        events.after(7 * DAY);
        toAndFro(4, 100);
        trade(ALICE, BOB, 104, 10_000);
        trade(BOB, ALICE, 97, 10_000);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTellWhenItIsHalfOfWhatEachTradesAndNotLess()
    {
        trade(ALICE, CAROL, 600, 10_000);
        trade(BOB, CAROL, 600, 10_000);
        toAndFro(6, 100);
        assertEquals(1, recorder.findings().size());
        assertEquals(Severity.MEDIUM, recorder.findings().get(0).severity());

        events.after(7 * DAY);
        trade(ALICE, CAROL, 601, 10_000);
        toAndFro(6, 100);
        assertEquals(1, recorder.findings().size());

        events.after(7 * DAY);
        trade(CAROL, BOB, 601, 10_000);
        toAndFro(6, 100);
        assertEquals(1, recorder.findings().size());
    }

    /** What others traded before the two met says nothing about it. */
    @Test
    void shouldMeasureTheVolumeFromTheirFirstTradeOn()
    {
        trade(CAROL, 404, 1_000_000, 10_000);
        toAndFro(6, 100);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTellAgainWhenTradesHaveDoubled()
    {
        toAndFro(30, 100);

        assertEquals(List.of(6L, 12L, 24L), recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
    }

    /** Four in one hour, two in the next: at the second the day is looked at. */
    @Test
    void shouldAddHoursToADay()
    {
        toAndFro(4, 100);
        events.after(HOUR);
        toAndFro(2, 100);

        assertEquals(1, recorder.findings().size());
        assertEquals(DAY, recorder.findings().get(0).compared(PairVolumeDetector.WINDOW).measured());
        assertEquals(List.of("CAUSE 6", "FIRST 1", "TRADE 5"), recorder.findings().get(0).evidence());
    }

    @Test
    void shouldAddDaysToAWeek()
    {
        toAndFro(2, 100);
        events.after(DAY);
        toAndFro(2, 100);
        events.after(DAY);
        toAndFro(2, 100);

        assertEquals(1, recorder.findings().size());
        assertEquals(7 * DAY, recorder.findings().get(0).compared(PairVolumeDetector.WINDOW).measured());
    }

    @Test
    void shouldForgetWhenTheWeekIsOver()
    {
        toAndFro(4, 100);
        events.after(7 * DAY);
        toAndFro(2, 100);

        assertSilent();
    }

    /** More others than are kept, none of them much: the pair's place is not taken. */
    @Test
    void shouldKeepTheOneThatIsMuchAmongMany()
    {
        for (int i = 0; i < 6; i++)
        {
            trade(i % 2 == 0 ? ALICE : BOB, i % 2 == 0 ? BOB : ALICE, 100, 10_000 - (i == 5 ? 1 : 0));
            for (int stranger = 0; stranger < 10; stranger++)
            {
                trade(ALICE, 1000 + 10 * i + stranger, 1, 10_000);
            }
        }
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTakeAnOwnersAccountsTogether()
    {
        market.owner(ALICE, 7, Role.NONE).owner(CAROL, 7, Role.NONE);
        toAndFro(4, 100);
        trade(CAROL, BOB, 100, 10_000);
        trade(BOB, CAROL, 100, 10_000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldLeaveTradesWithinAnOwnerToOthers()
    {
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
        toAndFro(20, 100);

        assertSilent();
    }

    @Test
    void shouldStaySilentWhileNoAccountIsKnown()
    {
        for (int i = 0; i < 20; i++)
        {
            trade(0, 0, 100, 10_000);
            trade(ALICE, 0, 100, 10_000);
        }
        assertSilent();
    }

    @Test
    void shouldNotCountTradesThatSelfTradePreventionUndid()
    {
        for (int i = 0; i < 20; i++)
        {
            events.with(Flags.STP);
            trade(i % 2 == 0 ? ALICE : BOB, i % 2 == 0 ? BOB : ALICE, 100, 10_000);
        }
        assertSilent();
    }

    /** Negative control: a market maker, and takers who trade with it alone, to and fro. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 100; i++)
        {
            trade(ALICE, 1000 + i % 5, 100, 10_000);
            trade(1000 + i % 5, ALICE, 100, 10_000);
        }
        assertSilent();
    }

    /** Negative control: two arbitrageurs who meet now and then among many. */
    @Test
    void shouldStaySilentOnTwoOfMany()
    {
        for (int i = 0; i < 200; i++)
        {
            trade(i % 7 == 0 ? ALICE : 1000 + i % 7, i % 7 == 3 ? BOB : 2000 + i % 5, 100, 10_000);
            trade(i % 14 == 0 ? BOB : 3000 + i % 6, i % 7 == 0 ? ALICE : 4000 + i % 5, 100, 10_000);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtAnyRateOfTheOthers()
    {
        for (final int others : new int[] { 1, 10, 100 })
        {
            recorder.findings().clear();
            events.after(7 * DAY);
            for (int i = 0; i < 6; i++)
            {
                trade(i % 2 == 0 ? ALICE : BOB, i % 2 == 0 ? BOB : ALICE, 100, 10_000);
                for (int other = 0; other < others; other++)
                {
                    trade(1000 + other % 9, 2000 + other % 11, 50, 10_000);
                }
            }
            assertEquals(1, recorder.findings().size(), others + " trades of others between");
        }
    }

    private void toAndFro(final int trades, final long lots)
    {
        for (int i = 0; i < trades; i++)
        {
            trade(i % 2 == 0 ? ALICE : BOB, i % 2 == 0 ? BOB : ALICE, lots, 10_000);
        }
    }

    /** One sells to another, who buys aggressively. */
    private void trade(final long seller, final long buyer, final long lots, final long price)
    {
        market.handle(events.trade(0, seller, 0, buyer, Side.BUY, price, lots));
    }

    private void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }
}
