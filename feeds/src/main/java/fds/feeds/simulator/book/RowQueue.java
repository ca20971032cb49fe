package fds.feeds.simulator.book;

import fds.market.event.Absent;
import fds.market.event.Flags;

/**
 * The rows of what the venue has just done, waiting to be read. It is emptied before the venue does anything more, so
 * it never holds more than one action's rows: at most the orders of a book and a few.
 */
public final class RowQueue
{
    /** Rows that one action may make. */
    public static final int ROWS_MAX = 3 * MatchingBook.ORDERS_MAX;

    public final byte[] kind = new byte[ROWS_MAX];
    public final byte[] side = new byte[ROWS_MAX];
    public final byte[] reason = new byte[ROWS_MAX];
    public final int[] flags = new int[ROWS_MAX];
    public final int[] instrument = new int[ROWS_MAX];
    public final long[] order = new long[ROWS_MAX];
    public final int[] account = new int[ROWS_MAX];
    public final long[] counterOrder = new long[ROWS_MAX];
    public final int[] counterAccount = new int[ROWS_MAX];
    public final long[] priceTicks = new long[ROWS_MAX];
    public final long[] quantityLots = new long[ROWS_MAX];
    public final long[] value = new long[ROWS_MAX];
    public final long[] trade = new long[ROWS_MAX];
    public final String[] referenceText = new String[ROWS_MAX];
    public final String[] reasonText = new String[ROWS_MAX];
    public final int[] tag = new int[ROWS_MAX];
    public final int[] counterTag = new int[ROWS_MAX];
    public final boolean[] isMeeting = new boolean[ROWS_MAX];
    private int head;
    private int tail;

    /**
     * Whether all was read.
     *
     * @return true before anything is added.
     */
    public boolean isEmpty()
    {
        return head == tail;
    }

    /**
     * A new row at the end, with what most rows have.
     *
     * @return its index.
     */
    public int add(
        final int ofKind, final int ofSide, final int withFlags, final int ofInstrument, final long ofOrder,
        final int ofAccount, final long atTicks, final long lots, final int withTag)
    {
        if (head == tail)
        {
            head = 0;
            tail = 0;
        }
        final int row = tail++;
        kind[row] = (byte)ofKind;
        side[row] = (byte)ofSide;
        reason[row] = Reasons.NONE;
        flags[row] = withFlags;
        instrument[row] = ofInstrument;
        order[row] = ofOrder;
        account[row] = ofAccount;
        counterOrder[row] = Absent.UNKNOWN_ID;
        counterAccount[row] = MatchingBook.NONE;
        priceTicks[row] = atTicks;
        quantityLots[row] = lots;
        value[row] = Absent.VALUE;
        trade[row] = Absent.VALUE;
        referenceText[row] = null;
        reasonText[row] = null;
        tag[row] = withTag;
        counterTag[row] = 0;
        isMeeting[row] = false;
        return row;
    }

    /** What was added last ends its message. */
    public void closeMessage()
    {
        flags[tail - 1] |= Flags.LAST;
    }

    /**
     * Take the oldest row; its fields stay until the next {@link #add}.
     *
     * @return its index; there must be one.
     */
    public int take()
    {
        return head++;
    }
}
