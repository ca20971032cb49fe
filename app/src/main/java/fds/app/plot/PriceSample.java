package fds.app.plot;

import java.util.Arrays;

/** Prices met one after another, of which at most {@value #SAMPLES_MAX} are kept, evenly thinned. */
final class PriceSample
{
    private static final int SAMPLES_MAX = 1 << 14;

    private final long[] kept = new long[SAMPLES_MAX];
    private int size;
    private long every = 1;
    private long count;

    void add(final long ticks)
    {
        if (count++ % every != 0)
        {
            return;
        }
        kept[size++] = ticks;
        if (size == SAMPLES_MAX)
        {
            for (int i = 0; i < size / 2; i++)
            {
                kept[i] = kept[2 * i];
            }
            size /= 2;
            every *= 2;
        }
    }

    boolean isEmpty()
    {
        return size == 0;
    }

    /** The lowest when a share of the lowest is left out; {@code none} when there are no prices. */
    long low(final double share, final long none)
    {
        return isEmpty() ? none : sorted()[(int)(size * share)];
    }

    /** The highest when a share of the highest is left out; {@code none} when there are no prices. */
    long high(final double share, final long none)
    {
        return isEmpty() ? none : sorted()[size - 1 - (int)(size * share)];
    }

    private long[] sorted()
    {
        final long[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
