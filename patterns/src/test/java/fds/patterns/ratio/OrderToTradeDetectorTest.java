package fds.patterns.ratio;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class OrderToTradeDetectorTest extends DetectorContract<OrderToTradeConfig>
{
    private static final long ALICE = 101;
    private static final long STRANGER = 900;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long START = 3000 * SECOND; // a half minute begins

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(OrderToTradeConfig.DEFAULT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<OrderToTradeConfig> factory()
    {
        return new OrderToTradeFactory();
    }

    @Override
    protected OrderToTradeConfig flowConfig()
    {
        return new OrderToTradeConfig(Tiered.of(3L), Tiered.of(6L), Tiered.of(4L), Tiered.of(9L), Tiered.of(5L),
            Tiered.of(150_000L), Tiered.of(250_000L), Tiered.of(200_000L), 20 * SECOND, 100 * SECOND);
    }

    @Override
    protected Detector oracle(final OrderToTradeConfig config)
    {
        return new PlainOrderToTrade(config);
    }

    @Override
    protected Flow flow()
    {
        final OrderFlow orderly = new OrderFlow(5, 2_000_000_000, 6, 5, 4, 1, 0, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(100) == 0 ? random.nextInt(700) * SECOND : 0);
            orderly.next(random, builder);
        };
    }

    @Override
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"));
        market.owner(1, 77, Role.NONE).owner(2, 77, Role.NONE).owner(3, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellAtTheThousandthMessageForTenTrades()
    {
        market.owner(ALICE, 7, Role.NONE);
        trade(10);
        withdraw(500);

        final long end = events.sequence();
        assertEquals(List.of(new RecordedFinding(
            17, Severity.LOW, 30 + 20, end, 12, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.OWNER_GROUP, 7, 0, 1,
            7, List.of(ALICE), List.of(new ScorePart(0, 30), new ScorePart(1, 20)),
            List.of(
                new Compared(OrderToTradeDetector.RATIO, 100, 100, true),
                new Compared(OrderToTradeDetector.ALERT_RATIO, 100, 500, false),
                new Compared(OrderToTradeDetector.MESSAGES, 1_000, 1_000, true),
                new Compared(OrderToTradeDetector.MESSAGE_SHARE, 1_000_000, 10_000, true),
                new Compared(OrderToTradeDetector.CURRENT_SHARE, 1_000_000, 20_000, true)),
            List.of("CAUSE 1010", "FIRST 12"), 998, BenefitMethod.NONE, BigInteger.ZERO,
            List.of(Absent.VALUE, Absent.VALUE, Absent.VALUE, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldStaySilentAtOneMessageLess()
    {
        trade(10);
        withdraw(499);
        change(1);
        assertEquals("", severities());
        change(1);
        assertEquals("LOW", severities());
    }

    @Test
    void shouldStaySilentAtOneTradeMore()
    {
        trade(11);
        withdraw(549);
        change(1);
        assertEquals("", severities()); // 1,099 for 11
        change(1);
        assertEquals("LOW", severities());
    }

    @Test
    void shouldRaiseToMediumAtFiveHundredForEachTrade()
    {
        trade(3);
        withdraw(749);
        change(1);
        assertEquals("LOW", severities());
        change(1);
        assertEquals("LOW MEDIUM", severities());
    }

    @Test
    void shouldTellAsMediumAtOnceWithoutATrade()
    {
        withdraw(500);

        assertEquals("MEDIUM", severities());
    }

    @Test
    void shouldCountTradesOfBothSides()
    {
        for (int i = 0; i < 11; i++)
        {
            market.handle(events.trade(0, i % 2 == 0 ? ALICE : STRANGER, 0, i % 2 == 0 ? STRANGER : ALICE, Side.BUY,
                100, 1));
        }
        withdraw(500);

        assertEquals("", severities());
    }

    @Test
    void shouldWeighAnAccountAgainstAllMessages()
    {
        for (int i = 0; i < 50_000; i++)
        {
            withdraw(STRANGER + i % 200, 1, 0);
        }
        recorder.findings().clear();
        withdraw(505); // 1,010 of 101,010
        assertEquals("", severities());
        withdraw(1);   // 1,012 of 101,012: 10,018 ppm
        assertEquals("MEDIUM", severities());
    }

    @Test
    void shouldForgetAfterFiveMinutes()
    {
        withdraw(ALICE, 499, 0);
        events.at(START + 300 * SECOND);
        withdraw(1);
        assertEquals("", severities());

        events.at(START + 300 * SECOND + 299 * SECOND);
        withdraw(498);
        assertEquals("", severities());
        withdraw(1);
        assertEquals("MEDIUM", severities());
    }

    @Test
    void shouldTellAgainAfterFiveMinutesWhileItHolds()
    {
        for (int second = 0; second < 900; second++)
        {
            withdraw(10);
            events.after(SECOND);
        }

        // From 1,000 messages on at 49 seconds; then at the 112th of the half minute that begins 300 seconds later.
        assertEquals("MEDIUM MEDIUM MEDIUM", severities());
        assertEquals((330 - 49) * 20L - 18 + 110,
            recorder.findings().get(1).causeSequence() - recorder.findings().get(0).causeSequence());
    }

    @Test
    void shouldNotCountTheCancelOfWhatStoodTenSeconds()
    {
        for (int i = 0; i < 600; i++)
        {
            withdraw(ALICE, 1, 10 * SECOND - (i < 500 ? 0 : 1));
            events.at(START);
        }
        assertEquals("", severities());
    }

    @Test
    void shouldCountTheCancelOfWhatStoodALittleLess()
    {
        for (int i = 0; i < 500; i++)
        {
            withdraw(ALICE, 1, 10 * SECOND - 1);
            events.at(START);
        }
        assertEquals("MEDIUM", severities());
    }

    @Test
    void shouldHaveLimitsOfTheirOwnForMarketMakers()
    {
        market.owner(ALICE, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
        trade(2);
        withdraw(499);
        change(1);
        assertEquals("", severities());
        change(1);
        assertEquals("LOW", severities());
        withdraw(1_499);
        change(1);
        assertEquals("LOW", severities());
        change(1);
        assertEquals("LOW MEDIUM", severities());
    }

    @Test
    void shouldAskAMarketMakerForThreeTenthsOfAllMessages()
    {
        market.owner(ALICE, Absent.UNKNOWN_ID, Role.MARKET_MAKER);
        for (int i = 0; i < 1_400; i++)
        {
            withdraw(STRANGER + i % 200, 1, 0);
        }
        withdraw(599);
        change(1); // 1,199 of 3,999: 29.98 %
        assertEquals("", severities());
        change(2); // 1,201 of 4,001: 30.02 %
        assertEquals("LOW", severities());
    }

    @Test
    void shouldNotTellAgainOfWhatIsOver()
    {
        withdraw(500);
        events.at(START + 150 * SECOND);
        withdraw(600);
        events.at(START + 300 * SECOND); // the pause is over, the 1,200 messages are still within the window
        withdraw(12); // 24 of 1,224: 1.96 %
        assertEquals("MEDIUM", severities());
        withdraw(1); // 26 of 1,226: 2.12 %
        assertEquals("MEDIUM MEDIUM", severities());
    }

    @Test
    void shouldNotJudgeAHalfMinuteWhoseTradesAreFull()
    {
        trade(MessageTally.TRADES_MAX);
        withdraw(250_000);

        assertEquals("", severities());
    }

    /** Negative control: a market maker that re-quotes fast on both sides, and trades. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 5_000; i++)
        {
            withdraw(ALICE, 2, 0);
            events.after(20 * MILLISECOND);
            trade(i % 20 == 0 ? 1 : 0);
        }
        assertEquals("", severities());
    }

    /** Negative control: immediate orders that find nothing. */
    @Test
    void shouldStaySilentOnImmediateOrders()
    {
        for (int i = 0; i < 2_000; i++)
        {
            market.handle(events.with(Flags.IOC).order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
            cancel(orders, 0);
        }
        assertEquals("", severities());
    }

    /** Negative control: self-trade prevention takes them. */
    @Test
    void shouldStaySilentOnCancelsBySelfTradePrevention()
    {
        for (int i = 0; i < 2_000; i++)
        {
            market.handle(events.order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
            cancel(orders, Flags.STP);
        }
        assertEquals("", severities());
    }

    /** Negative control: orders that rest, all cancelled when the session is lost. */
    @Test
    void shouldStaySilentOnMassCancel()
    {
        final long first = orders + 1;
        for (int i = 0; i < 1_500; i++)
        {
            market.handle(events.order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
        }
        events.after(60 * SECOND);
        for (long order = first; order <= orders; order++)
        {
            cancel(order, 0);
        }
        assertEquals("", severities());
    }

    /** A maker of 50 messages to a trade, and a churner of 1,000, at a tenth to ten times the pace. */
    @Test
    void shouldTellTheSameAtAnyRate()
    {
        for (final long pause : new long[] { 400 * MILLISECOND, 40 * MILLISECOND, 4 * MILLISECOND })
        {
            recorder.findings().clear();
            events.after(1_000 * SECOND);
            for (int i = 0; i < 5_000; i++)
            {
                withdraw(STRANGER, 1, 0);
                if (i % 25 == 0)
                {
                    market.handle(events.trade(0, STRANGER, 0, STRANGER + 1, Side.BUY, 100, 1));
                }
                withdraw(ALICE, 1, 0);
                events.after(pause);
            }
            assertEquals(List.of(ALICE), recorder.findings().stream().map(f -> f.accounts().get(0)).distinct().toList(),
                "pause " + pause);
        }
    }

    private void withdraw(final int count)
    {
        withdraw(ALICE, count, 0);
    }

    /** Two messages each. */
    private void withdraw(final long account, final int count, final long restNanos)
    {
        for (int i = 0; i < count; i++)
        {
            market.handle(events.order(Kind.NEW, ++orders, account, Side.BUY, 90, 1));
            events.after(restNanos);
            cancel(orders, 0);
        }
    }

    /** A message each. */
    private void change(final int count)
    {
        market.handle(events.order(Kind.NEW, ++orders, ALICE, Side.BUY, 90, 1));
        for (int i = 0; i < count; i++)
        {
            market.handle(events.order(Kind.REPLACE, orders, ALICE, Side.BUY, 91, 1));
        }
    }

    private void cancel(final long order, final int flags)
    {
        market.handle(events.with(flags)
            .order(Kind.CANCEL, order, Absent.UNKNOWN_ID, Side.NONE, Absent.VALUE, Absent.VALUE));
    }

    private void trade(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            market.handle(events.trade(0, ALICE, 0, STRANGER, Side.BUY, 100, 1));
        }
    }

    private String severities()
    {
        return recorder.findings().stream().map(f -> f.severity().name()).collect(Collectors.joining(" "));
    }
}
