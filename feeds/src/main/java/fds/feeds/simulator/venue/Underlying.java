package fds.feeds.simulator.venue;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;

/**
 * The price of an asset as the world sees it, as a ratio to where it began: a random walk in time (not in events, so
 * that the order rate does not show in its volatility) whose volatility changes between calm, usual and wild for
 * seconds to minutes, with a jump now and then. It is drawn back a little to where it began, so that it stays in range
 * for ever.
 */
public final class Underlying
{
    private static final int RATIO_BITS = 32;
    private static final long ONE = 1L << RATIO_BITS;
    private static final long DAY_MILLIS = 86_400_000;
    private static final int[] REGIME_PERCENT = {55, 100, 260}; // of the usual volatility
    private static final int[] REGIME_SECONDS = {90, 60, 25}; // mean duration
    private static final int JUMP_MILLIS = 900_000; // mean time between jumps
    private static final long PPB = 1_000_000_000;

    private final SimulatorRandom random;
    private final long sigmaPpb; // of a second
    private long ratio = ONE;
    private long atMillis = -1;
    private int regime = 1;
    private long regimeEndMillis;
    private long jumpPpb;

    /**
     * At its beginning.
     *
     * @param random   of its own.
     * @param sigmaPpb usual standard deviation of a second's return, 10⁻⁹.
     */
    public Underlying(final SimulatorRandom random, final long sigmaPpb)
    {
        this.random = random;
        this.sigmaPpb = sigmaPpb;
    }

    /**
     * What a price of the beginning has become.
     *
     * @param openingTicks price at the beginning.
     * @return ticks.
     */
    public long of(final long openingTicks)
    {
        return openingTicks * ratio >> RATIO_BITS;
    }

    /**
     * Usual volatility.
     *
     * @return standard deviation of a second's return, 10⁻⁹.
     */
    public long sigmaPpb()
    {
        return sigmaPpb;
    }

    /**
     * Volatility now against the usual one.
     *
     * @return per cent.
     */
    public int regimePercent()
    {
        return REGIME_PERCENT[regime];
    }

    /**
     * The last jump, if nobody has asked yet.
     *
     * @return 10⁻⁹; 0 when there was none since.
     */
    public long takeJumpPpb()
    {
        final long jump = jumpPpb;
        jumpPpb = 0;
        return jump;
    }

    /**
     * Let time pass, in whole milliseconds.
     *
     * @param nowNanos not before the last call's.
     */
    public void advance(final long nowNanos)
    {
        final long millis = nowNanos / 1_000_000;
        if (millis == atMillis)
        {
            return;
        }
        final long passed = atMillis < 0 ? 1 : millis - atMillis;
        atMillis = millis;
        if (millis >= regimeEndMillis)
        {
            regime = (regime + 1 + random.below(2)) % REGIME_PERCENT.length;
            regimeEndMillis = millis + 1_000 + Distributions.exponential(random, 1_000L * REGIME_SECONDS[regime]);
        }
        // A second's deviation times the square root of the time, in 1/1000 of the root of a millisecond.
        final long root = Distributions.root(Math.min(passed, DAY_MILLIS) * 1_000_000);
        final long stepPpb =
            sigmaPpb * REGIME_PERCENT[regime] / 100 * DayShape.perMille(nowNanos) / 1_000 * root / 31_623;
        change(Distributions.normal(random, stepPpb));
        if (random.below(JUMP_MILLIS) < Math.min(passed, JUMP_MILLIS))
        {
            jumpPpb = sigmaPpb * random.between(12, 70) * (random.below(2) == 0 ? 1 : -1);
            change(jumpPpb);
        }
        ratio += (ONE - ratio) * Math.min(passed, DAY_MILLIS) / DAY_MILLIS;
    }

    /**
     * Somebody's trades have told the world something.
     *
     * @param ppb change, 10⁻⁹.
     */
    public void push(final long ppb)
    {
        change(ppb);
    }

    private void change(final long ppb)
    {
        ratio += ((ratio >> 8) * ppb / PPB) << 8;
        ratio = Math.max(ONE / 4, Math.min(ONE * 4, ratio));
    }
}
