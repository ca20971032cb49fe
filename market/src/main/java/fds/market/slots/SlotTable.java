package fds.market.slots;

import fds.market.memory.NativeBuffer;
import org.agrona.BitUtil;
import org.agrona.UnsafeApi;

/**
 * A bounded table from a two-word key to a dense slot, and the records behind the slots.
 * <p>
 * The index is open addressing over longs, hash in the upper half and slot + 1 in the lower, at most half full; a
 * removal shifts back, so there are no tombstones. As much of it is used as the slots taken so far ask for: a table
 * that is large for its content keeps the lines of its index together. It doubles in place, in time proportional to the
 * slots. A record starts with its key (word 0, and word 1 under a mask) and is whole cache lines of memory outside the
 * heap, which the operating system backs only once it is used. A slot may have a second, cold record
 * ({@link StateLayout#reserveCold}), zero at its first use. Free slots are reused last in, first out.
 * <p>
 * When the table is full, the least recent of {@value #SAMPLE} neighbouring slots is given up, the neighbourhood moving
 * on each time: a rule of the table's own content, so it is the same in every replay. Owned by one thread.
 */
public final class SlotTable implements AutoCloseable
{
    /** No such key. */
    public static final int NONE = -1;

    private static final int SAMPLE = 8;
    private static final int INDEX_MIN = 512;
    private static final long SLOT_MASK = 0xFFFF_FFFFL;

    private final SlotKind kind;
    private final int capacity;
    private final int recordBytes;
    private final long secondKeyMask;
    private final int recencyOffset;
    private final EvictionListener evictions;
    private final int indexCapacity;
    private final long indexAllocation;
    private final long index; // address of [hash & mask], hash << 32 | slot + 1, 0 when empty
    private final int[] freeSlots; // [0, freeCount)
    private final long allocation;
    private final long recordsAddress;
    private final NativeBuffer records;
    private final int coldBytes;
    private final long coldAllocation;
    private final NativeBuffer coldRecords;
    private final long[] coldUsed; // [slot >>> 6], bit slot & 63: its cold record is more than zeros

    private int mask; // of the part of the index in use
    private int freeCount;
    private int highWater;
    private int hand;
    private long evictionCount;

    /**
     * Make a table.
     *
     * @param kind          what it keeps.
     * @param capacity      slots, 16 or more.
     * @param recordBytes   of a record, a multiple of 64.
     * @param coldBytes     of a cold record, a multiple of 64; 0 for none.
     * @param secondKeyMask bits of the record's second word that belong to the key.
     * @param recencyOffset byte offset in a record of the word that says how recent it is; larger is more recent.
     * @param evictions     told before a slot is given up.
     */
    public SlotTable(
        final SlotKind kind,
        final int capacity,
        final int recordBytes,
        final int coldBytes,
        final long secondKeyMask,
        final int recencyOffset,
        final EvictionListener evictions)
    {
        if (capacity < 16 || capacity > 1 << 22)
        {
            throw new IllegalArgumentException(
                "capacity of " + kind + " is " + capacity + ": must be 16 to " + (1 << 22));
        }
        final int bytes = bytesOf(kind, capacity, recordBytes);
        this.kind = kind;
        this.capacity = capacity;
        this.recordBytes = recordBytes;
        this.coldBytes = coldBytes;
        this.secondKeyMask = secondKeyMask;
        this.recencyOffset = recencyOffset;
        this.evictions = evictions;
        indexCapacity = BitUtil.findNextPositivePowerOfTwo(2 * capacity);
        indexAllocation = UnsafeApi.allocateMemory(8L * indexCapacity + 64);
        index = indexAllocation + 63 & ~63L;
        mask = Math.min(indexCapacity, INDEX_MIN) - 1;
        clearIndex();
        freeSlots = new int[capacity];
        allocation = UnsafeApi.allocateMemory(bytes + 64L);
        recordsAddress = allocation + 63 & ~63L;
        records = new NativeBuffer(recordsAddress, bytes);
        final int cold = bytesOf(kind, capacity, coldBytes);
        coldAllocation = UnsafeApi.allocateMemory(cold + 64L);
        coldRecords = new NativeBuffer(coldAllocation + 63 & ~63L, cold);
        coldUsed = new long[coldBytes == 0 ? 0 : capacity + 63 >>> 6];
    }

    private static int bytesOf(final SlotKind kind, final int capacity, final int recordBytes)
    {
        final long bytes = (long)capacity * recordBytes;
        if (bytes > Integer.MAX_VALUE - 64)
        {
            throw new IllegalArgumentException("a partition's " + kind + " table would take " + bytes +
                " bytes: must be below 2 GiB");
        }
        return (int)bytes;
    }

    /**
     * The hash of a key.
     *
     * @param first  word of the key.
     * @param second word of the key.
     * @return well mixed 32 bits.
     */
    public static int hash(final long first, final long second)
    {
        long h = first * 0x9E3779B97F4A7C15L ^ second * 0xC2B2AE3D27D4EB4FL;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        return (int)(h >>> 32);
    }

    /** The address of the index entry where the search for a hash begins, for looking ahead. */
    long entryAddress(final int hash)
    {
        return index + ((long)(hash & mask) << 3);
    }

    /** The first slot whose key has a hash, most likely the one that is looked for, or {@link #NONE}. */
    int likelySlot(final int hash)
    {
        int at = hash & mask;
        long entry = entryAt(at);
        while (entry != 0 && (int)(entry >>> 32) != hash)
        {
            at = at + 1 & mask;
            entry = entryAt(at);
        }
        return (int)(entry & SLOT_MASK) - 1;
    }

    long recordAddress(final int slot)
    {
        return recordsAddress + offsetOf(slot);
    }

    /**
     * The address of a slot's record, for looking ahead.
     *
     * @param slot any.
     * @return address; of the first record when there is no such slot.
     */
    public long addressOf(final int slot)
    {
        return recordAddress(Integer.compareUnsigned(slot, capacity) < 0 ? slot : 0);
    }

    /**
     * The address of a slot's cold record, for looking ahead.
     *
     * @param slot any.
     * @return address; of the first record when there is no such slot.
     */
    public long coldAddressOf(final int slot)
    {
        return coldRecords.addressOffset() + (long)(Integer.compareUnsigned(slot, capacity) < 0 ? slot : 0) * coldBytes;
    }

    private long entryAt(final int position)
    {
        return UnsafeApi.getLong(index + ((long)position << 3));
    }

    private void entryAt(final int position, final long entry)
    {
        UnsafeApi.putLong(index + ((long)position << 3), entry);
    }

    private void clearIndex()
    {
        UnsafeApi.setMemory(index, mask + 1L << 3, (byte)0);
    }

    /**
     * Find a key.
     *
     * @param hash   of the key.
     * @param first  word of the key.
     * @param second word of the key, only bits of the mask.
     * @return its slot, or {@link #NONE}.
     */
    public int find(final int hash, final long first, final long second)
    {
        int position = hash & mask;
        while (true)
        {
            final long entry = entryAt(position);
            if (entry == 0)
            {
                return NONE;
            }
            if ((int)(entry >>> 32) == hash)
            {
                final int slot = (int)(entry & SLOT_MASK) - 1;
                final long at = offsetOf(slot);
                if (records.getLong(at) == first && (records.getLong(at + 8) & secondKeyMask) == second)
                {
                    return slot;
                }
            }
            position = position + 1 & mask;
        }
    }

    /**
     * Find a key whose slot was looked for ahead.
     *
     * @param likely slot that it had then, or {@link #NONE}.
     * @param first  word of the key.
     * @param second word of the key, only bits of the mask.
     * @return its slot, or {@link #NONE}.
     */
    public int findAhead(final int likely, final long first, final long second)
    {
        return holds(likely, first, second) ? likely : find(hash(first, second), first, second);
    }

    /**
     * Take a slot for a key that is not in the table. Its record is all zero but for the key.
     *
     * @param hash   of the key.
     * @param first  word of the key.
     * @param second word of the key, only bits of the mask.
     * @return the slot; another was given up for it if the table was full.
     */
    public int insert(final int hash, final long first, final long second)
    {
        if (freeCount == 0 && highWater == capacity)
        {
            evict();
        }
        final int slot = freeCount > 0 ? freeSlots[--freeCount] : highWater++;
        final long at = offsetOf(slot);
        records.zero(at, recordBytes);
        records.putLong(at, first);
        records.putLong(at + 8, second);
        link(hash, slot);
        if (2 * size() > mask + 1)
        {
            mask = 2 * mask + 1;
            relink();
        }
        return slot;
    }

    /**
     * Find a key, or take a slot for it.
     *
     * @param hash   of the key.
     * @param first  word of the key.
     * @param second word of the key, only bits of the mask.
     * @return its slot.
     */
    public int findOrInsert(final int hash, final long first, final long second)
    {
        final int slot = find(hash, first, second);
        return slot != NONE ? slot : insert(hash, first, second);
    }

    /**
     * Whether a remembered slot still holds a key.
     *
     * @param slot   as once resolved, or {@link #NONE}.
     * @param first  word of the key.
     * @param second word of the key, only bits of the mask.
     * @return true when it does.
     */
    public boolean holds(final int slot, final long first, final long second)
    {
        if (slot < 0 || slot >= highWater)
        {
            return false;
        }
        final long at = offsetOf(slot);
        return records.getLong(at) == first && (records.getLong(at + 8) & secondKeyMask) == second;
    }

    /**
     * Give a slot back.
     *
     * @param slot that is taken.
     */
    public void release(final int slot)
    {
        final long at = offsetOf(slot);
        final long first = records.getLong(at);
        final long second = records.getLong(at + 8) & secondKeyMask;
        unlink(hash(first, second), slot);
        records.putLong(at, 0);
        records.putLong(at + 8, 0);
        if (coldBytes != 0)
        {
            coldUsed[slot >>> 6] &= ~(1L << slot);
        }
        freeSlots[freeCount++] = slot;
    }

    /**
     * Give a slot another key; the record behind it stays as it is. Nothing is given up for it.
     *
     * @param slot  that is taken.
     * @param hash  of the new key, which is not in the table.
     * @param first word of the new key; the second stays.
     */
    public void rekey(final int slot, final int hash, final long first)
    {
        final long at = offsetOf(slot);
        unlink(hash(records.getLong(at), records.getLong(at + 8) & secondKeyMask), slot);
        records.putLong(at, first);
        link(hash, slot);
    }

    /**
     * The memory of all records.
     *
     * @return buffer; a record begins at {@link #offsetOf}.
     */
    public NativeBuffer records()
    {
        return records;
    }

    /**
     * Where a slot's record begins.
     *
     * @param slot that is taken.
     * @return byte offset in {@link #records()}.
     */
    public long offsetOf(final int slot)
    {
        return (long)slot * recordBytes;
    }

    /**
     * The memory of all cold records.
     *
     * @return buffer; a cold record begins at {@link #coldOffsetOf}.
     */
    public NativeBuffer coldRecords()
    {
        return coldRecords;
    }

    /**
     * Where a slot's cold record begins. At the slot's first call it is all zero.
     *
     * @param slot that is taken.
     * @return byte offset in {@link #coldRecords()}.
     */
    public int coldOffsetOf(final int slot)
    {
        final int at = slot * coldBytes;
        if ((coldUsed[slot >>> 6] >>> slot & 1) == 0)
        {
            coldUsed[slot >>> 6] |= 1L << slot;
            coldRecords.zero(at, coldBytes);
        }
        return at;
    }

    public SlotKind kind()
    {
        return kind;
    }

    public int capacity()
    {
        return capacity;
    }

    public int recordBytes()
    {
        return recordBytes;
    }

    /**
     * Slots that are taken.
     *
     * @return 0 to capacity.
     */
    public int size()
    {
        return highWater - freeCount;
    }

    /**
     * Slots that were ever taken: those behind have never been.
     *
     * @return 0 to capacity.
     */
    public int highWater()
    {
        return highWater;
    }

    public long evictionCount()
    {
        return evictionCount;
    }

    /**
     * Write the whole table.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(capacity);
        state.putLong(recordBytes);
        state.putLong(highWater);
        state.putLong(freeCount);
        state.putLong(hand);
        state.putLong(evictionCount);
        for (int i = 0; i < freeCount; i++)
        {
            state.putLong(freeSlots[i]);
        }
        state.putBytes(records, 0, highWater * recordBytes);
        if (coldBytes != 0)
        {
            writeCold(state);
        }
    }

    private void writeCold(final StateWriter state)
    {
        state.putLong(coldBytes);
        for (int word = 0; word < highWater + 63 >>> 6; word++)
        {
            state.putLong(coldUsed[word]);
            for (long rest = coldUsed[word]; rest != 0; rest &= rest - 1)
            {
                state.putBytes(coldRecords, ((word << 6) + Long.numberOfTrailingZeros(rest)) * coldBytes, coldBytes);
            }
        }
    }

    private void readCold(final StateReader state)
    {
        final long writtenBytes = state.getLong();
        if (writtenBytes != coldBytes)
        {
            throw new IllegalStateException("a " + kind + " table with cold records of " + writtenBytes +
                " bytes was written; here they have " + coldBytes);
        }
        java.util.Arrays.fill(coldUsed, 0);
        for (int word = 0; word < highWater + 63 >>> 6; word++)
        {
            coldUsed[word] = state.getLong();
            for (long rest = coldUsed[word]; rest != 0; rest &= rest - 1)
            {
                state.getBytes(coldRecords, ((word << 6) + Long.numberOfTrailingZeros(rest)) * coldBytes, coldBytes);
            }
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     * @throws IllegalStateException when it was written by a table of another shape.
     */
    public void read(final StateReader state)
    {
        final long writtenCapacity = state.getLong();
        final long writtenBytes = state.getLong();
        if (writtenCapacity != capacity || writtenBytes != recordBytes)
        {
            throw new IllegalStateException("a " + kind + " table of " + writtenCapacity + " records of " +
                writtenBytes + " bytes was written; here it has " + capacity + " of " + recordBytes);
        }
        highWater = (int)state.getLong();
        freeCount = (int)state.getLong();
        hand = (int)state.getLong();
        evictionCount = state.getLong();
        for (int i = 0; i < freeCount; i++)
        {
            freeSlots[i] = (int)state.getLong();
        }
        state.getBytes(records, 0, highWater * recordBytes);
        if (coldBytes != 0)
        {
            readCold(state);
        }
        mask = Math.min(indexCapacity, Math.max(INDEX_MIN, BitUtil.findNextPositivePowerOfTwo(2 * size()))) - 1;
        relink();
    }

    @Override
    public void close()
    {
        UnsafeApi.freeMemory(indexAllocation);
        UnsafeApi.freeMemory(allocation);
        UnsafeApi.freeMemory(coldAllocation);
    }

    /** Make the index anew for the slots that are taken; a free one's record begins with 0. */
    private void relink()
    {
        clearIndex();
        for (int slot = 0; slot < highWater; slot++)
        {
            final long at = offsetOf(slot);
            final long first = records.getLong(at);
            if (first != 0)
            {
                link(hash(first, records.getLong(at + 8) & secondKeyMask), slot);
            }
        }
    }

    private void link(final int hash, final int slot)
    {
        int position = hash & mask;
        while (entryAt(position) != 0)
        {
            position = position + 1 & mask;
        }
        entryAt(position, (long)hash << 32 | slot + 1);
    }

    private void unlink(final int hash, final int slot)
    {
        int hole = hash & mask;
        while ((int)(entryAt(hole) & SLOT_MASK) != slot + 1)
        {
            hole = hole + 1 & mask;
        }
        int position = hole;
        while (true)
        {
            position = position + 1 & mask;
            final long entry = entryAt(position);
            if (entry == 0)
            {
                break;
            }
            final int home = (int)(entry >>> 32) & mask;
            // The entry may fill the hole unless its home lies behind the hole, on the way to where it stands.
            if ((position - home & mask) >= (position - hole & mask))
            {
                entryAt(hole, entry);
                hole = position;
            }
        }
        entryAt(hole, 0);
    }

    private void evict()
    {
        int victim = hand;
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < SAMPLE; i++)
        {
            final int slot = hand + i < capacity ? hand + i : hand + i - capacity;
            final long recency = records.getLong(offsetOf(slot) + recencyOffset);
            if (recency < oldest)
            {
                oldest = recency;
                victim = slot;
            }
        }
        hand = hand + SAMPLE < capacity ? hand + SAMPLE : 0;
        evictionCount++;
        evictions.onEviction(kind, victim);
        release(victim);
    }
}
