package fds.patterns.erroneous;

import java.util.concurrent.TimeUnit;

import fds.market.event.MarketEvent;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An account's largest order on an instrument over 30 days, in words of the pair's record: the largest of each two days,
 * the current two and the 28 days before. All-zero words are an account that sent nothing.
 */
final class OrderHistory
{
    static final long BUCKET_NANOS = TimeUnit.DAYS.toNanos(2);
    static final int BUCKETS = 15;

    private static final int NEWEST = 0;  // number of the newest bucket
    private static final int ORDERS = 8;
    private static final int STARTED = 16; // engine time of the first order
    private static final int LARGEST = 24; // [bucket % BUCKETS]: lots, sequence
    private static final int WORDS = (LARGEST + BUCKETS * 16) / 8;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;
    private long timeNanos;
    private long largestLots;
    private long largestSequence;

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
        advance();
        largestLots = 0;
        largestSequence = 0;
        final long bucket = timeNanos / BUCKET_NANOS;
        for (long b = Math.max(0, bucket - BUCKETS + 1); b <= bucket; b++)
        {
            final int word = wordOf(b);
            if (memory.getLong(word) > largestLots)
            {
                largestLots = memory.getLong(word);
                largestSequence = memory.getLong(word + 8);
            }
        }
        return this;
    }

    /** The largest order so far, 0 when there was none. */
    long largestLots()
    {
        return largestLots;
    }

    long largestSequence()
    {
        return largestSequence;
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
        final int word = wordOf(timeNanos / BUCKET_NANOS);
        if (order.quantityLots() > memory.getLong(word))
        {
            memory.putLong(word, order.quantityLots());
            memory.putLong(word + 8, order.sequence());
        }
    }

    private void advance()
    {
        final long bucket = timeNanos / BUCKET_NANOS;
        final long newest = memory.getLong(at + NEWEST);
        for (long gone = Math.max(newest + 1, bucket - BUCKETS + 1); gone <= bucket; gone++)
        {
            memory.putLong(wordOf(gone), 0);
        }
        memory.putLong(at + NEWEST, bucket);
    }

    private int wordOf(final long bucket)
    {
        return at + LARGEST + (int)(bucket % BUCKETS) * 16;
    }
}
