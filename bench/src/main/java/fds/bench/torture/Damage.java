package fds.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Changes a queue's file as a bad disk would, and can put it back as an operator does who has a copy. */
final class Damage
{
    /** Chronicle's own head: hints, of which the journal needs none. */
    static final int HEAD_BYTES = 512;

    private static final int PAGE_BYTES = 4096;
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final byte[] written;
    private int position;
    private int length;

    private Damage(final Path file, final byte[] written)
    {
        this.file = file;
        this.written = written;
    }

    /**
     * Take a file of a journal.
     *
     * @param journal directory.
     * @param random  of the round.
     * @return with nothing done yet, or null when nothing was written.
     */
    static Damage of(final Path journal, final Random random)
    {
        final Path queue = journal.resolve(random.nextInt(4) == 0 ? "decisions" : "events");
        if (!Files.isDirectory(queue))
        {
            return null;
        }
        try (Stream<Path> files = Files.list(queue))
        {
            final List<Path> segments = files.filter(path -> path.toString().endsWith(".cq4")).sorted().toList();
            final byte[] written = segments.isEmpty() ? new byte[0] : read(segments.get(0));
            return written.length <= 2 * PAGE_BYTES ? null : new Damage(segments.get(0), written);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(queue + ": cannot be read", e);
        }
    }

    /** Change one bit. */
    String flip(final Random random)
    {
        position = random.nextInt(written.length);
        length = 1;
        put(new byte[] {(byte)(written[position] ^ 1 << random.nextInt(8))});
        return "bit flipped at " + position + " of " + written.length + " in " + name();
    }

    /** Make a page zeros. */
    String blank(final Random random)
    {
        do
        {
            position = random.nextInt((written.length + PAGE_BYTES - 1) / PAGE_BYTES) * PAGE_BYTES;
            length = Math.min(PAGE_BYTES, written.length - position);
        }
        while (isZeros(position, length));
        put(new byte[length]);
        return "page at " + position + " of " + written.length + " blank in " + name();
    }

    /** End the file early. */
    String cut(final Random random)
    {
        position = random.nextInt(written.length);
        length = written.length - position;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.truncate(position);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be cut", e);
        }
        return "cut at " + position + " of " + written.length + " in " + name();
    }

    /** Whether only hints were changed. */
    boolean isHarmless()
    {
        return position < HEAD_BYTES && length == 1;
    }

    /** Put back the copy. */
    void mend()
    {
        position = 0;
        put(written);
    }

    private String name()
    {
        return file.getParent().getFileName().toString();
    }

    private boolean isZeros(final int from, final int count)
    {
        for (int i = from; i < from + count; i++)
        {
            if (written[i] != 0)
            {
                return false;
            }
        }
        return true;
    }

    private void put(final byte[] bytes)
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be changed", e);
        }
    }

    /** The file up to its last byte that is not zero; behind a mebibyte of zeros nothing is looked for. */
    static byte[] read(final Path file) throws IOException
    {
        byte[] bytes = new byte[CHUNK_BYTES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ))
        {
            int end = 0;
            int filled = 0;
            while (filled - end < CHUNK_BYTES)
            {
                bytes = filled == bytes.length ? Arrays.copyOf(bytes, 2 * filled) : bytes;
                final int room = Math.min(CHUNK_BYTES, bytes.length - filled);
                final int count = channel.read(ByteBuffer.wrap(bytes, filled, room), filled);
                if (count <= 0)
                {
                    break;
                }
                for (int i = filled; i < filled + count; i++)
                {
                    end = bytes[i] == 0 ? end : i + 1;
                }
                filled += count;
            }
            return Arrays.copyOf(bytes, end);
        }
    }
}
