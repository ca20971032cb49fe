package fds.patterns.tape;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaintingDetectorTest extends DetectorContract<PaintingConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long STRANGER = 900;
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final long START = 1000 * DAY;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(PaintingConfig.DEFAULT, recorder);
    private int strangers;

    @Override
    protected DetectorFactory<PaintingConfig> factory()
    {
        return new PaintingFactory();
    }

    @Override
    protected PaintingConfig flowConfig()
    {
        return new PaintingConfig(Tiered.of(3L), Tiered.of(4L), Tiered.of(400_000L), Tiered.of(500_000L),
            Tiered.of(6L), 60 * SECOND, 10 * SECOND);
    }

    @Override
    protected Detector oracle(final PaintingConfig config)
    {
        return new PlainPainting(config);
    }

    @Override
    protected Flow flow()
    {
        final OrderFlow orderly = new OrderFlow(4, 1_000_000_000, 3, 1, 0, 4, 0, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(30) == 0 ? random.nextInt(8) * HOUR : random.nextInt(15) * SECOND);
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

    /** Orders of 100 lots, one trade, and an hour of silence. */
    @BeforeEach
    void beQuiet()
    {
        for (int order = 1; order <= 10; order++)
        {
            market.handle(events.order(Kind.NEW, order, STRANGER, Side.BUY, 90, 100));
        }
        others(1, 100);
        events.after(HOUR);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellAtTheTenthSmallTradeOfAMinute()
    {
        paint(9, 5);
        assertSilent();
        events.after(49 * SECOND);
        paint(1, 5);

        assertEquals(List.of(new RecordedFinding(
            12, Severity.MEDIUM, 20 + 30 + 29, 21, 12, START + HOUR - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.OWNER_GROUP, ALICE, 0, 0, ALICE, List.of(ALICE),
            List.of(new ScorePart(0, 20), new ScorePart(1, 30), new ScorePart(2, 29)),
            List.of(
                new Compared(PaintingDetector.SMALL_TRADES, 10, 10, true),
                new Compared(PaintingDetector.SHARE_OF_TRADES, 1_000_000, 800_000, true),
                new Compared(PaintingDetector.TRADES_OTHERWISE, 1, 60, true)),
            List.of("CAUSE 21", "TRADE 12", "TRADE 13", "TRADE 14", "TRADE 15", "TRADE 16", "TRADE 17", "TRADE 18",
                "TRADE 19", "TRADE 20"), 0, BenefitMethod.NONE, BigInteger.ZERO,
            List.of(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldStaySilentWhenTenTakeMoreThanAMinute()
    {
        paint(1, 5);
        events.after(60 * SECOND);
        paint(9, 5);

        assertSilent();
    }

    /** The twin: as many trades, of ordinary size. */
    @Test
    void shouldStaySilentOnOrdinaryTrades()
    {
        paint(20, 6); // 5 lots are 5 % of the mean order
        assertSilent();
    }

    @Test
    void shouldTakeTwoLotsForSmallWhateverTheMean()
    {
        for (int order = 11; order <= 1_000; order++)
        {
            market.handle(events.order(Kind.NEW, order, STRANGER, Side.BUY, 90, 1));
        }
        paint(10, 3); // the mean is 1 now
        assertSilent();
        events.after(120 * SECOND);
        paint(10, 2);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTellAtFourFifthsOfTheTradesAndNotBelow()
    {
        others(3, 100);
        paint(11, 5); // 11 of 14
        assertSilent();
        paint(1, 5);  // 12 of 15
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentWhereMoreThanOneTradesAMinute()
    {
        others(60, 100);
        events.after(60 * SECOND); // 61 in 61 minutes
        paint(10, 5);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentWhereALittleMoreTrade()
    {
        others(61, 100);
        events.after(60 * SECOND); // 62 in 61 minutes
        paint(10, 5);
        assertSilent();
    }

    @Test
    void shouldStaySilentBeforeAnHourWasWatched()
    {
        final FindingRecorder other = new FindingRecorder();
        try (TestMarket fresh = market(PaintingConfig.DEFAULT, other))
        {
            events.at(START + 2 * HOUR);
            fresh.handle(events.trade(0, STRANGER, 0, STRANGER + 1, Side.BUY, 100, 100));
            events.after(HOUR - 1);
            for (int i = 0; i < 20; i++)
            {
                fresh.handle(events.trade(0, STRANGER + i, 0, ALICE, Side.BUY, 100, 1));
            }
            assertEquals(List.of(), other.findings());
        }
    }

    @Test
    void shouldTellAgainAfterAMinute()
    {
        for (int second = 0; second < 180; second += 2)
        {
            paint(1, 5);
            events.after(2 * SECOND);
        }
        assertEquals(3, recorder.findings().size());
    }

    @Test
    void shouldTellOfTwoWhoPaintTogether()
    {
        for (int i = 0; i < 10; i++)
        {
            market.handle(events.trade(0, i % 2 == 0 ? ALICE : BOB, 0, i % 2 == 0 ? BOB : ALICE, Side.BUY, 100, 5));
        }
        assertEquals(1, recorder.findings().size());
        assertEquals(SubjectKind.ACCOUNT_PAIR, recorder.findings().get(0).subjectKind());
        assertEquals(List.of(BOB, ALICE), recorder.findings().get(0).accounts());
    }

    @Test
    void shouldTakeAnOwnersAccountsTogether()
    {
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
        for (int i = 0; i < 10; i++)
        {
            market.handle(events.trade(0, STRANGER + i, 0, i % 2 == 0 ? ALICE : BOB, Side.BUY, 100, 5));
        }
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldNotCountTradesThatSelfTradePreventionUndid()
    {
        for (int i = 0; i < 20; i++)
        {
            market.handle(events.with(Flags.STP).trade(0, ALICE, 0, ALICE, Side.BUY, 100, 1));
        }
        assertSilent();
    }

    /** Negative control: a market maker whom many meet with small orders in a market that trades. */
    @Test
    void shouldStaySilentInAMarketThatTrades()
    {
        for (int i = 0; i < 3_600; i++)
        {
            market.handle(events.trade(0, ALICE, 0, STRANGER + i % 40, i % 2 == 0 ? Side.BUY : Side.SELL, 100, 3));
            events.after(SECOND);
        }
        recorder.findings().clear(); // its first minute was a quiet market's
        for (int i = 0; i < 600; i++)
        {
            market.handle(events.trade(0, ALICE, 0, STRANGER + i % 40, i % 2 == 0 ? Side.BUY : Side.SELL, 100, 3));
            events.after(SECOND);
        }
        assertSilent();
    }

    /** Negative control: a large order sliced over time. */
    @Test
    void shouldStaySilentOnSlices()
    {
        for (int i = 0; i < 50; i++)
        {
            paint(1, 5);
            events.after(30 * SECOND);
        }
        assertSilent();
    }

    /** Negative control: an order that takes what many small ones offer, of ordinary size together. */
    @Test
    void shouldStaySilentOnASweepOfOrdinaryOrders()
    {
        for (int i = 0; i < 30; i++)
        {
            market.handle(events.trade(0, STRANGER + i, 0, ALICE, Side.BUY, 100 + i, 40));
        }
        assertSilent();
    }

    private void paint(final int count, final long lots)
    {
        for (int i = 0; i < count; i++)
        {
            market.handle(events.trade(0, STRANGER + strangers++ % 50, 0, ALICE, Side.BUY, 100, lots));
        }
    }

    private void others(final int count, final long lots)
    {
        for (int i = 0; i < count; i++)
        {
            market.handle(events.trade(0, 2000 + i % 40, 0, 3000 + i % 30, Side.BUY, 100, lots));
        }
    }

    private void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }
}
