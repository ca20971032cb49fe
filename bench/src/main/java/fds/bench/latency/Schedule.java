package fds.bench.latency;

/**
 * When each event of a window should be sent. Latency counts from here, so that a sender which is held up does not hide
 * the wait. Written by the sender before it hands in the window's first event.
 */
final class Schedule
{
    private long startNanos;
    private double periodNanos;

    /** A window at a rate, from a moment of the monotonic clock on. */
    void begin(final long startNanos, final long eventsPerSecond)
    {
        this.startNanos = startNanos;
        periodNanos = 1e9 / eventsPerSecond;
    }

    long dueNanos(final int index)
    {
        return startNanos + (long)(index * periodNanos);
    }
}
