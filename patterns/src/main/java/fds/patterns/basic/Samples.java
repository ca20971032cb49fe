package fds.patterns.basic;

import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** The last values of something, {@value #KEPT} at most, and their sum, in words of an instrument's record. */
final class Samples
{
    static final int KEPT = 32;

    /** Larger values are taken for this one, so that sums stay in range. */
    static final long VALUE_MAX = 1L << 57;

    private static final int COUNT = 0; // of all that were ever added
    private static final int SUM = 8;
    private static final int TOLD = 16; // time of the last finding + 1, 0: none
    private static final int RING = 24; // [count % KEPT]
    private static final int WORDS = RING / 8 + KEPT;

    private final int offset;

    Samples(final StateLayout layout)
    {
        offset = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    void add(final UnsafeBuffer memory, final int record, final long value)
    {
        final int at = record + offset;
        final long count = memory.getLong(at + COUNT);
        final int word = at + RING + (int)(count % KEPT) * 8;
        final long kept = Math.min(value, VALUE_MAX);
        memory.putLong(at + SUM, memory.getLong(at + SUM) + kept - memory.getLong(word));
        memory.putLong(word, kept);
        memory.putLong(at + COUNT, count + 1);
    }

    /** How many there are. */
    long count(final UnsafeBuffer memory, final int record)
    {
        return Math.min(KEPT, memory.getLong(record + offset + COUNT));
    }

    long sum(final UnsafeBuffer memory, final int record)
    {
        return memory.getLong(record + offset + SUM);
    }

    /** When their pattern was told last: time + 1, 0 when it was not. */
    long told(final UnsafeBuffer memory, final int record)
    {
        return memory.getLong(record + offset + TOLD);
    }

    void told(final UnsafeBuffer memory, final int record, final long value)
    {
        memory.putLong(record + offset + TOLD, value);
    }
}
