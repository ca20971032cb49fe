package fds.market.episode;

/**
 * When findings belong to one episode.
 *
 * @param capacity   episodes open at once; when full, the quietest is closed and a blind spot told.
 * @param quietNanos an episode closes when no finding came for this long.
 * @param maxNanos   an episode closes when it has been open for this long; the next finding opens another.
 */
public record EpisodeConfig(int capacity, long quietNanos, long maxNanos)
{
    /** What holds when nobody says: 4,096 open, closed after 5 quiet minutes or a day. */
    public static final EpisodeConfig DEFAULT = new EpisodeConfig(4096, 300_000_000_000L, 86_400_000_000_000L);

    /** Checks the ranges. */
    public EpisodeConfig
    {
        if (capacity < 16 || capacity > 1 << 19)
        {
            throw new IllegalArgumentException("capacity is " + capacity + ": must be 16 to " + (1 << 19));
        }
        if (quietNanos < 1 || maxNanos < quietNanos)
        {
            throw new IllegalArgumentException(
                "quiet is " + quietNanos + " ns, max is " + maxNanos + " ns: must be 1 or more, and max not shorter");
        }
    }
}
