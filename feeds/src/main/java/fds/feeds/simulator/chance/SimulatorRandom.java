package fds.feeds.simulator.chance;

/**
 * Whole random numbers that are the same on every JDK: xoshiro256** seeded by splitmix64, both written from the public
 * domain descriptions by David Blackman and Sebastiano Vigna (prng.di.unimi.it). Owned by the simulator's thread.
 */
public final class SimulatorRandom
{
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private SimulatorRandom(final long s0, final long s1, final long s2, final long s3)
    {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * A stream of its own.
     *
     * @param seed   any.
     * @param stream tells the streams of one seed apart.
     * @return at its beginning.
     */
    public static SimulatorRandom of(final long seed, final long stream)
    {
        final long state = mix(seed + mix(stream + GAMMA));
        return ofState(mix(state + GAMMA), mix(state + 2 * GAMMA), mix(state + 3 * GAMMA), mix(state + 4 * GAMMA) | 1);
    }

    /**
     * A stream from its state.
     *
     * @param s0 as the three others: not all of them 0.
     * @return in that state.
     */
    public static SimulatorRandom ofState(final long s0, final long s1, final long s2, final long s3)
    {
        return new SimulatorRandom(s0, s1, s2, s3);
    }

    /**
     * The output function of splitmix64: a bijection that spreads every bit.
     *
     * @param value any.
     * @return mixed.
     */
    public static long mix(final long value)
    {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    public long nextLong()
    {
        final long result = Long.rotateLeft(s1 * 5, 7) * 9;
        final long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * Uniform below a bound (bias under 2⁻³²·bound: of no weight here).
     *
     * @param bound 1 or more.
     * @return 0 to bound - 1.
     */
    public int below(final int bound)
    {
        return (int)((nextLong() >>> 32) * bound >>> 32);
    }

    /**
     * Uniform, both ends included.
     *
     * @param min smallest.
     * @param max largest, at least min and less than 2³¹ above it.
     * @return min to max.
     */
    public long between(final long min, final long max)
    {
        return min + below((int)(max - min) + 1);
    }

    public boolean chancePerMille(final int perMille)
    {
        return below(1000) < perMille;
    }
}
