package fds.feeds.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/** The row a table is asked about: cells by name, checked as they are taken. */
final class TableRow
{
    private static final String UTC = "+00:00";
    private static final String FORM = "0000-00-00T00:00:00";
    private static final long TIME_MAX_NANOS = 7_258_118_400_000_000_000L; // the year 2200
    private static final long SECOND_NANOS = 1_000_000_000;

    private final TableRows rows;
    private final List<String> columns;

    TableRow(final TableRows rows, final String[] columns)
    {
        this.rows = rows;
        this.columns = Arrays.asList(columns);
    }

    /** A cell, which may be empty. */
    String text(final String column)
    {
        return rows.text(columns.indexOf(column));
    }

    /** A cell that must not be empty, of plain text. */
    String need(final String column)
    {
        final String text = text(column);
        if (text.isEmpty())
        {
            throw bad(column, "not empty");
        }
        for (int i = 0; i < text.length(); i++)
        {
            if (Character.isISOControl(text.charAt(i)) || text.charAt(i) == '\uFFFD')
            {
                throw bad(column, "UTF-8 text without control characters");
            }
        }
        return text;
    }

    /** A decimal number, as it is written. */
    String number(final String column)
    {
        if (DecimalUnit.toBigDecimal(need(column)) == null)
        {
            throw bad(column, "a decimal number");
        }
        return text(column);
    }

    /** A time that is a count of units of so many nanoseconds since 1970. */
    long time(final String column, final long unitNanos)
    {
        final long count = DecimalUnit.ONE.units(need(column));
        if (DecimalUnit.isError(count) || count < 1 || count > TIME_MAX_NANOS / unitNanos)
        {
            throw bad(column, "a whole number of units of " + unitNanos + " ns since 1970, UTC, up to the year 2200");
        }
        return count * unitNanos;
    }

    /** A date and time of a clock so many hours ahead of UTC. */
    long date(final String column, final int hoursAhead)
    {
        final String text = need(column);
        final int end = text.endsWith(UTC) ? text.length() - UTC.length() : text.length();
        return date(column, text.substring(0, end), hoursAhead);
    }

    /** A date and a time of day in two columns, UTC. */
    long date(final String dateColumn, final String timeColumn)
    {
        return date(timeColumn, need(dateColumn) + "T" + need(timeColumn), 0);
    }

    private long date(final String column, final String text, final int hoursAhead)
    {
        try
        {
            final LocalDateTime date = dateTime(text.replace(' ', 'T'));
            if (date.getYear() > 1970 && date.getYear() < 2200)
            {
                return date.toEpochSecond(ZoneOffset.ofHours(hoursAhead)) * SECOND_NANOS + date.getNano();
            }
        }
        catch (final DateTimeException ex)
        {
            throw bad(column, "a time such as 2022-01-31 23:01:00");
        }
        throw bad(column, "a year from 1971 to 2199");
    }

    /** The usual form by its digits: to parse any form took longer than all the rest of a row. */
    private static LocalDateTime dateTime(final String text)
    {
        for (int i = 0; i < FORM.length(); i++)
        {
            final char form = FORM.charAt(i);
            final char c = i < text.length() ? text.charAt(i) : 0;
            if (text.length() != FORM.length() || (form == '0' ? c < '0' || c > '9' : c != form))
            {
                return LocalDateTime.parse(text);
            }
        }
        return LocalDateTime.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10), digits(text, 11, 13),
            digits(text, 14, 16), digits(text, 17, 19));
    }

    private static int digits(final String text, final int from, final int to)
    {
        return Integer.parseInt(text, from, to, 10);
    }

    /** A side by the source's two words. */
    int side(final String column, final String buy, final String sell)
    {
        final String word = need(column);
        if (!word.equals(buy) && !word.equals(sell))
        {
            throw bad(column, buy + " or " + sell);
        }
        return word.equals(buy) ? Side.BUY : Side.SELL;
    }

    BadInputException bad(final String column, final String allowed)
    {
        return rows.bad(column, text(column), allowed);
    }
}
