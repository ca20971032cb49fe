package fds.feeds.binance;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.feeds.source.ByteSource;
import fds.feeds.text.LineReader;
import fds.market.door.BadInputException;

/**
 * Reads messages, one a line: receive time in nanoseconds, a blank, one JSON object; each whole before any of it is
 * used. Several files are read one behind the other. Owned by one thread.
 */
final class MessageReader implements AutoCloseable
{
    private static final int LINE_MAX_BYTES = 4 << 20;
    private static final int TIME_DIGITS_MAX = 19;
    private static final long TIME_MAX_NANOS = 7_000_000_000_000_000_000L;
    private static final long TIME_MAX_MILLIS = TIME_MAX_NANOS / 1_000_000;

    private final JsonFactory json = new JsonFactory();
    private final List<ByteSource> sources;
    private final Message message = new Message();
    private LineReader lines;
    private int sourceIndex;
    private long lineCount;
    private String field;

    MessageReader(final List<ByteSource> sources)
    {
        this.sources = List.copyOf(sources);
        open();
    }

    /**
     * Move to the next message.
     *
     * @throws BadInputException when a line is no message; the next call reads the one behind it.
     */
    boolean next()
    {
        do
        {
            while (!lines.next())
            {
                if (sourceIndex == sources.size() - 1)
                {
                    return false;
                }
                lines.close();
                sourceIndex++;
                open();
            }
            lineCount++;
        }
        while (lines.start() == lines.end());
        message.clear();
        final int jsonStart = readReceiveTime();
        field = "message";
        try (JsonParser parser = json.createParser(lines.bytes(), jsonStart, lines.end() - jsonStart))
        {
            parser.nextToken();
            readObject(parser);
            field = "message";
            expect(parser.nextToken() == null, parser, "nothing behind the JSON object");
        }
        catch (final IOException ex)
        {
            throw bad(field, "(malformed)", "a receive time and one whole JSON object a line");
        }
        final String missing = message.missing();
        if (missing != null)
        {
            throw bad(missing, "(missing)", "a value in every " + message.type());
        }
        return true;
    }

    /** Valid until the next call of {@link #next}. */
    Message message()
    {
        return message;
    }

    /** Lines read so far, of all files together. */
    long lineCount()
    {
        return lineCount;
    }

    BadInputException bad(final String name, final String value, final String allowed)
    {
        return new BadInputException(lines.source(), Math.max(1, lines.lineNumber()), name, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void open()
    {
        final ByteSource source = sources.get(sourceIndex);
        lines = new LineReader(source.open(), source.name(), LINE_MAX_BYTES);
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
        message.receiveTimeNanos = time;
        return at + 1;
    }

    private void readObject(final JsonParser parser) throws IOException
    {
        expect(parser.currentToken() == JsonToken.START_OBJECT, parser, "a JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            field = parser.currentName();
            parser.nextToken();
            readField(parser);
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT, parser, "a whole JSON object");
    }

    private void readField(final JsonParser parser) throws IOException
    {
        switch (field)
        {
            case "stream" -> message.stream = text(parser);
            case "data" -> readObject(parser);
            case "e" -> message.event = text(parser);
            case "s", "symbol" -> message.symbol = text(parser);
            case "ps", "pair" -> message.pair = text(parser);
            case "X" -> message.tradeType = text(parser);
            case "p" -> message.price = textOr(parser, message.price);
            case "q" -> message.quantity = textOr(parser, message.quantity);
            case "B" -> message.bidQuantity = textOr(parser, message.bidQuantity);
            case "A" -> message.askQuantity = textOr(parser, message.askQuantity);
            case "m" ->
            {
                expect(parser.currentToken().isBoolean(), parser, "true or false");
                message.isBuyerMaker = parser.getBooleanValue();
            }
            case "E" -> message.eventMillis = number(parser, TIME_MAX_MILLIS);
            case "T" -> message.transactionMillis = number(parser, TIME_MAX_MILLIS);
            case "U" -> message.firstId = number(parser, Long.MAX_VALUE);
            case "u" -> message.lastId = number(parser, Long.MAX_VALUE);
            case "pu" -> message.previousId = number(parser, Long.MAX_VALUE);
            case "lastUpdateId" -> message.snapshotId = number(parser, Long.MAX_VALUE);
            case "t" -> message.tradeId = number(parser, Long.MAX_VALUE);
            case "b" -> readBid(parser);
            case "a" -> readAsk(parser);
            case "bids" -> readLevels(parser, message.bids);
            case "asks" -> readLevels(parser, message.asks);
            default -> parser.skipChildren();
        }
    }

    /** {@code b} is the levels of a diff, the best price of a ticker, or the buyer's order of a trade. */
    private void readBid(final JsonParser parser) throws IOException
    {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT)
        {
            message.buyerOrderId = number(parser, Long.MAX_VALUE);
        }
        else if (parser.currentToken() == JsonToken.VALUE_STRING)
        {
            message.bidPrice = text(parser);
        }
        else
        {
            readLevels(parser, message.bids);
        }
    }

    /** {@code a} is also the number of an aggregate trade. */
    private void readAsk(final JsonParser parser) throws IOException
    {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT)
        {
            message.sellerOrderId = number(parser, Long.MAX_VALUE);
            message.aggregateId = message.sellerOrderId;
        }
        else if (parser.currentToken() == JsonToken.VALUE_STRING)
        {
            message.askPrice = text(parser);
        }
        else
        {
            readLevels(parser, message.asks);
        }
    }

    private void readLevels(final JsonParser parser, final List<String> levels) throws IOException
    {
        expect(parser.currentToken() == JsonToken.START_ARRAY, parser, "[[price, quantity], ...]");
        while (parser.nextToken() == JsonToken.START_ARRAY)
        {
            parser.nextToken();
            levels.add(text(parser));
            parser.nextToken();
            levels.add(text(parser));
            expect(parser.nextToken() == JsonToken.END_ARRAY, parser, "[price, quantity]");
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY, parser, "[[price, quantity], ...]");
    }

    /** Messages that are passed over use some names for other things. */
    private static String textOr(final JsonParser parser, final String otherwise) throws IOException
    {
        if (parser.currentToken() == JsonToken.VALUE_STRING)
        {
            return parser.getText();
        }
        parser.skipChildren();
        return otherwise;
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

    private void expect(final boolean holds, final JsonParser parser, final String allowed) throws IOException
    {
        if (!holds)
        {
            final String found = parser.currentToken() == null ? "(end of line)" : parser.getText();
            throw bad(field, String.valueOf(found), allowed);
        }
    }
}
