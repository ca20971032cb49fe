package fds.patterns.spoofing;

import fds.market.features.SizableOrders;
import fds.market.finding.EvidenceRole;
import fds.market.finding.Finding;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The orders of a group on one side that came together, of which at least one was live at a fill on the other and none
 * had gone before. Written anew for each look.
 */
final class Layers
{
    private final long[] prices = new long[SizableOrders.COUNT];    // ascending
    private final long[] sequences = new long[SizableOrders.COUNT]; // ascending
    private int count;
    private long firstVenueTimeNanos;
    private boolean isGone;
    private boolean wasFilledWhileShown;
    private long firstTimeNanos;
    private long lastTimeNanos;
    private long firstEndNanos;
    private long lots;
    private long withdrawnLots;

    /**
     * Look at those that came within a time with the one that an event ended.
     *
     * @param memory       of the group's cold record.
     * @param at           where its orders lie.
     * @param endSequence  the event.
     * @param fillSequence the fill, at which those were live that had come.
     * @param entryNanos   the time.
     */
    void measure(
        final UnsafeBuffer memory, final int at, final long endSequence, final long fillSequence, final long entryNanos)
    {
        count = 0;
        lots = 0;
        withdrawnLots = 0;
        isGone = true;
        lastTimeNanos = 0;
        firstEndNanos = Long.MAX_VALUE;
        final int ended = endedBy(memory, at, endSequence);
        if (ended < 0)
        {
            return;
        }
        wasFilledWhileShown = false;
        final boolean buys = memory.getLong(ended + SizableOrders.LOTS) > 0;
        firstTimeNanos = firstTime(memory, at, fillSequence, buys, memory.getLong(ended + SizableOrders.TIME),
            entryNanos);
        for (int place = 0; place < SizableOrders.COUNT; place++)
        {
            final int order = SizableOrders.order(memory, at, place);
            if (order < 0)
            {
                continue;
            }
            final long time = memory.getLong(order + SizableOrders.TIME);
            if (isOf(memory, order, fillSequence, buys) && time >= firstTimeNanos &&
                time - firstTimeNanos <= entryNanos)
            {
                add(memory, order, time);
                wasFilledWhileShown |= memory.getLong(order + SizableOrders.SEQUENCE) < fillSequence;
            }
        }
    }

    private static int endedBy(final UnsafeBuffer memory, final int at, final long endSequence)
    {
        for (int place = 0; place < SizableOrders.COUNT; place++)
        {
            final int order = SizableOrders.order(memory, at, place);
            if (order >= 0 && memory.getLong(order + SizableOrders.END_SEQUENCE) == endSequence)
            {
                return order;
            }
        }
        return -1;
    }

    /** The earliest of them that came at most so long before the one that ended. */
    private static long firstTime(
        final UnsafeBuffer memory,
        final int at,
        final long fillSequence,
        final boolean buys,
        final long endedTime,
        final long entryNanos)
    {
        long first = endedTime;
        for (int place = 0; place < SizableOrders.COUNT; place++)
        {
            final int order = SizableOrders.order(memory, at, place);
            if (order < 0)
            {
                continue;
            }
            final long time = memory.getLong(order + SizableOrders.TIME);
            if (isOf(memory, order, fillSequence, buys) && time < first && endedTime - time <= entryNanos)
            {
                first = time;
            }
        }
        return first;
    }

    private static boolean isOf(
        final UnsafeBuffer memory, final int order, final long fillSequence, final boolean buys)
    {
        final long end = memory.getLong(order + SizableOrders.END_SEQUENCE);
        return memory.getLong(order + SizableOrders.LOTS) > 0 == buys && (end == 0 || end > fillSequence);
    }

    private void add(final UnsafeBuffer memory, final int order, final long time)
    {
        insert(prices, count, memory.getLong(order + SizableOrders.PRICE));
        insert(sequences, count, memory.getLong(order + SizableOrders.SEQUENCE));
        if (sequences[0] == memory.getLong(order + SizableOrders.SEQUENCE))
        {
            firstVenueTimeNanos = memory.getLong(order + SizableOrders.VENUE_TIME);
        }
        count++;
        isGone &= memory.getLong(order + SizableOrders.END_SEQUENCE) != 0;
        firstEndNanos = Math.min(firstEndNanos, memory.getLong(order + SizableOrders.END_TIME));
        lastTimeNanos = Math.max(lastTimeNanos, time);
        lots += Math.abs(memory.getLong(order + SizableOrders.LOTS));
        withdrawnLots += memory.getLong(order + SizableOrders.WITHDRAWN);
    }

    private static void insert(final long[] sorted, final int count, final long value)
    {
        int place = count;
        while (place > 0 && sorted[place - 1] > value)
        {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = value;
    }

    /** Whether none of them is live any more, and one was when its owner was filled. */
    boolean isGone()
    {
        return isGone && wasFilledWhileShown;
    }

    /** The longest run of levels of which none is further from the next than a gap. */
    int levels(final long gapTicks)
    {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < count; i++)
        {
            if (i > 0 && prices[i] == prices[i - 1])
            {
                continue;
            }
            run = i > 0 && prices[i] - prices[i - 1] <= gapTicks ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The lowest price; there is at least one. */
    long priceTicks()
    {
        return prices[0];
    }

    /** The highest price. */
    long lastPriceTicks()
    {
        return prices[count - 1];
    }

    int count()
    {
        return count;
    }

    long spanNanos()
    {
        return lastTimeNanos - firstTimeNanos;
    }

    /** From the end of the first to go until a time, of orders that are all gone. */
    long endSpanNanos(final long timeNanos)
    {
        return timeNanos - firstEndNanos;
    }

    /** From the entry of the first to come until a time. */
    long ageNanos(final long timeNanos)
    {
        return timeNanos - firstTimeNanos;
    }

    long lots()
    {
        return lots;
    }

    long withdrawnLots()
    {
        return withdrawnLots;
    }

    /** The sequence of the order that came first. */
    long firstSequence()
    {
        return sequences[0];
    }

    long firstVenueTimeNanos()
    {
        return firstVenueTimeNanos;
    }

    void name(final Finding finding)
    {
        for (int i = 0; i < count; i++)
        {
            finding.evidence(sequences[i], EvidenceRole.ORDER);
        }
    }
}
