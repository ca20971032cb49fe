package fds.market.account;

import fds.market.event.Absent;
import fds.market.partition.Market;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the account stage is shown of an event's market: a fixed number of values as of that event, written by the
 * event's shard. A view on memory, moved from one to the next; owned by one thread.
 * <p>
 * Prices are ticks of the event's instrument, quantities lots; a value that nobody told, or that no detector or handler
 * has the market keep, is {@link Absent#VALUE}.
 */
public final class MarketView
{
    /** Bytes of a view: two cache lines. */
    public static final int LENGTH = 128;

    private static final int BEST_BID = 0;
    private static final int BEST_ASK = 8;
    private static final int MARK = 16;
    private static final int INDEX = 24;
    private static final int BID_LOTS = 32;
    private static final int ASK_LOTS = 40;
    private static final int LAST_PRICE = 48;
    private static final int ACCOUNT = 56;
    private static final int COUNTER_ACCOUNT = 64;
    private static final int FLAGS = 72;

    private static final long BOOK_TRUSTED = 1;

    private UnsafeBuffer memory;
    private int offset;

    /**
     * Look at a memory that holds views.
     *
     * @param buffer with {@value #LENGTH} bytes behind the offset.
     * @param at     of the view's first byte.
     * @return this.
     */
    public MarketView wrap(final UnsafeBuffer buffer, final int at)
    {
        memory = buffer;
        offset = at;
        return this;
    }

    /**
     * Write what a market is as of the event it was given last.
     *
     * @param market that took the event in.
     */
    public void write(final Market market)
    {
        memory.putLong(offset + BEST_BID, market.bestBidTicks());
        memory.putLong(offset + BEST_ASK, market.bestAskTicks());
        memory.putLong(offset + MARK, market.markTicks());
        memory.putLong(offset + INDEX, market.indexTicks());
        memory.putLong(offset + BID_LOTS, market.bids().totalLots());
        memory.putLong(offset + ASK_LOTS, market.asks().totalLots());
        memory.putLong(offset + LAST_PRICE, market.lastPriceTicks());
        memory.putLong(offset + ACCOUNT, market.accountId());
        memory.putLong(offset + COUNTER_ACCOUNT, market.counterAccountId());
        memory.putLong(offset + FLAGS, market.isBookTrusted() ? BOOK_TRUSTED : 0);
    }

    /** Make everything absent, for an event that no market took in. */
    public void clear()
    {
        for (int at = offset; at < offset + ACCOUNT; at += 8)
        {
            memory.putLong(at, Absent.VALUE);
        }
        memory.putLong(offset + ACCOUNT, Absent.UNKNOWN_ID);
        memory.putLong(offset + COUNTER_ACCOUNT, Absent.UNKNOWN_ID);
        memory.putLong(offset + FLAGS, 0);
    }

    public long bestBidTicks()
    {
        return memory.getLong(offset + BEST_BID);
    }

    public long bestAskTicks()
    {
        return memory.getLong(offset + BEST_ASK);
    }

    public long markTicks()
    {
        return memory.getLong(offset + MARK);
    }

    public long indexTicks()
    {
        return memory.getLong(offset + INDEX);
    }

    /**
     * The quantity of all bids that are kept.
     *
     * @return lots, 0 where no book is kept or none was told.
     */
    public long bidLots()
    {
        return memory.getLong(offset + BID_LOTS);
    }

    /**
     * The quantity of all asks that are kept.
     *
     * @return lots, 0 where no book is kept or none was told.
     */
    public long askLots()
    {
        return memory.getLong(offset + ASK_LOTS);
    }

    /**
     * The price of the last trade.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long lastPriceTicks()
    {
        return memory.getLong(offset + LAST_PRICE);
    }

    /**
     * The event's account, from the event or else from its order: on TRADE the resting side's.
     *
     * @return id, or {@link Absent#UNKNOWN_ID}.
     */
    public long accountId()
    {
        return memory.getLong(offset + ACCOUNT);
    }

    /**
     * On TRADE the aggressor's account, from the event or else from its order.
     *
     * @return id, or {@link Absent#UNKNOWN_ID}.
     */
    public long counterAccountId()
    {
        return memory.getLong(offset + COUNTER_ACCOUNT);
    }

    /**
     * Whether the book that the prices and quantities are from is to be believed.
     *
     * @return true when nothing speaks against it.
     */
    public boolean isBookTrusted()
    {
        return (memory.getLong(offset + FLAGS) & BOOK_TRUSTED) != 0;
    }
}
