package fds.feeds.table;

import java.util.List;

import fds.feeds.source.ByteSource;

/** What one source's table is: its columns, and which events a row of them tells. */
abstract class Table
{
    private final String word;
    private final String[] columns;

    Table(final String word, final String... columns)
    {
        this.word = word;
        this.columns = columns;
    }

    /** The format's name. */
    final String word()
    {
        return word;
    }

    final String[] columns()
    {
        return columns.clone();
    }

    /** Whether the first line of an input is this table's. */
    boolean isHeadedBy(final String line)
    {
        return line.equals(String.join(",", columns));
    }

    /** Rows of an input. */
    TableRows rows(final ByteSource source)
    {
        return new CsvTableRows(source, columns);
    }

    /** Whether rows stand in the order of their times; if not, the table is sorted in memory first. */
    boolean isInTimeOrder()
    {
        return true;
    }

    /** Name of the venue that the file is of. */
    abstract String venue(String fileName);

    /** Adds the events of a row, all of one message, to a list. */
    abstract void read(TableRow row, String fileName, List<Draft> events);
}
