package fds.feeds.bitstamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.feeds.source.ByteSource;
import fds.feeds.text.DecimalUnit;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/**
 * The venue's messages as they came: receive time in milliseconds, event, JSON. Order events are rows; trades, which
 * name no orders, and books of the best levels are passed over.
 */
final class PusherLog implements RowSource
{
    private static final int LINE_MAX_BYTES = 1 << 20;
    private static final String[] FIELDS = { "id", "datetime", "price", "amount", "order_type" };
    private static final int ID = 0;
    private static final int DATETIME = 1;
    private static final int PRICE = 2;
    private static final int AMOUNT = 3;
    private static final int ORDER_TYPE = 4;

    private final JsonFactory json = new JsonFactory();
    private final LineReader lines;
    private final String[] values = new String[FIELDS.length];

    PusherLog(final ByteSource source)
    {
        lines = new LineReader(source.open(), source.name(), LINE_MAX_BYTES);
    }

    @Override
    public Row next()
    {
        while (lines.next())
        {
            final int timeEnd = blank(lines.start());
            final int eventEnd = blank(timeEnd + 1);
            final String event = text(timeEnd + 1, eventEnd);
            final Row.Action action = switch (event)
            {
                case "order_created" -> Row.Action.CREATED;
                case "order_changed" -> Row.Action.CHANGED;
                case "order_deleted" -> Row.Action.DELETED;
                case "trade", "order_book" -> null;
                default -> throw bad("event", event,
                    "order_created, order_changed, order_deleted, trade or order_book");
            };
            readJson(eventEnd);
            if (action != null)
            {
                return row(text(lines.start(), timeEnd), action);
            }
        }
        return null;
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private Row row(final String time, final Row.Action action)
    {
        final long receiveMillis = number("time", time, DecimalUnit.ONE, 0, OrdersCsv.MILLIS_MAX);
        final int side = switch (String.valueOf(values[ORDER_TYPE]))
        {
            case "0" -> Side.BUY;
            case "1" -> Side.SELL;
            default -> throw bad("order_type", String.valueOf(values[ORDER_TYPE]), "0 bid or 1 ask");
        };
        return new Row(lines.lineNumber(), lines.lineNumber(),
            number(FIELDS[ID], values[ID], DecimalUnit.ONE, 1, DecimalUnit.UNITS_MAX), receiveMillis,
            number(FIELDS[DATETIME], values[DATETIME], DecimalUnit.ONE, 0, OrdersCsv.MILLIS_MAX / 1000) * 1000,
            number(FIELDS[PRICE], values[PRICE], BitstampL3Feed.TICK, 1, BitstampL3Feed.PRICE_MAX_TICKS),
            number(FIELDS[AMOUNT], values[AMOUNT], BitstampL3Feed.LOT, action == Row.Action.DELETED ? 0 : 1,
                BitstampL3Feed.QUANTITY_MAX_LOTS),
            action, side);
    }

    /** Read the whole object, also of messages that are passed over: a line that was cut off is told. */
    private void readJson(final int from)
    {
        Arrays.fill(values, null);
        try (JsonParser parser = json.createParser(lines.bytes(), from, lines.end() - from))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw bad("message", "(malformed)", "time, event and a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                final String name = parser.currentName();
                parser.nextToken();
                for (int i = 0; i < FIELDS.length; i++)
                {
                    if (FIELDS[i].equals(name) && parser.currentToken().isScalarValue())
                    {
                        values[i] = parser.getText();
                    }
                }
                parser.skipChildren();
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null)
            {
                throw bad("message", "(malformed)", "nothing behind the JSON object");
            }
        }
        catch (final IOException ex)
        {
            throw bad("message", "(malformed)", "time, event and one whole JSON object a line");
        }
    }

    private int blank(final int from)
    {
        int at = Math.min(from, lines.end());
        while (at < lines.end() && lines.bytes()[at] != ' ')
        {
            at++;
        }
        return at;
    }

    private String text(final int from, final int to)
    {
        return from >= to ? "" : new String(lines.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    private long number(final String field, final String text, final DecimalUnit unit, final long min, final long max)
    {
        final long units = text == null ? DecimalUnit.NOT_A_NUMBER : unit.units(text);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw bad(field, String.valueOf(text),
                "a multiple of " + unit.text(1) + " from " + unit.text(min) + " to " + unit.text(max));
        }
        return units;
    }

    private BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), lines.lineNumber(), field, value, allowed);
    }
}
