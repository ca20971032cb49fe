package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.draft.DraftReader;
import fds.feeds.draft.Recording;
import fds.feeds.source.ByteSource;

/** What one source's table is: its columns, and which events a row of them tells. */
abstract class Table extends Recording
{
    private final String[] columns;

    Table(final String word, final String... columns)
    {
        super(word);
        this.columns = columns;
    }

    final String[] columns()
    {
        return columns.clone();
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return line.equals(String.join(",", columns));
    }

    @Override
    public final DraftReader open(final ByteSource source)
    {
        return new TableReader(this, source);
    }

    /** Rows of an input. */
    TableRows rows(final ByteSource source)
    {
        return new CsvTableRows(source, columns);
    }

    /** Adds the events of a row, all of one message, to a list. */
    abstract void read(TableRow row, String fileName, List<Draft> events);
}
