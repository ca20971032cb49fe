package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;

/** A table read row by row: a row is a message. */
final class TableReader implements DraftReader
{
    private final Table table;
    private final String fileName;
    private final TableRows rows;
    private final TableRow row;

    TableReader(final Table table, final ByteSource source)
    {
        this.table = table;
        fileName = source.path().getFileName().toString();
        rows = table.rows(source);
        row = new TableRow(rows, table.columns());
    }

    @Override
    public boolean next(final List<Draft> events)
    {
        if (!rows.next())
        {
            return false;
        }
        table.read(row, fileName, events);
        return true;
    }

    @Override
    public long lineNumber()
    {
        return rows.lineNumber();
    }

    @Override
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return rows.bad(field, value, allowed);
    }

    @Override
    public void close()
    {
        rows.close();
    }
}
