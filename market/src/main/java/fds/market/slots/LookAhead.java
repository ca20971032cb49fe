package fds.market.slots;

import fds.market.memory.NativeBuffer;
import org.agrona.UnsafeApi;

/**
 * Asks for the lines that the look-ups of a batch will need, before any of them is needed, so that the misses overlap:
 * all index lines, then all records, then the records these name. Each loop is a few bare instructions a key, because
 * only so many misses overlap as the processor sees ahead.
 * <p>
 * It changes nothing and decides nothing; what it finds may have changed when it is used. Owned by one thread.
 */
public final class LookAhead
{
    private static final int LINE = 64;
    private static final int LINES_MAX = 4; // of a record; beyond them the touches cost more than they save

    private final int capacity;
    private final long[] entries;     // [key], address in the table's index
    private final int[] hashes;       // [key]
    private final SlotTable[] tables; // [key]
    private final SlotTable[] named;  // [key], table of the record that this one names, or null
    private final long[] records;     // [key], address
    private final long[] further;     // addresses of the records' further lines and of the named records
    private final NativeBuffer nothing = NativeBuffer.allocate(LINE * LINES_MAX);
    private final int nameOffset;
    private int count;

    /**
     * Make it.
     *
     * @param capacity   keys of a batch.
     * @param nameOffset byte offset in a record of the int slot + 1 of the record it names.
     */
    public LookAhead(final int capacity, final int nameOffset)
    {
        this.capacity = capacity;
        this.nameOffset = nameOffset;
        entries = new long[capacity];
        hashes = new int[capacity];
        tables = new SlotTable[capacity];
        named = new SlotTable[capacity];
        records = new long[capacity];
        further = new long[capacity * LINES_MAX];
    }

    /**
     * Plan a look-up. Beyond the capacity it is left to find its lines by itself.
     *
     * @param table      to be looked into.
     * @param hash       of the key.
     * @param namedTable table of the record that the key's record names, or null.
     */
    public void plan(final SlotTable table, final int hash, final SlotTable namedTable)
    {
        if (count < capacity)
        {
            entries[count] = table.entryAddress(hash);
            hashes[count] = hash;
            tables[count] = table;
            named[count++] = namedTable;
        }
    }

    /**
     * Touch what was planned, and forget the plan.
     *
     * @return something that depends on every load: use it, or they are dropped.
     */
    public long touch()
    {
        long sum = touch(entries, count);
        int lines = 0;
        for (int i = 0; i < count; i++)
        {
            final SlotTable table = tables[i];
            final long record = table.recordAddress(hashes[i], nothing.addressOffset());
            final int bytes = Math.min(table.recordBytes(), LINES_MAX * LINE);
            records[i] = record;
            for (int line = LINE; line < bytes; line += LINE)
            {
                further[lines++] = record + line;
            }
        }
        sum += touch(records, count);
        sum += touch(further, lines);
        sum += touchNamed();
        count = 0;
        return sum;
    }

    private long touchNamed()
    {
        int lines = 0;
        for (int i = 0; i < count; i++)
        {
            if (named[i] != null)
            {
                further[lines++] = named[i].slotAddress(UnsafeApi.getInt(records[i] + nameOffset) - 1);
            }
        }
        return touch(further, lines);
    }

    private static long touch(final long[] addresses, final int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += UnsafeApi.getLong(addresses[i]);
        }
        return sum;
    }
}
