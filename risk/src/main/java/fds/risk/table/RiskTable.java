package fds.risk.table;

import java.util.Arrays;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.BitUtil;
import org.agrona.collections.Hashing;

/**
 * A bounded table from a key of two words to a slot with words of its own, all zero when the slot is taken. When it is
 * full, that of the {@value #SAMPLE} slots longest untouched is given up which is worth least, the longest untouched
 * among equals. Owned by one thread; allocates nothing after construction.
 */
public final class RiskTable
{
    /** No such key. */
    public static final int NONE = -1;

    private static final int SAMPLE = 8;

    private final int capacity;
    private final int words;
    private final TableListener listener;
    private final long[] cells;   // [slot * words], keys in the first two
    private final int[] older;    // [slot]
    private final int[] newer;    // [slot]; of a free slot the next free one
    private final int[] chain;    // [slot], next of the same bucket
    private final int[] buckets;  // [hash & mask], slot + 1
    private final int mask;

    private int highWater;
    private int free = NONE;
    private int oldest = NONE;
    private int newest = NONE;
    private int size;

    /**
     * Make it empty.
     *
     * @param capacity slots, 16 or more.
     * @param words    of a slot, the two of the key among them.
     * @param listener told before a slot is given up.
     */
    public RiskTable(final int capacity, final int words, final TableListener listener)
    {
        this.capacity = capacity;
        this.words = words;
        this.listener = listener;
        cells = new long[Math.multiplyExact(capacity, words)];
        older = new int[capacity];
        newer = new int[capacity];
        chain = new int[capacity];
        buckets = new int[BitUtil.findNextPositivePowerOfTwo(2 * capacity)];
        mask = buckets.length - 1;
    }

    /**
     * Bytes of memory.
     *
     * @param capacity slots.
     * @param words    of a slot.
     * @return about so many.
     */
    public static long bytes(final int capacity, final int words)
    {
        return (long)capacity * (words * 8 + 12) + 4L * BitUtil.findNextPositivePowerOfTwo(2 * capacity);
    }

    /**
     * Find a key.
     *
     * @param first  word of the key.
     * @param second word of the key.
     * @return its slot, or {@link #NONE}.
     */
    public int find(final long first, final long second)
    {
        int slot = buckets[hash(first, second)] - 1;
        while (slot != NONE && (cells[slot * words] != first || cells[slot * words + 1] != second))
        {
            slot = chain[slot];
        }
        return slot;
    }

    /**
     * Find a key, or take a slot for it; either way it is the newest now.
     *
     * @param first  word of the key.
     * @param second word of the key.
     * @return its slot; another was given up for it if the table was full.
     */
    public int take(final long first, final long second)
    {
        final int found = find(first, second);
        if (found != NONE)
        {
            if (found != newest)
            {
                detach(found);
                append(found);
            }
            return found;
        }
        if (size == capacity)
        {
            evict();
        }
        final int slot;
        if (free != NONE)
        {
            slot = free;
            free = newer[slot];
        }
        else
        {
            slot = highWater++;
        }
        Arrays.fill(cells, slot * words, (slot + 1) * words, 0);
        cells[slot * words] = first;
        cells[slot * words + 1] = second;
        final int bucket = hash(first, second);
        chain[slot] = buckets[bucket] - 1;
        buckets[bucket] = slot + 1;
        append(slot);
        size++;
        return slot;
    }

    /**
     * Give a slot back.
     *
     * @param slot that is taken.
     */
    public void release(final int slot)
    {
        final int bucket = hash(cells[slot * words], cells[slot * words + 1]);
        int before = NONE;
        int at = buckets[bucket] - 1;
        while (at != slot)
        {
            before = at;
            at = chain[at];
        }
        if (before == NONE)
        {
            buckets[bucket] = chain[slot] + 1;
        }
        else
        {
            chain[before] = chain[slot];
        }
        detach(slot);
        cells[slot * words] = 0;
        cells[slot * words + 1] = 0;
        newer[slot] = free;
        free = slot;
        size--;
    }

    /**
     * A word of a slot.
     *
     * @param slot that is taken.
     * @param word 0 and up; the first two are the key.
     * @return its value.
     */
    public long get(final int slot, final int word)
    {
        return cells[slot * words + word];
    }

    /**
     * Set a word of a slot.
     *
     * @param slot  that is taken.
     * @param word  2 and up.
     * @param value to set.
     */
    public void set(final int slot, final int word, final long value)
    {
        cells[slot * words + word] = value;
    }

    public int size()
    {
        return size;
    }

    /**
     * Slots that were ever taken lie below this.
     *
     * @return 0 to the capacity.
     */
    public int highWater()
    {
        return highWater;
    }

    /**
     * Whether a slot is taken.
     *
     * @param slot below {@link #highWater}.
     * @return false when it is free.
     */
    public boolean isTaken(final int slot)
    {
        return find(cells[slot * words], cells[slot * words + 1]) == slot;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(capacity);
        state.putLong(highWater);
        state.putLong(free);
        state.putLong(oldest);
        state.putLong(newest);
        state.putLong(size);
        for (int i = 0; i < highWater * words; i++)
        {
            state.putLong(cells[i]);
        }
        for (int slot = 0; slot < highWater; slot++)
        {
            state.putLong(older[slot]);
            state.putLong(newer[slot]);
            state.putLong(chain[slot]);
        }
        for (final int bucket : buckets)
        {
            state.putLong(bucket);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        final long written = state.getLong();
        if (written != capacity)
        {
            throw new IllegalStateException("written with " + written + " slots; here are " + capacity);
        }
        highWater = (int)state.getLong();
        free = (int)state.getLong();
        oldest = (int)state.getLong();
        newest = (int)state.getLong();
        size = (int)state.getLong();
        for (int i = 0; i < highWater * words; i++)
        {
            cells[i] = state.getLong();
        }
        for (int slot = 0; slot < highWater; slot++)
        {
            older[slot] = (int)state.getLong();
            newer[slot] = (int)state.getLong();
            chain[slot] = (int)state.getLong();
        }
        for (int i = 0; i < buckets.length; i++)
        {
            buckets[i] = (int)state.getLong();
        }
    }

    private void evict()
    {
        int chosen = oldest;
        int candidate = oldest;
        for (int i = 0; i < SAMPLE && candidate != NONE; i++)
        {
            if (listener.worth(candidate) < listener.worth(chosen))
            {
                chosen = candidate;
            }
            candidate = newer[candidate];
        }
        listener.onEviction(chosen);
        release(chosen);
    }

    private void append(final int slot)
    {
        older[slot] = newest;
        newer[slot] = NONE;
        if (newest == NONE)
        {
            oldest = slot;
        }
        else
        {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void detach(final int slot)
    {
        if (older[slot] == NONE)
        {
            oldest = newer[slot];
        }
        else
        {
            newer[older[slot]] = newer[slot];
        }
        if (newer[slot] == NONE)
        {
            newest = older[slot];
        }
        else
        {
            older[newer[slot]] = older[slot];
        }
    }

    private int hash(final long first, final long second)
    {
        return Hashing.hash(first * 31 + second * 0x9E3779B97F4A7C15L, mask);
    }
}
