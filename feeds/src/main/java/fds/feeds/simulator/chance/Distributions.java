package fds.feeds.simulator.chance;

/**
 * Distributions as tables of whole numbers, made once. {@link StrictMath} gives the same bits everywhere, and rounding
 * takes what little is left; nothing after class initialisation touches a double.
 */
public final class Distributions
{
    private static final int BITS = 12;
    private static final int SIZE = 1 << BITS;

    /** Exponential with mean 1, in 1/65536. */
    private static final int[] EXPONENTIAL = new int[SIZE];

    /** Heavy-tailed factor of 1 to 64, in 1/16: Pareto with exponent 1.3. */
    private static final int[] SIZE_FACTOR = new int[SIZE];

    /** Heavy-tailed factor of 1/4 to 150, in 1/16: Pareto with exponent 1. */
    private static final int[] TAKER_FACTOR = new int[SIZE];

    /** Heavy-tailed distance of 1 to 1600, in 1/16: Pareto with exponent 1. */
    private static final int[] DISTANCE = new int[SIZE];

    /** What is left of 1 after a time, in 1/65536: [time constants / 64]. */
    private static final int[] DECAY = new int[1 << 10];

    /** Standard normal, in 1/65536. */
    private static final int[] NORMAL = new int[SIZE];

    static
    {
        for (int i = 0; i < SIZE; i++)
        {
            final double survival = (SIZE - i - 0.5) / SIZE;
            EXPONENTIAL[i] = (int)StrictMath.rint(-StrictMath.log(survival) * 65536);
            SIZE_FACTOR[i] = (int)StrictMath.rint(16 * Math.min(64, StrictMath.pow(survival, -1 / 1.3)));
            TAKER_FACTOR[i] = (int)StrictMath.rint(4 * Math.min(600, 1 / survival));
            NORMAL[i] = (int)StrictMath.rint(normalQuantile((i + 0.5) / SIZE) * 65536);
            DISTANCE[i] = (int)StrictMath.rint(16 * Math.min(1600, 1 / survival));
        }
    }

    static
    {
        for (int i = 0; i < DECAY.length; i++)
        {
            DECAY[i] = (int)StrictMath.rint(65536 * StrictMath.exp(-(i + 0.5) / 64));
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
    public static long exponential(final SimulatorRandom random, final long mean)
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
    public static long size(final SimulatorRandom random, final long base)
    {
        return Math.max(1, base * SIZE_FACTOR[random.below(SIZE)] >> 4);
    }

    /**
     * The size of an order that takes: many small ones, few very large ones.
     *
     * @param random source of chance.
     * @param base   usual size.
     * @return a quarter of the base to 150 times the base, 1 or more.
     */
    public static long takerSize(final SimulatorRandom random, final long base)
    {
        return Math.max(1, base * TAKER_FACTOR[random.below(SIZE)] >> 4);
    }

    /**
     * A heavy-tailed distance.
     *
     * @param random source of chance.
     * @param unit   smallest.
     * @return unit to 1600 times unit.
     */
    public static long distance(final SimulatorRandom random, final long unit)
    {
        return unit * DISTANCE[random.below(SIZE)] >> 4;
    }

    /**
     * A normal value.
     *
     * @param random    source of chance.
     * @param deviation standard deviation, 0 to 2⁴⁰.
     * @return within four deviations of 0.
     */
    public static long normal(final SimulatorRandom random, final long deviation)
    {
        return deviation * NORMAL[random.below(SIZE)] >> 16;
    }

    /**
     * Exponential decay.
     *
     * @param value    0 to 2⁴⁶.
     * @param time     that has passed, 0 or more.
     * @param constant time in which it falls to 1/e, 1 to 2⁵⁶.
     * @return what is left.
     */
    public static long decay(final long value, final long time, final long constant)
    {
        final long place = time / Math.max(1, constant >> 6);
        return place >= DECAY.length ? 0 : value * DECAY[(int)place] >> 16;
    }

    /**
     * The square root.
     *
     * @param value 0 to 2⁵⁰.
     * @return rounded down.
     */
    public static long root(final long value)
    {
        // Below 2⁵² a double's root is correctly rounded by the standard, on any machine.
        return (long)StrictMath.sqrt(value);
    }

    /** Acklam's rational approximation, good to 10⁻⁹. */
    private static double normalQuantile(final double p)
    {
        if (p > 0.5)
        {
            return -normalQuantile(1 - p);
        }
        if (p < 0.02425)
        {
            final double q = StrictMath.sqrt(-2 * StrictMath.log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q -
                2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783) /
                ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q +
                3.754408661907416) * q + 1);
        }
        final double q = p - 0.5;
        final double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
            1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q /
            (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
            6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
    }
}
