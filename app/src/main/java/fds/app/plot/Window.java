package fds.app.plot;

/**
 * The stretch of time and price that a picture shows. Times are engine times, UTC nanoseconds since 1970.
 *
 * @param fromNanos first moment.
 * @param toNanos   last moment, behind the first.
 * @param lowTicks  lowest price.
 * @param highTicks highest price, above the lowest.
 */
public record Window(long fromNanos, long toNanos, long lowTicks, long highTicks)
{
    /** Checks the order. */
    public Window
    {
        if (fromNanos >= toNanos || lowTicks >= highTicks)
        {
            throw new IllegalArgumentException(
                "window " + fromNanos + " to " + toNanos + ", " + lowTicks + " to " + highTicks + ": must ascend");
        }
    }

    /**
     * The column of a moment, when the time is cut into so many.
     *
     * @param timeNanos any.
     * @param columns   1 or more.
     * @return 0 to {@code columns - 1}; the first or last for a moment outside.
     */
    public int column(final long timeNanos, final int columns)
    {
        final double part = (double)(timeNanos - fromNanos) / (toNanos - fromNanos);
        return (int)Math.max(0, Math.min(columns - 1, Math.floor(part * columns)));
    }

    /**
     * Whether a moment is shown.
     *
     * @param timeNanos any.
     * @return true from the first to the last.
     */
    public boolean hasTime(final long timeNanos)
    {
        return timeNanos >= fromNanos && timeNanos <= toNanos;
    }

    /**
     * Whether a price is shown.
     *
     * @param priceTicks any.
     * @return true from the lowest to the highest.
     */
    public boolean hasPrice(final long priceTicks)
    {
        return priceTicks >= lowTicks && priceTicks <= highTicks;
    }
}
