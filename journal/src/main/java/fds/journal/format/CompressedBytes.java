package fds.journal.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;

/**
 * A file of a queue that lies compressed in the seekable format of {@link Zstandard}. Keeps the frame that was read
 * last. Every frame's content checksum is verified.
 */
final class CompressedBytes implements SegmentBytes
{
    private static final int FRAMES_MAX = 1 << 24;
    private static final int FRAME_BYTES_MAX = 2 * Zstandard.FRAME_CONTENT_BYTES;

    private final FileChannel channel;
    private final long[] starts;
    private final long size;
    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final byte[] content = new byte[Zstandard.FRAME_CONTENT_BYTES];
    private int contentFrame = -1;

    /**
     * Open a compressed file.
     *
     * @param path of it.
     * @throws IOException when it cannot be read or is not in the format.
     */
    CompressedBytes(final Path path) throws IOException
    {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        try
        {
            final long length = channel.size();
            final ByteBuffer tail = read(length - Zstandard.TABLE_TAIL_BYTES, Zstandard.TABLE_TAIL_BYTES);
            final int frames = tail.getInt(0);
            final long tableBytes =
                Zstandard.TABLE_HEAD_BYTES + (long)Zstandard.TABLE_ENTRY_BYTES * frames + Zstandard.TABLE_TAIL_BYTES;
            if (frames < 0 || frames > FRAMES_MAX || tail.get(4) != 0 ||
                tail.getInt(5) != Zstandard.SEEKABLE_MAGIC || tableBytes > length)
            {
                throw new IOException("it does not end with a table of the Zstandard seekable format");
            }
            final ByteBuffer table = read(length - tableBytes, (int)tableBytes);
            if (table.getInt(0) != Zstandard.TABLE_MAGIC ||
                table.getInt(4) != tableBytes - Zstandard.TABLE_HEAD_BYTES)
            {
                throw new IOException("its table of frames is damaged");
            }
            starts = new long[frames + 1];
            size = readTable(table, frames);
            if (starts[frames] != length - tableBytes)
            {
                throw new IOException("its table of frames does not fit its length");
            }
        }
        catch (final IOException e)
        {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size()
    {
        return size;
    }

    @Override
    public int read(final ByteBuffer target, final long position) throws IOException
    {
        if (position >= size)
        {
            return -1;
        }
        load((int)(position / Zstandard.FRAME_CONTENT_BYTES));
        final int from = (int)(position % Zstandard.FRAME_CONTENT_BYTES);
        final int length = Math.min(target.remaining(), contentLength(contentFrame) - from);
        target.put(content, from, length);
        return length;
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }

    private long readTable(final ByteBuffer table, final int frames) throws IOException
    {
        long contentBytes = 0;
        for (int frame = 0; frame < frames; frame++)
        {
            final int entry = Zstandard.TABLE_HEAD_BYTES + Zstandard.TABLE_ENTRY_BYTES * frame;
            final int packed = table.getInt(entry);
            final int unpacked = table.getInt(entry + 4);
            final boolean isLast = frame == frames - 1;
            if (packed <= 0 || packed > FRAME_BYTES_MAX || unpacked <= 0 || unpacked > Zstandard.FRAME_CONTENT_BYTES ||
                !isLast && unpacked != Zstandard.FRAME_CONTENT_BYTES)
            {
                throw new IOException("its table of frames is damaged at frame " + frame);
            }
            starts[frame + 1] = starts[frame] + packed;
            contentBytes += unpacked;
        }
        return contentBytes;
    }

    private int contentLength(final int frame)
    {
        return (int)Math.min(Zstandard.FRAME_CONTENT_BYTES, size - (long)frame * Zstandard.FRAME_CONTENT_BYTES);
    }

    private void load(final int frame) throws IOException
    {
        if (frame == contentFrame)
        {
            return;
        }
        contentFrame = -1;
        final byte[] packed = read(starts[frame], (int)(starts[frame + 1] - starts[frame])).array();
        try
        {
            final int length = decompressor.decompress(packed, 0, packed.length, content, 0, content.length);
            if (length != contentLength(frame))
            {
                throw new IOException("frame " + frame + " holds " + length + " bytes, its table says " +
                    contentLength(frame));
            }
        }
        catch (final MalformedInputException e)
        {
            throw new IOException("frame " + frame + " is damaged (" + e.getMessage() + ")", e);
        }
        contentFrame = frame;
    }

    private ByteBuffer read(final long position, final int length) throws IOException
    {
        final ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining())
        {
            if (position < 0 || channel.read(bytes, position + bytes.position()) <= 0)
            {
                throw new IOException("it is too short");
            }
        }
        return bytes;
    }
}
