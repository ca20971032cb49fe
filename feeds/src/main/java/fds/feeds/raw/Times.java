package fds.feeds.raw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import fds.feeds.text.DecimalUnit;
import fds.market.event.Absent;

/** Venue times as texts of several kinds; UTC nanoseconds since 1970. */
public final class Times
{
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(7_000_000_000_000_000_000L);
    private static final long SECOND = 1_000_000_000;

    private Times()
    {
    }

    /**
     * A time in some unit, with or without decimals.
     *
     * @param value     number or text of digits.
     * @param unitNanos of one unit, a power of ten up to a second.
     * @return nanoseconds; {@link Absent#VALUE} when nothing, or 0, is there.
     */
    public static long of(final Json value, final long unitNanos)
    {
        return value.isPresent() && !value.text().isEmpty() ? parse(value.need(), unitNanos) : Absent.VALUE;
    }

    /**
     * A time in milliseconds.
     *
     * @param value number or text of digits.
     * @return as {@link #of}.
     */
    public static long millis(final Json value)
    {
        return of(value, 1_000_000);
    }

    /**
     * A time in microseconds.
     *
     * @param value number or text of digits.
     * @return as {@link #of}.
     */
    public static long micros(final Json value)
    {
        return of(value, 1_000);
    }

    /**
     * A time in seconds.
     *
     * @param value number or text of digits.
     * @return as {@link #of}.
     */
    public static long seconds(final Json value)
    {
        return of(value, SECOND);
    }

    /**
     * A time as ISO 8601 writes it.
     *
     * @param value such as {@code 2021-07-22T22:36:07.865Z}; without an end it is UTC.
     * @return nanoseconds; {@link Absent#VALUE} when nothing is there, or a time before 1970, which no venue means.
     */
    public static long iso(final Json value)
    {
        if (!value.isPresent() || value.text().isEmpty())
        {
            return Absent.VALUE;
        }
        final String text = value.need();
        final long nanos = iso(text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d") ? text : text + "Z");
        if (nanos == Absent.VALUE)
        {
            throw Json.bad("time", text, "a time as in 2021-07-22T22:36:07.865Z, up to 2190");
        }
        return nanos < 0 ? Absent.VALUE : nanos;
    }

    /** -1 before 1970, absent when it is no time. */
    static long iso(final String text)
    {
        try
        {
            final Instant instant = OffsetDateTime.parse(text).toInstant();
            final long second = instant.getEpochSecond();
            return second <= 0 ? -1 : second > NANOS_MAX.longValue() / SECOND ? Absent.VALUE :
                second * SECOND + instant.getNano();
        }
        catch (final DateTimeParseException ex)
        {
            return Absent.VALUE;
        }
    }

    /** Nanoseconds of a decimal number, finer ones cut off; absent for 0. */
    static long parse(final String text, final long unitNanos)
    {
        final BigDecimal value = DecimalUnit.toBigDecimal(text);
        final BigDecimal nanos = value == null ? null :
            value.multiply(BigDecimal.valueOf(unitNanos)).setScale(0, RoundingMode.DOWN);
        if (nanos == null || nanos.signum() < 0 || nanos.compareTo(NANOS_MAX) > 0)
        {
            throw Json.bad("time", text, "a time from 1970 to 2190");
        }
        return nanos.signum() == 0 ? Absent.VALUE : nanos.longValueExact();
    }
}
