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
    private final long[][] indexes;   // [key]
    private final int[] positions;    // [key]
    private final int[] hashes;       // [key]
    private final SlotTable[] tables; // [key]
    private final SlotTable[] named;  // [key], table of the record that this one names, or null
    private final long[] addresses;   // [key], of the record
    private final NativeBuffer nothing = NativeBuffer.allocate(LINE * LINES_MAX);
    private final int nameOffset;
    private int count;
    private boolean names;

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
        indexes = new long[capacity][];
        positions = new int[capacity];
        hashes = new int[capacity];
        tables = new SlotTable[capacity];
        named = new SlotTable[capacity];
        addresses = new long[capacity];
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
            indexes[count] = table.index();
            positions[count] = hash & table.mask();
            hashes[count] = hash;
            tables[count] = table;
            named[count++] = namedTable;
            names |= namedTable != null;
        }
    }

    /**
     * Touch what was planned, and forget the plan.
     *
     * @return something that depends on every load: use it, or they are dropped.
     */
    public long touch()
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += indexes[i][positions[i]];
        }
        for (int i = 0; i < count; i++)
        {
            addresses[i] = tables[i].addressAt(positions[i], hashes[i], nothing.addressOffset());
        }
        for (int i = 0; i < count; i++)
        {
            sum += UnsafeApi.getLong(addresses[i]);
        }
        for (int i = 0; i < count; i++)
        {
            final int bytes = Math.min(tables[i].recordBytes(), LINES_MAX * LINE);
            for (int line = LINE; line < bytes; line += LINE)
            {
                sum += UnsafeApi.getLong(addresses[i] + line);
            }
        }
        if (names)
        {
            for (int i = 0; i < count; i++)
            {
                sum += named[i] == null ? 0 : named[i].touchSlot(UnsafeApi.getInt(addresses[i] + nameOffset) - 1);
            }
        }
        count = 0;
        names = false;
        return sum;
    }
}
