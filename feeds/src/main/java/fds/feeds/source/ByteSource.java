package fds.feeds.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import fds.market.door.BadInputException;

/**
 * Bytes by name: a file, which can be opened again and again, or standard input, which is read once and whose first
 * bytes are kept to be looked at. Compressed data (gzip) is seen as what it holds.
 */
public final class ByteSource
{
    private static final int MAGIC_0 = 0x1F;
    private static final int MAGIC_1 = 0x8B;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final String name;
    private InputStream stream;
    private byte[] head;

    private ByteSource(final Path path, final String name, final InputStream stream)
    {
        this.path = path;
        this.name = name;
        this.stream = stream;
    }

    /**
     * A file.
     *
     * @param path of it.
     * @return source that may be opened many times.
     */
    public static ByteSource of(final Path path)
    {
        return new ByteSource(path, path.toString(), null);
    }

    /**
     * A stream that is read once.
     *
     * @param stream such as standard input.
     * @param name   for messages.
     * @return source that may be opened once, and looked at before.
     */
    public static ByteSource of(final InputStream stream, final String name)
    {
        return new ByteSource(null, name, stream);
    }

    /**
     * The name for messages.
     *
     * @return path, or what was given.
     */
    public String name()
    {
        return name;
    }

    /**
     * The file behind it.
     *
     * @return null for a stream.
     */
    public Path path()
    {
        return path;
    }

    /**
     * Open the bytes, decompressed where they are compressed.
     *
     * @return to read and close; for a stream the whole of it, bytes looked at before included.
     * @throws BadInputException when it cannot be opened.
     */
    public InputStream open()
    {
        try
        {
            if (path == null)
            {
                if (stream == null)
                {
                    throw new IllegalStateException(name + " was opened before");
                }
                final InputStream all = head == null ? decompressed(stream) :
                    new SequenceInputStream(new ByteArrayInputStream(head), stream);
                stream = null;
                head = null;
                return all;
            }
            if (Files.isDirectory(path))
            {
                throw new BadInputException(name, 1, "file", name, "a file, not a directory");
            }
            return decompressed(Files.newInputStream(path));
        }
        catch (final NoSuchFileException ex)
        {
            throw new BadInputException(name, 1, "file", name, "a file that exists");
        }
        catch (final EOFException ex)
        {
            throw new BadInputException(name, 1, "data", "(cut off)", "whole compressed data; this file was cut short");
        }
        catch (final IOException ex)
        {
            throw new BadInputException(name, 1, "file", String.valueOf(ex.getMessage()), "a file that can be read");
        }
    }

    /**
     * Look at the first lines without taking them.
     *
     * @param linesMax most lines.
     * @param bytesMax most bytes.
     * @return a stream of the first bytes; of a file it may hold more than asked for.
     */
    public InputStream peek(final int linesMax, final int bytesMax)
    {
        if (path != null)
        {
            return open();
        }
        if (head == null)
        {
            readHead(linesMax, bytesMax);
        }
        return new ByteArrayInputStream(head);
    }

    private void readHead(final int linesMax, final int bytesMax)
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try
        {
            stream = decompressed(stream);
            int lines = 0;
            while (lines < linesMax && bytes.size() < bytesMax)
            {
                final int b = stream.read();
                if (b < 0)
                {
                    break;
                }
                bytes.write(b);
                lines += b == '\n' ? 1 : 0;
            }
        }
        catch (final IOException ex)
        {
            // The same failure comes again when the rows behind the head are read, with its position.
            stream = new FailingStream(ex);
        }
        head = bytes.toByteArray();
    }

    private static InputStream decompressed(final InputStream raw) throws IOException
    {
        final BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
        in.mark(2);
        final boolean isGzip = in.read() == MAGIC_0 && in.read() == MAGIC_1;
        in.reset();
        return isGzip ? new BufferedInputStream(new WholeGzipStream(in, BUFFER_BYTES), BUFFER_BYTES) : in;
    }
}
