package fds.journal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;
import fds.journal.format.Zstandard;
import io.airlift.compress.zstd.ZstdCompressor;

/**
 * Compresses a file of a queue to which nothing is written any more. The compressed file is written beside it, forced,
 * read back and compared byte by byte before the file itself is taken away: if anything goes wrong it stays.
 */
public final class SegmentCompressor
{
    private static final String PART_SUFFIX = ".part";

    private SegmentCompressor()
    {
    }

    /**
     * Compress a file.
     *
     * @param file of a queue, closed.
     * @return bytes of the compressed file.
     * @throws JournalException when it cannot be read or the compressed one cannot be written; the file is as it was.
     */
    public static long compress(final Path file)
    {
        final Path target = file.resolveSibling(file.getFileName() + Zstandard.SUFFIX);
        final Path part = file.resolveSibling(target.getFileName() + PART_SUFFIX);
        try
        {
            write(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(file.toAbsolutePath().getParent());
            requireSame(file, target);
            Files.delete(file);
            forceDirectory(file.toAbsolutePath().getParent());
            return Files.size(target);
        }
        catch (final IOException e)
        {
            deleteQuietly(part);
            if (Files.exists(file))
            {
                deleteQuietly(target);
            }
            throw new JournalException("Cannot compress " + file + ": " + SegmentFile.reasonOf(e) +
                "; it stays as it is.", e);
        }
    }

    private static void write(final Path file, final Path part) throws IOException
    {
        final ZstdCompressor compressor = new ZstdCompressor();
        final byte[] content = new byte[Zstandard.FRAME_CONTENT_BYTES];
        final byte[] packed = new byte[compressor.maxCompressedLength(content.length)];
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
            FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING))
        {
            final long size = in.size();
            final int frames =
                Math.toIntExact((size + Zstandard.FRAME_CONTENT_BYTES - 1) / Zstandard.FRAME_CONTENT_BYTES);
            final ByteBuffer table = ByteBuffer.allocate(Zstandard.TABLE_HEAD_BYTES +
                Zstandard.TABLE_ENTRY_BYTES * frames + Zstandard.TABLE_TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            table.putInt(Zstandard.TABLE_MAGIC).putInt(table.capacity() - Zstandard.TABLE_HEAD_BYTES);
            for (int frame = 0; frame < frames; frame++)
            {
                final int length = read(in, content, (long)frame * Zstandard.FRAME_CONTENT_BYTES, size);
                final int packedLength = compressor.compress(content, 0, length, packed, 0, packed.length);
                write(out, ByteBuffer.wrap(packed, 0, packedLength));
                table.putInt(packedLength).putInt(length);
            }
            table.putInt(frames).put((byte)0).putInt(Zstandard.SEEKABLE_MAGIC).flip();
            write(out, table);
            out.force(true);
        }
    }

    private static int read(final FileChannel in, final byte[] content, final long position, final long size)
        throws IOException
    {
        final ByteBuffer buffer = ByteBuffer.wrap(content, 0, (int)Math.min(content.length, size - position));
        while (buffer.hasRemaining())
        {
            if (in.read(buffer, position + buffer.position()) <= 0)
            {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.limit();
    }

    private static void write(final FileChannel out, final ByteBuffer bytes) throws IOException
    {
        while (bytes.hasRemaining())
        {
            out.write(bytes);
        }
    }

    private static void requireSame(final Path file, final Path compressed) throws IOException
    {
        final byte[] content = new byte[Zstandard.FRAME_CONTENT_BYTES];
        final byte[] unpacked = new byte[Zstandard.FRAME_CONTENT_BYTES];
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
            SegmentFile again = new SegmentFile(compressed, StandardOpenOption.READ))
        {
            final long size = in.size();
            boolean isSame = again.size() == size;
            for (long position = 0; isSame && position < size; position += content.length)
            {
                final int length = read(in, content, position, size);
                final int at = again.load(position, length);
                isSame = at >= 0;
                if (isSame)
                {
                    again.view().getBytes(at, unpacked, 0, length);
                    isSame = Arrays.equals(content, 0, length, unpacked, 0, length);
                }
            }
            if (!isSame)
            {
                throw new IOException("what was written does not unpack to it");
            }
        }
    }

    private static void forceDirectory(final Path directory) throws IOException
    {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ))
        {
            channel.force(true);
        }
    }

    private static void deleteQuietly(final Path part)
    {
        try
        {
            Files.deleteIfExists(part);
        }
        catch (final IOException e)
        {
            // What is thrown to the caller matters more; a new attempt begins it anew.
            return;
        }
    }
}
