package fds.app.draw;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round moments of UTC along an axis, as labels. */
public final class TimeAxis
{
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE,
        10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY,
        14 * DAY, 30 * DAY, 90 * DAY, 365 * DAY, 3_650 * DAY };

    private TimeAxis()
    {
    }

    /**
     * A moment on the axis.
     *
     * @param nanos UTC nanoseconds since 1970.
     * @param label time of day, or the date at midnight.
     */
    public record Moment(long nanos, String label)
    {
    }

    /**
     * Round moments.
     *
     * @param fromNanos first moment of the axis, UTC nanoseconds since 1970.
     * @param toNanos   last, not before the first.
     * @param most      about so many.
     * @return ascending; possibly none when the axis is shorter than any step.
     */
    public static List<Moment> moments(final long fromNanos, final long toNanos, final int most)
    {
        final long step = step(Math.max(1, (toNanos - fromNanos) / Math.max(1, most)));
        final DateTimeFormatter format = format(step);
        final List<Moment> moments = new ArrayList<>();
        for (long nanos = Math.floorDiv(fromNanos + step - 1, step) * step; nanos <= toNanos; nanos += step)
        {
            final boolean isMidnight = nanos % DAY == 0;
            moments.add(new Moment(nanos, isMidnight || step >= DAY ? date(nanos) : format.format(instant(nanos))));
        }
        return moments;
    }

    /**
     * A date.
     *
     * @param nanos UTC nanoseconds since 1970.
     * @return as in {@code 2024-08-09}.
     */
    public static String date(final long nanos)
    {
        return instant(nanos).toString().substring(0, 10);
    }

    private static long step(final long least)
    {
        for (long power = 1; power < SECOND; power *= 10)
        {
            for (final int factor : new int[]{ 1, 2, 5 })
            {
                if (factor * power >= least)
                {
                    return factor * power;
                }
            }
        }
        for (final long step : STEPS)
        {
            if (step >= least)
            {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static DateTimeFormatter format(final long step)
    {
        int digits = 0;
        for (long rest = step; rest < SECOND; rest *= 10)
        {
            digits++;
        }
        final String pattern = step >= MINUTE ? "HH:mm" : digits == 0 ? "HH:mm:ss" : "HH:mm:ss." + "S".repeat(digits);
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    private static Instant instant(final long nanos)
    {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
