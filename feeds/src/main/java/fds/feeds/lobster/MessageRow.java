package fds.feeds.lobster;

import java.io.InputStream;

import fds.feeds.source.ByteSource;
import fds.feeds.text.Cell;
import fds.feeds.text.CsvRow;
import fds.feeds.text.DecimalUnit;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;

/**
 * The lines of a message file: time, type, order id, size, price, direction, without a header. A line says itself that
 * it is whole, because its last cell is {@code 1} or {@code -1}: the published samples end without a line end. Owned
 * by the thread that reads.
 */
final class MessageRow implements AutoCloseable
{
    static final int TIME = 0;
    static final int TYPE = 1;
    static final int ORDER = 2;
    static final int SIZE = 3;
    static final int PRICE = 4;
    static final int DIRECTION = 5;

    private static final String[] NAMES = { "time", "type", "order id", "size", "price", "direction" };
    private static final int LINE_MAX_BYTES = 64 * 1024;

    private final LineReader lines;
    private final CsvRow row = new CsvRow();
    private final Cell cell = new Cell();

    MessageRow(final ByteSource source, final InputStream in)
    {
        lines = new LineReader(in, source.name(), LINE_MAX_BYTES);
    }

    /** Move to the next line that is not empty; false at the end. Throws for a line that is no message. */
    boolean next()
    {
        while (lines.next())
        {
            if (lines.start() == lines.end())
            {
                continue;
            }
            final String wrong = row.split(lines.bytes(), lines.start(), lines.end());
            if (wrong != null)
            {
                throw bad("row", "(malformed)", wrong);
            }
            if (row.count() != NAMES.length)
            {
                throw bad("row", row.count() + " cells",
                    "6 cells: " + String.join(",", NAMES) + (lines.isTerminated() ? "" : "; the file was cut here"));
            }
            return true;
        }
        return false;
    }

    /** A cell in whole units, from min to max. */
    long number(final int column, final DecimalUnit unit, final long min, final long max, final String allowed)
    {
        final long units = unit.units(row.cell(column, cell));
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw bad(NAMES[column], cell.toString(), allowed);
        }
        return units;
    }

    long line()
    {
        return lines.lineNumber();
    }

    private BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), lines.lineNumber(), field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }
}
