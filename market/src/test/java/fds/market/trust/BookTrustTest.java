package fds.market.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import fds.market.detector.Need;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.partition.BlindSpotCause;
import fds.market.partition.Capacity;
import fds.market.partition.Market;
import fds.market.reference.ReferenceData;
import fds.market.slots.SlotKind;
import fds.market.slots.StateBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookTrustTest
{
    private static final long NONE = Absent.VALUE;
    private static final long SECOND = 1_000_000_000L;
    private static final int UNTRUSTED = -11;
    private static final int TRUSTED = -12;
    private static final int LOST = -13;
    private static final int LAGS = -14;
    private static final int SNAPSHOT = Flags.SNAPSHOT;
    private static final int LAST = Flags.LAST;

    private final MarketEvent event = new MarketEvent().wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    private final List<String> told = new ArrayList<>();
    private final ReferenceData reference = new ReferenceData(256, 64);
    private Market market = market();
    private long timeNanos = 1000 * SECOND;
    private long sequence;
    private int instrument = 1;
    private int feed = 3;
    private int venue = 1;

    @AfterEach
    void close()
    {
        market.close();
    }

    @Test
    void shouldTrustLevelsBehindWholeSnapshotOnly()
    {
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, SNAPSHOT);
        assertFalse(market.isBookTrusted(), "a snapshot is under way");
        event(Kind.BOOK, Side.BUY, 98, 7, SNAPSHOT);
        assertFalse(market.isBookTrusted());
        event(Kind.BOOK, Side.SELL, 99, 7, SNAPSHOT | LAST);
        assertTrue(market.isBookTrusted());
        event(Kind.BOOK, Side.SELL, 100, 7, LAST);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of(), told);
    }

    @Test
    void shouldNotTrustChangesBeforeFirstSnapshot()
    {
        event(Kind.BOOK, Side.BUY, 98, 7, LAST);
        event(Kind.BOOK, Side.SELL, 99, 7, LAST);
        assertFalse(market.isBookTrusted());
        snapshot(1);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of("BOOK_UNBUILT of 3 at 1: 0", "BOOK_REBUILT of 1 at 5: 4"), told);
        assertEquals(4, market.counters().unseen());
    }

    @Test
    void shouldTrustChangesOfBookThatIsSaidToBeEmpty()
    {
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, LAST);
        event(Kind.BOOK, Side.BUY, 98, 7, LAST);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of(), told);
    }

    @Test
    void shouldDoubtFromGapToWholeSnapshot()
    {
        snapshot(1);
        event(Kind.GAP, Side.NONE, NONE, NONE, LAST, 4, 0);
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, LAST);
        assertFalse(market.isBookTrusted(), "nothing is known of a book cleared for a gap");
        event(Kind.BOOK, Side.BUY, 98, 7, LAST);
        event(Kind.GAP, Side.NONE, NONE, NONE, LAST, NONE, 0);
        assertTrue(market.trust().isDoubted(market.recordAt(SlotKind.INSTRUMENT, 0), Doubt.GAP));
        assertEquals(4, market.trust().missingMessages(market.recordAt(SlotKind.INSTRUMENT, 0)));
        snapshot(1);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of("FEED_GAP of 3 at 4: 4", "FEED_GAP of 3 at 7: 0", "BOOK_REBUILT of 4 at 10: 6"), told);
        assertEquals(0, market.untrustedBookCount());
    }

    @Test
    void shouldNotTakeInterruptedSnapshotForWhole()
    {
        event(Kind.GAP, Side.NONE, NONE, NONE, LAST, 1, 0);
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, SNAPSHOT);
        event(Kind.BOOK, Side.BUY, 98, 7, SNAPSHOT);
        event(Kind.BOOK, Side.BUY, 97, 7, 0); // a change in the midst of it
        event(Kind.BOOK, Side.SELL, 99, 7, SNAPSHOT | LAST);
        assertFalse(market.isBookTrusted());
        event(Kind.BOOK_CLEAR, Side.BUY, NONE, NONE, SNAPSHOT); // one side only
        event(Kind.BOOK, Side.BUY, 98, 7, SNAPSHOT | LAST);
        assertFalse(market.isBookTrusted());
        event(Kind.BOOK_CLEAR, Side.BUY, NONE, NONE, SNAPSHOT);
        event(Kind.BOOK_CLEAR, Side.SELL, NONE, NONE, SNAPSHOT);
        event(Kind.GAP, Side.NONE, NONE, NONE, 0, 1, 0);        // a gap in the midst of it
        event(Kind.BOOK, Side.BUY, 98, 7, SNAPSHOT | LAST);

        assertFalse(market.isBookTrusted());
        snapshot(1);
        assertTrue(market.isBookTrusted());
    }

    @Test
    void shouldDoubtWhileFeedSaysSo()
    {
        snapshot(1);
        status(1, UNTRUSTED);
        assertFalse(market.isBookTrusted());
        status(1, LAGS);
        assertFalse(market.isBookTrusted());
        status(1, TRUSTED);
        assertTrue(market.isBookTrusted());
        status(1, LOST);
        status(1, TRUSTED);
        assertFalse(market.isBookTrusted(), "messages were lost: only a snapshot helps");
        snapshot(1);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of("FEED_UNTRUSTED of 3 at 4: 0", "BOOK_REBUILT of 4 at 6: 2", "FEED_UNTRUSTED of 3 at 7: 0",
            "BOOK_REBUILT of 7 at 11: 4"), told);
    }

    @Test
    void shouldWantWholeBookAfterStatusBeforeAnyBook()
    {
        status(1, UNTRUSTED);
        status(1, TRUSTED);
        assertFalse(market.isBookTrusted());
        snapshot(1);
        assertTrue(market.isBookTrusted());
    }

    @Test
    void shouldTellWholeFeedToItsInstrumentsOnly()
    {
        snapshot(1);
        snapshot(65);
        feed = 4;
        snapshot(129);
        feed = 3;
        status(0, UNTRUSTED);
        assertEquals(2, market.untrustedBookCount());
        snapshot(193); // first seen while its feed is not to be trusted: its first whole book counts
        assertEquals(2, market.untrustedBookCount());
        instrument = 1;
        order(Kind.NEW, 7, 100, 0, 2);
        status(0, TRUSTED);
        assertEquals(0, market.untrustedBookCount());
        gap(0, 9);

        assertEquals(3, market.untrustedBookCount());
        assertEquals(List.of("FEED_GAP of 3 at 16: 9", "FEED_GAP of 3 at 16: 9", "FEED_GAP of 3 at 16: 9"),
            told.subList(told.size() - 3, told.size()));
    }

    @Test
    void shouldNotTellWholeFeedToOtherVenues()
    {
        snapshot(1);
        venue = 2;
        gap(0, 9);
        assertEquals(0, market.untrustedBookCount());
    }

    @Test
    void shouldStartDoubtfulWhereFeedIsNotTrusted()
    {
        status(0, LOST);
        order(Kind.NEW, 1, 100, LAST, 5);
        assertFalse(market.isBookTrusted());
        status(0, TRUSTED);
        assertFalse(market.isBookTrusted(), "messages were lost: only a snapshot helps");
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, 0);
        assertEquals(0, market.bids().size());
        order(Kind.NEW, 2, 100, SNAPSHOT, 5);
        order(Kind.NEW, 3, 99, SNAPSHOT | LAST, 5);

        assertTrue(market.isBookTrusted());
        assertEquals(100, market.bestBidTicks());
        order(Kind.CANCEL, 1, NONE, LAST, NONE);
        assertFalse(market.isBookTrusted(), "order 1 went with the clearing");
    }

    @Test
    void shouldDoubtOrdersUntilNoneIsUnknownForLong()
    {
        order(Kind.NEW, 1, 100, LAST, 5);
        order(Kind.CANCEL, 77, NONE, LAST, 4);
        assertFalse(market.isBookTrusted());
        timeNanos += 60 * SECOND;
        order(Kind.NEW, 2, 100, LAST, 5);
        assertFalse(market.isBookTrusted());
        order(Kind.CANCEL, 78, NONE, LAST, 4); // begins the quiet time anew
        timeNanos += 60 * SECOND;
        order(Kind.NEW, 3, 100, LAST, 5);
        assertFalse(market.isBookTrusted());
        timeNanos++;
        order(Kind.NEW, 4, 100, LAST, 5);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of("BOOK_INCOMPLETE of 77 at 2: 4", "BOOK_REBUILT of 2 at 6: 4"), told);
    }

    @Test
    void shouldNotWaitForQuietWhereNoneIsConfigured()
    {
        market.trust(new TrustConfig(SECOND, 0));
        order(Kind.CANCEL, 77, NONE, LAST, 4);
        timeNanos += 86_400 * SECOND;
        order(Kind.NEW, 1, 100, LAST, 5);
        assertFalse(market.isBookTrusted());
    }

    @Test
    void shouldTakeTradesAloneForNoBook()
    {
        trade(5, LAST);
        assertTrue(market.isBookTrusted(), "a feed of trades names orders and makes no book");
        order(Kind.NEW, 1, 100, LAST, 5);
        trade(5, LAST);
        assertFalse(market.isBookTrusted());
    }

    @Test
    void shouldDoubtLevelsThatStayCrossedUntilSnapshot()
    {
        snapshot(1);
        event(Kind.BOOK, Side.BUY, 99, 7, LAST);  // locked
        assertTrue(market.isBookTrusted());
        event(Kind.BOOK, Side.BUY, 101, 7, 0);    // crossed in the midst of a message
        event(Kind.BOOK, Side.BUY, 101, 0, LAST);
        event(Kind.BOOK, Side.BUY, 101, 7, LAST); // crossed behind a message
        timeNanos += SECOND;
        event(Kind.BOOK, Side.BUY, 102, 7, LAST);
        assertTrue(market.isBookTrusted());
        timeNanos++;
        event(Kind.MARK, Side.NONE, 100, NONE, LAST);
        assertFalse(market.isBookTrusted());
        event(Kind.BOOK, Side.BUY, 101, 0, LAST);
        event(Kind.BOOK, Side.BUY, 102, 0, LAST);
        assertFalse(market.isBookTrusted(), "no longer crossed, and still not known to be right");
        snapshot(1);

        assertTrue(market.isBookTrusted());
        assertEquals(List.of("BOOK_CROSSED of 3 at 9: 1000000001", "BOOK_REBUILT of 9 at 14: 5"), told);
        assertEquals(4, market.counters().crossed());
        assertEquals(3, market.counters().locked());
    }

    @Test
    void shouldDoubtOrdersWhileTheyStayCrossed()
    {
        order(Kind.NEW, 1, 100, LAST, 5);
        event(Kind.NEW, Side.SELL, 98, 5, LAST, NONE, 2);
        timeNanos += SECOND + 1;
        event(Kind.MARK, Side.NONE, 100, NONE, LAST);
        assertFalse(market.isBookTrusted());
        order(Kind.CANCEL, 1, NONE, LAST, NONE);
        assertTrue(market.isBookTrusted());
    }

    @Test
    void shouldLetHaltedBookCross()
    {
        snapshot(1);
        event(Kind.HALT, Side.NONE, NONE, NONE, LAST, 1, 0);
        event(Kind.BOOK, Side.BUY, 101, 7, LAST);
        timeNanos += 2 * SECOND;
        event(Kind.MARK, Side.NONE, 100, NONE, LAST);
        assertEquals(0, market.counters().crossed());
        event(Kind.HALT, Side.NONE, NONE, NONE, LAST, 0, 0);
        timeNanos += 2 * SECOND;
        event(Kind.MARK, Side.NONE, 100, NONE, LAST);

        assertFalse(market.isBookTrusted());
        assertEquals(2, market.counters().crossed());
    }

    @Test
    void shouldSayNoChangeOfTopWhileNotTrusted()
    {
        snapshot(1);
        event(Kind.BOOK, Side.BUY, 98, 9, LAST);
        assertTrue(market.topChanged());
        gap(1, 1);
        event(Kind.BOOK, Side.BUY, 98, 8, LAST);
        assertFalse(market.topChanged());
    }

    /** What comes after any point is the same whether it was lived through or read. */
    @Test
    void shouldGoOnTheSameAfterRestore()
    {
        int lost = 0;
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            for (int i = 0; i < 60; i++)
            {
                anyEvent(random);
            }
            final StateBuffer state = new StateBuffer();
            market.write(state);
            final Market other = market();
            other.read(state);
            final long[] at = { timeNanos, sequence, random.nextLong() };
            told.clear();
            final Random first = new Random(at[2]);
            for (int i = 0; i < 60; i++)
            {
                anyEvent(first);
            }
            final List<String> lived = List.copyOf(told);
            told.clear();
            timeNanos = at[0];
            sequence = at[1];
            market.close();
            market = other;
            final Random second = new Random(at[2]);
            for (int i = 0; i < 60; i++)
            {
                anyEvent(second);
            }
            assertEquals(lived, told, "seed " + seed);
            lost += lived.size();
        }
        assertTrue(lost > 1000, "the flow is too quiet to prove anything: " + lost);
    }

    @Test
    void shouldRememberWhatIdsOfReasonsSay()
    {
        final FeedWords words = new FeedWords();
        reason(words, -1, "untrusted");
        reason(words, -2, "trusted");
        reason(words, -3, "trustedly");
        reason(words, -4, "disconnected");
        final StateBuffer state = new StateBuffer();
        words.write(state);
        final FeedWords read = new FeedWords();
        read.read(state);
        assertEquals(List.of(FeedWord.UNTRUSTED, FeedWord.TRUSTED, FeedWord.NONE, FeedWord.LOST, FeedWord.NONE),
            List.of(read.of(-1), read.of(-2), read.of(-3), read.of(-4), read.of(0)));
        for (int id = -5; id > -5 - FeedWords.CAPACITY; id--)
        {
            reason(read, id, "up");
        }
        assertEquals(FeedWord.UNTRUSTED, read.of(-4 - FeedWords.CAPACITY), "what is not known is not trusted");
    }

    private static void reason(final FeedWords words, final int id, final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        words.onReason(id, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private void anyEvent(final Random random)
    {
        instrument = random.nextBoolean() ? 1 : 65;
        feed = random.nextInt(3);
        timeNanos += random.nextInt(5) == 0 ? 100 * SECOND : random.nextInt(1000);
        final int flags = (random.nextInt(3) == 0 ? 0 : LAST) | (random.nextInt(4) == 0 ? SNAPSHOT : 0);
        final int side = random.nextBoolean() ? Side.BUY : Side.SELL;
        final long price = 95 + random.nextInt(10);
        switch (random.nextInt(12))
        {
            case 0 -> event(Kind.BOOK_CLEAR, random.nextBoolean() ? side : Side.NONE, NONE, NONE, flags);
            case 1 -> status(random.nextBoolean() ? 0 : instrument, -11 - random.nextInt(4));
            case 2 -> gap(random.nextBoolean() ? 0 : instrument, random.nextInt(4));
            case 3 -> event(Kind.HALT, Side.NONE, NONE, NONE, flags, random.nextInt(2), 0);
            case 4, 5 -> event(Kind.NEW, side, price, 5, flags, NONE, 1 + random.nextInt(9));
            case 6 -> order(Kind.CANCEL, 1 + random.nextInt(12), NONE, flags, NONE);
            case 7 -> trade(1 + random.nextInt(12), flags);
            case 8 -> snapshot(instrument);
            default -> event(instrument == 1 ? Kind.MARK : Kind.BOOK, side, price, 5, flags);
        }
    }

    private void snapshot(final int id)
    {
        instrument = id;
        event(Kind.BOOK_CLEAR, Side.NONE, NONE, NONE, SNAPSHOT);
        event(Kind.BOOK, Side.BUY, 98, 7, SNAPSHOT);
        event(Kind.BOOK, Side.SELL, 99, 7, SNAPSHOT | LAST);
    }

    private void status(final int id, final int reason)
    {
        begin(Kind.FEED_STATUS, LAST).instrumentId(id).reasonId(reason);
        handle();
    }

    private void gap(final int id, final long missing)
    {
        begin(Kind.GAP, LAST).instrumentId(id).value(missing);
        handle();
    }

    private void order(final int kind, final long order, final long price, final int flags, final long lots)
    {
        event(kind, Side.BUY, price, lots, flags, NONE, order);
    }

    private void trade(final long order, final int flags)
    {
        event(Kind.TRADE, Side.SELL, 100, 1, flags, NONE, order);
    }

    private void event(final int kind, final int side, final long price, final long lots, final int flags)
    {
        event(kind, side, price, lots, flags, NONE, 0);
    }

    private void event(
        final int kind,
        final int side,
        final long price,
        final long lots,
        final int flags,
        final long value,
        final long order)
    {
        begin(kind, flags).side(side).priceTicks(price).quantityLots(lots).value(value).orderId(order);
        handle();
    }

    private MarketEvent begin(final int kind, final int flags)
    {
        return event.clear().kind(kind).flags(flags).instrumentId(instrument).venueId(venue).feedId(feed)
            .sequence(++sequence).engineTimeNanos(timeNanos);
    }

    private void handle()
    {
        if (event.instrumentId() == 0)
        {
            market.onFeedEvent(event);
            return;
        }
        market.apply(event);
        market.finish();
    }

    private Market market()
    {
        final EnumSet<Need> needs = EnumSet.of(Need.BOOK, Need.ORDERS);
        final Market made = new Market(1, new Capacity(64, 16, 16, 16, 256, 64), needs, Market.newLayout(needs),
            reference, this::onBlindSpot);
        for (final int id : new int[]{ 1, 65, 129, 193 })
        {
            final Instrument defined = new Instrument(id, 1, 1, "V1", "I" + id, InstrumentType.SPOT, "BTC", "USD", "",
                1, 0, 1, 0, 1, 0, 1, 1_000_000, 1_000_000);
            reference.define(defined);
            made.onInstrument(defined);
        }
        reference.feedWords().put(UNTRUSTED, FeedWord.UNTRUSTED);
        reference.feedWords().put(TRUSTED, FeedWord.TRUSTED);
        reference.feedWords().put(LOST, FeedWord.LOST);
        return made;
    }

    private void onBlindSpot(
        final BlindSpotCause cause, final int table, final long subject, final long value, final int instrumentId)
    {
        told.add(cause + " of " + subject + " at " + sequence + ": " + value);
    }
}
