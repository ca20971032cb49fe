package fds.market.features;

/**
 * Exponential forgetting by event time in integers: a value halves each half-life.
 * <p>
 * Whole half-lives are shifts; the rest comes from a table of 64 steps, so the error is below 1.1 % of the value.
 */
public final class Decay
{
    private static final int STEPS = 64;
    private static final int FRACTION_BITS = 32;

    /** 2^(-i/64) in Q32, computed by integer square roots so that every machine has the same. */
    private static final long[] TABLE = table();

    private Decay()
    {
    }

    /**
     * A value after some time.
     *
     * @param value         0 to 2⁶² − 1.
     * @param elapsedNanos  0 or more.
     * @param halfLifeNanos 64 or more.
     * @return what is left of it.
     */
    public static long after(final long value, final long elapsedNanos, final long halfLifeNanos)
    {
        if (elapsedNanos < halfLifeNanos / STEPS)
        {
            return value; // the first step: most values are asked for often, and need no division
        }
        final long halves = elapsedNanos / halfLifeNanos;
        if (halves >= 62)
        {
            return 0;
        }
        final long step = (elapsedNanos - halves * halfLifeNanos) / Math.max(1, halfLifeNanos / STEPS);
        final long factor = TABLE[(int)Math.min(step, STEPS - 1)];
        return (Math.multiplyHigh(value, factor) << 64 - FRACTION_BITS | value * factor >>> FRACTION_BITS) >>> halves;
    }

    private static long[] table()
    {
        // root = 2^(-1/64) by six integer square roots of 1/2, in Q62; then powers of it.
        java.math.BigInteger root = java.math.BigInteger.ONE.shiftLeft(61);
        for (int i = 0; i < 6; i++)
        {
            root = root.shiftLeft(62).sqrt();
        }
        final long[] table = new long[STEPS];
        java.math.BigInteger power = java.math.BigInteger.ONE.shiftLeft(62);
        for (int i = 0; i < STEPS; i++)
        {
            table[i] = power.shiftRight(62 - FRACTION_BITS).longValueExact();
            power = power.multiply(root).shiftRight(62);
        }
        return table;
    }
}
