package fds.actions.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The whole lines of a file that others append to, from any position on, in bounded memory; the position is kept, so
 * that reading can go on from there another day. Owned by one thread.
 */
public final class FileLines
{
    /** A line that is longer is given in pieces of this many bytes: nothing of ours is. */
    public static final int LINE_BYTES_MAX = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int start;   // of the line that comes next
    private int scanned; // no line ends between start and here
    private int filled;
    private long position;

    /**
     * Begin at the first byte.
     *
     * @param file need not be there yet.
     */
    public FileLines(final Path file)
    {
        this.file = file;
    }

    /**
     * Go elsewhere.
     *
     * @param byteBehind a line: the next one begins there.
     */
    public void position(final long byteBehind)
    {
        position = byteBehind;
        forget();
    }

    /**
     * Where the next line begins.
     *
     * @return bytes from the file's first.
     */
    public long position()
    {
        return position;
    }

    /**
     * The next whole line.
     *
     * @return without its end; null when there is none yet, and perhaps a part of one.
     * @throws IOException when the file cannot be read.
     */
    public String next() throws IOException
    {
        while (true)
        {
            while (scanned < filled && buffer[scanned] != '\n')
            {
                scanned++;
            }
            final boolean isWhole = scanned < filled;
            if (isWhole || scanned - start >= LINE_BYTES_MAX)
            {
                final String line = new String(buffer, start, scanned - start, StandardCharsets.UTF_8);
                scanned += isWhole ? 1 : 0;
                position += scanned - start;
                start = scanned;
                return line;
            }
            if (!fill())
            {
                forget(); // who writes there may take half a line back
                return null;
            }
        }
    }

    private void forget()
    {
        start = 0;
        scanned = 0;
        filled = 0;
    }

    private boolean fill() throws IOException
    {
        if (!Files.exists(file))
        {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        scanned -= start;
        start = 0;
        if (filled == buffer.length)
        {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ))
        {
            final int count = channel.read(
                ByteBuffer.wrap(buffer, filled, buffer.length - filled), position + filled);
            filled += Math.max(0, count);
            return count > 0;
        }
    }
}
