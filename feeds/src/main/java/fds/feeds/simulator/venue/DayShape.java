package fds.feeds.simulator.venue;

/**
 * How busy an hour of the day is, UTC: quiet after midnight, busiest when America opens. It shapes order rates and
 * volatility alike; eight o'clock is usual.
 */
public final class DayShape
{
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int[] PERCENT = {
        85, 80, 78, 78, 80, 85, 92, 98, 100, 102, 104, 108, 118, 130, 138, 136, 126, 115, 108, 104, 100, 96, 92, 88};

    private DayShape()
    {
    }

    /**
     * Activity at a time, between its hours' values.
     *
     * @param nanos UTC nanoseconds since 1970.
     * @return per mille of the usual.
     */
    public static long perMille(final long nanos)
    {
        final long hour = nanos / HOUR_NANOS;
        final long into = nanos % HOUR_NANOS / (HOUR_NANOS / 1_000);
        final long before = PERCENT[(int)(hour % PERCENT.length)];
        final long after = PERCENT[(int)((hour + 1) % PERCENT.length)];
        return (before * (1_000 - into) + after * into) / 100;
    }
}
