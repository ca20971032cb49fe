package fds.journal.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * One file of a queue, read through a window of its own instead of a mapping: a file that shrinks or a disk that fails
 * is an exception here and not the end of the process. A closed file may lie compressed ({@link Zstandard}); that shows
 * nowhere but in its name. Owned by one thread.
 */
public final class SegmentFile implements AutoCloseable
{
    private static final int WINDOW_BYTES = 1 << 20;
    private static final int FIRST_FILL_BYTES = 1 << 16;
    private static final String SUFFIX = ".cq4";

    private final Path path;
    private final SegmentBytes source;
    private ByteBuffer window = ByteBuffer.allocateDirect(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer view = new UnsafeBuffer(window);
    private long windowStart;
    private int windowLength;
    private int fillBytes = FIRST_FILL_BYTES;
    private final ByteBuffer fresh = ByteBuffer.allocateDirect(StoreHeader.WORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Open a file to read.
     *
     * @param path    of it.
     * @param options {@link StandardOpenOption#READ}, and WRITE for recovery.
     * @throws JournalException when it cannot be read, or is to be written and lies compressed.
     */
    public SegmentFile(final Path path, final OpenOption... options)
    {
        this.path = path;
        if (isCompressed(path) && Arrays.asList(options).contains(StandardOpenOption.WRITE))
        {
            throw new JournalException("Journal file " + path + " lies compressed, so nothing can be written behind " +
                "it; unpack it first (zstd -d --rm " + path + ").");
        }
        try
        {
            source = isCompressed(path) ? new CompressedBytes(path) :
                new PlainBytes(FileChannel.open(path, options));
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot open " + path + ": " + reasonOf(e) + ".", e);
        }
    }

    /**
     * The files of a queue, oldest first. One that is there as it was and compressed is listed as it was.
     *
     * @param queueDirectory possibly absent.
     * @return none when there is no such directory or no file in it.
     */
    public static List<Path> list(final Path queueDirectory)
    {
        final List<Path> files = new ArrayList<>();
        if (Files.isDirectory(queueDirectory))
        {
            try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(queueDirectory, "*" + SUFFIX + "{," + Zstandard.SUFFIX + "}"))
            {
                entries.forEach(files::add);
            }
            catch (final IOException e)
            {
                throw new JournalException("Cannot list " + queueDirectory + ": " + reasonOf(e) + ".", e);
            }
        }
        files.removeIf(file -> isCompressed(file) && files.contains(plain(file)));
        files.sort(Comparator.comparing(SegmentFile::plain));
        return files;
    }

    /**
     * Whether a file of a queue lies compressed.
     *
     * @param file of a queue.
     * @return by its name.
     */
    public static boolean isCompressed(final Path file)
    {
        return file.toString().endsWith(Zstandard.SUFFIX);
    }

    /**
     * A file's path as it is while it does not lie compressed, which is what it is known by.
     *
     * @param file of a queue.
     * @return its path without the suffix of a compressed one.
     */
    public static Path plain(final Path file)
    {
        final String name = file.getFileName().toString();
        return isCompressed(file) ?
            file.resolveSibling(name.substring(0, name.length() - Zstandard.SUFFIX.length())) : file;
    }

    /**
     * What a file system said, without the path that the sentence already names.
     *
     * @param e failure.
     * @return its kind and text.
     */
    public static String reasonOf(final IOException e)
    {
        if (e instanceof java.nio.file.AccessDeniedException)
        {
            return "access denied";
        }
        if (e instanceof java.nio.file.NoSuchFileException)
        {
            return "no such file or directory";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    public Path path()
    {
        return path;
    }

    /**
     * The channel, for recovery.
     *
     * @return open as long as this is.
     * @throws IllegalStateException for a file that lies compressed: it was not opened to be written.
     */
    public FileChannel channel()
    {
        if (source instanceof PlainBytes)
        {
            return ((PlainBytes)source).channel();
        }
        throw new IllegalStateException(path + " lies compressed");
    }

    /**
     * Bytes of the file, as of now.
     *
     * @return its size.
     */
    public long size()
    {
        try
        {
            return source.size();
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    /** Forget what was read: the file may have grown or changed. */
    public void refresh()
    {
        windowLength = 0;
        fillBytes = FIRST_FILL_BYTES;
    }

    /**
     * The word at a position.
     *
     * @param position multiple of 4.
     * @return little endian; 0 at and behind the end of the file.
     */
    public int word(final long position)
    {
        final int at = load(position, StoreHeader.WORD_BYTES);
        return at < 0 ? 0 : view.getInt(at, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The word at a position as it is in the file now, whatever the window holds.
     *
     * @param position multiple of 4.
     * @return little endian; 0 at and behind the end of the file.
     */
    public int wordNow(final long position)
    {
        try
        {
            fresh.clear();
            while (fresh.hasRemaining())
            {
                if (source.read(fresh, position + fresh.position()) <= 0)
                {
                    return 0;
                }
            }
            return fresh.getInt(0);
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    /**
     * The long at a position.
     *
     * @param position any.
     * @return little endian; 0 when it is not whole in the file.
     */
    public long longAt(final long position)
    {
        final int at = load(position, 8);
        return at < 0 ? 0 : view.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The byte at a position.
     *
     * @param position any.
     * @return the byte; 0 behind the end of the file.
     */
    public byte byteAt(final long position)
    {
        final int at = load(position, 1);
        return at < 0 ? 0 : view.getByte(at);
    }

    /**
     * Bring a range into the window.
     *
     * @param position of its first byte.
     * @param length   up to {@link Document#LENGTH_MAX}.
     * @return its offset in {@link #view()} and {@link #bytes()}, or -1 when it is not whole in the file. Valid until
     *         the next call of any method here.
     */
    public int load(final long position, final int length)
    {
        if (position < 0 || length > Document.LENGTH_MAX)
        {
            return -1;
        }
        if (position < windowStart || position + length > windowStart + windowLength)
        {
            fill(position, length);
            if (length > windowLength)
            {
                return -1;
            }
        }
        return (int)(position - windowStart);
    }

    /**
     * The window.
     *
     * @return view that stays the same object; its memory changes with {@link #load}.
     */
    public UnsafeBuffer view()
    {
        return view;
    }

    /**
     * The window's bytes, for checks.
     *
     * @return memory of {@link #view()}; another object after a {@link #load} that needed more room.
     */
    public ByteBuffer bytes()
    {
        return window;
    }

    /**
     * The first byte that is not zero.
     *
     * @param from position to look from.
     * @return its position, or -1 when only zeros follow.
     */
    public long nextNonZero(final long from)
    {
        return nextNonZero(from, size());
    }

    /**
     * The first byte of a range that is not zero.
     *
     * @param from  position to look from.
     * @param limit position to look up to, or the end of the file when that comes first.
     * @return its position, or -1 when there are only zeros.
     */
    public long nextNonZero(final long from, final long limit)
    {
        if (from < limit && byteAt(from) != 0)
        {
            // The usual answer in the middle of bytes; it saves asking for the size.
            return from;
        }
        final long end = Math.min(limit, size());
        for (long position = from; position < end;)
        {
            final int length = (int)Math.min(WINDOW_BYTES, end - position);
            final int at = load(position, length);
            if (at < 0)
            {
                return -1;
            }

            int i = 0;
            while (i + 8 <= length && view.getLong(at + i) == 0)
            {
                i += 8;
            }
            for (; i < length; i++)
            {
                if (view.getByte(at + i) != 0)
                {
                    return position + i;
                }
            }
            position += length;
        }
        return -1;
    }

    @Override
    public void close()
    {
        try
        {
            source.close();
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    private void fill(final long position, final int length)
    {
        if (window.capacity() < length)
        {
            window = ByteBuffer.allocateDirect(Math.max(length, 2 * window.capacity())).order(ByteOrder.LITTLE_ENDIAN);
            view.wrap(window);
        }
        // Reading on costs more and more at once; at the end of a file that grows it would be zeros.
        window.clear().limit(Math.min(window.capacity(), Math.max(length, fillBytes)));
        fillBytes = Math.min(WINDOW_BYTES, 2 * fillBytes);
        windowStart = position;
        windowLength = 0;
        try
        {
            while (window.hasRemaining())
            {
                final int count = source.read(window, position + windowLength);
                if (count <= 0)
                {
                    break;
                }
                windowLength += count;
            }
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
        finally
        {
            window.clear();
        }
    }

    private JournalException failed(final IOException e)
    {
        return new JournalException("Cannot read " + path + ": " + reasonOf(e) + ".", e);
    }
}
