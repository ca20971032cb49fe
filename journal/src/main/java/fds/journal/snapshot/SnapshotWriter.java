package fds.journal.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

import fds.market.slots.StateWriter;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

/**
 * Writes one snapshot, section by section, under a name of its own; {@link #finish} forces it to the disk and only then
 * gives it its name, so that a snapshot is there whole or not at all. Owned by one thread.
 */
public final class SnapshotWriter implements StateWriter, AutoCloseable
{
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ByteBuffer buffer = SnapshotFormat.newBuffer(BUFFER_BYTES);
    private final UnsafeBuffer view = new UnsafeBuffer(buffer);
    private final ByteBuffer sectionHead = SnapshotFormat.newBuffer(SnapshotFormat.SECTION_HEAD_BYTES);
    private final CRC32C body = new CRC32C();
    private final CRC32C heads = new CRC32C();
    private int filled;
    private long position; // of the first byte that is not in the file yet
    private long sectionStart = -1;
    private int kind;
    private int number;
    private int sections;

    /**
     * Begin.
     *
     * @param file of the snapshot; until it is finished it is written beside it, with {@code .tmp} behind the name.
     * @param head what it is.
     * @throws IOException when it cannot be written; the file system's reason.
     */
    SnapshotWriter(final Path file, final SnapshotHead head) throws IOException
    {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + SnapshotDirectory.UNFINISHED);
        channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
        write(SnapshotFormat.encode(head));
    }

    /**
     * Begin a section; the one before it is complete.
     *
     * @param sectionKind   what is in it, 0 to 65535.
     * @param sectionNumber which of its kind, 0 to 65535.
     * @return this.
     */
    public StateWriter begin(final int sectionKind, final int sectionNumber)
    {
        end();
        kind = sectionKind;
        number = sectionNumber;
        sectionStart = position;
        position += SnapshotFormat.SECTION_HEAD_BYTES; // written when its length is known
        body.reset();
        return this;
    }

    @Override
    public void putLong(final long value)
    {
        if (filled + Long.BYTES > BUFFER_BYTES)
        {
            flush();
        }
        view.putLong(filled, value, LITTLE_ENDIAN);
        filled += Long.BYTES;
    }

    @Override
    public void putBytes(final DirectBuffer source, final int offset, final int length)
    {
        for (int done = 0; done < length;)
        {
            if (filled == BUFFER_BYTES)
            {
                flush();
            }
            final int count = Math.min(length - done, BUFFER_BYTES - filled);
            view.putBytes(filled, source, offset + done, count);
            filled += count;
            done += count;
        }
    }

    /**
     * The file.
     *
     * @return its path once it is finished.
     */
    public Path file()
    {
        return file;
    }

    /**
     * Complete it: forced to the disk, named, and the name forced.
     *
     * @return bytes of the file.
     * @throws SnapshotIoException when the disk does not take it.
     */
    public long finish()
    {
        end();
        final ByteBuffer tail = SnapshotFormat.newBuffer(SnapshotFormat.END_BYTES);
        tail.putInt(SnapshotFormat.END_MAGIC).putInt(sections).putLong(position + SnapshotFormat.END_BYTES)
            .putInt((int)heads.getValue());
        tail.putInt(SnapshotFormat.crc(tail, 0, tail.position()));
        write(tail.flip());
        try
        {
            channel.force(true);
            channel.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ))
            {
                directory.force(true);
            }
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
        return position;
    }

    /** Let go; what was not finished is removed, and its room given back. */
    @Override
    public void close()
    {
        try
        {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
        finally
        {
            BufferUtil.free(buffer);
        }
    }

    private void end()
    {
        if (sectionStart < 0)
        {
            return;
        }
        flush();
        sectionHead.clear();
        sectionHead.putInt(SnapshotFormat.SECTION_MAGIC).putShort((short)kind).putShort((short)number)
            .putLong(position - sectionStart - SnapshotFormat.SECTION_HEAD_BYTES).putInt((int)body.getValue());
        heads.update(sectionHead.flip().duplicate());
        final long behind = position;
        position = sectionStart;
        write(sectionHead);
        position = behind;
        sectionStart = -1;
        sections++;
    }

    private void flush()
    {
        buffer.limit(filled).position(0);
        body.update(buffer.duplicate());
        write(buffer);
        buffer.clear();
        filled = 0;
    }

    private void write(final ByteBuffer bytes)
    {
        try
        {
            while (bytes.hasRemaining())
            {
                position += channel.write(bytes, position);
            }
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }
}
