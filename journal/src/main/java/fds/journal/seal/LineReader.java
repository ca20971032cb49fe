package fds.journal.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/**
 * Lines of ASCII text that end with a newline; what stands behind the last newline was left by a dead writer and is not
 * given. Owned by one thread.
 */
final class LineReader implements AutoCloseable
{
    private static final int LINE_BYTES_MAX = 4096;

    private final Path path;
    private final InputStream in;
    private final byte[] line = new byte[LINE_BYTES_MAX];
    private long number;
    private long end;

    LineReader(final Path path)
    {
        this.path = path;
        try
        {
            in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    /** The next line without its end, or null. */
    String next()
    {
        try
        {
            int length = 0;
            for (int value = in.read(); value >= 0; value = in.read())
            {
                if (value == '\n')
                {
                    number++;
                    end += length + 1;
                    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
                }
                if (length == LINE_BYTES_MAX)
                {
                    throw new JournalException(
                        path + ", line " + (number + 1) + " is longer than " + LINE_BYTES_MAX + " bytes.");
                }
                line[length++] = (byte)value;
            }
            return null;
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    /** Number of the line given last, from 1. */
    long number()
    {
        return number;
    }

    /** Position behind the end of the line given last. */
    long end()
    {
        return end;
    }

    @Override
    public void close()
    {
        try
        {
            in.close();
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    private JournalException failed(final IOException e)
    {
        return new JournalException("Cannot read " + path + ": " + SegmentFile.reasonOf(e) + ".", e);
    }
}
