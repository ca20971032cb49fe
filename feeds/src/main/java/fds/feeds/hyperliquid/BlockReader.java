package fds.feeds.hyperliquid;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.feeds.source.ByteSource;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;
import fds.market.event.Side;

/** Reads blocks of fills, one JSON object a line, each whole before any of it is used. Owned by one thread. */
final class BlockReader implements AutoCloseable
{
    private static final int LINE_MAX_BYTES = 16 << 20;
    private static final long TIME_MAX_MILLIS = 9_000_000_000_000L;

    private final JsonFactory json = new JsonFactory();
    private final LineReader lines;
    private final List<Fill> fills = new ArrayList<>();
    private long receiveTimeNanos;
    private String field;

    BlockReader(final ByteSource source)
    {
        lines = new LineReader(source.open(), source.name(), LINE_MAX_BYTES);
    }

    /**
     * Move to the next block.
     *
     * @throws BadInputException when a line is no block; the next call reads the one behind it.
     */
    boolean next()
    {
        do
        {
            if (!lines.next())
            {
                return false;
            }
        }
        while (lines.start() == lines.end());
        fills.clear();
        receiveTimeNanos = -1;
        field = "block";
        try (JsonParser parser = json.createParser(lines.bytes(), lines.start(), lines.end() - lines.start()))
        {
            readBlock(parser);
        }
        catch (final IOException ex)
        {
            throw bad(field, "(malformed)", "one whole JSON object a line: " + firstLine(ex.getMessage()));
        }
        if (receiveTimeNanos < 0)
        {
            throw bad("local_time", "(missing)", "the time the block was received");
        }
        return true;
    }

    List<Fill> fills()
    {
        return fills;
    }

    long receiveTimeNanos()
    {
        return receiveTimeNanos;
    }

    BadInputException bad(final String name, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), lines.lineNumber(), name, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void readBlock(final JsonParser parser) throws IOException
    {
        expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "a JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            field = parser.currentName();
            parser.nextToken();
            switch (field)
            {
                case "local_time" -> receiveTimeNanos = time(parser);
                case "events" -> readEvents(parser);
                default -> parser.skipChildren();
            }
        }
        field = "block";
        expect(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null, parser,
            "nothing behind the object");
    }

    private void readEvents(final JsonParser parser) throws IOException
    {
        expect(parser.currentToken() == JsonToken.START_ARRAY, parser, "[[wallet, fill], ...]");
        while (parser.nextToken() == JsonToken.START_ARRAY)
        {
            final Fill fill = new Fill();
            field = "wallet";
            expect(parser.nextToken() == JsonToken.VALUE_STRING, parser, "a wallet address");
            fill.wallet = parser.getText();
            field = "fill";
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "a fill");
            readFill(parser, fill);
            field = "events";
            expect(parser.nextToken() == JsonToken.END_ARRAY, parser, "[wallet, fill]");
            final String missing = fill.missing();
            if (missing != null)
            {
                throw bad(missing, "(missing)", "a value in every fill");
            }
            fills.add(fill);
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY, parser, "[[wallet, fill], ...]");
    }

    private void readFill(final JsonParser parser, final Fill fill) throws IOException
    {
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            field = parser.currentName();
            parser.nextToken();
            switch (field)
            {
                case "coin" -> fill.coin = text(parser);
                case "px" -> fill.price = text(parser);
                case "sz" -> fill.quantity = text(parser);
                case "side" -> fill.side = side(parser);
                case "time" -> fill.timeMillis = number(parser, TIME_MAX_MILLIS);
                case "oid" -> fill.orderId = number(parser, Long.MAX_VALUE);
                case "tid" -> fill.tradeId = number(parser, Long.MAX_VALUE);
                case "crossed" ->
                {
                    expect(parser.currentToken().isBoolean(), parser, "true or false");
                    fill.isCrossed = parser.getBooleanValue();
                }
                case "liquidation" -> readLiquidation(parser, fill);
                default -> parser.skipChildren();
            }
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT, parser, "a fill");
    }

    private void readLiquidation(final JsonParser parser, final Fill fill) throws IOException
    {
        if (parser.currentToken() == JsonToken.VALUE_NULL)
        {
            return;
        }
        expect(parser.currentToken() == JsonToken.START_OBJECT, parser, "{liquidatedUser, markPx, method}");
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            field = parser.currentName();
            parser.nextToken();
            switch (field)
            {
                case "liquidatedUser" -> fill.liquidatedWallet = text(parser);
                case "markPx" -> fill.markPrice = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private int side(final JsonParser parser) throws IOException
    {
        return switch (text(parser))
        {
            case "B" -> Side.BUY;
            case "A" -> Side.SELL;
            default -> throw bad("side", parser.getText(), "B or A");
        };
    }

    private String text(final JsonParser parser) throws IOException
    {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, parser, "a text");
        final String text = parser.getText();
        for (int i = 0; i < text.length(); i++)
        {
            expect(text.charAt(i) > ' ' && text.charAt(i) != 0x7F, parser, "a text without blanks");
        }
        expect(!text.isEmpty(), parser, "not empty");
        return text;
    }

    private long number(final JsonParser parser, final long max) throws IOException
    {
        expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT &&
            parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER && parser.getLongValue() >= 0 &&
            parser.getLongValue() <= max, parser, "a whole number from 0 to " + max);
        return parser.getLongValue();
    }

    private long time(final JsonParser parser) throws IOException
    {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, parser, "a time");
        try
        {
            final LocalDateTime time = LocalDateTime.parse(parser.getText());
            expect(time.getYear() >= 1970 && time.getYear() < 2250, parser, "a year from 1970 to 2249");
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000 + time.getNano();
        }
        catch (final DateTimeParseException ex)
        {
            throw bad(field, parser.getText(), "a time such as 2025-10-27T17:00:00.063787823, UTC");
        }
    }

    private void expect(final boolean holds, final JsonParser parser, final String allowed) throws IOException
    {
        if (!holds)
        {
            final String found = parser.currentToken() == null ? "(end of line)" : parser.getText();
            throw bad(field, String.valueOf(found), allowed);
        }
    }

    private static String firstLine(final String message)
    {
        final String text = String.valueOf(message);
        final int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
