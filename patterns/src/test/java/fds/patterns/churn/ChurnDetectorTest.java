package fds.patterns.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

class ChurnDetectorTest extends DetectorContract<ChurnConfig>
{
    private static final long ALICE = 101;
    private static final long STRANGER = 900;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long START = 36_000 * SECOND;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(ChurnConfig.DEFAULT, recorder);
    private int strangers;

    @Override
    protected DetectorFactory<ChurnConfig> factory()
    {
        return new ChurnFactory();
    }

    @Override
    protected ChurnConfig flowConfig()
    {
        return new ChurnConfig(Tiered.of(200_000L), Tiered.of(400_000L), Tiered.of(300_000L), Tiered.of(3L),
            Tiered.of(400_000L), Tiered.of(20_000L), 30 * SECOND, 20 * SECOND);
    }

    @Override
    protected Detector oracle(final ChurnConfig config)
    {
        return new PlainChurn(config);
    }

    @Override
    protected Flow flow()
    {
        final OrderFlow orderly = new OrderFlow(5, 1_000_000_000, 3, 1, 0, 8, 0, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(60) == 0 ? random.nextInt(20) * MINUTE : random.nextInt(5) * SECOND);
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
    void shouldTellAtTheTwentiethChangeOfSide()
    {
        for (int i = 0; i < 22; i++)
        {
            churn(i, 10_000, 100);
        }
        // 21 trades have 20 changes, but 100 lots are left over: 5 % of all. After the 22nd nothing is.
        assertEquals(List.of(new RecordedFinding(
            10, Severity.HIGH, 40 + 20 + 10 + 20, 22, 1, START - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.OWNER_GROUP, ALICE, 0, 0, ALICE, List.of(ALICE),
            List.of(new ScorePart(0, 40), new ScorePart(1, 20), new ScorePart(2, 10), new ScorePart(3, 20)),
            List.of(
                new Compared(ChurnDetector.VOLUME_SHARE, 1_000_000, 300_000, true),
                new Compared(ChurnDetector.NET_SHARE, 0, 20_000, true),
                new Compared(ChurnDetector.DIRECTION_CHANGES, 21, 20, true),
                new Compared(ChurnDetector.AGGRESSOR_SHARE, 1_000_000, 900_000, true),
                new Compared(ChurnDetector.LOSS, 11_000, 0, true),
                new Compared(ChurnDetector.NOTIONAL, 22_000_000, 22_000_000 / 1_440, true),
                new Compared(ChurnDetector.WINDOW, 0, 10 * MINUTE, true)),
            List.of("CAUSE 22", "FIRST 1"), 0, BenefitMethod.REALISED, BigInteger.valueOf(-11_000),
            List.of(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE))), recorder.findings());
    }

    /** The twin: as many trades, one way. */
    @Test
    void shouldStaySilentOneWay()
    {
        for (int i = 0; i < 60; i++)
        {
            churn(0, 10_000, 100);
        }
        assertSilent();
    }

    @Test
    void shouldStaySilentAtNineteenChanges()
    {
        for (int i = 0; i < 20; i++)
        {
            churn(i, 10_000, 100);
        }
        assertSilent();
        churn(20, 10_000, 1);
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentBelowThreeTenthsOfTheVolume()
    {
        churnOften(12);
        others(5_134); // with 2,200 of its own 7,334: 29.997 %
        churnOften(10);
        assertSilent();
    }

    @Test
    void shouldTellAtThreeTenthsOfTheVolume()
    {
        churnOften(12);
        others(5_133); // 30.001 % of 7,333
        churnOften(10);
        assertEquals(1, recorder.findings().size());
        assertEquals(Severity.MEDIUM, recorder.findings().get(0).severity());
    }

    @Test
    void shouldTellAtTwoPercentLeftOverAndNotAbove()
    {
        churnOften(21);
        assertSilent(); // 100 of 2,100
        churn(1, 10_000, 56);
        assertSilent(); // 44 of 2,156: 2.04 %
        churn(1, 10_000, 1);
        assertEquals(1, recorder.findings().size()); // 43 of 2,157: 1.99 %
    }

    @Test
    void shouldStaySilentBelowNineTenthsAsAggressor()
    {
        for (int i = 0; i < 30; i++)
        {
            meet(i, 10_000, 12);
            churn(i, 10_000, 100);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtNineTenthsAsAggressor()
    {
        for (int i = 0; i < 30; i++)
        {
            meet(i, 10_000, 11);
            churn(i, 10_000, 100);
        }
        assertEquals(1, recorder.findings().size());
    }

    /** A lot bought at 10,000 and sold at 10,011 costs fees of 10.0055. */
    @Test
    void shouldStaySilentWhenItGainsMoreThanTheFees()
    {
        for (int i = 0; i < 60; i++)
        {
            churn(i, i % 2 == 0 ? 10_000 : 10_011, 100);
        }
        assertSilent();
    }

    @Test
    void shouldTellWhenItGainsLessThanTheFees()
    {
        for (int i = 0; i < 60; i++)
        {
            churn(i, i % 2 == 0 ? 10_000 : 10_010, 100);
        }
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldAskForAMinuteOfUsualVolume()
    {
        others(1_440 * 2_200); // 3,168,000 a day, 2,200 in a minute, and a little more with its own
        events.after(11 * MINUTE);
        churnOften(22);
        assertSilent();
        churnOften(2);
        assertEquals(1, recorder.findings().size());
    }

    /** What others trade before and behind the run says nothing about it. */
    @Test
    void shouldMeasureItsOwnRunInABusyMarket()
    {
        others(100_000);
        churnOften(22);
        others(100_000);

        assertEquals(1, recorder.findings().size());
        assertEquals(23, recorder.findings().get(0).causeSequence());
    }

    @Test
    void shouldForgetAfterTenMinutes()
    {
        churnOften(12);
        events.after(10 * MINUTE);
        churnOften(12);

        assertSilent();
    }

    @Test
    void shouldTellAgainAfterAMinuteWhileItGoesOn()
    {
        for (int second = 0; second < 180; second++)
        {
            churn(second, 10_000, 100);
            events.after(SECOND);
        }
        assertEquals(3, recorder.findings().size());
    }

    @Test
    void shouldTakeAnOwnersAccountsTogether()
    {
        market.owner(ALICE, 7, Role.NONE).owner(ALICE + 1, 7, Role.NONE);
        for (int i = 0; i < 22; i++)
        {
            market.handle(events.trade(0, STRANGER + i % 7, 0, ALICE + i / 2 % 2,
                i % 2 == 0 ? Side.BUY : Side.SELL, 10_000, 100));
        }
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTakeATradeWithItselfForToAndFro()
    {
        for (int i = 0; i < 20; i++)
        {
            market.handle(events.trade(0, ALICE, 0, ALICE, Side.BUY, 10_000, 100));
        }
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldNotCountTradesThatSelfTradePreventionUndid()
    {
        for (int i = 0; i < 40; i++)
        {
            market.handle(events.with(Flags.STP).trade(0, ALICE, 0, ALICE, Side.BUY, 10_000, 100));
        }
        assertSilent();
    }

    /** Negative control: a market maker, met on both sides. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 500; i++)
        {
            meet(i, i % 2 == 0 ? 9_999 : 10_001, 100);
            events.after(SECOND / 2);
        }
        assertSilent();
    }

    /** Negative control: a large order sliced over time. */
    @Test
    void shouldStaySilentOnSlices()
    {
        for (int i = 0; i < 100; i++)
        {
            churn(0, 10_000 + i % 3, 50);
            events.after(5 * SECOND);
        }
        assertSilent();
    }

    @Test
    void shouldTellAtAnyRate()
    {
        for (final long pause : new long[] { 20 * SECOND, 2 * SECOND, SECOND / 5 })
        {
            recorder.findings().clear();
            events.after(24 * 60 * MINUTE);
            for (int i = 0; i < 28; i++)
            {
                churn(i, 10_000, 100);
                others(20);
                events.after(pause);
            }
            assertFalse(recorder.findings().isEmpty(), "pause " + pause);
        }
    }

    private void churnOften(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            churn(i, 10_000, 100);
        }
    }

    /** It buys at even steps and sells at odd ones, as the aggressor, of one stranger after the other. */
    private void churn(final int step, final long price, final long lots)
    {
        market.handle(events.trade(
            0, STRANGER + strangers++ % 50, 0, ALICE, step % 2 == 0 ? Side.BUY : Side.SELL, price, lots));
    }

    /** Likewise, as the one who is met. */
    private void meet(final int step, final long price, final long lots)
    {
        market.handle(events.trade(
            0, ALICE, 0, STRANGER + strangers++ % 50, step % 2 == 0 ? Side.SELL : Side.BUY, price, lots));
    }

    private void others(final long lots)
    {
        market.handle(events.trade(0, 2000 + strangers++ % 50, 0, 3000, Side.BUY, 10_000, lots));
    }

    private void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }
}
