package fds.market.slots;

import fds.market.memory.NativeBuffer;
import org.agrona.UnsafeApi;

/**
 * Asks for the lines that a batch's look-ups in one kind of table will need, before any of them is needed, so that the
 * misses overlap: first all index lines, then all records. Each loop is a few bare instructions a key, because only so
 * many misses overlap as the processor sees ahead.
 * <p>
 * It changes nothing and decides nothing; what it finds may have changed when it is used. Owned by one thread.
 */
public final class LookAhead
{
    private static final int LINE = 64;
    private static final int LINES_MAX = 4; // of a record; beyond them the touches cost more than they save

    private final long[] addresses;   // [key], of the entry where the search begins, then of the record
    private final int[] hashes;       // [key]
    private final int[] slots;        // [key], of the records
    private final int[] places;       // [key], of the table
    private final SlotTable[] tables; // [place], all of one kind
    private final NativeBuffer nothing = NativeBuffer.allocate(LINE * LINES_MAX);
    private int count;

    /**
     * Make it.
     *
     * @param capacity keys of a batch.
     * @param places   for tables.
     */
    public LookAhead(final int capacity, final int places)
    {
        addresses = new long[capacity];
        hashes = new int[capacity];
        slots = new int[capacity + 1];
        this.places = new int[capacity];
        tables = new SlotTable[places];
    }

    /**
     * Know a table by a number: references written for each key would be dear, as the collector wants to hear of each.
     *
     * @param place of it, 0 and up.
     * @param table of the same kind as all others.
     */
    public void know(final int place, final SlotTable table)
    {
        tables[place] = table;
    }

    /**
     * Plan a look-up.
     *
     * @param place of the table to be looked into.
     * @param hash  of the key.
     */
    public void plan(final int place, final int hash)
    {
        addresses[count] = tables[place].entryAddress(hash);
        hashes[count] = hash;
        places[count++] = place;
    }

    /**
     * Touch the index lines of what was planned.
     *
     * @return something that depends on every load: use it, or they are dropped.
     */
    public long touchIndex()
    {
        return touch(0);
    }

    /**
     * Touch the records of what was planned; its index lines were touched.
     *
     * @return something that depends on every load: use it, or they are dropped.
     */
    public long touchRecords()
    {
        if (count == 0)
        {
            return 0;
        }
        for (int key = 0; key < count; key++)
        {
            final SlotTable table = tables[places[key]];
            final int slot = table.likelySlot(hashes[key]);
            slots[key] = slot;
            addresses[key] = slot == SlotTable.NONE ? nothing.addressOffset() : table.recordAddress(slot);
        }
        final int bytes = Math.min(tables[places[0]].recordBytes(), LINES_MAX * LINE);
        long sum = 0;
        for (int line = 0; line < bytes; line += LINE)
        {
            sum += touch(line);
        }
        return sum;
    }

    /**
     * The slot that a planned key most likely has, after the records were touched.
     *
     * @param key number of the key: 0 for the first that was planned.
     * @return slot, or {@link SlotTable#NONE}.
     */
    public int slot(final int key)
    {
        return slots[key];
    }

    /**
     * The address of a planned key's record, after the records were touched.
     *
     * @param key number of the key: 0 for the first that was planned.
     * @return address of its record, or of zeros when it had none.
     */
    public long recordAddress(final int key)
    {
        return addresses[key];
    }

    /** Forget the plan. */
    public void clear()
    {
        count = 0;
    }

    private long touch(final int offset)
    {
        long sum = 0;
        for (int key = 0; key < count; key++)
        {
            sum += UnsafeApi.getLong(addresses[key] + offset);
        }
        return sum;
    }
}
