package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.SimulatorRandom;

/** People like round numbers; programs do not care. */
final class Habits
{
    private Habits()
    {
    }

    /**
     * A size as people say it: one, two or five and zeros.
     *
     * @param random source of chance.
     * @param lots   wanted.
     * @param share  per mille of orders that are rounded.
     * @return 1 or more, at most what was wanted.
     */
    static long size(final SimulatorRandom random, final long lots, final int share)
    {
        if (!random.chancePerMille(share))
        {
            return lots;
        }
        long unit = 1;
        while (unit * 10 <= lots)
        {
            unit *= 10;
        }
        return lots >= 5 * unit ? 5 * unit : lots >= 2 * unit ? 2 * unit : unit;
    }

    /**
     * A price as people say it: a multiple of ten ticks, or of a hundred.
     *
     * @param random source of chance.
     * @param ticks  wanted.
     * @param share  per mille of orders that are rounded.
     * @return within a hundredth of what was wanted, and only there rounded.
     */
    static long price(final SimulatorRandom random, final long ticks, final int share)
    {
        if (!random.chancePerMille(share))
        {
            return ticks;
        }
        final long unit = random.below(3) == 0 && ticks > 100_000 ? 100 : 10;
        return ticks < 5_000 ? ticks : (ticks + unit / 2) / unit * unit;
    }
}
