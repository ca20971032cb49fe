package fds.feeds.clean;

/**
 * The least difference between receive time and venue time of one feed, over windows of messages: a message takes some
 * time, so the least of many is the difference of the clocks and the way. When it differs by more than a band from one
 * window to the next, one of the clocks jumped.
 */
final class FeedClock
{
    private static final long NONE = Long.MAX_VALUE;

    private final int window;
    private final long bandNanos;
    private int count;
    private long least = NONE;
    private long before = NONE;
    private long newestVenueNanos = Long.MIN_VALUE;

    FeedClock(final int window, final long bandNanos)
    {
        this.window = window;
        this.bandNanos = bandNanos;
    }

    /**
     * Take a message in.
     *
     * @return by how much the offset moved, later positive, in nanoseconds; 0 when it did not, or not by more than the
     *         band.
     */
    long meets(final long receiveNanos, final long venueNanos)
    {
        least = Math.min(least, receiveNanos - venueNanos);
        if (++count < window)
        {
            return 0;
        }
        final long moved = before == NONE || Math.abs(least - before) <= bandNanos ? 0 : least - before;
        before = least;
        least = NONE;
        count = 0;
        return moved;
    }

    /** How far a venue time is behind the newest one, 0 when it is the newest. */
    long behind(final long venueNanos)
    {
        newestVenueNanos = Math.max(newestVenueNanos, venueNanos);
        return newestVenueNanos - venueNanos;
    }

    /** The offset of the last whole window, or 0 while there was none. */
    long offsetNanos()
    {
        return before == NONE ? 0 : before;
    }

    boolean hasOffset()
    {
        return before != NONE;
    }
}
