package fds.patterns.stuffing;

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

class QuoteStuffingDetectorTest extends DetectorContract<QuoteStuffingConfig>
{
    private static final long ALICE = 101;
    private static final long STRANGER = 900;
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1000 * SECOND;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(QuoteStuffingConfig.DEFAULT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<QuoteStuffingConfig> factory()
    {
        return new QuoteStuffingFactory();
    }

    @Override
    protected QuoteStuffingConfig flowConfig()
    {
        return new QuoteStuffingConfig(Tiered.of(4L), Tiered.of(300_000L), Tiered.of(8L), Tiered.of(400_000L),
            Tiered.of(600_000L), Tiered.of(200_000L), SECOND);
    }

    @Override
    protected Detector oracle(final QuoteStuffingConfig config)
    {
        return new PlainQuoteStuffing(config);
    }

    @Override
    protected Flow flow()
    {
        return new OrderFlow(5, 300_000_000, 5, 5, 2, 2, 0, 0);
    }

    @Override
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"));
        market.owner(1, 77, Role.NONE).owner(2, 77, Role.NONE).owner(3, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
    }

    /** A stranger's lasting best bid: what is entered below it leaves the best prices alone. */
    @BeforeEach
    void restBestBid()
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, STRANGER, Side.BUY, 95, 1));
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellAtFiveHundredthMessageOfASecond()
    {
        market.owner(ALICE, 7, Role.NONE);
        quoteAndCancel(250, 0, 1_800_000);

        final long end = events.sequence();
        assertEquals(501, end);
        assertEquals(List.of(new RecordedFinding(
            16, Severity.MEDIUM, 50, end, 2, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.OWNER_GROUP, 7, 0, 1, 7,
            List.of(ALICE),
            List.of(new ScorePart(0, 20), new ScorePart(1, 0), new ScorePart(2, 15), new ScorePart(3, 15)),
            List.of(
                new Compared(QuoteStuffingDetector.MESSAGES, 500, 500, true),
                new Compared(QuoteStuffingDetector.MESSAGE_SHARE, 998_003, 250_000, true),
                new Compared(QuoteStuffingDetector.TOP_CHANGES, 1, 60, false),
                new Compared(QuoteStuffingDetector.TOP_CHANGE_SHARE, 0, 500_000, false),
                new Compared(QuoteStuffingDetector.CANCEL_RATIO, 1_000_000, 950_000, true),
                new Compared(QuoteStuffingDetector.TRADE_RATIO, 0, 10_000, true)),
            List.of("CAUSE 501", "BURST_START 2", "MESSAGE 498", "MESSAGE 499", "MESSAGE 500"), 495,
            BenefitMethod.NONE, BigInteger.ZERO, List.of(95L, Absent.VALUE, 95L, Absent.VALUE))),
            recorder.findings());
    }

    @Test
    void shouldStaySilentAtOneMessageLess()
    {
        quoteAndCancel(249, 0, 1_800_000);
        enter(90);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldStaySilentWhenFiveHundredTakeMoreThanASecond()
    {
        quoteAndCancel(1000, 0, 4_100_000);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellAtMostOnceASecondWhileTheBurstGoesOn()
    {
        quoteAndCancel(2500, 0, 1_000_000);

        // Pairs a millisecond apart: the 500th message at 249 ms, then one finding at 1,249 ms and one at 2,249 ms.
        assertEquals(List.of(501L, 2500L, 4500L),
            recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
        assertEquals(Severity.HIGH, recorder.findings().get(2).severity());
    }

    @Test
    void shouldTellAgainOfTheNextBurst()
    {
        quoteAndCancel(250, 0, 1_000_000);
        events.after(60 * SECOND);
        quoteAndCancel(250, 0, 1_000_000);

        assertEquals(List.of(501L, 1001L), recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
        assertEquals(502, recorder.findings().get(1).firstSequence());
    }

    @Test
    void shouldTellWhenHalfOfSixtyBestPriceChangesAreItsOwn()
    {
        flicker(30, 29);

        assertEquals(1, recorder.findings().size());
        final RecordedFinding finding = recorder.findings().get(0);
        assertEquals(60, finding.compared(QuoteStuffingDetector.TOP_CHANGES).measured());
        assertEquals(500_000, finding.compared(QuoteStuffingDetector.TOP_CHANGE_SHARE).measured());
        assertEquals(15 + 30, finding.score());
    }

    /** Negative control: to move the best prices is what a registered market maker is there for. */
    @Test
    void shouldNotTellOfRegisteredMarketMakerForChangesAlone()
    {
        market.owner(ALICE, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
        flicker(30, 29);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellOfRegisteredMarketMakerThatFloods()
    {
        market.owner(ALICE, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
        quoteAndCancel(250, 0, 1_000_000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentAtFiftyNineChanges()
    {
        flicker(30, 28);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldStaySilentWhenLessThanHalfAreItsOwn()
    {
        flicker(28, 31);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldStaySilentBelowNinetyFivePercentWithdrawn()
    {
        // 267 entered, 253 withdrawn: 947,565 ppm. One entry less would be 951,127.
        for (int i = 0; i < 14; i++)
        {
            enter(90);
        }
        quoteAndCancel(253, 0, 1_000_000);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellAtNinetyFivePercentWithdrawn()
    {
        for (int i = 0; i < 13; i++)
        {
            enter(90);
        }
        quoteAndCancel(253, 0, 1_000_000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentAboveOnePercentTraded()
    {
        for (int i = 0; i < 6; i++)
        {
            market.handle(events.trade(0, ALICE, 0, 9, Side.BUY, 100, 1));
        }
        quoteAndCancel(250, 0, 1_000_000);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellAtOnePercentTraded()
    {
        for (int i = 0; i < 5; i++)
        {
            market.handle(events.trade(0, ALICE, 0, 9, Side.BUY, 100, 1));
        }
        quoteAndCancel(250, 0, 1_000_000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTakeReplacesForEntryAndWithdrawal()
    {
        final long order = enter(90);
        for (int i = 0; i < 499; i++)
        {
            market.handle(events.after(1_000_000)
                .order(Kind.REPLACE, order, ALICE, Side.BUY, 90 - i % 2, 1));
        }

        assertEquals(1, recorder.findings().size());
        assertEquals(499 * 1_000_000L / 500,
            recorder.findings().get(0).compared(QuoteStuffingDetector.CANCEL_RATIO).measured());
    }

    @Test
    void shouldWeighAnAccountAgainstAllMessagesOfTheSecond()
    {
        // Ten times as many by others: 500 of 5,500 are 9 %.
        for (int i = 0; i < 250; i++)
        {
            for (int other = 0; other < 20; other++)
            {
                market.handle(events.order(Kind.REPLACE, 5000 + other, 1000 + other, Side.BUY, 50, 1));
            }
            events.after(1_800_000);
            quoteAndCancel(1, 0, 0);
        }

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldJudgeAccountsApart()
    {
        for (int i = 0; i < 400; i++)
        {
            final long account = i % 2 == 0 ? ALICE : ALICE + 1;
            market.handle(events.after(1_000_000).order(Kind.NEW, ++orders, account, Side.BUY, 90, 1));
            market.handle(events.order(Kind.CANCEL, orders, account, Side.BUY, Absent.VALUE, Absent.VALUE));
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a market maker that re-quotes fast, and trades. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 2000; i++)
        {
            quoteAndCancel(1, 0, 1_000_000);
            if (i % 50 == 0)
            {
                market.handle(events.trade(0, ALICE, 0, 900 + i % 7, Side.SELL, 100, 3));
                market.handle(events.trade(0, ALICE, 0, 900 + i % 5, Side.BUY, 101, 3));
            }
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: orders that rested for an hour, all cancelled at once when the session is lost. */
    @Test
    void shouldStaySilentOnMassCancelOfRestingOrders()
    {
        for (int i = 0; i < 2000; i++)
        {
            enter(50 + i % 40);
            events.after(SECOND);
        }
        events.after(3600 * SECOND);
        for (int i = 0; i < 2000; i++)
        {
            market.handle(events.order(Kind.CANCEL, i + 2, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: immediate orders, of which the venue cancels what is not filled. */
    @Test
    void shouldStaySilentOnImmediateOrders()
    {
        for (int i = 0; i < 2000; i++)
        {
            market.handle(events.after(500_000).with(Flags.IOC | Flags.LAST)
                .order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
            market.handle(events.order(Kind.CANCEL, orders, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: the venue's self-trade prevention cancels order after order. */
    @Test
    void shouldStaySilentOnCancelsBySelfTradePrevention()
    {
        for (int i = 0; i < 2000; i++)
        {
            market.handle(events.after(500_000).with(Flags.LAST).order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
            market.handle(events.with(Flags.STP)
                .order(Kind.CANCEL, orders, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a large order sliced over time. */
    @Test
    void shouldStaySilentOnTimeSlicedOrder()
    {
        for (int i = 0; i < 600; i++)
        {
            market.handle(events.after(SECOND).with(Flags.IOC).order(Kind.NEW, ++orders, ALICE, Side.BUY, 101, 5));
            market.handle(events.trade(0, 900 + i % 7, orders, ALICE, Side.BUY, 101, 5));
        }

        assertEquals(List.of(), recorder.findings());
    }

    /** Two million messages at one instant fill the counters; they stay full and apart. */
    @Test
    void shouldKeepCountsApartWhenFull()
    {
        final int full = 1 << 21;
        for (int i = 0; i < full + 10; i++)
        {
            market.handle(events.order(Kind.REPLACE, 999, ALICE, Side.BUY, 90, 1));
        }

        assertEquals(1, recorder.findings().size());
        market.handle(events.after(SECOND).order(Kind.REPLACE, 999, ALICE, Side.BUY, 90, 1));
        assertEquals(1, recorder.findings().size());
        for (int i = 0; i < 600; i++)
        {
            market.handle(events.order(Kind.REPLACE, 999, ALICE, Side.BUY, 90, 1));
        }
        final RecordedFinding last = recorder.findings().get(1);
        assertEquals(1_000_000, last.compared(QuoteStuffingDetector.CANCEL_RATIO).measured());
        assertEquals(0, last.compared(QuoteStuffingDetector.TRADE_RATIO).measured());
        assertEquals(0, last.compared(QuoteStuffingDetector.TOP_CHANGE_SHARE).measured());
    }

    /** Pairs of NEW and CANCEL, with a step between the pairs. */
    private void quoteAndCancel(final int pairs, final long pauseNanos, final long stepNanos)
    {
        for (int i = 0; i < pairs; i++)
        {
            final long order = enter(80);
            events.after(pauseNanos);
            market.handle(events.order(Kind.CANCEL, order, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
            events.after(i + 1 < pairs ? stepNanos : 0);
        }
    }

    private void flicker(final int own, final int others)
    {
        for (int i = 0; i < others; i++)
        {
            market.handle(events.after(1_000_000).with(Flags.LAST)
                .order(Kind.NEW, ++orders, STRANGER, Side.BUY, 100 + i, 1));
        }
        for (int i = 0; i < own / 2; i++)
        {
            final long order = enter(500);
            events.after(10_000_000);
            market.handle(events.order(Kind.CANCEL, order, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }
    }

    private long enter(final long price)
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, ALICE, Side.BUY, price, 1));
        return orders;
    }
}
