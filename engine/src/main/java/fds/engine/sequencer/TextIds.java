package fds.engine.sequencer;

import fds.market.event.IdSpace;
import fds.market.event.InboundEvent;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The dictionary of one id space: exact texts to negative ids, per venue, bounded. Texts are compared byte by byte, so
 * two texts never share an id. Owned by the sequencer's thread; memory is taken at the first text.
 * <p>
 * When it is full, spaces of things that pass (orders, references) forget their oldest text, which would get a new id
 * if it came again; spaces of things that stay (accounts, groups, reasons) take no more.
 */
final class TextIds implements AutoCloseable
{
    static final long FULL = 0;

    private static final int VENUE = 8;
    private static final int LENGTH = 10;
    private static final int TEXT = 11;
    private static final int STRIDE = 80; // id, venue, length, up to 66 bytes

    private final boolean forgets;
    private final int capacity;
    private long allocation;
    private UnsafeBuffer entries; // [entry * STRIDE]
    private int[] index; // [hash & mask], entry + 1
    private int mask;
    private int size;
    private int next;
    private long forgottenCount;
    private boolean added;

    TextIds(final int idSpace, final int capacity)
    {
        forgets = idSpace == IdSpace.ORDER || idSpace == IdSpace.REFERENCE;
        this.capacity = capacity;
    }

    /**
     * The id of a text, or {@link #FULL}.
     *
     * @param newId used when the text is new.
     */
    long idOf(final int venueId, final DirectBuffer text, final int offset, final int length, final long newId)
    {
        if (entries == null)
        {
            allocate();
        }
        added = false;
        int position = hash(venueId, text, offset, length) & mask;
        while (index[position] != 0)
        {
            final int at = (index[position] - 1) * STRIDE;
            if (holds(at, venueId, text, offset, length))
            {
                return entries.getLong(at);
            }
            position = position + 1 & mask;
        }
        if (size == capacity)
        {
            if (!forgets)
            {
                return FULL;
            }
            forget(next);
            position = hash(venueId, text, offset, length) & mask;
            while (index[position] != 0)
            {
                position = position + 1 & mask;
            }
        }
        final int at = next * STRIDE;
        entries.putLong(at, newId);
        entries.putShort(at + VENUE, (short)venueId);
        entries.putByte(at + LENGTH, (byte)length);
        entries.putBytes(at + TEXT, text, offset, length);
        index[position] = next + 1;
        next = next + 1 == capacity ? 0 : next + 1;
        size++;
        added = true;
        return newId;
    }

    /** Whether the last call of {@link #idOf} took the new id. */
    boolean added()
    {
        return added;
    }

    long forgottenCount()
    {
        return forgottenCount;
    }

    /**
     * Write the texts, the oldest first.
     *
     * @param state to write to.
     */
    void write(final StateWriter state)
    {
        state.putLong(size);
        state.putLong(forgottenCount);
        final UnsafeBuffer entry = new UnsafeBuffer(new byte[STRIDE]);
        for (int i = 0; i < size; i++)
        {
            final int at = entryAt(i);
            entry.setMemory(0, STRIDE, (byte)0); // behind a short text stands what was there before
            entry.putBytes(0, entries, at, TEXT + entries.getByte(at + LENGTH));
            state.putBytes(entry, 0, STRIDE);
        }
    }

    /**
     * Read what {@link #write} wrote, in place of what is here.
     *
     * @param state to read from.
     * @throws IllegalStateException when it holds more than this one can.
     */
    void read(final StateReader state)
    {
        close();
        size = 0;
        next = 0;
        final long written = state.getLong();
        if (written > capacity)
        {
            throw new IllegalStateException("written with " + written + " texts; " + capacity + " fit here");
        }
        final long forgotten = state.getLong();
        final UnsafeBuffer entry = new UnsafeBuffer(new byte[STRIDE]);
        for (long i = 0; i < written; i++)
        {
            state.getBytes(entry, 0, STRIDE);
            idOf(entry.getShort(VENUE) & 0xFFFF, entry, TEXT, entry.getByte(LENGTH), entry.getLong(0));
        }
        forgottenCount = forgotten;
    }

    int size()
    {
        return size;
    }

    /** The id of a text, the oldest is number 0. */
    long idAt(final int number)
    {
        return entries.getLong(entryAt(number));
    }

    void show(final int number, final int space, final TextVisitor visitor)
    {
        final int at = entryAt(number);
        visitor.onText(entries.getShort(at + VENUE) & 0xFFFF, space, entries.getLong(at), entries, at + TEXT,
            entries.getByte(at + LENGTH));
    }

    private int entryAt(final int number)
    {
        return Math.floorMod(next - size + number, capacity) * STRIDE;
    }

    @Override
    public void close()
    {
        if (entries != null)
        {
            UnsafeApi.freeMemory(allocation);
            entries = null;
        }
    }

    private void allocate()
    {
        final long bytes = (long)capacity * STRIDE;
        allocation = UnsafeApi.allocateMemory(bytes);
        entries = new UnsafeBuffer(allocation, Math.toIntExact(bytes));
        index = new int[BitUtil.findNextPositivePowerOfTwo(2 * capacity)];
        mask = index.length - 1;
    }

    private boolean holds(
        final int at, final int venueId, final DirectBuffer text, final int offset, final int length)
    {
        if (entries.getShort(at + VENUE) != (short)venueId || entries.getByte(at + LENGTH) != length)
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (entries.getByte(at + TEXT + i) != text.getByte(offset + i))
            {
                return false;
            }
        }
        return true;
    }

    private void forget(final int entry)
    {
        int hole = hashOf(entry) & mask;
        while (index[hole] != entry + 1)
        {
            hole = hole + 1 & mask;
        }
        int position = hole;
        while (true)
        {
            position = position + 1 & mask;
            if (index[position] == 0)
            {
                break;
            }
            final int home = hashOf(index[position] - 1) & mask;
            if ((position - home & mask) >= (position - hole & mask))
            {
                index[hole] = index[position];
                hole = position;
            }
        }
        index[hole] = 0;
        size--;
        forgottenCount++;
    }

    private int hashOf(final int entry)
    {
        final int at = entry * STRIDE;
        return hash(entries.getShort(at + VENUE) & 0xFFFF, entries, at + TEXT, entries.getByte(at + LENGTH));
    }

    private static int hash(final int venueId, final DirectBuffer text, final int offset, final int length)
    {
        long h = venueId * 0x9E3779B97F4A7C15L + length;
        for (int i = 0; i < length; i++)
        {
            h = (h ^ text.getByte(offset + i)) * 0x100000001B3L;
        }
        h ^= h >>> 29;
        h *= 0xBF58476D1CE4E5B9L;
        return (int)(h >>> 32);
    }

    static
    {
        if (TEXT + InboundEvent.TEXT_MAX_BYTES > STRIDE)
        {
            throw new IllegalStateException("an entry is too short for the longest text");
        }
    }
}
