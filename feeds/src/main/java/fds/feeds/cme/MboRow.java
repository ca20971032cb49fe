package fds.feeds.cme;

import fds.feeds.csv.ColumnMap;
import fds.feeds.csv.CsvRows;
import fds.feeds.source.ByteSource;
import fds.feeds.text.Cell;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/** The rows of a recording, with their cells checked. Owned by the thread that reads. */
final class MboRow implements AutoCloseable
{
    /** Flag of the row that closes the venue's message. */
    static final int FLAG_LAST = 128;

    /** Flag of the rows of a full book. */
    static final int FLAG_SNAPSHOT = 32;

    private static final String[] COLUMNS = { "ts_recv_ns", "ts_event_ns", "instrument_id", "order_id", "price", "size",
        "action", "side", "flags", "channel_id", "sequence" };
    private static final int RECEIVE = 0;
    private static final int VENUE = 1;
    private static final int INSTRUMENT = 2;
    private static final int ORDER = 3;
    private static final int PRICE = 4;
    private static final int SIZE = 5;
    private static final int ACTION = 6;
    private static final int SIDE = 7;
    private static final int FLAGS = 8;
    private static final int ROWS_PEEKED = 10_001;
    private static final int PEEK_MAX_BYTES = 32 << 20;
    private static final int FLAGS_MAX = 255;

    private final CsvRows rows;

    private MboRow(final CsvRows rows)
    {
        this.rows = rows;
    }

    /** Open a recording from its begin. */
    static MboRow open(final ByteSource source)
    {
        final MboRow row = new MboRow(new CsvRows(source, source.open(), COLUMNS, ColumnMap.NONE));
        for (int column = 0; column <= FLAGS; column++)
        {
            if (!row.rows.has(column))
            {
                row.close();
                throw new BadInputException(source.name(), 1, "header", COLUMNS[column], "a column that must be there");
            }
        }
        return row;
    }

    /** Open the first rows, to look at without taking them. */
    static MboRow peek(final ByteSource source)
    {
        return new MboRow(
            new CsvRows(source, source.peek(ROWS_PEEKED, PEEK_MAX_BYTES), COLUMNS, ColumnMap.NONE));
    }

    boolean next()
    {
        return rows.next();
    }

    long line()
    {
        return rows.lineNumber();
    }

    String instrument()
    {
        number(INSTRUMENT, 1, "the venue's number of an instrument");
        return rows.text(INSTRUMENT);
    }

    long receiveNanos()
    {
        return number(RECEIVE, 1, "UTC nanoseconds since 1970");
    }

    long venueNanos()
    {
        return number(VENUE, 1, "UTC nanoseconds since 1970");
    }

    long orderId(final long min)
    {
        return number(ORDER, min, "an order's number, " + min + " or more");
    }

    long size()
    {
        return number(SIZE, 1, "1 or more");
    }

    Cell price()
    {
        return rows.cell(PRICE);
    }

    char action()
    {
        final String action = rows.text(ACTION);
        if (action.length() != 1 || "ACMTFRN".indexOf(action.charAt(0)) < 0)
        {
            throw rows.bad(ACTION, "A, C, M, T, F, R or N");
        }
        return action.charAt(0);
    }

    int side()
    {
        return switch (rows.text(SIDE))
        {
            case "B" -> Side.BUY;
            case "A" -> Side.SELL;
            case "N" -> Side.NONE;
            default -> throw rows.bad(SIDE, "A, B or N");
        };
    }

    int flags()
    {
        final long flags = number(FLAGS, 0, "0 to 255");
        if (flags > FLAGS_MAX)
        {
            throw rows.bad(FLAGS, "0 to 255");
        }
        return (int)flags;
    }

    BadInputException badPrice(final String allowed)
    {
        return rows.bad(PRICE, allowed);
    }

    BadInputException badSide(final String allowed)
    {
        return rows.bad(SIDE, allowed);
    }

    BadInputException badSize(final String allowed)
    {
        return rows.bad(SIZE, allowed);
    }

    BadInputException badInstrument(final String allowed)
    {
        return rows.bad(INSTRUMENT, allowed);
    }

    BadInputException badOrder(final String allowed)
    {
        return rows.bad(ORDER, allowed);
    }

    private long number(final int column, final long min, final String allowed)
    {
        final long units = DecimalUnit.ONE.units(rows.cell(column));
        if (DecimalUnit.isError(units) || units < min)
        {
            throw rows.bad(column, allowed);
        }
        return units;
    }

    @Override
    public void close()
    {
        rows.close();
    }
}
