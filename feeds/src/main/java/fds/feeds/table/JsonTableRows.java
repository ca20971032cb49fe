package fds.feeds.table;

import java.util.Arrays;
import java.util.List;

import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.feeds.text.JsonLines;
import fds.market.door.BadInputException;

/** Rows that are JSON objects, one a line, of which the table's columns are the plain fields. */
final class JsonTableRows implements TableRows
{
    private static final int LINE_MAX_BYTES = 64 * 1024;

    private final JsonLines lines;
    private final List<String> columns;
    private final String[] cells; // [column]

    JsonTableRows(final ByteSource source, final String[] columns)
    {
        this.columns = List.of(columns);
        cells = new String[columns.length];
        lines = new JsonLines(source.open(), source.name(), LINE_MAX_BYTES, false);
    }

    @Override
    public boolean next()
    {
        Arrays.fill(cells, "");
        if (!lines.next("row"))
        {
            return false;
        }
        final JsonCells json = lines.cells();
        json.object("a JSON object");
        while (json.nextField())
        {
            final int column = columns.indexOf(json.field());
            if (column >= 0)
            {
                cells[column] = json.plain();
            }
            else
            {
                json.skip();
            }
        }
        json.end("row");
        return true;
    }

    @Override
    public String text(final int column)
    {
        return cells[column];
    }

    @Override
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return lines.bad(field, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }
}
