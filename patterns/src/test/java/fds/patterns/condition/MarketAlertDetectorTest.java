package fds.patterns.condition;

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
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
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

class MarketAlertDetectorTest extends DetectorContract<MarketAlertConfig>
{
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final long START = 1000 * DAY;
    private static final long NONE = Absent.VALUE;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private final TestMarket market = market(MarketAlertConfig.DEFAULT, recorder);

    @Override
    protected DetectorFactory<MarketAlertConfig> factory()
    {
        return new MarketAlertFactory();
    }

    @Override
    protected MarketAlertConfig flowConfig()
    {
        return new MarketAlertConfig(
            Tiered.of(80_000L), Tiered.of(800_000L), Tiered.of(500_000L), Tiered.of(30_000L), 2 * HOUR);
    }

    @Override
    protected Detector oracle(final MarketAlertConfig config)
    {
        return new PlainMarketAlert(config);
    }

    /** Hours and days end now and then; deposits among the trades. */
    @Override
    protected Flow flow()
    {
        final OrderFlow orderly = new OrderFlow(4, 1_000_000_000, 3, 1, 0, 4, 3, 0);
        return (random, builder) ->
        {
            builder.after(random.nextInt(12) == 0 ? random.nextInt(30) * HOUR : 0);
            if (random.nextInt(6) == 0)
            {
                builder.kind(Kind.DEPOSIT, Side.NONE).accountId(1 + random.nextInt(4))
                    .quantityLots(1 + random.nextInt(50));
            }
            else
            {
                orderly.next(random, builder);
            }
        };
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellOfAPriceHalfAsHighAgain()
    {
        trade(10_000, 1);
        trade(14_999, 1);
        assertSilent();
        trade(15_000, 1);

        assertEquals(List.of(new RecordedFinding(
            28, Severity.LOW, 25, 3, 3, START - EventBuilder.VENUE_LAG_NANOS, SubjectKind.INSTRUMENT, 0, 0, 0, 0,
            List.of(), List.of(new ScorePart(0, 25)),
            List.of(
                new Compared(MarketAlertDetector.PRICE_CHANGE, 500_000, 500_000, true),
                new Compared(MarketAlertDetector.VOLUME_RISE, NONE, 1_000_000, false),
                new Compared(MarketAlertDetector.DEPOSIT_RISE, NONE, 1_000_000, false),
                new Compared(MarketAlertDetector.INDEX_GAP, NONE, 50_000, false)),
            List.of("CAUSE 3", "REFERENCE_PRICE 1"), 0, BenefitMethod.NONE, BigInteger.ZERO,
            List.of(NONE, NONE, NONE, NONE))), recorder.findings());
    }

    @Test
    void shouldTellOfAPriceHalfAsHigh()
    {
        trade(10_000, 1);
        trade(5_001, 1);
        assertSilent();
        trade(5_000, 1);
        assertEquals(1, recorder.findings().size());
    }

    /** The price at the end of the hour 24 before the current one. */
    @Test
    void shouldCompareWithThePriceOfTwentyFourHoursAgo()
    {
        trade(10_000, 1);
        events.after(HOUR);
        trade(12_000, 1);
        events.after(24 * HOUR);
        trade(17_999, 1);
        assertSilent();
        trade(18_000, 1);
        assertEquals(List.of("CAUSE 4", "REFERENCE_PRICE 2"), recorder.findings().get(0).evidence());
    }

    @Test
    void shouldCarryAPriceOverHoursWithoutATrade()
    {
        trade(10_000, 1);
        events.after(10 * HOUR);
        trade(15_000, 1);
        assertEquals(1, recorder.findings().size());
        events.after(10 * HOUR);
        trade(15_100, 1);
        assertEquals(2, recorder.findings().size()); // it still was 10,000 24 hours ago
        events.after(15 * HOUR);
        trade(15_200, 1);
        assertEquals(2, recorder.findings().size()); // 15,000 by now
    }

    @Test
    void shouldTellWhenTheDaysVolumeIsTwiceTheMean()
    {
        trade(10_000, 7); // the first day, perhaps not whole, does not count
        events.after(DAY);
        trade(10_000, 60);
        events.after(DAY);
        trade(10_000, 40);
        events.after(DAY);
        trade(10_000, 99);
        assertSilent();
        trade(10_000, 1);

        assertEquals(1, recorder.findings().size());
        assertEquals(1_000_000, recorder.findings().get(0).compared(MarketAlertDetector.VOLUME_RISE).measured());
    }

    @Test
    void shouldLookBackTenDays()
    {
        trade(10_000, 1);
        events.after(DAY);
        trade(10_000, 1_000);
        for (int day = 0; day < 10; day++)
        {
            assertSilent();
            events.after(DAY);
            trade(10_000, 10);
        }
        recorder.findings().clear();
        events.after(DAY);
        trade(10_000, 20); // the day of 1,000 is the eleventh before
        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTellWhenTheDaysDepositsAreTwiceTheMean()
    {
        deposit(7);
        events.after(DAY);
        deposit(50);
        events.after(DAY);
        deposit(99);
        assertSilent();
        deposit(1);

        assertEquals(1, recorder.findings().size());
        assertEquals(1_000_000, recorder.findings().get(0).compared(MarketAlertDetector.DEPOSIT_RISE).measured());
    }

    @Test
    void shouldTellOfAGapOfFivePercentToTheIndex()
    {
        index(10_000);
        trade(10_499, 1);
        assertSilent();
        trade(10_500, 1);
        assertEquals(List.of("CAUSE 3", "REFERENCE_PRICE 1"), recorder.findings().get(0).evidence());
    }

    @Test
    void shouldTellOfAGapWhenTheIndexMoves()
    {
        trade(9_500, 1);
        index(9_999);
        assertSilent();
        index(10_000);
        assertEquals(List.of("CAUSE 3"), recorder.findings().get(0).evidence());
    }

    /** The index told with an option is what the option is on, not what it is worth. */
    @Test
    void shouldNotCompareAnOptionWithItsUnderlying()
    {
        final FindingRecorder other = new FindingRecorder();
        final Instrument option = new Instrument(1, 1, EventBuilder.VENUE, "V1", "BTC-C", InstrumentType.OPTION, "BTC",
            "USD", "", 1, -2, 1, 0, 1, 0, 1, 1_000_000, 1_000_000);
        try (TestMarket options = new TestMarket(TestMarket.ROOMY)
            .detector(factory(), MarketAlertConfig.DEFAULT, other).define(option))
        {
            options.handle(events.price(Kind.INDEX, Side.NONE, 10_000, NONE));
            options.handle(events.trade(0, 1, 0, 2, Side.BUY, 140, 1));
            options.handle(events.price(Kind.INDEX, Side.NONE, 10_100, NONE));
        }
        assertEquals(List.of(), other.findings());
    }

    @Test
    void shouldTellOfEachConditionOnceAnHour()
    {
        index(10_000);
        for (int minute = 0; minute < 121; minute++)
        {
            trade(10_600, 1);
            events.after(60 * SECOND);
        }
        assertEquals(3, recorder.findings().size());
    }

    @Test
    void shouldTellOfTwoConditionsAsMedium()
    {
        index(10_000);
        trade(10_000, 1);
        trade(15_000, 1);
        assertEquals(Severity.MEDIUM, recorder.findings().get(0).severity());
        assertEquals(50, recorder.findings().get(0).score());
    }

    @Test
    void shouldHaveOtherThresholdsForTheLongTail()
    {
        final FindingRecorder other = new FindingRecorder();
        try (TestMarket longTail = new TestMarket(TestMarket.ROOMY)
            .detector(factory(), MarketAlertConfig.DEFAULT, other).define(TestMarket.instrument(1, 3, "USD")))
        {
            longTail.handle(events.trade(0, 1, 0, 2, Side.BUY, 100, 1));
            longTail.handle(events.after(DAY).trade(0, 1, 0, 2, Side.BUY, 100, 100));
            longTail.handle(events.after(DAY).trade(0, 1, 0, 2, Side.BUY, 100, 399));
            assertEquals(List.of(), other.findings());
            longTail.handle(events.trade(0, 1, 0, 2, Side.BUY, 100, 1));
            assertEquals(1, other.findings().size());
        }
    }

    @Test
    void shouldNotCountTradesThatSelfTradePreventionUndid()
    {
        trade(10_000, 1);
        events.with(Flags.STP);
        trade(20_000, 1);
        assertSilent();
    }

    /** Negative control: an ordinary week, at a tenth to ten times the pace. */
    @Test
    void shouldStaySilentInAnOrdinaryWeek()
    {
        for (final int aDay : new int[] { 10, 100, 1_000 })
        {
            final FindingRecorder other = new FindingRecorder();
            try (TestMarket week = market(MarketAlertConfig.DEFAULT, other))
            {
                for (int i = 0; i < 7 * aDay; i++)
                {
                    week.handle(events.price(Kind.INDEX, Side.NONE, 10_000 + i % 7 * 10, NONE));
                    week.handle(events.trade(0, 1, 0, 2, Side.BUY, 10_000 + i % 11 * 20, 5 + i % 3));
                    events.after(DAY / aDay);
                }
                assertEquals(List.of(), other.findings(), aDay + " a day");
            }
        }
    }

    private void trade(final long price, final long lots)
    {
        market.handle(events.trade(0, 1, 0, 2, Side.BUY, price, lots));
    }

    private void index(final long price)
    {
        market.handle(events.price(Kind.INDEX, Side.NONE, price, NONE));
    }

    private void deposit(final long lots)
    {
        market.handle(events.kind(Kind.DEPOSIT, Side.NONE).accountId(1).quantityLots(lots));
    }

    private void assertSilent()
    {
        assertEquals(List.of(), recorder.findings());
    }
}
