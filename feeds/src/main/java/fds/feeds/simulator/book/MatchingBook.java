package fds.feeds.simulator.book;

import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.event.Side;

/**
 * The resting orders of one instrument in price-time priority. An order is named by a handle, which is used again when
 * the order is gone: who keeps one, keeps the order's number too and asks {@link #isLive}.
 * <p>
 * Levels of a side are a sorted array with the best price at its end, where nearly all work is; the orders of a level
 * are a list, oldest first. Everything is allocated at the start.
 */
public final class MatchingBook
{
    /** Most resting orders of an instrument. */
    public static final int ORDERS_MAX = 4096;

    /** No order. */
    public static final int NONE = -1;

    private final long[] number = new long[ORDERS_MAX]; // [handle], 0: free
    private final long[] priceTicks = new long[ORDERS_MAX];
    private final long[] openLots = new long[ORDERS_MAX];
    private final int[] account = new int[ORDERS_MAX];
    private final int[] tag = new int[ORDERS_MAX];
    private final int[] previous = new int[ORDERS_MAX];
    private final int[] next = new int[ORDERS_MAX];
    private final byte[] side = new byte[ORDERS_MAX];
    private final int[] free = new int[ORDERS_MAX];
    private int freeCount;

    private final long[][] levelKey = new long[3][ORDERS_MAX]; // [side][level], ascending; bids: price, asks: -price
    private final int[][] levelHead = new int[3][ORDERS_MAX];
    private final int[][] levelTail = new int[3][ORDERS_MAX];
    private final int[] levelCount = new int[3];

    public MatchingBook()
    {
        for (int handle = ORDERS_MAX - 1; handle >= 0; handle--)
        {
            free[freeCount++] = handle;
        }
    }

    public boolean isFull()
    {
        return freeCount == 0;
    }

    /**
     * Whether anything rests.
     *
     * @return false for an empty book.
     */
    public boolean hasOrders()
    {
        return freeCount < ORDERS_MAX;
    }

    /**
     * Whether an order rests.
     *
     * @param handle      or {@link #NONE}.
     * @param orderNumber that it had when the handle was told.
     * @return false when it is gone, whoever has its handle now.
     */
    public boolean isLive(final int handle, final long orderNumber)
    {
        return handle != NONE && orderNumber != 0 && number[handle] == orderNumber;
    }

    /**
     * Best price of a side.
     *
     * @param of side.
     * @return ticks, or {@link Absent#VALUE} when the side is empty.
     */
    public long bestTicks(final int of)
    {
        final int count = levelCount[of];
        return count == 0 ? Absent.VALUE : ofKey(of, levelKey[of][count - 1]);
    }

    public int levels(final int of)
    {
        return levelCount[of];
    }

    /**
     * The oldest order of a level.
     *
     * @param of   side.
     * @param rank 0 for the best level.
     * @return handle.
     */
    public int firstOf(final int of, final int rank)
    {
        return levelHead[of][levelCount[of] - 1 - rank];
    }

    /**
     * The order that a taker meets first.
     *
     * @param of side of the resting orders.
     * @return handle or {@link #NONE}.
     */
    public int bestOrder(final int of)
    {
        return levelCount[of] == 0 ? NONE : levelHead[of][levelCount[of] - 1];
    }

    public int nextOf(final int handle)
    {
        return next[handle];
    }

    public long number(final int handle)
    {
        return number[handle];
    }

    public long priceTicks(final int handle)
    {
        return priceTicks[handle];
    }

    public long openLots(final int handle)
    {
        return openLots[handle];
    }

    public int account(final int handle)
    {
        return account[handle];
    }

    public int tag(final int handle)
    {
        return tag[handle];
    }

    public int side(final int handle)
    {
        return side[handle];
    }

    /**
     * Put an order at the end of its level.
     *
     * @return its handle; the book must not be full.
     */
    public int rest(
        final long orderNumber,
        final int ofAccount,
        final int of,
        final long atTicks,
        final long lots,
        final int withTag)
    {
        final int handle = free[--freeCount];
        number[handle] = orderNumber;
        account[handle] = ofAccount;
        side[handle] = (byte)of;
        priceTicks[handle] = atTicks;
        openLots[handle] = lots;
        tag[handle] = withTag;
        append(handle);
        return handle;
    }

    /**
     * Take lots from an order; it goes when none are left.
     *
     * @param handle live.
     * @param lots   1 to what is open.
     */
    public void fill(final int handle, final long lots)
    {
        openLots[handle] -= lots;
        if (openLots[handle] == 0)
        {
            remove(handle);
        }
    }

    public void remove(final int handle)
    {
        unlink(handle);
        number[handle] = 0;
        free[freeCount++] = handle;
    }

    /**
     * Change an order; it keeps its place when only the size shrinks.
     *
     * @param handle    live.
     * @param newNumber its number from now on.
     * @param atTicks   new price.
     * @param lots      new open size, 1 or more.
     */
    public void replace(final int handle, final long newNumber, final long atTicks, final long lots)
    {
        number[handle] = newNumber;
        if (atTicks == priceTicks[handle] && lots < openLots[handle])
        {
            openLots[handle] = lots;
            return;
        }
        unlink(handle);
        priceTicks[handle] = atTicks;
        openLots[handle] = lots;
        append(handle);
    }

    private void append(final int handle)
    {
        final int of = side[handle];
        final long key = ofKey(of, priceTicks[handle]);
        final int count = levelCount[of];
        final int found = Arrays.binarySearch(levelKey[of], 0, count, key);
        next[handle] = NONE;
        if (found >= 0)
        {
            final int last = levelTail[of][found];
            next[last] = handle;
            previous[handle] = last;
            levelTail[of][found] = handle;
            return;
        }
        final int at = -found - 1;
        System.arraycopy(levelKey[of], at, levelKey[of], at + 1, count - at);
        System.arraycopy(levelHead[of], at, levelHead[of], at + 1, count - at);
        System.arraycopy(levelTail[of], at, levelTail[of], at + 1, count - at);
        levelKey[of][at] = key;
        levelHead[of][at] = handle;
        levelTail[of][at] = handle;
        levelCount[of]++;
        previous[handle] = NONE;
    }

    private void unlink(final int handle)
    {
        final int of = side[handle];
        final int before = previous[handle];
        final int after = next[handle];
        if (before != NONE)
        {
            next[before] = after;
        }
        if (after != NONE)
        {
            previous[after] = before;
        }
        if (before != NONE && after != NONE)
        {
            return;
        }

        final int count = levelCount[of];
        final int at = Arrays.binarySearch(levelKey[of], 0, count, ofKey(of, priceTicks[handle]));
        if (before == NONE && after == NONE)
        {
            System.arraycopy(levelKey[of], at + 1, levelKey[of], at, count - at - 1);
            System.arraycopy(levelHead[of], at + 1, levelHead[of], at, count - at - 1);
            System.arraycopy(levelTail[of], at + 1, levelTail[of], at, count - at - 1);
            levelCount[of]--;
        }
        else if (before == NONE)
        {
            levelHead[of][at] = after;
        }
        else
        {
            levelTail[of][at] = before;
        }
    }

    /** Price to key and back: keys of both sides ascend towards the best price. */
    private static long ofKey(final int of, final long value)
    {
        return of == Side.BUY ? value : -value;
    }
}
