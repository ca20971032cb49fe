package fds.feeds.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipException;

import fds.market.door.BadInputException;

/**
 * Lines of a stream as bytes in one buffer that grows to the longest line allowed and no further. Owned by the thread
 * that reads.
 * <p>
 * A line ends with LF or CR LF. The last line of a stream may lack its end; {@link #isTerminated()} tells, because such
 * a line may be half of a longer one.
 */
public final class LineReader implements AutoCloseable
{
    private static final int READ_BYTES = 64 * 1024;

    private final InputStream in;
    private final String source;
    private final int lineMaxBytes;
    private byte[] buffer;
    private int position;
    private int limit;
    private int start;
    private int end;
    private long lineNumber;
    private boolean isTerminated;
    private boolean isEnded;

    /**
     * Read lines.
     *
     * @param in           to read; closed with this.
     * @param source       name for messages.
     * @param lineMaxBytes longest line, its end not counted.
     */
    public LineReader(final InputStream in, final String source, final int lineMaxBytes)
    {
        this.in = in;
        this.source = source;
        this.lineMaxBytes = lineMaxBytes;
        buffer = new byte[Math.min(lineMaxBytes, READ_BYTES) + 2 + READ_BYTES];
    }

    /**
     * Move to the next line.
     *
     * @return false at the end of the stream.
     * @throws BadInputException when the line is too long (the next call reads the line behind it), or the stream
     *                           cannot be read further (the next call returns false).
     */
    public boolean next()
    {
        if (isEnded && position == limit)
        {
            return false;
        }
        int scanned = position;
        while (true)
        {
            for (; scanned < limit; scanned++)
            {
                if (buffer[scanned] == '\n')
                {
                    return line(scanned, scanned + 1, true);
                }
            }
            if (limit - position > lineMaxBytes + 1)
            {
                return skipLongLine();
            }
            if (isEnded)
            {
                return position < limit && line(limit, limit, false);
            }
            scanned -= compact();
            fill();
        }
    }

    /**
     * The memory of the current line.
     *
     * @return valid until the next call of {@link #next}.
     */
    public byte[] bytes()
    {
        return buffer;
    }

    /**
     * First byte of the current line.
     *
     * @return offset in {@link #bytes()}.
     */
    public int start()
    {
        return start;
    }

    /**
     * Behind the last byte of the current line, its line end not counted.
     *
     * @return offset in {@link #bytes()}.
     */
    public int end()
    {
        return end;
    }

    /**
     * Number of the current line.
     *
     * @return 1 and up.
     */
    public long lineNumber()
    {
        return lineNumber;
    }

    /**
     * Whether the current line has its line end.
     *
     * @return false for a last line that lacks it.
     */
    public boolean isTerminated()
    {
        return isTerminated;
    }

    /**
     * The name for messages.
     *
     * @return as given.
     */
    public String source()
    {
        return source;
    }

    @Override
    public void close()
    {
        isEnded = true;
        position = limit;
        try
        {
            in.close();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    private boolean line(final int lineEnd, final int next, final boolean terminated)
    {
        start = position;
        end = lineEnd;
        position = next;
        lineNumber++;
        isTerminated = terminated;
        if (terminated && end > start && buffer[end - 1] == '\r')
        {
            end--;
        }
        if (lineNumber == 1 && end - start >= 3 && buffer[start] == (byte)0xEF && buffer[start + 1] == (byte)0xBB &&
            buffer[start + 2] == (byte)0xBF)
        {
            start += 3;
        }
        if (end - start > lineMaxBytes)
        {
            throw tooLong();
        }
        return true;
    }

    private boolean skipLongLine()
    {
        lineNumber++;
        while (true)
        {
            for (int i = position; i < limit; i++)
            {
                if (buffer[i] == '\n')
                {
                    position = i + 1;
                    throw tooLong();
                }
            }
            position = limit;
            if (isEnded)
            {
                throw tooLong();
            }
            compact();
            fill();
        }
    }

    private BadInputException tooLong()
    {
        return new BadInputException(
            source, lineNumber, "line", "(too long)", "a line has at most " + lineMaxBytes + " bytes");
    }

    private int compact()
    {
        final int moved = position;
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= moved;
        position = 0;
        if (limit == buffer.length)
        {
            buffer = Arrays.copyOf(buffer, (int)Math.min(lineMaxBytes + 2L + READ_BYTES, buffer.length * 2L));
        }
        return moved;
    }

    private void fill()
    {
        try
        {
            final int count = in.read(buffer, limit, buffer.length - limit);
            isEnded = count < 0;
            limit += Math.max(count, 0);
        }
        catch (final EOFException ex)
        {
            throw broken("(cut off)", "whole compressed data; this file was cut short");
        }
        catch (final ZipException ex)
        {
            throw broken(String.valueOf(ex.getMessage()), "valid compressed data; this file is damaged");
        }
        catch (final IOException ex)
        {
            throw broken(String.valueOf(ex.getMessage()), "data that can be read");
        }
    }

    private BadInputException broken(final String found, final String allowed)
    {
        isEnded = true;
        position = limit; // what stands in the buffer is half a line
        return new BadInputException(source, lineNumber + 1, "data", found, allowed);
    }
}
