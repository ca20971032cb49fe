package fds.patterns.erroneous;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;

/**
 * An account's largest order on an instrument over 30 days: the largest of each two days, the current two and the 28
 * days before. What every order touches are five words of the pair's record; cold are the earlier days, looked at once
 * in two days, and which orders were the largest. All-zero words are an account that sent nothing.
 */
final class OrderHistory
{
    static final long BUCKET_NANOS = TimeUnit.DAYS.toNanos(2);
    static final int BUCKETS = 15;

    private static final int NEWEST = 0;  // number of the newest bucket
    private static final int ORDERS = 8;
    private static final int STARTED = 16; // engine time of the first order
    private static final int MAXIMUM = 24; // lots of the largest of all buckets
    private static final int CURRENT = 32; // lots of the largest of the newest bucket
    private static final int WORDS = (CURRENT + 8) / 8;

    private static final int MAXIMUM_SEQUENCE = BUCKETS * 16; // cold, behind [bucket % BUCKETS]: lots, sequence
    private static final int CURRENT_SEQUENCE = MAXIMUM_SEQUENCE + 8;
    private static final int COLD_WORDS = (CURRENT_SEQUENCE + 8) / 8;

    private final int offset;
    private final int coldOffset;
    private Market market;
    private int pair;
    private NativeBuffer memory;
    private long at;
    private long timeNanos;

    OrderHistory(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.PAIR, WORDS);
        coldOffset = layout.reserveCold(SlotKind.PAIR, COLD_WORDS);
    }

    /** Look at a pair as of an event. */
    OrderHistory of(final Market market, final int pair, final MarketEvent event)
    {
        this.market = market;
        this.pair = pair;
        memory = market.records(SlotKind.PAIR);
        at = market.offsetOf(SlotKind.PAIR, pair) + offset;
        timeNanos = event.engineTimeNanos();
        final long bucket = timeNanos / BUCKET_NANOS;
        if (bucket != memory.getLong(at + NEWEST))
        {
            if (memory.getLong(at + ORDERS) > 0)
            {
                advance(bucket, cold(), coldAt());
            }
            memory.putLong(at + NEWEST, bucket);
        }
        return this;
    }

    /** The largest order so far, 0 when there was none. */
    long largestLots()
    {
        return memory.getLong(at + MAXIMUM);
    }

    long largestSequence()
    {
        return cold().getLong(coldAt() + MAXIMUM_SEQUENCE);
    }

    /** Whether the account has sent so many orders, the first so long ago. */
    boolean isLongEnough(final long orders, final long nanos)
    {
        return memory.getLong(at + ORDERS) >= orders && timeNanos - memory.getLong(at + STARTED) >= nanos;
    }

    /** Orders that the account has sent. */
    long orders()
    {
        return memory.getLong(at + ORDERS);
    }

    /** Since the first of them, of which there is one. */
    long nanos()
    {
        return timeNanos - memory.getLong(at + STARTED);
    }

    /** Remember an order. */
    void add(final MarketEvent order)
    {
        final long orders = memory.getLong(at + ORDERS);
        if (orders == 0)
        {
            memory.putLong(at + STARTED, timeNanos);
        }
        memory.putLong(at + ORDERS, orders + 1);
        raise(CURRENT, CURRENT_SEQUENCE, order.quantityLots(), order.sequence());
        raise(MAXIMUM, MAXIMUM_SEQUENCE, order.quantityLots(), order.sequence());
    }

    private void raise(final int word, final int sequenceWord, final long lots, final long sequence)
    {
        if (lots > memory.getLong(at + word))
        {
            memory.putLong(at + word, lots);
            cold().putLong(coldAt() + sequenceWord, sequence);
        }
    }

    private NativeBuffer cold()
    {
        return market.coldRecords(SlotKind.PAIR);
    }

    private int coldAt()
    {
        return market.coldAt(SlotKind.PAIR, pair) + coldOffset;
    }

    /** The newest bucket joins the earlier ones; the maximum is over those that are left. */
    private void advance(final long bucket, final NativeBuffer cold, final int coldAt)
    {
        final long newest = memory.getLong(at + NEWEST);
        final long oldest = Math.max(0, bucket - BUCKETS + 1);
        if (newest >= oldest)
        {
            final int word = wordOf(coldAt, newest);
            cold.putLong(word, memory.getLong(at + CURRENT));
            cold.putLong(word + 8, cold.getLong(coldAt + CURRENT_SEQUENCE));
        }
        for (long empty = Math.max(newest + 1, oldest); empty <= bucket; empty++)
        {
            cold.putLong(wordOf(coldAt, empty), 0);
        }
        memory.putLong(at + CURRENT, 0);
        memory.putLong(at + MAXIMUM, 0);
        for (long kept = oldest; kept < bucket; kept++)
        {
            final int word = wordOf(coldAt, kept);
            raise(MAXIMUM, MAXIMUM_SEQUENCE, cold.getLong(word), cold.getLong(word + 8));
        }
    }

    private static int wordOf(final int coldAt, final long bucket)
    {
        return coldAt + (int)(bucket % BUCKETS) * 16;
    }
}
