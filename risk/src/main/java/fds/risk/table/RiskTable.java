package fds.risk.table;

import fds.market.memory.NativeBuffer;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.BitUtil;
import org.agrona.collections.Hashing;

/**
 * A bounded table from a key of two words to a slot with words of its own, all zero when the slot is taken. When it is
 * full, a hand goes on over the next {@value #SAMPLE} slots, and that one of them is given up which is worth least, the
 * longest untouched among equals: so no order of use has to be kept right at each touch. A slot's first words share its
 * first cache line with the key. Owned by one thread; allocates nothing after construction.
 */
public final class RiskTable
{
    /** No such key. */
    public static final int NONE = -1;

    private static final int SAMPLE = 8;
    private static final int LINE = 64;
    private static final int SECOND = 8;
    private static final int TOUCHED = 16; // stamp of the newest touch

    private final int capacity;
    private final int words;
    private final int stride;         // bytes of a slot
    private final TableListener listener;
    private final NativeBuffer cells; // [slot * stride], key, stamp, further words
    private final int[] chain;        // [slot], next of the same bucket; of a free slot the next free one
    private final int[] buckets;      // [hash & mask], slot + 1
    private final int mask;

    private int highWater;
    private int free = NONE;
    private int hand; // slot that is looked at next when room is needed
    private int size;
    private long stamp;

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
        stride = strideOf(words);
        cells = NativeBuffer.allocate(Math.multiplyExact(capacity, stride));
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
        return (long)capacity * (strideOf(words) + 4) + 4L * BitUtil.findNextPositivePowerOfTwo(2 * capacity);
    }

    /** The stamp is one more word; what is smaller than a line shares one and lies in no two. */
    private static int strideOf(final int words)
    {
        final int bytes = (words + 1) * Long.BYTES;
        return bytes >= LINE ? BitUtil.align(bytes, LINE) : BitUtil.findNextPositivePowerOfTwo(bytes);
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
        while (slot != NONE && !holds(slot, first, second))
        {
            slot = chain[slot];
        }
        return slot;
    }

    /**
     * The slot that a key most likely has; for looking ahead.
     *
     * @param first  word of the key.
     * @param second word of the key.
     * @return a slot, or {@link #NONE} when the key has none.
     */
    public int likely(final long first, final long second)
    {
        return buckets[hash(first, second)] - 1;
    }

    /**
     * Load a slot's first line; for looking ahead.
     *
     * @param slot any, or {@link #NONE}.
     * @return something that depends on it.
     */
    public long touchLine(final int slot)
    {
        return slot == NONE ? 0 : cells.getLong((long)slot * stride);
    }

    /**
     * Whether a slot has a key, for who remembers where a key was.
     *
     * @param slot   that was taken once.
     * @param first  word of the key, not 0.
     * @param second word of the key.
     * @return false when it has another or was given back.
     */
    public boolean holds(final int slot, final long first, final long second)
    {
        final long at = (long)slot * stride;
        return cells.getLong(at) == first && cells.getLong(at + SECOND) == second;
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
        final int bucket = hash(first, second);
        int slot = buckets[bucket] - 1;
        while (slot != NONE && !holds(slot, first, second))
        {
            slot = chain[slot];
        }
        if (slot == NONE)
        {
            if (size == capacity)
            {
                evict();
            }
            slot = newSlot();
            final long at = (long)slot * stride;
            cells.zero(at, stride);
            cells.putLong(at, first);
            cells.putLong(at + SECOND, second);
            chain[slot] = buckets[bucket] - 1;
            buckets[bucket] = slot + 1;
            size++;
        }
        touch(slot);
        return slot;
    }

    /**
     * A slot is in use: it is the newest now.
     *
     * @param slot that is taken.
     */
    public void touch(final int slot)
    {
        cells.putLong((long)slot * stride + TOUCHED, ++stamp);
    }

    /**
     * Give a slot back.
     *
     * @param slot that is taken.
     */
    public void release(final int slot)
    {
        final long cell = (long)slot * stride;
        final int bucket = hash(cells.getLong(cell), cells.getLong(cell + SECOND));
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
        cells.putLong(cell, 0);
        cells.putLong(cell + SECOND, 0);
        chain[slot] = free;
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
        return cells.getLong(offsetOf(slot, word));
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
        cells.putLong(offsetOf(slot, word), value);
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
        return find(get(slot, 0), get(slot, 1)) == slot;
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(capacity);
        state.putLong(words);
        state.putLong(highWater);
        state.putLong(free);
        state.putLong(hand);
        state.putLong(size);
        state.putLong(stamp);
        for (int slot = 0; slot < highWater; slot++)
        {
            for (int word = 0; word <= words; word++)
            {
                state.putLong(cells.getLong((long)slot * stride + word * Long.BYTES));
            }
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
        final long writtenCapacity = state.getLong();
        final long writtenWords = state.getLong();
        if (writtenCapacity != capacity || writtenWords != words)
        {
            throw new IllegalStateException("written with " + writtenCapacity + " slots of " + writtenWords +
                " words; here are " + capacity + " of " + words);
        }
        highWater = (int)state.getLong();
        free = (int)state.getLong();
        hand = (int)state.getLong();
        size = (int)state.getLong();
        stamp = state.getLong();
        for (int slot = 0; slot < highWater; slot++)
        {
            for (int word = 0; word <= words; word++)
            {
                cells.putLong((long)slot * stride + word * Long.BYTES, state.getLong());
            }
            chain[slot] = (int)state.getLong();
        }
        for (int i = 0; i < buckets.length; i++)
        {
            buckets[i] = (int)state.getLong();
        }
    }

    /** Of a full table, so every slot is taken. */
    private void evict()
    {
        int chosen = hand;
        for (int i = 0; i < SAMPLE; i++)
        {
            if (goesBefore(hand, chosen))
            {
                chosen = hand;
            }
            hand = hand + 1 == capacity ? 0 : hand + 1;
        }
        listener.onEviction(chosen);
        release(chosen);
    }

    private boolean goesBefore(final int slot, final int other)
    {
        final long worth = listener.worth(slot);
        final long otherWorth = listener.worth(other);
        return worth != otherWorth ? worth < otherWorth :
            cells.getLong((long)slot * stride + TOUCHED) < cells.getLong((long)other * stride + TOUCHED);
    }

    private int newSlot()
    {
        if (free == NONE)
        {
            return highWater++;
        }
        final int slot = free;
        free = chain[slot];
        return slot;
    }

    /** The stamp lies behind the key. */
    private long offsetOf(final int slot, final int word)
    {
        return (long)slot * stride + (word < 2 ? word : word + 1) * Long.BYTES;
    }

    private int hash(final long first, final long second)
    {
        return Hashing.hash(first * 31 + second * 0x9E3779B97F4A7C15L, mask);
    }
}
