package fds.engine.stage;

import fds.market.event.MarketEvent;
import fds.market.partition.Market;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the account stage may know of a market: a fixed view as of each event, written by the event's shard beside its
 * slot of the main ring. No stage reads another stage's tables.
 */
public final class MarketViews
{
    /** Bytes of a view. */
    public static final int LENGTH = 64;

    private final int mask;
    private final UnsafeBuffer memory;

    /**
     * Make views for all slots.
     *
     * @param size of the main ring.
     */
    public MarketViews(final int size)
    {
        mask = size - 1;
        memory = new UnsafeBuffer(BufferUtil.allocateDirectAligned(size * LENGTH, 64));
    }

    void write(final long position, final Market market)
    {
        final int at = offsetOf(position);
        memory.putLong(at, market.bestBidTicks());
        memory.putLong(at + 8, market.bestAskTicks());
        memory.putLong(at + 16, market.markTicks());
        memory.putLong(at + 24, market.indexTicks());
        memory.putLong(at + 32, market.bids().totalLots());
        memory.putLong(at + 40, market.asks().totalLots());
        memory.putLong(at + 48, market.lastPriceTicks());
        memory.putLong(at + 56, market.priceTicksBefore(60));
    }

    private int offsetOf(final long position)
    {
        return ((int)position & mask) * LENGTH;
    }

    /**
     * Best bid, ask, mark, index, quantity of bids, of asks, last price, last price a minute ago: longs in this order,
     * in ticks and lots, as of a position whose event has an instrument.
     *
     * @param position that the shards have passed.
     * @param index    0 to 7.
     * @return the value, or {@link fds.market.event.Absent#VALUE}.
     */
    public long value(final long position, final int index)
    {
        return memory.getLong(offsetOf(position) + index * 8);
    }

    static
    {
        if (MarketEvent.LENGTH % LENGTH != 0)
        {
            throw new IllegalStateException("views and events share cache lines");
        }
    }
}
