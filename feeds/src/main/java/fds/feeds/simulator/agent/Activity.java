package fds.feeds.simulator.agent;

import java.util.List;

import fds.feeds.simulator.venue.DayShape;
import fds.feeds.simulator.venue.Underlying;

/**
 * The clock by which honest participants act. It runs faster where the order rate is higher, at busy hours and when
 * prices are wild, and it corrects itself by the rows that came of it, so that the rate is the one that was asked for.
 * Prices do not run by it: ten times the rate is ten times the orders a minute, not ten times the volatility.
 */
final class Activity
{
    /** Rows a second of participants when the clock runs at the speed of time. */
    static final int USUAL_RATE = 4_000;

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int SPEED_BITS = 24;
    private static final int CONTROL_STEPS = 32;
    private static final long PASSED_MAX_MICROS = 400_000_000;
    private static final long MICROS_Q16 = 1_000_000_000 >> 16; // of a thousand seconds
    private static final long CORRECTED_SECONDS = 2;

    private final List<Underlying> underlyings;
    private final long ratePerSecond;
    private long realNanos;
    private long activeNanos;
    private long controlNanos;
    private long baseSpeed;
    private long speed;
    private long rowsQ16; // rows that there should be more by now
    private int steps;

    Activity(final List<Underlying> underlyings, final int ratePerSecond, final long startNanos)
    {
        this.underlyings = underlyings;
        this.ratePerSecond = ratePerSecond;
        realNanos = startNanos;
        controlNanos = startNanos;
        baseSpeed = ((long)ratePerSecond << SPEED_BITS) / USUAL_RATE;
        speed = Math.max(1, baseSpeed);
    }

    /**
     * The time at which the clock shows something.
     *
     * @param active nanoseconds of activity, not before {@link #activeNanos}.
     * @return UTC nanoseconds since 1970.
     */
    long realOf(final long active)
    {
        final long ahead = active - activeNanos;
        return realNanos + (ahead >> 38 == 0 ? (ahead << SPEED_BITS) / speed : ahead / speed << SPEED_BITS);
    }

    long activeNanos()
    {
        return activeNanos;
    }

    /**
     * Somebody has acted.
     *
     * @param active what the clock shows.
     * @param nowNanos UTC nanoseconds since 1970.
     * @param rows that came of it.
     */
    void onStep(final long active, final long nowNanos, final long rows)
    {
        activeNanos = active;
        realNanos = nowNanos;
        rowsQ16 -= rows << 16;
        if (++steps == CONTROL_STEPS)
        {
            steps = 0;
            control();
        }
    }

    private void control()
    {
        final long micros = Math.min((realNanos - controlNanos) / 1_000, PASSED_MAX_MICROS);
        controlNanos = realNanos;
        final long perThousandSeconds = ratePerSecond * DayShape.perMille(realNanos) * wildness() / 100;
        rowsQ16 += micros * perThousandSeconds / MICROS_Q16;
        // In 1/65536 of what two seconds bring.
        final long error = Math.max(-49_152, Math.min(196_608, rowsQ16 / (ratePerSecond * CORRECTED_SECONDS)));
        speed = Math.max(1, baseSpeed + (baseSpeed * error >> 16));
        baseSpeed = Math.max(1 << 10, baseSpeed + baseSpeed / 64 * Math.max(-16_384, Math.min(16_384, error)) / 65_536);
    }

    /** People trade more when prices are wild: per cent of the usual. */
    private long wildness()
    {
        long sum = 0;
        for (final Underlying underlying : underlyings)
        {
            sum += underlying.regimePercent();
        }
        return 85 + sum / underlyings.size() * 15 / 100;
    }
}
