package fds.journal.write;

/**
 * When what was written is forced to the disk. Until then it is the page cache's: it outlives the process, not the
 * power.
 *
 * @param mode          of it.
 * @param intervalNanos at most this long between two forces while there is something to force; 0 for other modes.
 */
public record SyncPolicy(Mode mode, long intervalNanos)
{
    /** The three ways. */
    public enum Mode
    {
        /** Never; the operating system writes back when it likes. */
        NONE,
        /** Behind each document, before the batch counts as done. */
        BATCH,
        /** By a thread of its own, at an interval. */
        INTERVAL
    }

    /** Never force. */
    public static final SyncPolicy NONE = new SyncPolicy(Mode.NONE, 0);

    /** Force each document. */
    public static final SyncPolicy BATCH = new SyncPolicy(Mode.BATCH, 0);

    private static final long INTERVAL_NANOS_MIN = 100_000;

    public SyncPolicy
    {
        if (mode == Mode.INTERVAL && intervalNanos < INTERVAL_NANOS_MIN)
        {
            throw new IllegalArgumentException(
                "intervalNanos must be " + INTERVAL_NANOS_MIN + " or more: " + intervalNanos);
        }
        if (mode != Mode.INTERVAL && intervalNanos != 0)
        {
            throw new IllegalArgumentException("intervalNanos is for mode INTERVAL only: " + intervalNanos);
        }
    }

    /**
     * Force at an interval.
     *
     * @param intervalNanos 100 µs or more.
     * @return the policy.
     */
    public static SyncPolicy interval(final long intervalNanos)
    {
        return new SyncPolicy(Mode.INTERVAL, intervalNanos);
    }
}
