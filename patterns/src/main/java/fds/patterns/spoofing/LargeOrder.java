package fds.patterns.spoofing;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** What is known of a large order since it came: cold words of the order's record, written for large orders only. */
final class LargeOrder
{
    private static final int SEQUENCE = 0;
    private static final int VENUE_TIME = 8;
    private static final int TIME = 16;
    private static final int LOTS = 24;
    private static final int PRICE = 32;
    private static final int BID = 40;         // best prices before it came
    private static final int ASK = 48;
    private static final int MOVES = 56;       // of the other side's best within 30 seconds before it came
    private static final int MULTIPLE = 64;    // of the mean order
    private static final int DEPTH_SHARE = 72; // ppm
    private static final int FILLED = 80;      // lots, before it came to this price
    private static final int WORDS = 11;

    private final int offset;
    private UnsafeBuffer memory;
    private int at;

    LargeOrder(final StateLayout layout)
    {
        offset = layout.reserveCold(SlotKind.ORDER, WORDS);
    }

    /** Look at an order that is marked as large, or will be. */
    LargeOrder of(final Market market, final int order)
    {
        memory = market.coldRecords(SlotKind.ORDER);
        at = market.coldAt(SlotKind.ORDER, order) + offset;
        return this;
    }

    /** It came by this event. */
    void enter(
        final MarketEvent event, final Market market, final int order, final long multiple, final long depthSharePpm)
    {
        memory.putLong(at + SEQUENCE, event.sequence());
        memory.putLong(at + VENUE_TIME, event.venueTimeNanos());
        memory.putLong(at + TIME, event.engineTimeNanos());
        memory.putLong(at + LOTS, market.orderOpenLots(order));
        memory.putLong(at + PRICE, market.orderPriceTicks(order));
        memory.putLong(at + BID, market.bidBeforeTicks());
        memory.putLong(at + ASK, market.askBeforeTicks());
        memory.putLong(at + MOVES, market.movesAwayFrom(market.orderSide(order)));
        memory.putLong(at + MULTIPLE, multiple);
        memory.putLong(at + DEPTH_SHARE, depthSharePpm);
        memory.putLong(at + FILLED, market.orderFilledLots(order));
    }

    long sequence()
    {
        return memory.getLong(at + SEQUENCE);
    }

    long venueTimeNanos()
    {
        return memory.getLong(at + VENUE_TIME);
    }

    long timeNanos()
    {
        return memory.getLong(at + TIME);
    }

    long lots()
    {
        return memory.getLong(at + LOTS);
    }

    long priceTicks()
    {
        return memory.getLong(at + PRICE);
    }

    long moves()
    {
        return memory.getLong(at + MOVES);
    }

    long multiple()
    {
        return memory.getLong(at + MULTIPLE);
    }

    long depthSharePpm()
    {
        return memory.getLong(at + DEPTH_SHARE);
    }

    /** Filled since it came to its price. */
    long filledLots(final Market market, final int order)
    {
        return market.orderFilledLots(order) - memory.getLong(at + FILLED);
    }

    /** Whether the order's price is now worse for who would trade with it. */
    boolean isAway(final Market market, final int order)
    {
        final long before = memory.getLong(at + PRICE);
        final long now = market.orderPriceTicks(order);
        return market.orderSide(order) == Side.BUY ? now < before : now > before;
    }

    /** Whether the order, live still, has its price and most of its size. */
    boolean stands(final Market market, final int order)
    {
        return market.orderPriceTicks(order) == memory.getLong(at + PRICE) &&
            2 * market.orderOpenLots(order) > lots();
    }

    /** How far the best price that it waits opposite to has moved since: up for a buy, down for a sell. */
    long favourableTicks(final int side, final long bidTicks, final long askTicks)
    {
        final long before = memory.getLong(at + (side == Side.BUY ? ASK : BID));
        final long now = side == Side.BUY ? askTicks : bidTicks;
        return before == Absent.VALUE || now == Absent.VALUE ? Absent.VALUE :
            side == Side.BUY ? now - before : before - now;
    }

    /** What a fill on the other side was better by than the price that could have been taken when the order came. */
    long betterTicks(final int side, final long fillTicks)
    {
        final long before = memory.getLong(at + (side == Side.BUY ? BID : ASK));
        return before == Absent.VALUE ? Absent.VALUE : side == Side.BUY ? fillTicks - before : before - fillTicks;
    }
}
