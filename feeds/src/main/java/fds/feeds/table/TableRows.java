package fds.feeds.table;

import fds.market.door.BadInputException;

/** Rows of a table, cells by the number of the column. Owned by the thread that reads. */
interface TableRows extends AutoCloseable
{
    /** Move to the next row; false at the end. A bad row throws, and the next call reads the one behind it. */
    boolean next();

    /** The cell of a column; empty where it is absent. */
    String text(int column);

    /** Number of the current line of the file; the header is a line too. */
    long lineNumber();

    /** A complaint of the current row. */
    BadInputException bad(String field, String value, String allowed);

    @Override
    void close();
}
