package fds.market.detector;

/**
 * A parameter that differs by the instrument's tier.
 *
 * @param majors   for tier 1.
 * @param mid      for tier 2.
 * @param longTail for tier 3.
 */
public record Tiered(long majors, long mid, long longTail)
{
    /**
     * The same value for all tiers.
     *
     * @param value any.
     * @return as said.
     */
    public static Tiered of(final long value)
    {
        return new Tiered(value, value, value);
    }

    /**
     * The value for a tier.
     *
     * @param tier 1, 2 or 3.
     * @return its value.
     */
    public long of(final int tier)
    {
        return tier == 1 ? majors : tier == 2 ? mid : longTail;
    }
}
