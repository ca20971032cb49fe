package fds.market.slots;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Detection state in memory: written once, then read once or more. */
public final class StateBuffer implements StateWriter, StateReader
{
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    private int written;
    private int read;

    @Override
    public void putLong(final long value)
    {
        buffer.putLong(written, value);
        written += Long.BYTES;
    }

    @Override
    public void putBytes(final DirectBuffer source, final int offset, final int length)
    {
        buffer.putBytes(written, source, offset, length);
        written += length;
    }

    @Override
    public long getLong()
    {
        check(Long.BYTES);
        final long value = buffer.getLong(read);
        read += Long.BYTES;
        return value;
    }

    @Override
    public void getBytes(final MutableDirectBuffer target, final int offset, final int length)
    {
        check(length);
        target.putBytes(offset, buffer, read, length);
        read += length;
    }

    /** Read again from the first byte. */
    public void rewind()
    {
        read = 0;
    }

    public int writtenBytes()
    {
        return written;
    }

    private void check(final int length)
    {
        if (read + length > written)
        {
            throw new IllegalStateException("the state ends at byte " + written + ", asked for " + (read + length));
        }
    }
}
