package fds.patterns.erroneous;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An account's largest order on an instrument over 30 days, in words of the pair's record: the largest of each two
 * days,
 * the current two and the 28 days before. All-zero words are an account that sent nothing.
 */
final class OrderHistory
{
    static final long BUCKET_NANOS = TimeUnit.DAYS.toNanos(2);
    static final int BUCKETS = 15;

    private static final int NEWEST = 0;  // number of the newest bucket
    private static final int ORDERS = 8;
    private static final int STARTED = 16; // engine time of the first order
    private static final int MAXIMUM = 24; // lots, sequence: the largest of all buckets
    private static final int LARGEST = 40; // [bucket % BUCKETS]: lots, sequence
    private static final int WORDS = (LARGEST + BUCKETS * 16) / 8;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;

    OrderHistory(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.PAIR, WORDS);
    }

    /** Look at a pair as of an event. */
    OrderHistory of(final Market market, final int pair, final MarketEvent event)
    {
        memory = market.records(SlotKind.PAIR);
        at = market.recordAt(SlotKind.PAIR, pair) + offset;
        timeNanos = event.engineTimeNanos();
        final long bucket = timeNanos / BUCKET_NANOS;
        if (bucket != memory.getLong(at + NEWEST))
        {
            advance(bucket);
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
        return memory.getLong(at + MAXIMUM + 8);
    }

    /** Whether there were so many orders over so much time. */
    boolean isLongEnough(final long orders, final long nanos)
    {
        return memory.getLong(at + ORDERS) >= orders && timeNanos - memory.getLong(at + STARTED) >= nanos;
    }

    /** The order was taken by the venue: it is part of what is usual from now on. */
    void add(final MarketEvent order)
    {
        final long orders = memory.getLong(at + ORDERS);
        if (orders == 0)
        {
            memory.putLong(at + STARTED, timeNanos);
        }
        memory.putLong(at + ORDERS, orders + 1);
        raise(wordOf(timeNanos / BUCKET_NANOS), order.quantityLots(), order.sequence());
        raise(at + MAXIMUM, order.quantityLots(), order.sequence());
    }

    private void raise(final int word, final long lots, final long sequence)
    {
        if (lots > memory.getLong(word))
        {
            memory.putLong(word, lots);
            memory.putLong(word + 8, sequence);
        }
    }

    /** Two days are over: drop what has left the 30, and look for the largest of what is left. */
    private void advance(final long bucket)
    {
        final long oldest = Math.max(0, bucket - BUCKETS + 1);
        for (long gone = Math.max(memory.getLong(at + NEWEST) + 1, oldest); gone <= bucket; gone++)
        {
            memory.putLong(wordOf(gone), 0);
        }
        memory.putLong(at + NEWEST, bucket);
        memory.putLong(at + MAXIMUM, 0);
        for (long kept = oldest; kept <= bucket; kept++)
        {
            raise(at + MAXIMUM, memory.getLong(wordOf(kept)), memory.getLong(wordOf(kept) + 8));
        }
    }

    private int wordOf(final long bucket)
    {
        return at + LARGEST + (int)(bucket % BUCKETS) * 16;
    }
}
