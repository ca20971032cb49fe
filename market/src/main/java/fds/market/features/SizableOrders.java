package fds.market.features;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * The last {@value #COUNT} orders of a group that were not below the mean size, live ones and ended: what a pattern of
 * several orders, or of one that is compared with those on the other side, looks back on. Small orders are left out, as
 * they move nobody.
 * <p>
 * It lies in words of the group's record: all-zero words are a group that had none. A live order is found by the offset
 * of its record; the keys of all lie in one line, each order in another. A new one takes the place of one that ended,
 * the next in turn; when all are live, of the next in turn.
 */
public final class SizableOrders
{
    /** Orders that are remembered. */
    public static final int COUNT = 16;

    /** Sequence by which the order came; word of an order, as those that follow. */
    public static final int SEQUENCE = 0;
    /** Engine time at which it came. */
    public static final int TIME = 8;
    /** Its price in ticks, as last changed. */
    public static final int PRICE = 16;
    /** Its size in lots, filled part included, positive of a buy and negative of a sell. */
    public static final int LOTS = 24;
    /** Sequence by which it ended, 0 while it is live. */
    public static final int END_SEQUENCE = 32;
    /** Engine time at which it ended. */
    public static final int END_TIME = 40;
    /** Lots that were withdrawn when it ended; 0 when it was filled, or given up for room. */
    public static final int WITHDRAWN = 48;

    /** Venue time at which it came, or absent. */
    public static final int VENUE_TIME = 56;

    private static final int ORDER_BYTES = 64;
    private static final int KEYS = 0;               // [place], int: number of the live order's record + 1, or 0
    private static final int KEY_BITS = 28;
    private static final long KEY_MASK = (1L << KEY_BITS) - 1;
    private static final long BOTH_KEYS = KEY_MASK | KEY_MASK << 32;
    private static final int RECORD_SHIFT = 6;       // records of orders are lines, or several
    private static final int ORDERS = COUNT * 4;     // [place]; the first key's high bits are the place that is next

    /** Words of 8 bytes in a record. */
    public static final int WORDS = (ORDERS + COUNT * ORDER_BYTES) / 8;

    private SizableOrders()
    {
    }

    /**
     * An order came.
     *
     * @param memory     of the record.
     * @param at         first word.
     * @param orderAt    offset of the order's own record.
     * @param sequence   of the message.
     * @param timeNanos  engine time.
     * @param venueTime  of the message, or absent.
     * @param priceTicks of it.
     * @param signedLots positive of a buy, negative of a sell.
     */
    public static void add(
        final UnsafeBuffer memory,
        final int at,
        final int orderAt,
        final long sequence,
        final long timeNanos,
        final long venueTime,
        final long priceTicks,
        final long signedLots)
    {
        // One whose end was not told, since its account was given up, must not be taken for the new one in its place.
        end(memory, at, orderAt, sequence, timeNanos, 0);
        final int next = memory.getInt(at + KEYS) >>> KEY_BITS;
        final int free = placesOf(memory, at, 0);
        final int place = free == 0 ? next :
            (next + Integer.numberOfTrailingZeros(free >>> next | free << COUNT - next)) % COUNT;
        final int order = at + ORDERS + place * ORDER_BYTES;
        memory.putInt(at + KEYS + place * 4, key(orderAt));
        memory.putInt(at + KEYS, memory.getInt(at + KEYS) & (int)KEY_MASK | (place + 1) % COUNT << KEY_BITS);
        memory.putLong(order + SEQUENCE, sequence);
        memory.putLong(order + TIME, timeNanos);
        memory.putLong(order + VENUE_TIME, venueTime);
        memory.putLong(order + PRICE, priceTicks);
        memory.putLong(order + LOTS, signedLots);
        memory.putLong(order + END_SEQUENCE, 0);
        memory.putLong(order + END_TIME, 0);
        memory.putLong(order + WITHDRAWN, 0);
    }

    /**
     * A live order has another price or size. One that is not remembered any more is left alone.
     *
     * @param memory     of the record.
     * @param at         first word.
     * @param orderAt    offset of the order's own record.
     * @param priceTicks now.
     * @param lots       now, filled part included.
     */
    public static void change(
        final UnsafeBuffer memory, final int at, final int orderAt, final long priceTicks, final long lots)
    {
        final int place = placeOf(memory, at, orderAt);
        if (place >= 0)
        {
            final int order = at + ORDERS + place * ORDER_BYTES;
            memory.putLong(order + PRICE, priceTicks);
            memory.putLong(order + LOTS, memory.getLong(order + LOTS) < 0 ? -lots : lots);
        }
    }

    /**
     * A live order ended. One that is not remembered any more is left alone.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param orderAt   offset of the order's own record.
     * @param sequence  of what ended it.
     * @param timeNanos engine time.
     * @param withdrawn lots that were withdrawn with it.
     */
    public static void end(
        final UnsafeBuffer memory,
        final int at,
        final int orderAt,
        final long sequence,
        final long timeNanos,
        final long withdrawn)
    {
        final int place = placeOf(memory, at, orderAt);
        if (place >= 0)
        {
            final int order = at + ORDERS + place * ORDER_BYTES;
            memory.putInt(at + KEYS + place * 4, memory.getInt(at + KEYS + place * 4) & ~(int)KEY_MASK);
            memory.putLong(order + END_SEQUENCE, sequence);
            memory.putLong(order + END_TIME, timeNanos);
            memory.putLong(order + WITHDRAWN, withdrawn);
        }
    }

    /**
     * One of the remembered orders; they stand in no order.
     *
     * @param memory of the record.
     * @param at     first word.
     * @param place  0 to {@value #COUNT} - 1.
     * @return byte offset of its words, or -1 when there is none.
     */
    public static int order(final UnsafeBuffer memory, final int at, final int place)
    {
        final int order = at + ORDERS + place * ORDER_BYTES;
        return memory.getLong(order + SEQUENCE) == 0 ? -1 : order;
    }

    /**
     * What was live just before an event on one side together.
     *
     * @param memory   of the record.
     * @param at       first word.
     * @param sequence of the event; an order that came by it was not live, one that ended by it was.
     * @param buys     whether the buys, else the sells.
     * @return lots, filled parts included.
     */
    public static long lotsLiveBefore(final UnsafeBuffer memory, final int at, final long sequence, final boolean buys)
    {
        long lots = 0;
        for (int place = 0; place < COUNT; place++)
        {
            final int order = order(memory, at, place);
            if (order < 0)
            {
                continue;
            }
            final long signed = memory.getLong(order + LOTS);
            final long end = memory.getLong(order + END_SEQUENCE);
            if (signed > 0 == buys && memory.getLong(order + SEQUENCE) < sequence && (end == 0 || end >= sequence))
            {
                lots += Math.abs(signed);
            }
        }
        return lots;
    }

    /**
     * What came since an event on one side within a range of prices and is live still.
     *
     * @param memory    of the record.
     * @param at        first word.
     * @param sequence  of the event.
     * @param buys      whether the buys, else the sells.
     * @param lowTicks  least price.
     * @param highTicks most.
     * @return lots, filled parts included.
     */
    public static long lotsLiveSince(
        final UnsafeBuffer memory,
        final int at,
        final long sequence,
        final boolean buys,
        final long lowTicks,
        final long highTicks)
    {
        long lots = 0;
        for (int place = 0; place < COUNT; place++)
        {
            final int order = order(memory, at, place);
            if (order >= 0 && memory.getLong(order + SEQUENCE) > sequence && memory.getLong(order + END_SEQUENCE) == 0)
            {
                final long signed = memory.getLong(order + LOTS);
                final long price = memory.getLong(order + PRICE);
                lots += signed > 0 == buys && price >= lowTicks && price <= highTicks ? Math.abs(signed) : 0;
            }
        }
        return lots;
    }

    /**
     * Whether an order was live at an event.
     *
     * @param memory   of the record.
     * @param order    byte offset of its words.
     * @param sequence of the event; an order that came or ended by it was not live.
     * @return as said.
     */
    public static boolean wasLiveAt(final UnsafeBuffer memory, final int order, final long sequence)
    {
        final long end = memory.getLong(order + END_SEQUENCE);
        return memory.getLong(order + SEQUENCE) < sequence && (end == 0 || end > sequence);
    }

    private static int placeOf(final UnsafeBuffer memory, final int at, final int orderAt)
    {
        final int places = placesOf(memory, at, key(orderAt));
        return places == 0 ? -1 : Integer.numberOfTrailingZeros(places);
    }

    private static int key(final int orderAt)
    {
        return (orderAt >>> RECORD_SHIFT) + 1;
    }

    /** Bits of the places that have a key, 0: of those that are free. No branch, as nobody could guess it. */
    private static int placesOf(final UnsafeBuffer memory, final int at, final int key)
    {
        final long both = key | (long)key << 32;
        int places = 0;
        for (int place = 0; place < COUNT; place += 2)
        {
            final long other = (memory.getLong(at + KEYS + place * 4) ^ both) & BOTH_KEYS;
            places |= ((int)other - 1 >>> 31 | (int)(other >>> 32) - 1 >>> 31 << 1) << place;
        }
        return places;
    }
}
