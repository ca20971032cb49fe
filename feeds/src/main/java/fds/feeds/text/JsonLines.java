package fds.feeds.text;

import java.io.InputStream;

import fds.market.door.BadInputException;

/**
 * JSON values, one a line, each behind the nanoseconds of its reception and a blank where a recorder put them. Empty
 * lines are passed over. Owned by the thread that reads.
 */
public final class JsonLines implements AutoCloseable
{
    private static final int TIME_DIGITS_MAX = 19;
    private static final long TIME_MAX_NANOS = 7_000_000_000_000_000_000L;

    private final LineReader lines;
    private final boolean isReceiveTimeTold;
    private final JsonCells cells;
    private long receiveTimeNanos;

    /**
     * Read lines.
     *
     * @param in                to read; closed with this.
     * @param source            name for messages.
     * @param lineMaxBytes      longest line.
     * @param isReceiveTimeTold whether each line begins with its receive time.
     */
    public JsonLines(
        final InputStream in, final String source, final int lineMaxBytes, final boolean isReceiveTimeTold)
    {
        lines = new LineReader(in, source, lineMaxBytes);
        this.isReceiveTimeTold = isReceiveTimeTold;
        cells = new JsonCells(this::bad, isReceiveTimeTold ?
            "a receive time and one whole JSON object a line" : "one whole JSON object a line");
    }

    /**
     * Move to the next line and stand on its value.
     *
     * @param name of the value, for messages.
     * @return false at the end.
     * @throws BadInputException when the line is none; the next call reads the one behind it.
     */
    public boolean next(final String name)
    {
        do
        {
            if (!lines.next())
            {
                return false;
            }
        }
        while (lines.start() == lines.end());
        final int start = isReceiveTimeTold ? readReceiveTime() : lines.start();
        cells.open(lines.bytes(), start, lines.end(), name);
        return true;
    }

    /**
     * The line's JSON.
     *
     * @return valid until the next call of {@link #next}.
     */
    public JsonCells cells()
    {
        return cells;
    }

    /**
     * When the line was received.
     *
     * @return UTC nanoseconds since 1970; 0 where it is not told.
     */
    public long receiveTimeNanos()
    {
        return receiveTimeNanos;
    }

    /**
     * Number of the line.
     *
     * @return 1 and up.
     */
    public long lineNumber()
    {
        return lines.lineNumber();
    }

    /**
     * A complaint of the line.
     *
     * @param field   that is wrong.
     * @param value   that was found.
     * @param allowed what would be right.
     * @return to be thrown.
     */
    public BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), Math.max(1, lines.lineNumber()), field, value, allowed);
    }

    @Override
    public void close()
    {
        cells.close();
        lines.close();
    }

    private int readReceiveTime()
    {
        final byte[] bytes = lines.bytes();
        long time = 0;
        int at = lines.start();
        while (at < lines.end() && bytes[at] >= '0' && bytes[at] <= '9' && at - lines.start() < TIME_DIGITS_MAX)
        {
            time = time * 10 + bytes[at] - '0';
            at++;
        }
        if (at == lines.start() || at == lines.end() || bytes[at] != ' ' || time <= 0 || time > TIME_MAX_NANOS)
        {
            throw bad("receive time", "(malformed)", "nanoseconds since 1970 and a blank before the message");
        }
        receiveTimeNanos = time;
        return at + 1;
    }
}
