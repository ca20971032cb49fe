package fds.engine.ring;

import com.lmax.disruptor.Sequence;
import fds.market.memory.NativeBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A byte ring from one shard to the account stage: records of findings and blind spots, each with the sequence of its
 * event and the partition it came from. One thread writes, one reads. A full ring makes the writer wait.
 */
public final class FindingRing
{
    /** A Detection record. */
    public static final int DETECTION = 1;
    /** A BlindSpot record. */
    public static final int BLIND_SPOT = 2;

    private static final int PADDING = -1;
    private static final int HEADER = 24; // length, type, sequence, partition, 0

    private final int capacity;
    private final NativeBuffer memory;
    private final Sequence tail = new Sequence(0);
    private final Sequence head = new Sequence(0);
    private long writePosition;
    private long headSeen;
    private long readPosition;
    private int claimedAt;

    /**
     * Make a ring.
     *
     * @param capacity bytes, a power of two.
     */
    public FindingRing(final int capacity)
    {
        this.capacity = capacity;
        memory = NativeBuffer.allocate(capacity);
    }

    /**
     * Claim room for a record.
     *
     * @param lengthMax most bytes it will have.
     * @return offset in {@link #memory()} to write at, or -1 while the ring is full.
     */
    public int tryClaim(final int lengthMax)
    {
        final int needed = HEADER + lengthMax + 7 & ~7;
        final int index = (int)writePosition & capacity - 1;
        final int toEnd = capacity - index;
        final int total = toEnd < needed ? toEnd + needed : needed;
        if (writePosition + total - headSeen > capacity)
        {
            headSeen = head.get();
            if (writePosition + total - headSeen > capacity)
            {
                return -1;
            }
        }
        if (toEnd < needed)
        {
            memory.putInt(index, toEnd);
            memory.putInt(index + 4, PADDING);
            writePosition += toEnd;
        }
        claimedAt = (int)writePosition & capacity - 1;
        return claimedAt + HEADER;
    }

    /**
     * Hand over the record that was written to the claimed place.
     *
     * @param length    bytes of it.
     * @param type      DETECTION or BLIND_SPOT.
     * @param sequence  of its event.
     * @param partition it came from.
     */
    public void commit(final int length, final int type, final long sequence, final int partition)
    {
        memory.putInt(claimedAt, length);
        memory.putInt(claimedAt + 4, type);
        memory.putLong(claimedAt + 8, sequence);
        memory.putInt(claimedAt + 16, partition);
        writePosition += HEADER + length + 7 & ~7;
        tail.set(writePosition);
    }

    /**
     * The sequence of the record at the head.
     *
     * @return sequence, or {@link Long#MAX_VALUE} when the ring is empty.
     */
    public long peekSequence()
    {
        while (readPosition < tail.get())
        {
            final int index = (int)readPosition & capacity - 1;
            if (memory.getInt(index + 4) != PADDING)
            {
                return memory.getLong(index + 8);
            }
            readPosition += memory.getInt(index);
        }
        return Long.MAX_VALUE;
    }

    /**
     * The partition of the record at the head; only after {@link #peekSequence} found one.
     *
     * @return partition.
     */
    public int headPartition()
    {
        return memory.getInt(((int)readPosition & capacity - 1) + 16);
    }

    /**
     * The type of the record at the head.
     *
     * @return DETECTION or BLIND_SPOT.
     */
    public int headType()
    {
        return memory.getInt(((int)readPosition & capacity - 1) + 4);
    }

    /**
     * Where the record at the head begins.
     *
     * @return offset in {@link #memory()}.
     */
    public int headOffset()
    {
        return ((int)readPosition & capacity - 1) + HEADER;
    }

    /**
     * The length of the record at the head.
     *
     * @return bytes.
     */
    public int headLength()
    {
        return memory.getInt((int)readPosition & capacity - 1);
    }

    /** Pass the record at the head. */
    public void pass()
    {
        readPosition += HEADER + headLength() + 7 & ~7;
        head.set(readPosition);
    }

    public UnsafeBuffer memory()
    {
        return memory;
    }
}
