package fds.patterns.condition;

import java.util.concurrent.TimeUnit;

import fds.market.event.Absent;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The last price of each hour of engine time, in words of an instrument's record. The price of 24 hours ago is that at
 * the end of the hour 24 before the current one, or the first there was since.
 */
final class HourlyPrices
{
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int HOURS = 24;
    private static final int HOUR = 0;  // number + 1 of the current hour
    private static final int LAST = 8;  // price in ticks, then its sequence
    private static final int FIRST = 24; // of the first trade of all: price, sequence
    private static final int RING = 40; // [hour % HOURS]: price, sequence; 0 when nothing had traded
    private static final int WORDS = RING / 8 + 2 * HOURS;

    private final int offset;
    private int reference; // of the price of 24 hours ago
    private UnsafeBuffer memory;

    HourlyPrices(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    /** A trade, at a price above 0: the price of 24 hours ago is sought. */
    void add(
        final UnsafeBuffer memory, final int record, final long timeNanos, final long priceTicks, final long sequence)
    {
        this.memory = memory;
        final int at = record + offset;
        final long hour = timeNanos / HOUR_NANOS;
        final long before = memory.getLong(at + HOUR) - 1;
        if (before < 0)
        {
            put(at + FIRST, priceTicks, sequence);
        }
        else if (before != hour)
        {
            for (long ended = Math.max(before, hour - HOURS); ended < hour; ended++)
            {
                put(at + RING + (int)(ended % HOURS) * 16, memory.getLong(at + LAST), memory.getLong(at + LAST + 8));
            }
        }
        memory.putLong(at + HOUR, hour + 1);
        put(at + LAST, priceTicks, sequence);
        final int oldest = at + RING + (int)(hour % HOURS) * 16; // of the hour 24 before
        reference = memory.getLong(oldest) != 0 ? oldest : at + FIRST;
    }

    /** The price of 24 hours ago, or the first there was. */
    long referenceTicks()
    {
        return memory.getLong(reference);
    }

    long referenceSequence()
    {
        return memory.getLong(reference + 8);
    }

    /** The last price, absent when nothing has traded. */
    long lastTicks(final UnsafeBuffer memory, final int record)
    {
        return memory.getLong(record + offset + HOUR) == 0 ? Absent.VALUE : memory.getLong(record + offset + LAST);
    }

    private void put(final int word, final long priceTicks, final long sequence)
    {
        memory.putLong(word, priceTicks);
        memory.putLong(word + 8, sequence);
    }
}
