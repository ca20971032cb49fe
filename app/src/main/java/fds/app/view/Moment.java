package fds.app.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fds.app.UsageException;
import fds.market.event.Absent;

/**
 * A place in a journal as a user names it: a time or a sequence.
 *
 * @param isSequence true: the value is a sequence.
 * @param value      sequence, or UTC nanoseconds since 1970.
 */
public record Moment(boolean isSequence, long value)
{
    private static final String ALLOWED =
        "must be an ISO-8601 time (UTC unless it says otherwise), nanoseconds since 1970, or a sequence as #123";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final DateTimeFormatter SHORT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Read the beginning of a span.
     *
     * @param option it was given to, for the message.
     * @param text   ISO-8601 (a date alone is its first nanosecond), nanoseconds, or {@code #123}.
     * @return the moment.
     * @throws UsageException when it is none of these.
     */
    public static Moment from(final String option, final String text)
    {
        return parse(option, text, false);
    }

    /**
     * Read the end of a span, which belongs to it.
     *
     * @param option it was given to, for the message.
     * @param text   as in {@link #from}; a date alone is its last nanosecond.
     * @return the moment.
     * @throws UsageException when it is none of these.
     */
    public static Moment to(final String option, final String text)
    {
        return parse(option, text, true);
    }

    /**
     * A time as people and programs read it.
     *
     * @param nanos UTC nanoseconds since 1970, or {@link Absent#VALUE}.
     * @return ISO-8601 in UTC with as many digits as it has, or {@code -} when absent.
     */
    public static String text(final long nanos)
    {
        return nanos == Absent.VALUE ? "-" : instant(nanos).toString();
    }

    /**
     * A time for tables.
     *
     * @param nanos UTC nanoseconds since 1970, or {@link Absent#VALUE}.
     * @return to the microsecond, cut off, always of the same width, or {@code -} when absent.
     */
    public static String shortText(final long nanos)
    {
        return nanos == Absent.VALUE ? "-" : SHORT.format(instant(nanos));
    }

    /**
     * Order against something that happened.
     *
     * @param sequence  of it.
     * @param timeNanos of it.
     * @return below, at or above 0 as this moment is before, at or behind it.
     */
    int compareTo(final long sequence, final long timeNanos)
    {
        return Long.compare(value, isSequence ? sequence : timeNanos);
    }

    private static Instant instant(final long nanos)
    {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS));
    }

    private static Moment parse(final String option, final String text, final boolean isEnd)
    {
        final String plain = text.strip();
        try
        {
            if (plain.matches("#\\d{1,18}"))
            {
                return new Moment(true, Long.parseLong(plain.substring(1)));
            }
            if (plain.matches("\\d{1,19}"))
            {
                return new Moment(false, Long.parseLong(plain));
            }
            if (plain.matches("\\d{4}-\\d{2}-\\d{2}"))
            {
                final LocalDate date = LocalDate.parse(plain);
                return isEnd ?
                    new Moment(false, nanos(date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)) - 1) :
                    new Moment(false, nanos(date.atStartOfDay().toInstant(ZoneOffset.UTC)));
            }
            final String iso = plain.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T");
            return new Moment(false, nanos(iso.matches(".*(Z|z|[+-]\\d{2}(:?\\d{2})?)$") && iso.contains("T") ?
                OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)));
        }
        catch (final DateTimeException | ArithmeticException | NumberFormatException e)
        {
            throw new UsageException(option + " is '" + text + "': " + ALLOWED);
        }
    }

    private static long nanos(final Instant instant)
    {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND_NANOS), instant.getNano());
    }
}
