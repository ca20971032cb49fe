package fds.actions.policy;

import java.util.Arrays;

import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.BitUtil;

/**
 * A bounded table of rows of words, found by a hash and kept in the order in which they were taken or touched. Several
 * rows may have one hash: the caller compares the rest. Owned by one thread; allocates nothing after construction.
 */
final class KeyedRows
{
    /** No row. */
    static final int NONE = -1;

    private final int capacity;
    private final int words;
    private final int mask;
    private final long[] cells;   // [row * words + word]
    private final long[] hashes;  // [row]
    private final int[] buckets;  // [hash & mask], row + 1
    private final int[] next;     // [row], in its bucket or among the free, row + 1
    private final int[] older;    // [row]
    private final int[] newer;    // [row]
    private int free;             // row + 1
    private int highWater;
    private int size;
    private int oldest = NONE;
    private int newest = NONE;

    KeyedRows(final int capacity, final int words)
    {
        this.capacity = capacity;
        this.words = words;
        mask = BitUtil.findNextPositivePowerOfTwo(2 * capacity) - 1;
        cells = new long[Math.multiplyExact(capacity, words)];
        hashes = new long[capacity];
        buckets = new int[mask + 1];
        next = new int[capacity];
        older = new int[capacity];
        newer = new int[capacity];
    }

    /** Words, hash, links, and at most four buckets. */
    static int rowBytes(final int words)
    {
        return Long.BYTES * (words + 1) + Integer.BYTES * (3 + 4);
    }

    static long mix(final long value)
    {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** The first row of a hash, or NONE. */
    int first(final long hash)
    {
        return from(buckets[(int)hash & mask] - 1, hash);
    }

    /** The next row of the same hash, or NONE. */
    int next(final int row)
    {
        return from(next[row] - 1, hashes[row]);
    }

    /** A row of zeros behind all others, or NONE when there is no room. */
    int take(final long hash)
    {
        if (size == capacity)
        {
            return NONE;
        }
        final int row;
        if (free != 0)
        {
            row = free - 1;
            free = next[row];
        }
        else
        {
            row = highWater++;
        }
        Arrays.fill(cells, row * words, (row + 1) * words, 0);
        hashes[row] = hash;
        final int bucket = (int)hash & mask;
        next[row] = buckets[bucket];
        buckets[bucket] = row + 1;
        append(row);
        size++;
        return row;
    }

    void free(final int row)
    {
        detach(row);
        final int bucket = (int)hashes[row] & mask;
        if (buckets[bucket] == row + 1)
        {
            buckets[bucket] = next[row];
        }
        else
        {
            int previous = buckets[bucket] - 1;
            while (next[previous] != row + 1)
            {
                previous = next[previous] - 1;
            }
            next[previous] = next[row];
        }
        next[row] = free;
        free = row + 1;
        size--;
    }

    void touch(final int row)
    {
        if (row != newest)
        {
            detach(row);
            append(row);
        }
    }

    int oldest()
    {
        return oldest;
    }

    /** The row taken or touched after this one, or NONE. */
    int newer(final int row)
    {
        return newer[row];
    }

    int size()
    {
        return size;
    }

    long get(final int row, final int word)
    {
        return cells[row * words + word];
    }

    void set(final int row, final int word, final long value)
    {
        cells[row * words + word] = value;
    }

    void clear()
    {
        Arrays.fill(buckets, 0);
        free = 0;
        highWater = 0;
        size = 0;
        oldest = NONE;
        newest = NONE;
    }

    void write(final StateWriter state)
    {
        state.putLong(capacity);
        state.putLong(words);
        state.putLong(size);
        for (int row = oldest; row != NONE; row = newer[row])
        {
            state.putLong(hashes[row]);
            for (int word = 0; word < words; word++)
            {
                state.putLong(get(row, word));
            }
        }
    }

    void read(final StateReader state)
    {
        final long writtenCapacity = state.getLong();
        final long writtenWords = state.getLong();
        if (writtenCapacity != capacity || writtenWords != words)
        {
            throw new IllegalStateException("written with " + writtenCapacity + " rows of " + writtenWords +
                " words; here are " + capacity + " of " + words);
        }
        clear();
        final long count = state.getLong();
        for (long i = 0; i < count; i++)
        {
            final int row = take(state.getLong());
            for (int word = 0; word < words; word++)
            {
                set(row, word, state.getLong());
            }
        }
    }

    private int from(final int start, final long hash)
    {
        int row = start;
        while (row != NONE && hashes[row] != hash)
        {
            row = next[row] - 1;
        }
        return row;
    }

    private void append(final int row)
    {
        older[row] = newest;
        newer[row] = NONE;
        if (newest == NONE)
        {
            oldest = row;
        }
        else
        {
            newer[newest] = row;
        }
        newest = row;
    }

    private void detach(final int row)
    {
        if (older[row] == NONE)
        {
            oldest = newer[row];
        }
        else
        {
            newer[older[row]] = newer[row];
        }
        if (newer[row] == NONE)
        {
            newest = older[row];
        }
        else
        {
            older[newer[row]] = older[row];
        }
    }
}
