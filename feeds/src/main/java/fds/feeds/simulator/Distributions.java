package fds.feeds.simulator;

/**
 * Distributions as tables of whole numbers, made once. {@link StrictMath} gives the same bits everywhere, and rounding
 * takes what little is left; nothing after class initialisation touches a double.
 */
final class Distributions
{
    private static final int BITS = 12;
    private static final int SIZE = 1 << BITS;

    /** Exponential with mean 1, in 1/65536. */
    private static final int[] EXPONENTIAL = new int[SIZE];

    /** Heavy-tailed factor of 1 to 64, in 1/16: Pareto with exponent 1.3. */
    private static final int[] SIZE_FACTOR = new int[SIZE];

    /** Heavy-tailed distance of 1 to 1600, in 1/16: Pareto with exponent 1. */
    private static final int[] DISTANCE = new int[SIZE];

    static
    {
        for (int i = 0; i < SIZE; i++)
        {
            final double survival = (SIZE - i - 0.5) / SIZE;
            EXPONENTIAL[i] = (int)StrictMath.rint(-StrictMath.log(survival) * 65536);
            SIZE_FACTOR[i] = (int)StrictMath.rint(16 * Math.min(64, StrictMath.pow(survival, -1 / 1.3)));
            DISTANCE[i] = (int)StrictMath.rint(16 * Math.min(1600, 1 / survival));
        }
    }

    private Distributions()
    {
    }

    /**
     * An exponential time.
     *
     * @param random source of chance.
     * @param mean   0 to 2⁴³.
     * @return 0 to 10 times the mean.
     */
    static long exponential(final SimulatorRandom random, final long mean)
    {
        return mean * EXPONENTIAL[random.below(SIZE)] >> 16;
    }

    /**
     * A heavy-tailed size.
     *
     * @param random source of chance.
     * @param base   smallest.
     * @return base to 64 times base.
     */
    static long size(final SimulatorRandom random, final long base)
    {
        return Math.max(1, base * SIZE_FACTOR[random.below(SIZE)] >> 4);
    }

    /**
     * A heavy-tailed distance.
     *
     * @param random source of chance.
     * @param unit   smallest.
     * @return unit to 1600 times unit.
     */
    static long distance(final SimulatorRandom random, final long unit)
    {
        return unit * DISTANCE[random.below(SIZE)] >> 4;
    }
}
