package fds.journal.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

import fds.market.slots.StateReader;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

/**
 * Reads one snapshot. Every byte is checked before anything is given, so that nobody takes in half a state. Owned by
 * one thread.
 */
public final class SnapshotReader implements StateReader, AutoCloseable
{
    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final SnapshotHead head;
    private final Map<Integer, Section> sections = new HashMap<>(); // kind << 16 | number
    private final ByteBuffer buffer = SnapshotFormat.newBuffer(BUFFER_BYTES);
    private final UnsafeBuffer view = new UnsafeBuffer(buffer);
    private long bufferStart; // position in the file
    private int at;
    private int filled;
    private long end; // of the section

    private record Section(long position, long length)
    {
    }

    /**
     * Open and check.
     *
     * @param file of the snapshot.
     * @throws SnapshotRefusedException when it is not whole, byte by byte.
     * @throws SnapshotIoException      when it cannot be read.
     */
    public SnapshotReader(final Path file)
    {
        FileChannel opened = null;
        boolean whole = false;
        try
        {
            opened = FileChannel.open(file, StandardOpenOption.READ);
            channel = opened;
            fill(0);
            head = SnapshotFormat.decode(buffer.limit(Math.min(filled, SnapshotFormat.HEAD_BYTES_MAX)));
            buffer.clear();
            check(SnapshotFormat.headBytes(buffer));
            whole = true;
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
        finally
        {
            if (!whole)
            {
                closeQuietly(opened);
                BufferUtil.free(buffer);
            }
        }
    }

    /**
     * Read only what a snapshot says of itself: its head is checked, the rest is not.
     *
     * @param file of the snapshot.
     * @return its head.
     * @throws SnapshotRefusedException when the head is not whole.
     */
    public static SnapshotHead headOf(final Path file)
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ))
        {
            final ByteBuffer bytes = SnapshotFormat.newBuffer(SnapshotFormat.HEAD_BYTES_MAX);
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0)
            {
                // until all of it is there
            }
            return SnapshotFormat.decode(bytes.flip());
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }

    /**
     * What it says of itself.
     *
     * @return its head.
     */
    public SnapshotHead head()
    {
        return head;
    }

    /**
     * Go to a section.
     *
     * @param kind   what is in it.
     * @param number which of its kind.
     * @return this, at the section's first byte.
     * @throws IllegalStateException when there is no such section.
     */
    public StateReader open(final int kind, final int number)
    {
        final Section section = sections.get(kind << 16 | number);
        if (section == null)
        {
            throw new IllegalStateException("there is no section " + kind + "/" + number);
        }
        bufferStart = section.position();
        filled = 0;
        at = 0;
        end = section.position() + section.length();
        return this;
    }

    @Override
    public long getLong()
    {
        require(Long.BYTES);
        if (at + Long.BYTES > filled)
        {
            refill();
        }
        final long value = view.getLong(at, LITTLE_ENDIAN);
        at += Long.BYTES;
        return value;
    }

    @Override
    public void getBytes(final MutableDirectBuffer target, final int offset, final int length)
    {
        require(length);
        for (int done = 0; done < length;)
        {
            if (at == filled)
            {
                refill();
            }
            final int count = Math.min(length - done, filled - at);
            target.putBytes(offset + done, view, at, count);
            at += count;
            done += count;
        }
    }

    @Override
    public void close()
    {
        closeQuietly(channel);
        BufferUtil.free(buffer);
    }

    private void require(final int length)
    {
        if (bufferStart + at + length > end)
        {
            throw new IllegalStateException(
                "the section ends at byte " + end + ", asked for " + (bufferStart + at + length));
        }
    }

    private void refill()
    {
        try
        {
            final long from = bufferStart + at;
            fill(from);
            if (filled < Math.min(BUFFER_BYTES, end - from))
            {
                throw new IOException("the file has become shorter while it was read");
            }
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }

    private void fill(final long from) throws IOException
    {
        bufferStart = from;
        at = 0;
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0)
        {
            // until it is full or the file ends
        }
        filled = buffer.position();
        buffer.clear();
    }

    private void check(final int headBytes) throws IOException
    {
        final long size = channel.size();
        final CRC32C heads = new CRC32C();
        long position = headBytes;
        while (true)
        {
            final ByteBuffer bytes = peek(position, SnapshotFormat.END_BYTES);
            if (bytes.limit() < SnapshotFormat.END_BYTES)
            {
                throw new SnapshotRefusedException("it is damaged: it ends at byte " + size + " without an end");
            }
            if (bytes.getInt(0) == SnapshotFormat.END_MAGIC)
            {
                checkEnd(bytes, heads, position + SnapshotFormat.END_BYTES, size);
                return;
            }
            final long length = bytes.getLong(8);
            if (bytes.getInt(0) != SnapshotFormat.SECTION_MAGIC || length < 0 ||
                length > size - position - SnapshotFormat.SECTION_HEAD_BYTES)
            {
                throw new SnapshotRefusedException("it is damaged: no section starts at byte " + position);
            }
            heads.update(bytes.duplicate().limit(SnapshotFormat.SECTION_HEAD_BYTES));
            final int kind = bytes.getShort(4) & 0xFFFF;
            final int number = bytes.getShort(6) & 0xFFFF;
            final int expected = bytes.getInt(16);
            position += SnapshotFormat.SECTION_HEAD_BYTES;
            if (crcOf(position, length) != expected)
            {
                throw new SnapshotRefusedException("it is damaged: section " + kind + "/" + number + " has changed");
            }
            sections.put(kind << 16 | number, new Section(position, length));
            position += length;
        }
    }

    private void checkEnd(final ByteBuffer bytes, final CRC32C heads, final long behind, final long size)
    {
        if (SnapshotFormat.crc(bytes, 0, SnapshotFormat.END_BYTES - SnapshotFormat.CRC_BYTES) !=
            bytes.getInt(SnapshotFormat.END_BYTES - SnapshotFormat.CRC_BYTES) ||
            bytes.getInt(4) != sections.size() || bytes.getLong(8) != size || behind != size ||
            bytes.getInt(16) != (int)heads.getValue())
        {
            throw new SnapshotRefusedException("it is damaged: its sections are not those that were written");
        }
    }

    private ByteBuffer peek(final long position, final int length) throws IOException
    {
        if (position < bufferStart || position + length > bufferStart + filled)
        {
            fill(position);
        }
        final int from = (int)(position - bufferStart);
        return buffer.duplicate().position(from).limit(Math.min(filled, from + length)).slice().order(LITTLE_ENDIAN);
    }

    private int crcOf(final long from, final long length) throws IOException
    {
        final CRC32C crc = new CRC32C();
        final long behind = from + length;
        for (long position = from; position < behind;)
        {
            if (position < bufferStart || position >= bufferStart + filled)
            {
                fill(position);
            }
            final int start = (int)(position - bufferStart);
            final int count = (int)Math.min(filled - start, behind - position);
            crc.update(buffer.duplicate().limit(start + count).position(start));
            position += count;
        }
        return (int)crc.getValue();
    }

    private static void closeQuietly(final FileChannel channel)
    {
        if (channel != null)
        {
            try
            {
                channel.close();
            }
            catch (final IOException e)
            {
                throw new SnapshotIoException(e);
            }
        }
    }
}
