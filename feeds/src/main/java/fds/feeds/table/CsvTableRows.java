package fds.feeds.table;

import fds.feeds.csv.ColumnMap;
import fds.feeds.csv.CsvRows;
import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;

/** Rows of a CSV whose header has exactly the table's columns. */
final class CsvTableRows implements TableRows
{
    private final CsvRows rows;

    CsvTableRows(final ByteSource source, final String[] columns)
    {
        rows = new CsvRows(source, source.open(), columns, ColumnMap.NONE);
        for (int i = 0; i < columns.length; i++)
        {
            if (!rows.has(i))
            {
                rows.close();
                throw new BadInputException(source.name(), 1, "header", columns[i], "a column that must be there");
            }
        }
    }

    @Override
    public boolean next()
    {
        return rows.next();
    }

    @Override
    public String text(final int column)
    {
        return rows.text(column);
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
