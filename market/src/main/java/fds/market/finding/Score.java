package fds.market.finding;

/** Points of a score's parts, in integers. */
public final class Score
{
    private Score()
    {
    }

    /**
     * Points in proportion to how much of a threshold was reached.
     *
     * @param measured  value; below 0 gives none.
     * @param threshold at which all points are given, 1 or more; 0 or less gives all.
     * @param pointsMax of the part, 0 to 100.
     * @return 0 to {@code pointsMax}, rounded down.
     */
    public static int share(final long measured, final long threshold, final int pointsMax)
    {
        if (measured <= 0)
        {
            return 0;
        }
        if (measured >= threshold)
        {
            return pointsMax;
        }
        final int shift = Math.max(0, 8 - Long.numberOfLeadingZeros(threshold));
        return (int)((measured >>> shift) * pointsMax / (threshold >>> shift));
    }
}
