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

class SpoofingDetectorTest extends DetectorContract<SpoofingConfig>
{
    private static final long ALICE = 101;
    private static final long BOB = 202;
    private static final long MAKER = 900;
    private static final long TAKER = 901;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long START = 1000 * SECOND;

    /** Whatever is large stands out, so that every other condition decides alone. */
    private static final SpoofingConfig LENIENT = with(1, 1, 70);

    private final FindingRecorder recorder = new FindingRecorder();
    private final EventBuilder events = new EventBuilder().at(START);
    private TestMarket market = market(LENIENT, recorder);
    private long orders;

    @Override
    protected DetectorFactory<SpoofingConfig> factory()
    {
        return new SpoofingFactory();
    }

    @Override
    protected SpoofingConfig flowConfig()
    {
        return new SpoofingConfig(Tiered.of(2L), Tiered.of(1L), Tiered.of(80_000L), Tiered.of(3L),
            Tiered.of(150_000L), Tiered.of(300_000L), Tiered.of(600_000L), Tiered.of(60 * SECOND),
            Tiered.of(1_000_000L), Tiered.of(900_000L), Tiered.of(400_000L), 2 * SECOND, Tiered.of(50_000L),
            Tiered.of(800_000L), Tiered.of(30 * SECOND), Tiered.of(1L), Tiered.of(50L), Tiered.of(40L), 2,
            60 * SECOND);
    }

    @Override
    protected Detector oracle(final SpoofingConfig config)
    {
        return new PlainSpoofing(config);
    }

    @Override
    protected Flow flow()
    {
        return new TickingFlow(new SpoofingFlow(), 1_000_000_000);
    }

    /** Ordinary orders, and now and then somebody who shows one, is filled on the other side and takes it back. */
    private static final class SpoofingFlow implements Flow
    {
        private final OrderFlow others = new OrderFlow(4, 1_000_000_000, 6, 4, 3, 4, 1, 0);
        private final Deque<Consumer<EventBuilder>> script = new ArrayDeque<>();
        private long orders = 500_000;

        @Override
        public void next(final Random random, final EventBuilder events)
        {
            if (script.isEmpty() && random.nextInt(10) == 0)
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
            final long order = ++orders;
            final long price = (side == Side.BUY ? 88 : 112) + random.nextInt(8);
            final long lots = 10 + random.nextInt(80);
            final long genuine = 1 + random.nextInt(9);
            script.add(events -> events.order(Kind.NEW, order, account, side, price, lots));
            script.add(events -> events.trade(0, account, 0, other, side, 100, genuine));
            if (random.nextInt(4) == 0)
            {
                script.add(events -> events.order(Kind.REPLACE, order, account, side, price - 5 + 10 * (side - 1),
                    lots));
            }
            script.add(events -> events.order(Kind.CANCEL, order, account, side, Absent.VALUE, Absent.VALUE));
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

    /** Others' book: 1,000 lots bid at 9,990 and asked at 10,010 in ten orders a side, ten levels; the mean is 100. */
    @BeforeEach
    void openBook()
    {
        for (int level = 0; level < 10; level++)
        {
            enter(MAKER + level, Side.BUY, 9_990 - level, 100);
            enter(MAKER + 20 + level, Side.SELL, 10_010 + level, 100);
        }
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
    }

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTellOfALargeBidThatGoesOnceASmallOfferIsFilled()
    {
        final long genuine = enter(BOB, Side.SELL, 10_009, 100);
        final long big = enter(ALICE, Side.BUY, 9_995, 1_000);
        events.after(SECOND);
        fill(genuine, BOB, Side.BUY, 10_009, 100);
        events.after(500 * MILLISECOND);
        cancel(big);
        events.after(SECOND - 1);
        market.handle(events.tick());
        assertEquals(List.of(), recorder.findings());
        events.after(1);
        market.handle(events.tick());

        // 21 orders of 100 before it: with it the mean is 3,100 / 22, of which it is 7 times.
        final int size = 10 + 30;                    // 1,000 of 1,900 in ten levels
        final int speed = 5 + 10 * 88_500 / 90_000;  // after 1.5 of 90 seconds
        final int link = 15 + 10 * 1_500 / 2_000;    // 0.5 of 2 seconds after the fill
        final int move = 20;                         // from 10,009 to 10,010; none in the 30 seconds before
        assertEquals(List.of(new RecordedFinding(
            13, Severity.MEDIUM, size + speed + link + move, 24, 22, START - EventBuilder.VENUE_LAG_NANOS,
            SubjectKind.OWNER_GROUP, 7, 0, 1, 7, List.of(ALICE),
            List.of(new ScorePart(0, size), new ScorePart(1, speed), new ScorePart(2, link), new ScorePart(3, move)),
            List.of(
                new Compared(SpoofingDetector.SIZE_MULTIPLE, 7, 5, true),
                new Compared(SpoofingDetector.DEPTH_SHARE, 1_000_000L * 1_000 / 1_900, 200_000, true),
                new Compared(SpoofingDetector.FILLED_SHARE, 0, 100_000, true),
                new Compared(SpoofingDetector.LIFETIME, 1_500 * MILLISECOND, 90 * SECOND, true),
                new Compared(SpoofingDetector.GENUINE_SHARE, 100_000, 333_333, true),
                new Compared(SpoofingDetector.OPPOSITE_SHARE, 100_000, 333_333, true),
                new Compared(SpoofingDetector.WITHDRAWAL_DELAY, 500 * MILLISECOND, 2 * SECOND, true),
                new Compared(SpoofingDetector.FAVOURABLE_MOVE, 1, 1, true),
                new Compared(SpoofingDetector.ALERT_SCORE, size + speed + link + move, 70, true),
                new Compared(SpoofingDetector.REMEMBERED, 1, 3, false),
                new Compared(SpoofingDetector.LINKED_SHARE, 1_000_000, 500_000, true),
                new Compared(SpoofingDetector.DISPLAY_MULTIPLE, 7, 1, true),
                new Compared(SpoofingDetector.DISPLAY_SHARE, 1_000_000L * 1_000 / 1_900, 1, true),
                new Compared(SpoofingDetector.SINGLE_SHARE, 1_000_000, 666_667, true),
                new Compared(SpoofingDetector.SHOWN_AGAIN, 0, 100_000, true)),
            List.of("CAUSE 24", "BIG_ORDER 22", "GENUINE_FILL 23"), 0, BenefitMethod.REALISED,
            BigInteger.valueOf(100 * (10_009 - 9_990)), List.of(9_995L, 10_010L, 9_990L, 10_010L))),
            recorder.findings());
    }

    /** The twin: as above, but the fill is another's. */
    @Test
    void shouldStaySilentWhenAnotherIsFilled()
    {
        final long other = enter(TAKER, Side.SELL, 10_009, 100);
        final long big = enter(ALICE, Side.BUY, 9_995, 1_000);
        fill(other, TAKER, Side.BUY, 10_009, 100);
        cancel(big);

        assertSilent();
    }

    @Test
    void shouldTellOfALargeOfferAlike()
    {
        final long genuine = enter(BOB, Side.BUY, 9_991, 100);
        final long big = enter(ALICE, Side.SELL, 10_005, 1_000);
        fill(genuine, BOB, Side.SELL, 9_991, 100);
        cancel(big);

        assertEquals(1, told().size());
        assertEquals(BigInteger.valueOf(100 * (10_010 - 9_991)), recorder.findings().get(0).benefit());
    }

    /** Half a per cent of 9,995 is 49 ticks: nearer it is still shown. */
    @Test
    void shouldTellWhenItIsMovedFarAwayInsteadOfCancelled()
    {
        final long near = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.LAST).order(Kind.REPLACE, near, ALICE, Side.BUY, 9_995 - 49, 1_000));
        assertEquals(0, told().size());
        cancel(near);
        events.after(600 * SECOND);
        final long far = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.LAST).order(Kind.REPLACE, far, ALICE, Side.BUY, 9_995 - 50, 1_000));

        assertEquals(1, told().size());
    }

    @Test
    void shouldStaySilentWhenItIsMovedCloser()
    {
        final long big = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.LAST).order(Kind.REPLACE, big, ALICE, Side.BUY, 9_996, 1_000));
        cancel(big);

        assertSilent(); // nothing was filled since it came to its new price
    }

    /** What is left of it still stands there. */
    @Test
    void shouldTellWhenItIsCutToATenthAndNotAbove()
    {
        final long big = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.LAST).order(Kind.REPLACE, big, ALICE, Side.BUY, 9_995, 101));
        assertEquals(0, told().size());
        cancel(big);
        events.after(600 * SECOND);
        final long other = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.LAST).order(Kind.REPLACE, other, ALICE, Side.BUY, 9_995, 100));

        assertEquals(1, told().size());
    }

    @Test
    void shouldTellWhenNineTenthsAreCancelledAndOnlyOnce()
    {
        final long big = spoofUntilFilled(1_000, 100);
        cancel(big, 900);
        cancel(big);

        assertEquals(1, told().size());
    }

    @Test
    void shouldTellWhenATenthIsShownAgainAndNotMore()
    {
        assertEquals(1, spoofAgain(100));
        events.after(600 * SECOND);
        assertEquals(0, spoofAgain(101));
    }

    @Test
    void shouldTellWhenItIsShownAgainALaterSecond()
    {
        cancel(spoofUntilFilled(1_000, 100));
        assertEquals(1, told().size());
        enter(ALICE, Side.BUY, 9_995, 1_000);
        assertEquals(1, told().size());
    }

    /** Of 1,499 it is 667,111 millionths, of 1,500 it is 666,666. */
    @Test
    void shouldTellWhenItIsTwoThirdsOfWhatIsShownAndNotLess()
    {
        final long other = enter(BOB, Side.BUY, 9_985, 499);
        assertEquals(1, spoof(1_000, 100));
        cancel(other);
        events.after(600 * SECOND);
        enter(BOB, Side.BUY, 9_985, 500);
        assertEquals(0, spoof(1_000, 100));
    }

    /** Of 302 orders of 6,974 lots 924 are 40.01 times the mean, of 6,973 are 923 only 39.98. */
    @Test
    void shouldTellOfOneThatIsFortyTimesTheMeanAndNotLess()
    {
        assertEquals(1, standsOut(924, 40, 100));
        assertEquals(0, standsOut(923, 40, 100));
    }

    /** The nine best levels of others' bids are 900 lots. */
    @Test
    void shouldTellOfOneThatIsHalfOfTheDepthAndNotLess()
    {
        assertEquals(1, standsOut(900, 10, 20));
        assertEquals(0, standsOut(899, 10, 20));
    }

    /** 41 orders of 4,050 lots before it: with it 42 of 4,598, of which 548 are 5.006 times the mean. */
    @Test
    void shouldTellAtFiveTimesTheMean()
    {
        deepen();

        assertEquals(1, spoof(548, 50));
    }

    /** 547 of 4,597 in 42 are 4.998 times. */
    @Test
    void shouldStaySilentBelowFiveTimesTheMean()
    {
        deepen();

        assertEquals(0, spoof(547, 50));
    }

    @Test
    void shouldTellAtAFifthOfTheDepth()
    {
        // The nine best levels of others' bids are 900 lots; they and 225 make 1,125.
        assertEquals(1, spoof(225, 50));
    }

    @Test
    void shouldStaySilentBelowAFifthOfTheDepth()
    {
        assertEquals(0, spoof(224, 50));
    }

    /** All of the depth; of 2,233 lots in 22 orders 203 are twice the mean, of 2,232 are 202 not. */
    @Test
    void shouldTellAtTwiceTheMeanInAThinBook()
    {
        cancelBids();

        assertEquals(1, spoof(203, 30));
    }

    @Test
    void shouldStaySilentBelowTwiceTheMeanInAThinBook()
    {
        cancelBids();

        assertEquals(0, spoof(202, 30));
    }

    @Test
    void shouldTellAtATenthFilledAndNotAbove()
    {
        final long big = spoofUntilFilled(1_000, 100);
        fill(big, ALICE, Side.SELL, 9_995, 100);
        cancel(big);
        assertEquals(1, told().size());

        final long other = spoofUntilFilled(1_000, 100);
        fill(other, ALICE, Side.SELL, 9_995, 101);
        cancel(other);
        assertEquals(1, told().size());
    }

    @Test
    void shouldTellAfterNinetySecondsAndNotLater()
    {
        assertEquals(1, spoofFor(90 * SECOND, 0));
        events.after(600 * SECOND);
        assertEquals(0, spoofFor(90 * SECOND + 1, 0));
    }

    @Test
    void shouldTellTwoSecondsAfterTheFillAndNotLater()
    {
        assertEquals(1, spoofFor(0, 2 * SECOND));
        assertEquals(0, spoofFor(0, 2 * SECOND + 1));
    }

    @Test
    void shouldTellWhenAThirdWasFilledOnTheOtherSideAndNotMore()
    {
        assertEquals(1, spoof(900, 299));
        assertEquals(0, spoof(900, 300)); // 333,333.3 of a million
    }

    @Test
    void shouldTellWhenAThirdIsShownOnTheOtherSideAndNotMore()
    {
        final long shown = enter(BOB, Side.SELL, 10_030, 333);
        assertEquals(1, spoof(1_000, 100));
        cancel(shown);
        enter(BOB, Side.SELL, 10_030, 334);
        assertEquals(0, spoof(1_000, 100));
    }

    /** None of them stands out, but three of 50 or more are within ten minutes. */
    @Test
    void shouldTellOfTheThirdWithinTenMinutes()
    {
        strict();
        assertEquals(0, spoofWithoutMove());
        events.after(298 * SECOND);
        assertEquals(0, spoofWithoutMove());
        events.after(300 * SECOND - 1);
        assertEquals(1, spoofWithoutMove());

        final RecordedFinding finding = recorder.findings().get(0);
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(3, finding.compared(SpoofingDetector.REMEMBERED).measured());
        assertEquals(3 + 2, finding.evidence().size());
    }

    @Test
    void shouldStaySilentWhenTheFirstOfThreeIsTenMinutesOld()
    {
        strict();
        spoofWithoutMove();
        events.after(299 * SECOND);
        spoofWithoutMove();
        events.after(299 * SECOND);
        spoofWithoutMove();

        assertSilent();
    }

    /** Three of six large withdrawals are half of them, three of seven are not. */
    @Test
    void shouldTellOfTheThirdWhenHalfOfAllAreSo()
    {
        strict();
        withdrawWithoutAFill(3);
        spoofWithoutMove();
        spoofWithoutMove();
        assertEquals(1, spoofWithoutMove());
    }

    @Test
    void shouldStaySilentOnThreeOfSeven()
    {
        strict();
        withdrawWithoutAFill(4);
        spoofWithoutMove();
        spoofWithoutMove();
        assertEquals(0, spoofWithoutMove());
    }

    @Test
    void shouldGiveNoPointsForAMoveInAMarketThatMovesAllTheTime()
    {
        for (int i = 0; i < 60; i++)
        {
            final long order = enter(TAKER, Side.SELL, 10_009, 100);
            events.after(100 * MILLISECOND);
            cancel(order);
        }
        final long genuine = enter(BOB, Side.SELL, 10_009, 100);
        final long big = enter(ALICE, Side.BUY, 9_995, 1_000);
        fill(genuine, BOB, Side.BUY, 10_009, 100);
        events.after(500 * MILLISECOND);
        cancel(big);

        // 60 moves in 30 seconds: within half a second one is to be expected.
        assertEquals(new ScorePart(3, 0), told().get(0).scoreParts().get(3));
    }

    @Test
    void shouldKeepGroupsApart()
    {
        market.owner(BOB, 8, Role.NONE);

        assertEquals(0, spoof(1_000, 100));
    }

    /** Negative control: a maker of one side whose large quote comes anew after each fill on the other. */
    @Test
    void shouldStaySilentOnAQuoteThatComesAnew()
    {
        long quote = enter(ALICE, Side.BUY, 9_995, 1_000);
        for (int i = 0; i < 100; i++)
        {
            events.after(2 * SECOND);
            fill(0, BOB, Side.BUY, 10_010, 50);
            if (i % 2 == 0)
            {
                final long next = enter(ALICE, Side.BUY, 9_994 + i % 3, 1_000);
                cancel(quote);
                quote = next;
            }
            else
            {
                cancel(quote);
                events.after(900 * MILLISECOND);
                quote = enter(ALICE, Side.BUY, 9_994 + i % 3, 1_000);
            }
            market.handle(events.after(100 * MILLISECOND).tick());
        }
        assertSilent();
    }

    /** Negative control: a market maker with large quotes on both sides, hit on one, who quotes anew at once. */
    @Test
    void shouldStaySilentOnLargeTwoSidedQuotes()
    {
        for (int i = 0; i < 200; i++)
        {
            final long bid = enter(ALICE, Side.BUY, 9_995 + i % 3, 1_000);
            final long ask = enter(ALICE, Side.SELL, 10_005 + i % 3, 1_000);
            events.after(200 * MILLISECOND);
            if (i % 2 == 0)
            {
                fill(bid, ALICE, Side.SELL, 9_995 + i % 3, 90);
            }
            else
            {
                fill(ask, ALICE, Side.BUY, 10_005 + i % 3, 90);
            }
            events.after(50 * MILLISECOND);
            cancel(i % 3 == 0 ? bid : ask);
            cancel(i % 3 == 0 ? ask : bid);
        }
        assertSilent();
    }

    /** Negative control: an immediate order of which the venue takes back what is not filled. */
    @Test
    void shouldStaySilentOnImmediateOrders()
    {
        for (int i = 0; i < 50; i++)
        {
            market.handle(events.with(Flags.IOC).order(Kind.NEW, ++orders, ALICE, Side.BUY, 9_995, 1_000));
            final long order = orders;
            fill(0, BOB, Side.BUY, 10_010, 50);
            cancel(order);
            events.after(SECOND);
        }
        assertSilent();
    }

    /** Negative control: an order that crosses as it comes, without a word that its rest is taken back. */
    @Test
    void shouldStaySilentOnOrdersThatCross()
    {
        for (int i = 0; i < 10; i++)
        {
            market.handle(events.order(Kind.NEW, ++orders, ALICE, Side.BUY, 10_010, 1_000));
            final long order = orders;
            fill(0, BOB, Side.BUY, 10_010, 50);
            cancel(order);
            events.after(SECOND);
        }
        assertSilent();
    }

    /** Negative control: the venue's self-trade prevention takes the order. */
    @Test
    void shouldStaySilentOnSelfTradePrevention()
    {
        final long big = spoofUntilFilled(1_000, 100);
        market.handle(events.with(Flags.STP | Flags.LAST)
            .order(Kind.CANCEL, big, ALICE, Side.BUY, Absent.VALUE, Absent.VALUE));

        assertSilent();
    }

    /** Negative control: two legs of an arbitrage, the passive one large and withdrawn when the price has gone. */
    @Test
    void shouldStaySilentOnAPassiveLegWithoutAFillOnTheOtherSide()
    {
        for (int i = 0; i < 50; i++)
        {
            final long leg = enter(ALICE, Side.BUY, 9_995, 1_000);
            fill(0, ALICE, Side.SELL, 9_990, 50); // it bought
            events.after(SECOND);
            cancel(leg);
        }
        assertSilent();
    }

    /** Negative control: an iceberg shows a small part, is filled, and shows the next. */
    @Test
    void shouldStaySilentOnAnIceberg()
    {
        for (int i = 0; i < 50; i++)
        {
            final long part = enter(ALICE, Side.BUY, 9_995, 300);
            events.after(SECOND);
            fill(part, ALICE, Side.SELL, 9_995, 300);
        }
        assertSilent();
    }

    /** The same acts at a tenth and ten times the pace of everybody else are told alike. */
    @Test
    void shouldTellAtAnyRateOfTheOthers()
    {
        for (final long pauseNanos : new long[] { 4_000 * MILLISECOND, 400 * MILLISECOND, 40 * MILLISECOND })
        {
            for (int i = 0; i < 300; i++)
            {
                final long order = enter(TAKER, i % 2 == 0 ? Side.BUY : Side.SELL, i % 2 == 0 ? 9_980 : 10_020, 100);
                events.after(pauseNanos);
                cancel(order);
            }
            assertEquals(1, spoof(1_000, 100), "pause " + pauseNanos);
        }
    }

    /** Others' bids at the same ten levels: the mean stays, the depth is three times as much. */
    private void deepen()
    {
        for (int i = 0; i < 20; i++)
        {
            enter(MAKER + 40 + i, Side.BUY, 9_990 - i % 10, 100);
        }
    }

    /** Every second order of the book is a bid. */
    private void cancelBids()
    {
        for (long order = 1; order <= 20; order += 2)
        {
            cancel(order);
        }
    }

    /** The parameters as they are, in a book of 200 orders of 10. */
    private void strict()
    {
        market.close();
        market = market(with(40, 500_000, 75), recorder);
        openBook();
    }

    /** In a book of two hundred orders of ten lots and others far away. */
    private int standsOut(final long lots, final long farLots, final int farOrders)
    {
        market.close();
        market = market(with(40, 500_000, 75), recorder);
        for (int i = 0; i < 100; i++)
        {
            enter(MAKER + i, Side.BUY, 9_990 - i % 10, 10);
            enter(MAKER + 200 + i, Side.SELL, 10_010 + i % 10, 10);
        }
        for (int i = 0; i < farOrders; i++)
        {
            enter(MAKER + 400 + i, Side.SELL, 10_100 + i, farLots);
        }
        market.owner(ALICE, 7, Role.NONE).owner(BOB, 7, Role.NONE);
        return spoof(lots, 50);
    }

    private void withdrawWithoutAFill(final int times)
    {
        for (int i = 0; i < times; i++)
        {
            cancel(enter(ALICE, Side.BUY, 9_995, 1_000));
            events.after(SECOND);
        }
    }

    private int spoofAgain(final long lots)
    {
        final int before = recorder.findings().size();
        cancel(spoofUntilFilled(1_000, 100));
        events.after(SECOND - 1);
        cancel(enter(BOB, Side.BUY, 9_990, lots));
        return told().size() - before;
    }

    /** One act of spoofing with a favourable move; the findings it gave. */
    private int spoof(final long lots, final long genuineLots)
    {
        final int before = recorder.findings().size();
        cancel(spoofUntilFilled(lots, genuineLots));
        return told().size() - before;
    }

    private int spoofFor(final long restNanos, final long delayNanos)
    {
        final int before = recorder.findings().size();
        final long genuine = enter(BOB, Side.SELL, 10_009, 100);
        final long big = enter(ALICE, Side.BUY, 9_995, 1_000);
        events.after(restNanos);
        fill(genuine, BOB, Side.BUY, 10_009, 100);
        events.after(delayNanos);
        cancel(big);
        return told().size() - before;
    }

    /** Withdrawn at once, the best offer where it was: 12 + 15 + 25. */
    private int spoofWithoutMove()
    {
        final int before = recorder.findings().size();
        final long big = enter(ALICE, Side.BUY, 9_995, 1_000);
        fill(0, BOB, Side.BUY, 10_010, 10);
        cancel(big);
        return told().size() - before;
    }

    private long spoofUntilFilled(final long lots, final long genuineLots)
    {
        final long genuine = enter(BOB, Side.SELL, 10_009, genuineLots);
        final long big = enter(ALICE, Side.BUY, 9_995, lots);
        fill(genuine, BOB, Side.BUY, 10_009, genuineLots);
        return big;
    }

    private long enter(final long account, final int side, final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).order(Kind.NEW, ++orders, account, side, price, lots));
        return orders;
    }

    private void cancel(final long order)
    {
        cancel(order, Absent.VALUE);
    }

    private void cancel(final long order, final long lots)
    {
        market.handle(events.with(Flags.LAST)
            .order(Kind.CANCEL, order, Absent.UNKNOWN_ID, Side.NONE, Absent.VALUE, lots));
    }

    private void fill(final long order, final long resting, final int aggressor, final long price, final long lots)
    {
        market.handle(events.with(Flags.LAST).trade(order, resting, 0, TAKER + 50, aggressor, price, lots));
    }

    private static SpoofingConfig with(final long displayMultiple, final long displayShare, final long alertScore)
    {
        final SpoofingConfig usual = SpoofingConfig.DEFAULT;
        return new SpoofingConfig(
            usual.sizeMultiple(), usual.leastMultiple(), usual.depthSharePpm(), Tiered.of(displayMultiple),
            Tiered.of(displayShare), usual.singleSharePpm(), usual.filledSharePpm(), usual.lifetimeNanos(),
            usual.genuineSharePpm(), usual.oppositeSharePpm(), usual.linkedSharePpm(), usual.returnNanos(),
            usual.nearPpm(), usual.returnedSharePpm(), usual.withdrawalNanos(), usual.moveTicks(),
            Tiered.of(alertScore), usual.repeatScore(), usual.repeatCount(), usual.repeatWindowNanos());
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
