package fds.feeds.binance;

import fds.market.event.Side;

/** What one message becomes: rows of one kind for one contract, as units. */
final class Rows
{
    final Contract contract;
    final int kind;
    final long venueTimeNanos;
    final long receiveTimeNanos;
    final long[] priceTicks;   // [row], bids before asks
    final long[] quantityLots; // [row]
    int bidCount;
    int side = Side.NONE; // of a trade
    long reference;
    long orderId;
    long counterOrderId;
    long firstId;
    long lastId;
    long previousId;
    boolean isSnapshot;
    String reason;

    Rows(final Contract contract, final int kind, final Message message, final int count)
    {
        this.contract = contract;
        this.kind = kind;
        venueTimeNanos = message.venueTimeNanos();
        receiveTimeNanos = message.receiveTimeNanos;
        priceTicks = new long[count];
        quantityLots = new long[count];
    }

    int levelCount()
    {
        return priceTicks.length;
    }
}
