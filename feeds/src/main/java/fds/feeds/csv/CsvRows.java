package fds.feeds.csv;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import fds.feeds.source.ByteSource;
import fds.feeds.text.Cell;
import fds.feeds.text.CsvRow;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;

/** Rows of a CSV with a header, its cells by the number of the column in a fixed list. Owned by one thread. */
public final class CsvRows implements AutoCloseable
{
    /** Longest line. */
    public static final int LINE_MAX_BYTES = 64 * 1024;

    private final LineReader lines;
    private final CsvRow row = new CsvRow();
    private final Cell cell = new Cell();
    private final String[] columns;
    private final int[] cellOfColumn; // [column], -1 for none
    private final String[] headerOfColumn; // [column], as the file writes it
    private final String[] constants; // [column], null for none
    private final Map<String, String>[] values; // [column], null for none
    private int cellsInHeader;

    /**
     * Read the header of a CSV.
     *
     * @param source  of it, for messages.
     * @param in      its bytes; closed with this.
     * @param columns allowed.
     * @param map     of their names to ours.
     * @throws BadInputException when the first row is no header of these columns.
     */
    @SuppressWarnings({ "unchecked", "rawtypes" })
    public CsvRows(final ByteSource source, final InputStream in, final String[] columns, final ColumnMap map)
    {
        this.columns = columns;
        lines = new LineReader(in, source.name(), LINE_MAX_BYTES);
        cellOfColumn = new int[columns.length];
        Arrays.fill(cellOfColumn, -1);
        headerOfColumn = columns.clone();
        constants = new String[columns.length];
        values = new Map[columns.length];
        for (int i = 0; i < columns.length; i++)
        {
            constants[i] = map.constant(columns[i]);
            values[i] = map.values(columns[i]);
        }
        try
        {
            readHeader(map);
        }
        catch (final BadInputException ex)
        {
            lines.close();
            throw ex;
        }
    }

    /**
     * Move to the next row; empty lines are passed over.
     *
     * @return false at the end.
     * @throws BadInputException when the line is no row of this file; the next call reads the line behind it.
     */
    public boolean next()
    {
        while (lines.next())
        {
            if (!lines.isTerminated())
            {
                throw unterminated();
            }
            if (lines.start() == lines.end())
            {
                continue;
            }
            split();
            if (row.count() != cellsInHeader)
            {
                throw bad("row", row.count() + " cells", cellsInHeader + " cells, as many as the header has");
            }
            return true;
        }
        return false;
    }

    /**
     * Whether the column stands in the file, or has a constant.
     *
     * @param column number in the list.
     * @return true when cells of it may be filled.
     */
    public boolean has(final int column)
    {
        return cellOfColumn[column] >= 0 || constants[column] != null;
    }

    /**
     * Whether a column's cell is empty in this row.
     *
     * @param column number in the list.
     * @return true also when the file does not have the column.
     */
    public boolean isEmpty(final int column)
    {
        if (constants[column] == null && values[column] == null)
        {
            return cellOfColumn[column] < 0 || row.isEmpty(cellOfColumn[column]);
        }
        return cell(column).length() == 0;
    }

    /**
     * A column's cell in this row.
     *
     * @param column number in the list.
     * @return valid until the next call of any method.
     */
    public Cell cell(final int column)
    {
        final String constant = constants[column];
        if (constant != null)
        {
            return cell.wrap(constant);
        }
        if (cellOfColumn[column] < 0)
        {
            return cell.wrap("");
        }
        row.cell(cellOfColumn[column], cell);
        if (values[column] != null)
        {
            final String ours = values[column].get(cell.toString());
            return ours == null ? cell : cell.wrap(ours);
        }
        return cell;
    }

    /**
     * A column's cell as a text to keep. Allocates.
     *
     * @param column number in the list.
     * @return its text.
     */
    public String text(final int column)
    {
        return cell(column).toString();
    }

    /**
     * Number of the current line of the file.
     *
     * @return 1 and up; the header is a line too.
     */
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    /**
     * Complain of a cell of this row.
     *
     * @param column  number in the list.
     * @param allowed what would have been right.
     * @return to throw.
     */
    public BadInputException bad(final int column, final String allowed)
    {
        return bad(headerOfColumn[column], text(column), allowed);
    }

    /**
     * Complain of this row.
     *
     * @param field   what of it.
     * @param value   as found.
     * @param allowed what would have been right.
     * @return to throw.
     */
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), lines.lineNumber(), field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void readHeader(final ColumnMap map)
    {
        if (!lines.next())
        {
            throw new BadInputException(lines.source(), 1, "header", "(empty file)",
                "a header row with some of the columns " + String.join(",", columns));
        }
        if (!lines.isTerminated())
        {
            throw unterminated();
        }
        split();
        cellsInHeader = row.count();
        final List<String> known = Arrays.asList(columns);
        for (int i = 0; i < cellsInHeader; i++)
        {
            final String theirs = row.cell(i, cell).toString();
            final String ours = map.column(theirs);
            if (ours == null)
            {
                continue;
            }
            final int column = known.indexOf(ours);
            if (column < 0)
            {
                throw bad("header", theirs, "one of the columns " + String.join(",", columns));
            }
            if (has(column))
            {
                throw bad("header", theirs, "each column once, in the file or as a constant of the map");
            }
            cellOfColumn[column] = i;
            headerOfColumn[column] = theirs;
        }
    }

    private void split()
    {
        final String wrong = row.split(lines.bytes(), lines.start(), lines.end());
        if (wrong != null)
        {
            throw bad("row", "(malformed)", wrong);
        }
    }

    private BadInputException unterminated()
    {
        return bad("row", new Cell().wrap(lines.bytes(), lines.start(), lines.end()).toString(),
            "a line end behind every row; the file seems to have been cut here");
    }
}
