package fds.market.book;

import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * One side of a book by level. Prices near the best lie in a ring, one place a tick, so that a level is found without a
 * search; a bit a place says which are taken, so that the next best is found without a walk. Prices far from the best
 * lie in sorted arrays. The best is always in the ring, which moves with it.
 * <p>
 * Bounded: when all levels are taken, the one farthest from the best is given up and counted; what happens beyond it is
 * not seen until levels become free. Prices are kept signed so that larger is always better: bids as they are, asks
 * negated. Where the ring stands shows in nothing. Owned by one thread.
 */
public final class PriceLevels
{
    static final int WINDOW = 1024; // ticks in the ring
    private static final int ABOVE = WINDOW / 4; // ticks left free above the best when the ring moves
    private static final int PLACE = WINDOW - 1;
    private static final int FAR_MIN = 16;
    private static final long NONE = Long.MIN_VALUE; // no key

    private final int capacity;
    private final long sign; // of a key: 1 of a bid, -1 of an ask
    private long[] lots;  // [key & PLACE], 0 for no level; null before the first level
    private long[] taken; // a bit a place
    private long[] farKeys = new long[FAR_MIN]; // [0, farCount), ascending, all below the ring
    private long[] farLots = new long[FAR_MIN];
    private int farCount;
    private int nearCount;
    private long low; // key of the ring's lowest place
    private long span; // places of the ring, 0 before the first level

    private long bestKey = NONE;
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
        sign = bid ? 1 : -1;
    }

    /** Have the ring before the first level asks for it, where there will be levels; it takes 8 KiB. */
    public void prepare()
    {
        if (span == 0)
        {
            span = WINDOW;
            lots = new long[WINDOW];
            taken = new long[WINDOW / 64];
        }
    }

    /**
     * Read a level and change nothing, so that its line is there when it is needed.
     *
     * @param priceTicks any.
     * @return something that depends on the load: use it, or it is dropped.
     */
    public long touch(final long priceTicks)
    {
        return span == 0 ? 0 : lots[(int)(priceTicks * sign) & PLACE];
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
     * A price by its rank, found by a walk from the best.
     *
     * @param rank 0 for the best.
     * @return ticks, or {@link Absent#VALUE} when there are fewer levels.
     */
    public long priceTicks(final int rank)
    {
        final long key = key(rank);
        return key == NONE ? Absent.VALUE : key * sign;
    }

    /**
     * A quantity by its rank, found by a walk from the best.
     *
     * @param rank 0 for the best.
     * @return lots, 0 when there are fewer levels.
     */
    public long quantityLots(final int rank)
    {
        if (rank < nearCount)
        {
            return lots[(int)key(rank) & PLACE];
        }
        return rank < size() ? farLots[farCount - 1 - (rank - nearCount)] : 0;
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
        int left = levels;
        for (long key = bestKey; key != NONE && left > 0; key = nextBelow(key))
        {
            depth += lots[(int)key & PLACE];
            left--;
        }
        for (int level = farCount - 1; level >= 0 && left > 0; level--)
        {
            depth += farLots[level];
            left--;
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
        // Nothing, too, is filled at the best.
        return totalLots < quantityLots ? Absent.VALUE : sweep(Math.max(1, quantityLots), NONE);
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
        return sweep(quantityLots, limitTicks == Absent.VALUE ? NONE : limitTicks * sign);
    }

    private long sweep(final long quantityLots, final long limitKey)
    {
        long left = quantityLots;
        long worst = NONE;
        for (long key = bestKey; key != NONE && left > 0 && key >= limitKey; key = nextBelow(key))
        {
            left -= lots[(int)key & PLACE];
            worst = key;
        }
        for (int level = farCount - 1; level >= 0 && left > 0 && farKeys[level] >= limitKey; level--)
        {
            left -= farLots[level];
            worst = farKeys[level];
        }
        return worst == NONE ? Absent.VALUE : worst * sign;
    }

    public int size()
    {
        return nearCount + farCount;
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
        final long key = priceTicks * sign;
        final long before = lotsAt(key);
        return put(key, before, before + quantityLots);
    }

    /**
     * A resting quantity went away.
     *
     * @param priceTicks   where.
     * @param quantityLots that went.
     */
    public void reduce(final long priceTicks, final long quantityLots)
    {
        final long key = priceTicks * sign;
        final long before = lotsAt(key); // 0 beyond a full side
        put(key, before, Math.max(0, before - quantityLots));
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
        final long key = priceTicks * sign;
        return put(key, lotsAt(key), quantityLots);
    }

    /** No levels any more. */
    public void clear()
    {
        if (nearCount > 0)
        {
            Arrays.fill(lots, 0);
            Arrays.fill(taken, 0);
        }
        nearCount = 0;
        farCount = 0;
        totalLots = 0;
        best(NONE);
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(size());
        state.putLong(droppedLevelCount);
        for (long key = bestKey; key != NONE; key = nextBelow(key))
        {
            state.putLong(key);
            state.putLong(lots[(int)key & PLACE]);
        }
        for (int level = farCount - 1; level >= 0; level--)
        {
            state.putLong(farKeys[level]);
            state.putLong(farLots[level]);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        clear();
        final long levels = state.getLong();
        droppedLevelCount = state.getLong();
        for (long level = 0; level < levels; level++)
        {
            final long key = state.getLong();
            add(key * sign, state.getLong());
        }
    }

    private boolean isNear(final long key)
    {
        return Long.compareUnsigned(key - low, span) < 0;
    }

    private long key(final int rank)
    {
        if (rank >= nearCount)
        {
            return rank < size() ? farKeys[farCount - 1 - (rank - nearCount)] : NONE;
        }
        long key = bestKey;
        for (int i = 0; i < rank; i++)
        {
            key = nextBelow(key);
        }
        return key;
    }

    /** The next level of the ring below a key, or none. */
    private long nextBelow(final long above)
    {
        long key = above - 1;
        while (key >= low)
        {
            final int place = (int)key & PLACE;
            final long word = taken[place >>> 6] << 63 - (place & 63);
            if (word != 0)
            {
                // Places below the ring's lowest belong to its upper end.
                final long found = key - Long.numberOfLeadingZeros(word);
                return found >= low ? found : NONE;
            }
            key -= (place & 63) + 1;
        }
        return NONE;
    }

    /** What is at a key, 0 for no level. */
    private long lotsAt(final long key)
    {
        if (isNear(key))
        {
            return lots[(int)key & PLACE];
        }
        final int level = find(key);
        return level < farCount && farKeys[level] == key ? farLots[level] : 0;
    }

    private boolean put(final long key, final long before, final long now)
    {
        if (before == 0)
        {
            return now == 0 || insert(key, now);
        }
        if (!isNear(key))
        {
            final int level = find(key);
            totalLots += now - before;
            farLots[level] = now;
            if (now == 0)
            {
                removeFar(level);
            }
        }
        else if (now == 0)
        {
            removeNear(key);
        }
        else
        {
            lots[(int)key & PLACE] = now;
            totalLots += now - before;
            bestLots = key == bestKey ? now : bestLots;
        }
        return true;
    }

    private void best(final long key)
    {
        bestKey = key;
        bestTicks = key == NONE ? Absent.VALUE : key * sign;
        bestLots = key == NONE ? 0 : lots[(int)key & PLACE];
    }

    private boolean insert(final long key, final long quantityLots)
    {
        boolean whole = true;
        if (size() == capacity)
        {
            droppedLevelCount++;
            final long lowest = farCount > 0 ? farKeys[0] : lowest();
            if (key < lowest)
            {
                return false;
            }
            if (farCount > 0)
            {
                totalLots -= farLots[0];
                removeFar(0);
            }
            else
            {
                removeNear(lowest);
            }
            whole = false;
        }
        if (nearCount == 0)
        {
            prepare();
            low = key - (WINDOW - ABOVE);
        }
        else if (key >= low + WINDOW)
        {
            moveUp(key - (WINDOW - ABOVE));
        }
        totalLots += quantityLots;
        if (key < low)
        {
            insertFar(find(key), key, quantityLots);
        }
        else
        {
            insertNear(key, quantityLots);
            if (key > bestKey)
            {
                best(key);
            }
        }
        return whole;
    }

    private void insertNear(final long key, final long quantityLots)
    {
        final int place = (int)key & PLACE;
        lots[place] = quantityLots;
        taken[place >>> 6] |= 1L << place;
        nearCount++;
    }

    private long takeNear(final long key)
    {
        final int place = (int)key & PLACE;
        final long gone = lots[place];
        lots[place] = 0;
        taken[place >>> 6] &= ~(1L << place);
        nearCount--;
        return gone;
    }

    private void removeNear(final long key)
    {
        totalLots -= takeNear(key);
        if (key == bestKey)
        {
            final long next = nextBelow(key);
            final long fallen = next != NONE ? next : farCount > 0 ? farKeys[farCount - 1] : NONE;
            if (farCount > 0 && fallen < low + ABOVE)
            {
                moveDown(fallen - (WINDOW - ABOVE));
            }
            best(fallen);
        }
    }

    /** The ring moves to better prices: levels that fall out of it are far from now on. */
    private void moveUp(final long newLow)
    {
        long key = lowest();
        while (key != NONE && key < newLow)
        {
            insertFar(farCount, key, takeNear(key));
            key = nearCount == 0 ? NONE : lowest();
        }
        low = newLow;
    }

    /** The ring moves to worse prices: far levels come into it. */
    private void moveDown(final long newLow)
    {
        low = newLow;
        while (farCount > 0 && farKeys[farCount - 1] >= newLow)
        {
            farCount--;
            insertNear(farKeys[farCount], farLots[farCount]);
        }
    }

    /** The lowest level of the ring, which has one. */
    private long lowest()
    {
        long key = low;
        while (true)
        {
            final int place = (int)key & PLACE;
            final long word = taken[place >>> 6] >>> place;
            if (word != 0)
            {
                return key + Long.numberOfTrailingZeros(word);
            }
            key += 64 - (place & 63);
        }
    }

    /** The far level of a key, or where it would be inserted. */
    private int find(final long key)
    {
        int from = 0;
        int to = farCount;
        while (from < to)
        {
            final int middle = from + to >>> 1;
            if (farKeys[middle] < key)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }
        return from;
    }

    private void insertFar(final int level, final long key, final long quantityLots)
    {
        if (farCount == farKeys.length)
        {
            farKeys = Arrays.copyOf(farKeys, 2 * farCount);
            farLots = Arrays.copyOf(farLots, 2 * farCount);
        }
        System.arraycopy(farKeys, level, farKeys, level + 1, farCount - level);
        System.arraycopy(farLots, level, farLots, level + 1, farCount - level);
        farKeys[level] = key;
        farLots[level] = quantityLots;
        farCount++;
    }

    private void removeFar(final int level)
    {
        farCount--;
        System.arraycopy(farKeys, level + 1, farKeys, level, farCount - level);
        System.arraycopy(farLots, level + 1, farLots, level, farCount - level);
    }
}
