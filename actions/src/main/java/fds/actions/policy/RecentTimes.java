package fds.actions.policy;

import java.util.Arrays;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/** The newest times of something that may happen so many times in a window: a sliding limit. Owned by one thread. */
final class RecentTimes
{
    private final long windowNanos;
    private final long[] times; // ring, the oldest at the cursor once it is full
    private int cursor;
    private int count;

    RecentTimes(final int countMax, final long windowNanos)
    {
        this.windowNanos = windowNanos;
        times = new long[countMax];
    }

    /** Whether one more fits into the window that ends now. */
    boolean admits(final long timeNanos)
    {
        return count < times.length || timeNanos - times[cursor] >= windowNanos;
    }

    void add(final long timeNanos)
    {
        times[cursor] = timeNanos;
        cursor = cursor + 1 == times.length ? 0 : cursor + 1;
        count = Math.min(count + 1, times.length);
    }

    void clear()
    {
        cursor = 0;
        count = 0;
        Arrays.fill(times, 0);
    }

    void write(final StateWriter state)
    {
        state.putLong(times.length);
        state.putLong(cursor);
        state.putLong(count);
        for (final long time : times)
        {
            state.putLong(time);
        }
    }

    void read(final StateReader state)
    {
        final long written = state.getLong();
        if (written != times.length)
        {
            throw new IllegalStateException("written with " + written + " times; here are " + times.length);
        }
        cursor = (int)state.getLong();
        count = (int)state.getLong();
        for (int i = 0; i < times.length; i++)
        {
            times[i] = state.getLong();
        }
    }
}
