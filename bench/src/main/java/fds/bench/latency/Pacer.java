package fds.bench.latency;

import org.HdrHistogram.Histogram;

/**
 * Sends events at a steady pace, a window after the other. Between windows everything on its way is awaited and the
 * kernel is asked about waits, so a window never pays for the one before it. The calling thread is the sender.
 */
final class Pacer
{
    /** Length of a window. */
    static final long WINDOW_NANOS = 5_000_000L;
    private static final int SETTLING_WINDOWS = 8; // caches and the other side's thread, which has just been woken
    private static final long LEAD_NANOS = 20_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private static final int WARM_UP_ROUND = 100_000;
    private static final double QUIET_SHARE = 0.02; // of a core, taken by the compiler
    private static final int QUIET_ROUNDS = 5;
    private static final int QUIET_WINDOWS = 60;

    private final Schedule schedule;

    Pacer(final Schedule schedule)
    {
        this.schedule = schedule;
    }

    /** Events of a window. */
    static int windowEvents(final long eventsPerSecond)
    {
        return (int)(eventsPerSecond * WINDOW_NANOS / 1_000_000_000L);
    }

    /** Pause and resume around so many windows, and tell what they were like. */
    Reading run(final Subject subject, final long eventsPerSecond, final int windows)
    {
        final Reading reading = new Reading();
        subject.resume();
        final int events = windowEvents(eventsPerSecond);
        try (Disturbance disturbance = new Disturbance(subject.threads(), subject.isFloor()))
        {
            for (int i = 0; i < SETTLING_WINDOWS; i++)
            {
                window(subject, eventsPerSecond, events);
            }
            for (int i = 0; i < windows; i++)
            {
                disturbance.begin();
                final long late = window(subject, eventsPerSecond, events);
                final boolean isDisturbed = disturbance.end();
                reading.add(subject.completions(), isDisturbed, disturbance.waitedNanos(),
                    schedule.dueNanos(events) - schedule.dueNanos(0) + late, late);
            }
        }
        subject.pause();
        return reading;
    }

    /** Send a single window of any length, and tell its latencies. */
    Histogram once(final Subject subject, final long eventsPerSecond, final int events)
    {
        window(subject, eventsPerSecond, events);
        final Histogram latencies = Reading.newHistogram();
        for (int i = 0; i < events; i++)
        {
            latencies.recordValue(Math.max(1, subject.completions().latencyNanos(i)));
        }
        return latencies;
    }

    /** Send at a pace until the compiler has little left to do with it, or for so many windows. */
    void settle(final Subject subject, final long eventsPerSecond, final int most)
    {
        subject.resume();
        try (Disturbance compiler = new Disturbance(subject.threads(), false))
        {
            int quiet = 0;
            for (int i = 0; i < most && quiet < QUIET_WINDOWS; i++)
            {
                compiler.begin();
                window(subject, eventsPerSecond, windowEvents(eventsPerSecond));
                compiler.end();
                quiet = compiler.compilerRanNanos() < QUIET_SHARE * WINDOW_NANOS ? quiet + 1 : 0;
            }
        }
        subject.pause();
    }

    /**
     * Send as fast as it goes until the compiler has little left to do.
     *
     * @param subject resumed.
     * @param most    events.
     */
    void warmUp(final Subject subject, final long most)
    {
        try (Disturbance compiler = new Disturbance(subject.threads(), false))
        {
            int quiet = 0;
            for (long sent = 0; sent < most && quiet < QUIET_ROUNDS; sent += WARM_UP_ROUND)
            {
                compiler.begin();
                final long spent = flood(subject, WARM_UP_ROUND);
                compiler.end();
                quiet = compiler.compilerRanNanos() < QUIET_SHARE * spent ? quiet + 1 : 0;
            }
        }
    }

    /** Send as fast as it goes, and wait until all is done. Returns nanoseconds. */
    long flood(final Subject subject, final int events)
    {
        final long start = System.nanoTime();
        schedule.begin(start, 1_000_000_000L);
        subject.completions().begin();
        for (int i = 0; i < events; i++)
        {
            subject.hand();
        }
        subject.idle();
        await(subject, events);
        return System.nanoTime() - start;
    }

    /** Returns how much later than the last event was due everything was done, in nanoseconds. */
    private long window(final Subject subject, final long eventsPerSecond, final int events)
    {
        subject.completions().begin();
        schedule.begin(System.nanoTime() + LEAD_NANOS, eventsPerSecond);
        for (int i = 0; i < events; i++)
        {
            final long due = schedule.dueNanos(i);
            if (System.nanoTime() < due)
            {
                subject.idle();
                while (System.nanoTime() < due)
                {
                    Thread.onSpinWait();
                }
            }
            subject.hand();
        }
        subject.idle();
        await(subject, events);
        return Math.max(0, System.nanoTime() - schedule.dueNanos(events));
    }

    private static void await(final Subject subject, final int events)
    {
        final long start = System.nanoTime();
        while (subject.completions().count() < events)
        {
            Thread.onSpinWait();
            if (System.nanoTime() - start > PATIENCE_NANOS)
            {
                throw new IllegalStateException("only " + subject.completions().count() + " of " + events +
                    " events were done after 30 s");
            }
        }
    }
}
