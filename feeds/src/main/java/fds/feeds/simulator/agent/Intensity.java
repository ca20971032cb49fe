package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;

/**
 * Times that come in clusters: a Hawkes process with two exponential kernels (tens of milliseconds, and seconds),
 * drawn by Ogata's thinning. Every event brings half an event soon after and a quarter later, on average.
 * <p>
 * Source: Y. Ogata, On Lewis' simulation method for point processes, 1981.
 */
final class Intensity
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long FAST_NANOS = 30_000_000;
    private static final long SLOW_NANOS = 2_000_000_000;
    private static final int FAST_PERCENT = 45;
    private static final int SLOW_PERCENT = 25;
    private static final int OWN_PERCENT = 100 - FAST_PERCENT - SLOW_PERCENT;

    private final SimulatorRandom random;
    private final long ownRate; // events a thousand seconds
    private final long fastRise;
    private final long slowRise;
    private long fast;
    private long slow;

    /**
     * Without a past.
     *
     * @param random       of its own.
     * @param perSecondPpm mean number of events a second, 10⁻⁶.
     */
    Intensity(final SimulatorRandom random, final long perSecondPpm)
    {
        this.random = random;
        ownRate = Math.max(1, perSecondPpm / 1_000 * OWN_PERCENT / 100);
        fastRise = 1_000 * FAST_PERCENT * (SECOND_NANOS / FAST_NANOS) / 100;
        slowRise = 1_000 * SLOW_PERCENT / 2 / 100;
    }

    /**
     * The time from one event to the next.
     *
     * @return nanoseconds, 1 or more.
     */
    long nextGapNanos()
    {
        fast += fastRise;
        slow += slowRise;
        long gap = 0;
        while (true)
        {
            final long upper = ownRate + fast + slow;
            final long wait = 1 + Distributions.exponential(random, 1_000 * SECOND_NANOS / upper);
            gap += wait;
            fast = Distributions.decay(fast, wait, FAST_NANOS);
            slow = Distributions.decay(slow, wait, SLOW_NANOS);
            if (random.below((int)Math.min(Integer.MAX_VALUE, upper)) < ownRate + fast + slow)
            {
                return gap;
            }
        }
    }
}
