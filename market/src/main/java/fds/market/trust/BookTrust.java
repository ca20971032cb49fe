package fds.market.trust;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.memory.NativeBuffer;
import fds.market.partition.BlindSpotCause;
import fds.market.partition.BlindSpotSink;
import fds.market.partition.MarketCounters;
import fds.market.slots.SlotKind;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Whether the books of one partition are to be believed. Its words lie in the instruments' records, so they are written
 * and read with them.
 * <p>
 * A book is untrusted while any {@link Doubt} holds, and until a message that fills it anew is closed. It is whole
 * again when it was cleared on both sides and filled by events with the flag {@code snapshot} (BOOK levels or NEW
 * orders) up to a {@code last}: that ends every doubt. Beside that, a status ends when the feed says so, and a book
 * kept from orders is whole again when it is no longer crossed, or when no unknown order was met for a while. Each
 * doubt is journaled when it begins, and the end of the last one with what was not seen in between.
 * <p>
 * A locked book (best bid equal to best ask) is counted and believed. While an instrument is halted its book may cross.
 * Owned by one thread.
 */
public final class BookTrust
{
    /** Words of 8 bytes that an instrument's record keeps of this. */
    public static final int WORDS = 6;

    /** Bit of the flags word: its levels are what the venue says. */
    public static final long FLAG_BY_LEVEL = 2;

    private static final long FLAG_UNTRUSTED = 8;
    private static final long FLAG_FILLING = 16;

    /** Bits of the flags word while a book is not to be believed: a doubt holds, or it is being filled. */
    public static final long UNTRUSTED = FLAG_UNTRUSTED | FLAG_FILLING;

    private static final long FLAG_WATCHED = 32;  // something of it may change with any event
    private static final long FLAG_HALTED = 64;
    private static final long FLAG_BY_ORDER = 128;
    private static final int FEED_SHIFT = 16;     // the feed that makes the book
    private static final long FEED_MASK = 0xFFFFL << FEED_SHIFT;

    private static final int STATE = 0;           // doubts, and how far a snapshot has come
    private static final int SINCE = 8;           // sequence of the first doubt
    private static final int UNSEEN = 16;         // events since
    private static final int UNKNOWN_TIME = 24;   // of the newest unknown order
    private static final int CROSSED_SINCE = 32;  // engine time, 0: it is not crossed
    private static final int MISSING = 40;        // messages since the first doubt

    private static final long DOUBTS = (1L << Doubt.values().length) - 1;
    private static final long BID_CLEARED = 1L << 8;
    private static final long ASK_CLEARED = 1L << 9;
    private static final long CLEARED = BID_CLEARED | ASK_CLEARED;

    private static final long CHANGES_BOOK = Kind.mask(Kind.BOOK, Kind.NEW, Kind.CANCEL, Kind.REPLACE);
    private static final int FEEDS = 1024; // further ones share the last place

    private final NativeBuffer records;
    private final int flagsAt;
    private final int wordsAt;
    private final FeedWords words;
    private final BlindSpotSink blindSpots;
    private final MarketCounters counters;
    private final byte[] feedDoubts = new byte[FEEDS]; // [feed], bits of doubts that its newest status left
    private TrustConfig config = TrustConfig.DEFAULT;

    /**
     * Make it for the records of a partition.
     *
     * @param records    of instruments.
     * @param flagsAt    byte offset of the flags word in a record.
     * @param wordsAt    byte offset of {@link #WORDS} words in a record.
     * @param words      what a feed's status says.
     * @param blindSpots told when trust is lost and found.
     * @param counters   of the partition.
     */
    public BookTrust(
        final NativeBuffer records,
        final int flagsAt,
        final int wordsAt,
        final FeedWords words,
        final BlindSpotSink blindSpots,
        final MarketCounters counters)
    {
        this.records = records;
        this.flagsAt = flagsAt;
        this.wordsAt = wordsAt;
        this.words = words;
        this.blindSpots = blindSpots;
        this.counters = counters;
    }

    /**
     * Set what a book may show before it is doubted.
     *
     * @param config in force from the first event on.
     */
    public void configure(final TrustConfig config)
    {
        this.config = config;
    }

    /**
     * Whether a book may be believed.
     *
     * @param at of the instrument's record.
     * @return false while a doubt holds or a snapshot is under way.
     */
    public boolean isTrusted(final long at)
    {
        return (records.getLong(at + flagsAt) & UNTRUSTED) == 0;
    }

    /**
     * Whether a doubt holds.
     *
     * @param at    of the instrument's record.
     * @param doubt any.
     * @return true while it does.
     */
    public boolean isDoubted(final long at, final Doubt doubt)
    {
        return (records.getLong(at + wordsAt + STATE) & doubt.bit()) != 0;
    }

    /**
     * Messages known to be missing since trust was lost.
     *
     * @param at of the instrument's record.
     * @return messages, 0 when none are or their number is not known.
     */
    public long missingMessages(final long at)
    {
        return records.getLong(at + wordsAt + MISSING);
    }

    /**
     * A status, gap or halt of an instrument.
     *
     * @param event of kind FEED_STATUS, GAP or HALT.
     * @param at    of the instrument's record.
     * @param id    of the instrument.
     */
    public void onFeedEvent(final MarketEvent event, final long at, final int id)
    {
        switch (event.kind())
        {
            case Kind.GAP ->
            {
                final long missing = Math.max(0, event.value());
                records.putLong(at + wordsAt + MISSING, missingMessages(at) + missing);
                doubt(event, at, id, Doubt.GAP, missing, true);
            }
            case Kind.FEED_STATUS -> onStatus(event, at, id, words.of(event.reasonId()));
            default -> flag(at, FLAG_HALTED, event.value() == 1);
        }
    }

    /**
     * A status or gap that names no instrument: what its feed makes later starts with the doubt, too.
     *
     * @param event of kind FEED_STATUS or GAP.
     */
    public void onWholeFeed(final MarketEvent event)
    {
        if (event.kind() == Kind.FEED_STATUS)
        {
            final int feed = Math.min(event.feedId(), FEEDS - 1);
            switch (words.of(event.reasonId()))
            {
                case TRUSTED -> feedDoubts[feed] &= ~Doubt.STATUS.bit();
                case UNTRUSTED -> feedDoubts[feed] |= Doubt.STATUS.bit();
                case LOST -> feedDoubts[feed] |= Doubt.STATUS.bit() | Doubt.UNBUILT.bit();
                case NONE ->
                {
                    // Nothing about books.
                }
            }
        }
    }

    /**
     * Whether a feed makes an instrument's book.
     *
     * @param at   of the instrument's record.
     * @param feed number of the feed.
     * @return true when it told the newest change of the book.
     */
    public boolean isOfFeed(final long at, final int feed)
    {
        return (records.getLong(at + flagsAt) & FEED_MASK) >>> FEED_SHIFT == feed;
    }

    /**
     * Levels were cleared.
     *
     * @param event of kind BOOK_CLEAR, handled by the book.
     * @param at    of the instrument's record.
     * @param id    of the instrument.
     */
    public void onClear(final MarketEvent event, final long at, final int id)
    {
        final long state = records.getLong(at + wordsAt + STATE) | (event.side() == Side.BUY ? BID_CLEARED :
            event.side() == Side.SELL ? ASK_CLEARED : CLEARED);
        records.putLong(at + wordsAt + STATE, state);
        feed(event, at, id);
        flag(at, FLAG_WATCHED, true);
        if ((state & DOUBTS) == Doubt.UNBUILT.bit() && (state & CLEARED) == CLEARED && event.has(Flags.LAST))
        {
            lift(event, at, id, Doubt.UNBUILT); // nothing is missing in a book that is said to be empty
        }
        else if ((state & CLEARED) == CLEARED && event.has(Flags.SNAPSHOT))
        {
            flag(at, FLAG_FILLING, true);
        }
    }

    /**
     * Before the first level of a book that was not kept by level so far: what it had is dropped.
     *
     * @param event of kind BOOK.
     * @param at    of the instrument's record.
     * @param id    of the instrument.
     */
    public void onFirstLevel(final MarketEvent event, final long at, final int id)
    {
        final long state = records.getLong(at + wordsAt + STATE);
        if ((state & CLEARED) != CLEARED)
        {
            if (!event.has(Flags.SNAPSHOT))
            {
                doubt(event, at, id, Doubt.UNBUILT, 0, false);
            }
            records.putLong(at + wordsAt + STATE, records.getLong(at + wordsAt + STATE) | CLEARED);
        }
    }

    /**
     * A level or an order that is part of a whole book.
     *
     * @param event   with the flag {@code snapshot}.
     * @param at      of the instrument's record.
     * @param isEmpty whether every order of the book was taken out before it, which is as good as a clearing.
     */
    public void onSnapshot(final MarketEvent event, final long at, final boolean isEmpty)
    {
        final long state = records.getLong(at + wordsAt + STATE);
        if ((state & CLEARED) == CLEARED || isEmpty)
        {
            records.putLong(at + wordsAt + STATE, state | CLEARED);
            flag(at, FLAG_FILLING | FLAG_WATCHED, true);
        }
    }

    /**
     * A message named an order that is not live.
     *
     * @param event of kind CANCEL, REPLACE or TRADE.
     * @param at    of the instrument's record.
     * @param id    of the instrument.
     */
    public void onUnknownOrder(final MarketEvent event, final long at, final int id)
    {
        final long flags = records.getLong(at + flagsAt);
        // A feed of trades alone names orders, and makes no book of them.
        if ((flags & FLAG_BY_LEVEL) == 0 && (event.kind() != Kind.TRADE || (flags & FLAG_BY_ORDER) != 0))
        {
            records.putLong(at + wordsAt + UNKNOWN_TIME, event.engineTimeNanos());
            if (!isDoubted(at, Doubt.INCOMPLETE))
            {
                doubt(event, at, id, Doubt.INCOMPLETE, Math.max(0, event.quantityLots()), false);
            }
        }
    }

    /**
     * Which feed makes the book. For each event that changes one.
     *
     * @param event of kind BOOK, NEW, CANCEL or REPLACE.
     * @param at    of the instrument's record.
     * @param id    of the instrument.
     */
    public void onBookEvent(final MarketEvent event, final long at, final int id)
    {
        final long flags = records.getLong(at + flagsAt);
        final boolean isOrder = event.kind() != Kind.BOOK;
        if ((flags & FEED_MASK) >>> FEED_SHIFT != event.feedId() && (!isOrder || (flags & FLAG_BY_LEVEL) == 0))
        {
            feed(event, at, id);
        }
        if (isOrder && (flags & FLAG_BY_ORDER) == 0)
        {
            flag(at, FLAG_BY_ORDER, true);
        }
    }

    /**
     * The book has taken an event in.
     *
     * @param event    any of the instrument.
     * @param at       of the instrument's record.
     * @param id       of the instrument.
     * @param bidTicks best level, or {@link Absent#VALUE}.
     * @param askTicks best level, or {@link Absent#VALUE}.
     */
    public void onHandled(
        final MarketEvent event, final long at, final int id, final long bidTicks, final long askTicks)
    {
        final boolean meets = bidTicks >= askTicks && askTicks != Absent.VALUE && event.has(Flags.LAST);
        if (meets || (records.getLong(at + flagsAt) & FLAG_WATCHED) != 0)
        {
            settle(event, at, id, meets, bidTicks > askTicks);
        }
    }

    /**
     * Write what is kept beside the records.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        for (final byte doubts : feedDoubts)
        {
            state.putLong(doubts);
        }
    }

    /**
     * Read what {@link #write} wrote.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        for (int feed = 0; feed < FEEDS; feed++)
        {
            feedDoubts[feed] = (byte)state.getLong();
        }
    }

    private void settle(
        final MarketEvent event, final long at, final int id, final boolean meets, final boolean beyond)
    {
        if ((CHANGES_BOOK >>> event.kind() & 1) != 0 && !event.has(Flags.SNAPSHOT))
        {
            breakOff(at); // a change in the midst of a snapshot: it is not a whole book
        }
        if (event.has(Flags.LAST))
        {
            if ((records.getLong(at + flagsAt) & FLAG_FILLING) != 0)
            {
                believe(event, at, id);
            }
            onClosed(event, at, id, meets, beyond);
        }
        if (isDoubted(at, Doubt.INCOMPLETE) && config.unknownQuietNanos() > 0 &&
            event.engineTimeNanos() - records.getLong(at + wordsAt + UNKNOWN_TIME) > config.unknownQuietNanos())
        {
            lift(event, at, id, Doubt.INCOMPLETE);
        }
        final long flags = records.getLong(at + flagsAt);
        if ((flags & FLAG_UNTRUSTED) != 0)
        {
            records.putLong(at + wordsAt + UNSEEN, records.getLong(at + wordsAt + UNSEEN) + 1);
            counters.onUnseen();
        }
        else
        {
            flag(at, FLAG_WATCHED, records.getLong(at + wordsAt + STATE) != 0 ||
                records.getLong(at + wordsAt + CROSSED_SINCE) != 0);
        }
    }

    private void onClosed(
        final MarketEvent event, final long at, final int id, final boolean meets, final boolean beyond)
    {
        final long since = records.getLong(at + wordsAt + CROSSED_SINCE);
        if (meets && beyond && (records.getLong(at + flagsAt) & FLAG_HALTED) == 0)
        {
            counters.onCrossed();
            final long time = Math.max(1, event.engineTimeNanos());
            if (since == 0)
            {
                records.putLong(at + wordsAt + CROSSED_SINCE, time);
                flag(at, FLAG_WATCHED, true);
            }
            else if (time - since > config.crossedNanos())
            {
                doubt(event, at, id, Doubt.CROSSED, time - since, false);
            }
            return;
        }
        if (meets && !beyond)
        {
            counters.onLocked();
        }
        if (since != 0)
        {
            records.putLong(at + wordsAt + CROSSED_SINCE, 0);
            if (isDoubted(at, Doubt.CROSSED) && (records.getLong(at + flagsAt) & FLAG_BY_LEVEL) == 0)
            {
                lift(event, at, id, Doubt.CROSSED); // orders right themselves, a wrong level stays
            }
        }
    }

    private void onStatus(final MarketEvent event, final long at, final int id, final FeedWord word)
    {
        switch (word)
        {
            case TRUSTED -> lift(event, at, id, Doubt.STATUS);
            case UNTRUSTED, LOST ->
            {
                // Where there is no book yet, the first one must be whole.
                final boolean isNew = (records.getLong(at + flagsAt) & (FLAG_BY_LEVEL | FLAG_BY_ORDER)) == 0;
                doubt(event, at, id, Doubt.STATUS, 0, false);
                if (isNew || word == FeedWord.LOST)
                {
                    also(at, Doubt.UNBUILT.bit());
                }
            }
            case NONE ->
            {
                // Nothing about books.
            }
        }
    }

    private void feed(final MarketEvent event, final long at, final int id)
    {
        final int feed = event.feedId();
        final long flags = records.getLong(at + flagsAt);
        records.putLong(at + flagsAt, flags & ~FEED_MASK | (long)feed << FEED_SHIFT);
        final long doubts = feedDoubts[Math.min(feed, FEEDS - 1)];
        if ((flags & FEED_MASK) >>> FEED_SHIFT != feed && (doubts & Doubt.STATUS.bit()) != 0)
        {
            doubt(event, at, id, Doubt.STATUS, 0, false);
            also(at, Doubt.UNBUILT.bit());
        }
    }

    private void doubt(
        final MarketEvent event, final long at, final int id, final Doubt doubt, final long value, final boolean again)
    {
        breakOff(at);
        final long state = records.getLong(at + wordsAt + STATE);
        if ((state & DOUBTS) == 0)
        {
            records.putLong(at + wordsAt + SINCE, event.sequence());
            records.putLong(at + wordsAt + UNSEEN, 0);
        }
        also(at, doubt.bit());
        flag(at, FLAG_UNTRUSTED | FLAG_WATCHED, true);
        if (again || (state & doubt.bit()) == 0)
        {
            final boolean ofOrder = doubt == Doubt.INCOMPLETE;
            blindSpots.onBlindSpot(doubt.cause(), ofOrder ? SlotKind.ORDER.ordinal() : -1,
                ofOrder ? event.orderId() : event.feedId(), value, id);
        }
    }

    private void lift(final MarketEvent event, final long at, final int id, final Doubt doubt)
    {
        final long state = records.getLong(at + wordsAt + STATE);
        records.putLong(at + wordsAt + STATE, state & ~doubt.bit());
        if ((state & DOUBTS) == doubt.bit())
        {
            rebuilt(event, at, id);
        }
    }

    /** A whole book is there. */
    private void believe(final MarketEvent event, final long at, final int id)
    {
        final boolean wasDoubted = (records.getLong(at + wordsAt + STATE) & DOUBTS) != 0;
        records.putLong(at + wordsAt + STATE, 0);
        flag(at, FLAG_FILLING, false);
        if (wasDoubted)
        {
            rebuilt(event, at, id);
        }
    }

    private void rebuilt(final MarketEvent event, final long at, final int id)
    {
        flag(at, FLAG_UNTRUSTED, false);
        records.putLong(at + wordsAt + MISSING, 0);
        blindSpots.onBlindSpot(BlindSpotCause.BOOK_REBUILT, -1, records.getLong(at + wordsAt + SINCE),
            records.getLong(at + wordsAt + UNSEEN), id);
    }

    private void breakOff(final long at)
    {
        records.putLong(at + wordsAt + STATE, records.getLong(at + wordsAt + STATE) & ~CLEARED);
        flag(at, FLAG_FILLING, false);
    }

    private void also(final long at, final long bits)
    {
        records.putLong(at + wordsAt + STATE, records.getLong(at + wordsAt + STATE) | bits);
    }

    private void flag(final long at, final long bits, final boolean on)
    {
        final long flags = records.getLong(at + flagsAt);
        records.putLong(at + flagsAt, on ? flags | bits : flags & ~bits);
    }
}
