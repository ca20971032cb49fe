package fds.feeds.binance;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;

/** One message as the venue wrote it. Texts are null and numbers {@link Absent#VALUE} where a field is missing. */
final class Message
{
    /** What a message is. */
    enum Type
    {
        SNAPSHOT,
        DIFF,
        TRADE,
        AGGREGATE_TRADE,
        TICKER,
        OTHER
    }

    final List<String> bids = new ArrayList<>(); // price, quantity, price, …
    final List<String> asks = new ArrayList<>(); // price, quantity, price, …
    String stream;
    String event;
    String symbol;
    String pair;
    String tradeType;
    String price;
    String quantity;
    String bidPrice;
    String bidQuantity;
    String askPrice;
    String askQuantity;
    Boolean isBuyerMaker;
    long receiveTimeNanos;
    long eventMillis;
    long transactionMillis;
    long firstId;
    long lastId;
    long previousId;
    long snapshotId;
    long tradeId;
    long aggregateId;
    long buyerOrderId;
    long sellerOrderId;

    void clear()
    {
        bids.clear();
        asks.clear();
        stream = null;
        event = null;
        symbol = null;
        pair = null;
        tradeType = null;
        price = null;
        quantity = null;
        bidPrice = null;
        bidQuantity = null;
        askPrice = null;
        askQuantity = null;
        isBuyerMaker = null;
        receiveTimeNanos = Absent.VALUE;
        eventMillis = Absent.VALUE;
        transactionMillis = Absent.VALUE;
        firstId = Absent.VALUE;
        lastId = Absent.VALUE;
        previousId = Absent.VALUE;
        snapshotId = Absent.VALUE;
        tradeId = Absent.VALUE;
        aggregateId = Absent.VALUE;
        buyerOrderId = Absent.VALUE;
        sellerOrderId = Absent.VALUE;
    }

    /** What it is; books of the best levels only ({@code @depth20}), which a diff resembles, are {@link Type#OTHER}. */
    Type type()
    {
        if (stream == null && snapshotId != Absent.VALUE)
        {
            return Type.SNAPSHOT;
        }
        if (event == null)
        {
            return stream != null && stream.endsWith("@bookTicker") ? Type.TICKER : Type.OTHER;
        }
        return switch (event)
        {
            case "depthUpdate" -> isPartialBook() ? Type.OTHER : Type.DIFF;
            case "trade" -> Type.TRADE;
            case "aggTrade" -> Type.AGGREGATE_TRADE;
            case "bookTicker" -> Type.TICKER;
            default -> Type.OTHER;
        };
    }

    /** When the venue did it, or sent it where that is not told. */
    long venueTimeNanos()
    {
        final long millis = transactionMillis != Absent.VALUE ? transactionMillis : eventMillis;
        return millis == Absent.VALUE ? Absent.VALUE : millis * 1_000_000;
    }

    /** The first field of its type that is missing; null for none. */
    String missing()
    {
        return switch (type())
        {
            case SNAPSHOT, OTHER -> null;
            case DIFF -> symbol == null ? "s" : firstId == Absent.VALUE ? "U" : lastId == Absent.VALUE ? "u" : null;
            case TRADE, AGGREGATE_TRADE -> symbol == null ? "s" : price == null ? "p" : quantity == null ? "q" :
                isBuyerMaker == null ? "m" : null;
            case TICKER -> symbol == null ? "s" : bidPrice == null ? "b" : bidQuantity == null ? "B" :
                askPrice == null ? "a" : askQuantity == null ? "A" : null;
        };
    }

    private boolean isPartialBook()
    {
        final int at = stream == null ? -1 : stream.indexOf("@depth");
        final int digit = at + "@depth".length();
        return at >= 0 && digit < stream.length() && Character.isDigit(stream.charAt(digit));
    }
}
