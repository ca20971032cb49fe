package fds.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measured on this machine within some three seconds, by two threads.
 *
 * @param clockNanos           a look at the monotonic clock.
 * @param gapsPerSecond        times that a spinning thread stood still for more than 10 us.
 * @param longestGapNanos      of them.
 * @param lostNanosPerSecond   in all of them.
 * @param waitedNanosPerSecond that the thread was ready and waited for a core; -1: not told.
 * @param handOverNanos        from one spinning thread to another, median.
 * @param sleepNanos           what a sleep of 50 us takes, median.
 */
record Probes(
    long clockNanos,
    long gapsPerSecond,
    long longestGapNanos,
    long lostNanosPerSecond,
    long waitedNanosPerSecond,
    long handOverNanos,
    long sleepNanos)
{
    private static final long SECOND = 1_000_000_000L;
    private static final long GAP_NANOS = 10_000;
    private static final int LOOKS = 1_000_000;
    private static final int ROUND_TRIPS = 20_000;
    private static final int SLEEPS = 500;
    private static final Path WAITS = Path.of("/proc/thread-self/schedstat");

    /** Measure. */
    static Probes measure()
    {
        clock();
        final long clock = clock();
        final long waitedBefore = waited();
        final long[] gaps = gaps();
        final long waited = waitedBefore < 0 ? -1 : waited() - waitedBefore;
        return new Probes(clock, gaps[0], gaps[1], gaps[2], waited, handOver(), sleep());
    }

    private static long clock()
    {
        final long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < LOOKS; i++)
        {
            last = System.nanoTime();
        }
        return (last - start) / LOOKS;
    }

    /** Number, longest and sum of the gaps within a second. */
    private static long[] gaps()
    {
        long count = 0;
        long longest = 0;
        long sum = 0;
        final long start = System.nanoTime();
        long last = start;
        while (last - start < SECOND)
        {
            final long now = System.nanoTime();
            if (now - last > GAP_NANOS)
            {
                count++;
                longest = Math.max(longest, now - last);
                sum += now - last;
            }
            last = now;
        }
        return new long[]{ count, longest, sum };
    }

    private static long waited()
    {
        try
        {
            return Long.parseLong(Files.readString(WAITS).split(" ")[1]);
        }
        catch (final IOException | RuntimeException notTold)
        {
            return -1;
        }
    }

    private static long handOver()
    {
        final AtomicLong there = new AtomicLong();
        final AtomicLong back = new AtomicLong();
        final Thread partner = new Thread(() ->
        {
            for (long i = 1; i <= ROUND_TRIPS; i++)
            {
                while (there.get() < i)
                {
                    Thread.onSpinWait();
                }
                back.set(i);
            }
        }, "fds-doctor");
        partner.setDaemon(true);
        partner.start();
        final long[] trips = new long[ROUND_TRIPS];
        for (int i = 1; i <= ROUND_TRIPS; i++)
        {
            final long start = System.nanoTime();
            there.set(i);
            while (back.get() < i)
            {
                Thread.onSpinWait();
            }
            trips[i - 1] = System.nanoTime() - start;
        }
        return median(trips) / 2;
    }

    private static long sleep()
    {
        final long[] sleeps = new long[SLEEPS];
        for (int i = 0; i < SLEEPS; i++)
        {
            final long start = System.nanoTime();
            LockSupport.parkNanos(50_000);
            sleeps[i] = System.nanoTime() - start;
        }
        return median(sleeps);
    }

    static long median(final long[] values)
    {
        final long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A duration for people. */
    static String nanos(final long nanos)
    {
        return nanos < 1_000 ? nanos + " ns" : nanos < 1_000_000 ?
            String.format(Locale.ROOT, "%.1f us", nanos / 1e3) : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
