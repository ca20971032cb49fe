package fds.feeds.bitstamp;

import fds.feeds.csv.ColumnMap;
import fds.feeds.csv.CsvRows;
import fds.feeds.source.ByteSource;
import fds.feeds.text.Cell;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/** {@code id,timestamp,exchange.timestamp,price,volume,action,direction}: volumes in satoshi. */
final class OrdersCsv implements RowSource
{
    static final long MILLIS_MAX = DecimalUnit.UNITS_MAX / 1_000_000;

    private static final String[] COLUMNS = {
        "id", "timestamp", "exchange.timestamp", "price", "volume", "action", "direction" };
    private static final int ID = 0;
    private static final int TIMESTAMP = 1;
    private static final int EXCHANGE_TIMESTAMP = 2;
    private static final int PRICE = 3;
    private static final int VOLUME = 4;
    private static final int ACTION = 5;
    private static final int DIRECTION = 6;

    private final CsvRows rows;

    OrdersCsv(final ByteSource source)
    {
        rows = new CsvRows(source, source.open(), COLUMNS, ColumnMap.NONE);
        for (int column = 0; column < COLUMNS.length; column++)
        {
            if (!rows.has(column))
            {
                rows.close();
                throw new BadInputException(
                    source.name(), 1, "header", COLUMNS[column], "a column that must be there");
            }
        }
    }

    @Override
    public Row next()
    {
        if (!rows.next())
        {
            return null;
        }
        final Row.Action action = action();
        final long volumeMin = action == Row.Action.DELETED ? 0 : 1;
        return new Row(rows.lineNumber() - 1, rows.lineNumber(),
            number(ID, DecimalUnit.ONE, 1, DecimalUnit.UNITS_MAX, "an order's number"),
            number(TIMESTAMP, DecimalUnit.ONE, 0, MILLIS_MAX, "milliseconds since 1970"),
            number(EXCHANGE_TIMESTAMP, DecimalUnit.ONE, 0, MILLIS_MAX, "milliseconds since 1970"),
            number(PRICE, BitstampL3Feed.TICK, 1, BitstampL3Feed.PRICE_MAX_TICKS,
                "a price from 0.01 to 100000, in cents"),
            number(VOLUME, DecimalUnit.ONE, volumeMin, BitstampL3Feed.QUANTITY_MAX_LOTS,
                "satoshi from " + volumeMin + " to 200000000000"),
            action, side());
    }

    @Override
    public void close()
    {
        rows.close();
    }

    private Row.Action action()
    {
        return switch (rows.text(ACTION))
        {
            case "created" -> Row.Action.CREATED;
            case "changed" -> Row.Action.CHANGED;
            case "deleted" -> Row.Action.DELETED;
            default -> throw rows.bad(ACTION, "created, changed or deleted");
        };
    }

    private int side()
    {
        return switch (rows.text(DIRECTION))
        {
            case "bid" -> Side.BUY;
            case "ask" -> Side.SELL;
            default -> throw rows.bad(DIRECTION, "bid or ask");
        };
    }

    private long number(
        final int column, final DecimalUnit unit, final long min, final long max, final String allowed)
    {
        final Cell cell = rows.cell(column);
        final long units = unit.units(cell);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw rows.bad(column, allowed);
        }
        return units;
    }
}
