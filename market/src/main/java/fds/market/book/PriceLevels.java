package fds.market.book;

import fds.market.event.Absent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * One side of a book by level: prices in order, the best at the end of the arrays, so that the best is found at once
 * and what happens near it moves little.
 * <p>
 * Bounded: when all levels are taken, the one farthest from the best is given up and counted; what happens beyond it is
 * not seen until levels become free. Prices are kept signed so that larger is always better: bids as they are, asks
 * negated. Owned by one thread.
 */
public final class PriceLevels
{
    private static final int LINEAR = 8;

    private final int capacity;
    private final boolean bid;
    private final long[] keys;   // [level], ascending; price of a bid, minus price of an ask
    private final long[] lots;   // [level]
    private final int[] counts;  // [level], orders; 0 for a level that came as a level

    // beside each other, so that the best price costs no look into the arrays
    private int size;
    private long bestTicks = Absent.VALUE;
    private long bestLots;
    private long totalLots;
    private long droppedLevelCount;

    /**
     * Make a side.
     *
     * @param capacity levels, 2 or more.
     * @param bid      whether larger prices are better.
     */
    public PriceLevels(final int capacity, final boolean bid)
    {
        this.capacity = capacity;
        this.bid = bid;
        keys = new long[capacity];
        lots = new long[capacity];
        counts = new int[capacity];
    }

    /**
     * The best price.
     *
     * @return ticks, or {@link Absent#VALUE} when the side is empty.
     */
    public long bestTicks()
    {
        return bestTicks;
    }

    /**
     * The quantity at the best price.
     *
     * @return lots, 0 when the side is empty.
     */
    public long bestLots()
    {
        return bestLots;
    }

    /**
     * A price by its rank.
     *
     * @param rank 0 for the best.
     * @return ticks, or {@link Absent#VALUE} when there are fewer levels.
     */
    public long priceTicks(final int rank)
    {
        return rank < size ? price(size - 1 - rank) : Absent.VALUE;
    }

    /**
     * A quantity by its rank.
     *
     * @param rank 0 for the best.
     * @return lots, 0 when there are fewer levels.
     */
    public long quantityLots(final int rank)
    {
        return rank < size ? lots[size - 1 - rank] : 0;
    }

    /**
     * The orders at a level by its rank.
     *
     * @param rank 0 for the best.
     * @return orders, 0 when not known.
     */
    public int orderCount(final int rank)
    {
        return rank < size ? counts[size - 1 - rank] : 0;
    }

    /**
     * Quantity of the best levels together.
     *
     * @param levels 1 or more.
     * @return lots.
     */
    public long depthLots(final int levels)
    {
        long depth = 0;
        for (int level = size - 1; level >= 0 && level >= size - levels; level--)
        {
            depth += lots[level];
        }
        return depth;
    }

    /**
     * The price at which an order of a size would have been filled in full, walking the levels.
     *
     * @param quantityLots to fill.
     * @return the worst price it would reach in ticks, or {@link Absent#VALUE} when the side holds less.
     */
    public long walkTicks(final long quantityLots)
    {
        if (totalLots < quantityLots)
        {
            return Absent.VALUE;
        }
        long left = quantityLots;
        for (int level = size - 1; level >= 0; level--)
        {
            left -= lots[level];
            if (left <= 0)
            {
                return price(level);
            }
        }
        return Absent.VALUE;
    }

    /**
     * The worst price an order of a size would reach, walking the levels up to its limit or to the end of the side.
     *
     * @param quantityLots to fill.
     * @param limitTicks   of the order, or {@link Absent#VALUE} of a market order.
     * @return ticks, or {@link Absent#VALUE} when it would reach no level.
     */
    public long sweepTicks(final long quantityLots, final long limitTicks)
    {
        final long limitKey = limitTicks == Absent.VALUE ? Long.MIN_VALUE : bid ? limitTicks : -limitTicks;
        long left = quantityLots;
        long worst = Absent.VALUE;
        for (int level = size - 1; level >= 0 && left > 0 && keys[level] >= limitKey; level--)
        {
            left -= lots[level];
            worst = price(level);
        }
        return worst;
    }

    public int size()
    {
        return size;
    }

    /**
     * Quantity of all levels together.
     *
     * @return lots.
     */
    public long totalLots()
    {
        return totalLots;
    }

    /**
     * Levels given up because the side was full: when this is not 0, the far end is not to be trusted.
     *
     * @return levels.
     */
    public long droppedLevelCount()
    {
        return droppedLevelCount;
    }

    /**
     * An order came to rest.
     *
     * @param priceTicks   of it.
     * @param quantityLots of it, 1 or more.
     * @return false when the price is beyond a full side, or took the place of the farthest level.
     */
    public boolean add(final long priceTicks, final long quantityLots)
    {
        final long key = bid ? priceTicks : -priceTicks;
        final int level = search(key);
        if (level < size && keys[level] == key)
        {
            lots[level] += quantityLots;
            counts[level]++;
            totalLots += quantityLots;
            noteBest(level);
            return true;
        }
        return insert(level, key, quantityLots, 1);
    }

    /**
     * A resting quantity went away.
     *
     * @param priceTicks   where.
     * @param quantityLots that went.
     * @param orders       1 when an order is gone with it, else 0.
     */
    public void reduce(final long priceTicks, final long quantityLots, final int orders)
    {
        final long key = bid ? priceTicks : -priceTicks;
        final int level = search(key);
        if (level == size || keys[level] != key)
        {
            return; // beyond a full side
        }
        final long gone = Math.min(quantityLots, lots[level]);
        lots[level] -= gone;
        counts[level] -= Math.min(orders, counts[level]);
        totalLots -= gone;
        if (lots[level] == 0)
        {
            remove(level);
        }
        else
        {
            noteBest(level);
        }
    }

    /**
     * A level has a new total.
     *
     * @param priceTicks   where.
     * @param quantityLots now there; 0: gone.
     * @return false when the price is beyond a full side, or took the place of the farthest level.
     */
    public boolean set(final long priceTicks, final long quantityLots)
    {
        final long key = bid ? priceTicks : -priceTicks;
        final int level = search(key);
        if (level < size && keys[level] == key)
        {
            totalLots += quantityLots - lots[level];
            lots[level] = quantityLots;
            if (quantityLots == 0)
            {
                remove(level);
            }
            else
            {
                noteBest(level);
            }
            return true;
        }
        return quantityLots == 0 || insert(level, key, quantityLots, 0);
    }

    /** No levels any more. */
    public void clear()
    {
        size = 0;
        totalLots = 0;
        noteBest(0);
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(size);
        state.putLong(droppedLevelCount);
        for (int level = 0; level < size; level++)
        {
            state.putLong(keys[level]);
            state.putLong(lots[level]);
            state.putLong(counts[level]);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        size = (int)state.getLong();
        droppedLevelCount = state.getLong();
        totalLots = 0;
        for (int level = 0; level < size; level++)
        {
            keys[level] = state.getLong();
            lots[level] = state.getLong();
            counts[level] = (int)state.getLong();
            totalLots += lots[level];
        }
        noteBest(size);
    }

    private long price(final int level)
    {
        return bid ? keys[level] : -keys[level];
    }

    /** The level of a key, or where it would be inserted. Most searches end near the best. */
    private int search(final long key)
    {
        int high = size;
        for (int i = 0; i < LINEAR; i++)
        {
            if (high == 0 || keys[high - 1] < key)
            {
                return high;
            }
            high--;
            if (keys[high] == key)
            {
                return high;
            }
        }
        int low = 0;
        while (low < high)
        {
            final int middle = low + high >>> 1;
            if (keys[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private boolean insert(final int level, final long key, final long quantityLots, final int count)
    {
        int at = level;
        boolean whole = true;
        if (size == capacity)
        {
            droppedLevelCount++;
            if (at == 0)
            {
                return false;
            }
            remove(0);
            at--;
            whole = false;
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(lots, at, lots, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        keys[at] = key;
        lots[at] = quantityLots;
        counts[at] = count;
        size++;
        totalLots += quantityLots;
        noteBest(at);
        return whole;
    }

    private void remove(final int level)
    {
        totalLots -= lots[level];
        size--;
        System.arraycopy(keys, level + 1, keys, level, size - level);
        System.arraycopy(lots, level + 1, lots, level, size - level);
        System.arraycopy(counts, level + 1, counts, level, size - level);
        noteBest(level);
    }

    /** A level changed, or one went away there: if it was at the top, the best is another. */
    private void noteBest(final int level)
    {
        if (level >= size - 1)
        {
            bestTicks = size == 0 ? Absent.VALUE : price(size - 1);
            bestLots = size == 0 ? 0 : lots[size - 1];
        }
    }
}
