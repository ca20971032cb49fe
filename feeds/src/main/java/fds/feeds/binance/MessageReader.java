package fds.feeds.binance;

import java.util.List;

import fds.feeds.source.ByteSource;
import fds.feeds.text.JsonCells;
import fds.feeds.text.JsonLines;
import fds.market.door.BadInputException;

/**
 * Reads messages, one a line: receive time in nanoseconds, a blank, one JSON object; each whole before any of it is
 * used. Several files are read one behind the other. Owned by one thread.
 */
final class MessageReader implements AutoCloseable
{
    private static final int LINE_MAX_BYTES = 4 << 20;
    private static final long TIME_MAX_MILLIS = 7_000_000_000_000L;

    private final List<ByteSource> sources;
    private final Message message = new Message();
    private JsonLines lines;
    private JsonCells json;
    private int sourceIndex;
    private long linesBefore;

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
        message.clear();
        while (!lines.next("message"))
        {
            if (sourceIndex == sources.size() - 1)
            {
                return false;
            }
            linesBefore += lines.lineNumber();
            lines.close();
            sourceIndex++;
            open();
        }
        message.receiveTimeNanos = lines.receiveTimeNanos();
        readObject();
        json.end("message");
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
        return linesBefore + lines.lineNumber();
    }

    BadInputException bad(final String name, final String value, final String allowed)
    {
        return lines.bad(name, value, allowed);
    }

    @Override
    public void close()
    {
        lines.close();
    }

    private void open()
    {
        final ByteSource source = sources.get(sourceIndex);
        lines = new JsonLines(source.open(), source.name(), LINE_MAX_BYTES, true);
        json = lines.cells();
    }

    private void readObject()
    {
        json.object("a JSON object");
        while (json.nextField())
        {
            readField();
        }
    }

    private void readField()
    {
        switch (json.field())
        {
            case "stream" -> message.stream = json.text();
            case "data" -> readObject();
            case "e" -> message.event = json.text();
            case "s", "symbol" -> message.symbol = json.text();
            case "ps", "pair" -> message.pair = json.text();
            case "X" -> message.tradeType = json.text();
            case "p" -> message.price = textOr(message.price);
            case "q" -> message.quantity = textOr(message.quantity);
            case "B" -> message.bidQuantity = textOr(message.bidQuantity);
            case "A" -> message.askQuantity = textOr(message.askQuantity);
            case "m" -> message.isBuyerMaker = json.flag();
            case "E" -> message.eventMillis = json.number(TIME_MAX_MILLIS);
            case "T" -> message.transactionMillis = json.number(TIME_MAX_MILLIS);
            case "U" -> message.firstId = json.number(Long.MAX_VALUE);
            case "u" -> message.lastId = json.number(Long.MAX_VALUE);
            case "pu" -> message.previousId = json.number(Long.MAX_VALUE);
            case "lastUpdateId" -> message.snapshotId = json.number(Long.MAX_VALUE);
            case "t" -> message.tradeId = json.number(Long.MAX_VALUE);
            case "b" -> readBid();
            case "a" -> readAsk();
            case "bids" -> readLevels(message.bids);
            case "asks" -> readLevels(message.asks);
            default -> json.skip();
        }
    }

    /** {@code b} is the levels of a diff, the best price of a ticker, or the buyer's order of a trade. */
    private void readBid()
    {
        if (json.isWholeNumber())
        {
            message.buyerOrderId = json.number(Long.MAX_VALUE);
        }
        else if (json.isText())
        {
            message.bidPrice = json.text();
        }
        else
        {
            readLevels(message.bids);
        }
    }

    /** {@code a} is also the number of an aggregate trade. */
    private void readAsk()
    {
        if (json.isWholeNumber())
        {
            message.sellerOrderId = json.number(Long.MAX_VALUE);
            message.aggregateId = message.sellerOrderId;
        }
        else if (json.isText())
        {
            message.askPrice = json.text();
        }
        else
        {
            readLevels(message.asks);
        }
    }

    private void readLevels(final List<String> levels)
    {
        json.array("[[price, quantity], ...]");
        while (json.nextElement())
        {
            json.array("[price, quantity]");
            json.expect(json.nextElement(), "[price, quantity]");
            levels.add(json.text());
            json.expect(json.nextElement(), "[price, quantity]");
            levels.add(json.text());
            json.expect(!json.nextElement(), "[price, quantity]");
        }
    }

    /** Messages that are passed over use some names for other things. */
    private String textOr(final String otherwise)
    {
        if (json.isText())
        {
            return json.plain();
        }
        json.skip();
        return otherwise;
    }
}
