package fds.patterns.erroneous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class FatFingerDetectorTest extends DetectorContract<FatFingerConfig>
{
    private static final long ALICE = 101;
    private static final long STRANGER = 900;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(1000 * DAY);
    private final TestMarket market = market(FatFingerConfig.DEFAULT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<FatFingerConfig> factory()
    {
        return new FatFingerFactory();
    }

    @Override
    protected FatFingerConfig flowConfig()
    {
        return new FatFingerConfig(
            Tiered.of(60_000L), Tiered.of(40_000L), Tiered.of(2L), 3, 60_000_000_000L, 2,
            Tiered.of(2L), 20 * HOUR);
    }

    @Override
    protected Detector oracle(final FatFingerConfig config)
    {
        return new PlainFatFinger(config);
    }

    @Override
    protected Flow flow()
    {
        // Now and then days pass, a mark goes, a trigger comes, or the venue liquidates.
        final OrderFlow flow = new OrderFlow(6, 2_000_000_000, 8, 3, 1, 2, 1, 2);
        return (random, builder) ->
        {
            builder.after(random.nextInt(60) == 0 ? random.nextInt(20) * DAY : 0);
            flow.next(random, builder);
            final int kind = builder.event().kind();
            if (kind == Kind.MARK && random.nextInt(2) == 0)
            {
                builder.event().priceTicks(Absent.VALUE);
            }
            if ((kind == Kind.NEW || kind == Kind.ORDER_REQUEST) && random.nextInt(10) == 0)
            {
                builder.event().value(95 + random.nextInt(10));
            }
            if (kind == Kind.NEW && random.nextInt(20) == 0)
            {
                builder.event().flags(builder.event().flags() | Flags.LIQUIDATION);
            }
        };
    }

    @Override
    protected void define(final TestMarket market)
    {
        market.define(TestMarket.instrument(1, 1, "USD"))
            .define(TestMarket.instrument(65, 2, "USD"))
            .define(TestMarket.instrument(129, 3, "USD"));
        market.owner(1, 77, Role.NONE);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellOfLimitThreePercentAboveMark()
    {
        mark(10_000);
        limit(Side.BUY, 10_300, 7);

        assertEquals(List.of(new RecordedFinding(
            43, Severity.MEDIUM, 20, 2, 2, 1000 * DAY - EventBuilder.VENUE_LAG_NANOS, SubjectKind.ACCOUNT, ALICE, 0, 0,
            ALICE, List.of(ALICE),
            List.of(new ScorePart(0, 20), new ScorePart(1, 0), new ScorePart(2, 0)),
            List.of(
                new Compared(FatFingerDetector.PRICE, 30_000, 30_000, true),
                new Compared(FatFingerDetector.SLIPPAGE, Absent.VALUE, 50_000, false),
                new Compared(FatFingerDetector.QUANTITY, Absent.VALUE, 10, false),
                new Compared(FatFingerDetector.NOTIONAL, Absent.VALUE, Absent.VALUE, false),
                new Compared(FatFingerDetector.ORDERS, Absent.VALUE, 20, false),
                new Compared(FatFingerDetector.HISTORY, Absent.VALUE, DAY, false)),
            List.of("CAUSE 2"), 0, BenefitMethod.AVOIDED_LOSS, BigInteger.valueOf(300 * 7),
            List.of(Absent.VALUE, Absent.VALUE, 10_300L, Absent.VALUE))), recorder.findings());
    }

    @Test
    void shouldStaySilentOneTickBelow()
    {
        mark(10_000);
        limit(Side.BUY, 10_299, 7);
        limit(Side.SELL, 9_701, 7);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldStaySilentOnTheSideThatDoesNotHarm()
    {
        mark(10_000);
        limit(Side.BUY, 1, 7);
        limit(Side.SELL, 900_000, 7);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldAllowMoreInLowerTiers()
    {
        for (final int instrument : new int[] { 65, 129 })
        {
            events.on(instrument);
            mark(10_000);
            limit(Side.SELL, instrument == 65 ? 9_501 : 8_001, 1);
            limit(Side.SELL, instrument == 65 ? 9_500 : 8_000, 1);
        }

        assertEquals(List.of(3L, 6L), recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
    }

    @Test
    void shouldTakeLastTradeThenIndexThenMiddleForReference()
    {
        rest(Side.BUY, 9_990, 1);
        rest(Side.SELL, 10_010, 1);
        limit(Side.BUY, 10_301, 1); // beyond the middle
        withdraw(Side.BUY);
        price(Kind.INDEX, 10_200);
        limit(Side.BUY, 10_301, 1); // not beyond the index
        withdraw(Side.BUY);
        market.handle(events.trade(0, STRANGER, 0, STRANGER + 1, Side.BUY, 10_000, 1));
        limit(Side.BUY, 10_301, 1); // beyond the last trade

        assertEquals(List.of(3L, 9L), recorder.findings().stream().map(RecordedFinding::causeSequence).toList());
        assertEquals(List.of("CAUSE 9", "REFERENCE_PRICE 8"), recorder.findings().get(1).evidence());
    }

    @Test
    void shouldJudgeByPricesThatOneMistakeCannotMove()
    {
        for (int i = 1; i <= 5; i++)
        {
            trade(i, 10_000 + i);
        }
        trade(6, 12_000); // one order sweeps three levels
        trade(6, 13_000);
        trade(6, 14_000);
        limit(Side.SELL, 9_900, 1); // honest: far below the last trade, not below what traded before
        assertEquals(List.of(), recorder.findings());
        limit(Side.BUY, 10_304, 1); // the middle of 10,002 to 10,005 and 14,000 is 10,004
        assertEquals(List.of(), recorder.findings());
        limit(Side.BUY, 10_305, 1);

        assertEquals(1, recorder.findings().size());
        assertEquals("REFERENCE_PRICE 4", recorder.findings().get(0).evidence().get(1));
    }

    @Test
    void shouldFollowAMarketThatMoves()
    {
        for (int i = 1; i <= 5; i++)
        {
            trade(i, 10_000);
        }
        for (int i = 6; i <= 8; i++)
        {
            trade(i, 12_000); // the third order at the new price makes it the middle
        }
        limit(Side.BUY, 12_100, 1);
        assertEquals(List.of(), recorder.findings());
        limit(Side.SELL, 10_000, 1);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTakeTheOlderOfTwoPrintsAndTheMiddleOfThree()
    {
        trade(1, 10_000);
        trade(2, 14_000);
        limit(Side.SELL, 9_900, 1);
        assertEquals(List.of(), recorder.findings());
        trade(3, 14_000);
        limit(Side.SELL, 9_900, 1);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldNotJudgeThePriceWithoutAReference()
    {
        limit(Side.BUY, 900_000, 7);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellOfMarketOrderThatWalksFivePercentOfTheBook()
    {
        mark(10_000);
        rest(Side.SELL, 10_000, 5);
        rest(Side.SELL, 10_499, 5);
        rest(Side.SELL, 10_500, 5);
        market(Side.BUY, 10);
        assertEquals(List.of(), recorder.findings());
        market(Side.BUY, 11);

        final RecordedFinding finding = recorder.findings().get(0);
        assertEquals(50_000, finding.compared(FatFingerDetector.SLIPPAGE).measured());
        assertEquals(BigInteger.valueOf(5 * 499 + 500), finding.benefit());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void shouldWalkNoFurtherThanTheLimit()
    {
        mark(10_300);
        rest(Side.SELL, 10_000, 5);
        rest(Side.SELL, 10_499, 5);
        rest(Side.SELL, 10_500, 5);
        limit(Side.BUY, 10_499, 1000);
        assertEquals(List.of(), recorder.findings());
        limit(Side.BUY, 10_500, 1000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldNotWalkForPostOnlyOrTriggeredOrders()
    {
        mark(10_000);
        rest(Side.BUY, 10_000, 5);
        rest(Side.BUY, 9_000, 5);
        market.handle(events.with(Flags.POST_ONLY).order(Kind.NEW, ++orders, ALICE, Side.SELL, 9_800, 10));
        market.handle(events.with(Flags.MARKET)
            .order(Kind.NEW, ++orders, ALICE, Side.SELL, Absent.VALUE, 10).value(9_500));

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldRateMarketSaleThroughThirdOfTheBookHigh()
    {
        rest(Side.BUY, 31_781, 10);
        rest(Side.BUY, 28_000, 10);
        rest(Side.BUY, 22_448, 10_000);
        rest(Side.BUY, 10, 10);
        market(Side.SELL, 9_000);

        assertEquals(1, recorder.findings().size());
        assertEquals(Severity.HIGH, recorder.findings().get(0).severity());
        assertEquals(293_666, recorder.findings().get(0).compared(FatFingerDetector.SLIPPAGE).measured());
    }

    @Test
    void shouldTellOfTenTimesTheOwnMaximumAndNotALotLess()
    {
        mark(10_000);
        habit(20, 50);
        final long maximum = events.sequence();
        events.after(DAY);
        request(10_000, 499);
        assertEquals(List.of(), recorder.findings());
        request(10_000, 500);

        assertEquals(List.of("CAUSE " + (maximum + 2), "USUAL_MAXIMUM 2"), recorder.findings().get(0).evidence());
        assertEquals(10, recorder.findings().get(0).compared(FatFingerDetector.QUANTITY).measured());
    }

    @Test
    void shouldStaySilentOnTheFirstFewOrders()
    {
        mark(10_000);
        habit(4, 50);
        request(10_000, 500_000);
        assertEquals(List.of(), recorder.findings());
        habit(1, 50);
        request(10_000, 500);

        assertEquals(Severity.LOW, recorder.findings().get(0).severity());
        assertEquals(new Compared(FatFingerDetector.ORDERS, 5, 20, false),
            recorder.findings().get(0).compared(FatFingerDetector.ORDERS));
    }

    @Test
    void shouldBelieveAShortHistoryWithReserve()
    {
        mark(10_000);
        habit(20, 50);
        events.after(DAY - 10);
        request(10_000, 500);
        events.after(10);
        request(10_000, 500);

        assertEquals(List.of(Severity.LOW, Severity.MEDIUM),
            recorder.findings().stream().map(RecordedFinding::severity).toList());
        assertEquals(List.of(false, true), recorder.findings().stream()
            .map(finding -> finding.compared(FatFingerDetector.HISTORY).passed()).toList());
    }

    /** A small account that grows is no mistake. */
    @Test
    void shouldAskAShortHistoryForAnOrderThatIsLargeForTheMarketToo()
    {
        mark(10_000);
        for (int i = 0; i < 20; i++)
        {
            rest(Side.BUY, 9_000, 500);
        }
        habit(5, 10);
        request(10_000, 4_019); // the mean of 20 and 5 orders is 402
        assertEquals(List.of(), recorder.findings());
        market.handle(events.with(Flags.POST_ONLY).order(Kind.ORDER_REQUEST, ++orders, ALICE, Side.BUY, 10_000, 4_020));
        assertEquals(List.of(), recorder.findings(), "what can only rest");
        request(10_000, 4_020);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldNotTellByAShortHistoryOfWhatTheBookTakesAtHardlyAnyCost()
    {
        mark(10_000);
        habit(5, 50);
        rest(Side.SELL, 10_000, 50);
        for (int i = 0; i < 12; i++)
        {
            rest(Side.SELL, 10_049, 50);
            rest(Side.SELL, 10_050, 50);
        }
        request(10_050, 650); // to 10,049: 0.49 %
        assertEquals(List.of(), recorder.findings());
        request(10_050, 651); // to 10,050: 0.5 %

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldTakeWhatOthersOfferOnItsSideForReferenceWhenThatHasMoved()
    {
        mark(10_000);
        rest(Side.BUY, 10_400, 5);
        assertEquals(1, recorder.findings().size(), "the first who bids so much is told");
        limit(Side.SELL, 10_410, 5);
        limit(Side.BUY, 10_405, 5); // the market is there: the mark is late
        assertEquals(1, recorder.findings().size());
        limit(Side.BUY, 10_720, 5);

        assertEquals(2, recorder.findings().size(), "three per cent beyond 10,405");
        assertEquals(30_273, recorder.findings().get(1).compared(FatFingerDetector.PRICE).measured());
        assertEquals(BigInteger.valueOf(315 * 5), recorder.findings().get(1).benefit());
    }

    @Test
    void shouldNotTakeTheSideThatAMistakeHasEmptiedForReference()
    {
        mark(10_000);
        rest(Side.BUY, 9_990, 5);
        rest(Side.SELL, 10_400, 5);
        limit(Side.BUY, 10_400, 5);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldForgetTheMaximumAfterThirtyDays()
    {
        mark(10_000);
        habit(20, 50);
        events.after(30 * DAY);
        request(10_000, 500_000);

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTakeAnOrderTheVenueTookForUsual()
    {
        mark(10_000);
        habit(20, 50);
        events.after(DAY);
        limit(Side.BUY, 10_000, 500);
        limit(Side.BUY, 10_000, 500);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldStaySilentWhenLargeForItsOwnerIsSmallForTheMarket()
    {
        mark(10_000);
        habit(20, 1);
        events.after(DAY);
        for (int i = 0; i < 2; i++)
        {
            market.handle(events.trade(0, STRANGER, 0, STRANGER + 1, Side.BUY, 10_000, 720_000));
        }
        request(10_000, 999); // a minute of 1,440,000 lots a day are 1,000
        assertEquals(List.of(), recorder.findings());
        request(10_000, 1_000);

        assertEquals(1, recorder.findings().size());
    }

    @Test
    void shouldRateAllThreeCritical()
    {
        mark(10_000);
        habit(20, 50);
        events.after(DAY);
        rest(Side.SELL, 10_000, 10);
        rest(Side.SELL, 12_000, 10);
        limit(Side.BUY, 12_000, 5_000);

        final RecordedFinding finding = recorder.findings().get(0);
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(100, finding.score());
        assertEquals(BigInteger.valueOf(2_000L * 5_000), finding.benefit());
    }

    @Test
    void shouldNotJudgeTheVenuesLiquidations()
    {
        mark(10_000);
        market.handle(events.with(Flags.LIQUIDATION).order(Kind.NEW, ++orders, ALICE, Side.SELL, 1, 500));

        assertEquals(List.of(), recorder.findings());
    }

    @Test
    void shouldTellOfTheInstrumentWhenTheAccountIsNotKnown()
    {
        mark(10_000);
        market.handle(events.order(Kind.NEW, ++orders, Absent.UNKNOWN_ID, Side.BUY, 20_000, 5));

        assertEquals(SubjectKind.INSTRUMENT, recorder.findings().get(0).subjectKind());
        assertTrue(recorder.findings().get(0).accounts().isEmpty());
    }

    /** Negative control: nine times its largest, at a fair price, within the depth of the book. */
    @Test
    void shouldStaySilentOnLargeHonestOrder()
    {
        mark(10_000);
        habit(20, 50);
        events.after(DAY);
        for (int level = 0; level < 40; level++)
        {
            rest(Side.SELL, 10_000 + level, 20);
        }
        limit(Side.BUY, 10_100, 450);

        assertEquals(List.of(), recorder.findings());
    }

    /** Negative control: a market maker who quotes both sides around the mark, and trades at them. */
    @Test
    void shouldStaySilentOnMarketMaker()
    {
        for (int i = 0; i < 500; i++)
        {
            events.after(HOUR);
            mark(10_000 + i % 50);
            limit(Side.BUY, 9_990 + i % 50, 10 + i % 5);
            limit(Side.SELL, 10_010 + i % 50, 10 + i % 5);
            market.handle(events.trade(orders - 1, ALICE, 0, STRANGER, Side.SELL, 9_990 + i % 50, 5));
        }

        assertEquals(List.of(), recorder.findings());
    }

    private void habit(final int count, final long lots)
    {
        for (int i = 0; i < count; i++)
        {
            limit(Side.BUY, 10_000, lots);
            market.handle(events.order(Kind.CANCEL, orders, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));
        }
    }

    private void mark(final long ticks)
    {
        price(Kind.MARK, ticks);
    }

    private void price(final int kind, final long ticks)
    {
        market.handle(events.price(kind, Side.NONE, ticks, Absent.VALUE));
    }

    private void trade(final long incoming, final long ticks)
    {
        market.handle(events.trade(0, STRANGER, 5_000 + incoming, STRANGER + 1, Side.BUY, ticks, 1));
    }

    private void rest(final int side, final long ticks, final long lots)
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, STRANGER + orders, side, ticks, lots));
    }

    private void limit(final int side, final long ticks, final long lots)
    {
        market.handle(events.order(Kind.NEW, ++orders, ALICE, side, ticks, lots));
    }

    private void withdraw(final int side)
    {
        market.handle(events.order(Kind.CANCEL, orders, ALICE, side, Absent.VALUE, Absent.VALUE));
    }

    private void request(final long ticks, final long lots)
    {
        market.handle(events.order(Kind.ORDER_REQUEST, ++orders, ALICE, Side.BUY, ticks, lots));
    }

    private void market(final int side, final long lots)
    {
        market.handle(events.with(Flags.MARKET).order(Kind.ORDER_REQUEST, ++orders, ALICE, side, Absent.VALUE, lots));
    }
}
