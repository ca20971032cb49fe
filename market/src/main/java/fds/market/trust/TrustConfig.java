package fds.market.trust;

/**
 * What a book may show before it is doubted. Part of the detection configuration.
 *
 * @param crossedNanos      how long a book may stay crossed behind closed messages; 0 or more.
 * @param unknownQuietNanos after this long without an unknown order a book kept from orders counts as whole again; 0:
 *                          only a snapshot makes it whole.
 */
public record TrustConfig(long crossedNanos, long unknownQuietNanos)
{
    /** A second of crossing, a minute of quiet. */
    public static final TrustConfig DEFAULT = new TrustConfig(1_000_000_000L, 60_000_000_000L);

    /** Longest time of either kind: a day. */
    public static final long NANOS_MAX = 86_400_000_000_000L;

    /** Checks the ranges. */
    public TrustConfig
    {
        require(crossedNanos, "book.crossed_max");
        require(unknownQuietNanos, "book.unknown_quiet");
    }

    private static void require(final long nanos, final String key)
    {
        if (nanos < 0 || nanos > NANOS_MAX)
        {
            throw new IllegalArgumentException(key + " is " + nanos + ": must be 0 to " + NANOS_MAX);
        }
    }
}
