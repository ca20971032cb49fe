package fds.feeds.bitstamp;

/** A recording as rows. */
interface RowSource extends AutoCloseable
{
    /** The next row; null at the end. Throws BadInputException for one that is none, and goes on behind it. */
    Row next();

    @Override
    void close();
}
