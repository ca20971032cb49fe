package fds.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/**
 * Keeps a second writer out of a journal directory. The kernel gives the lock back when the process dies.
 * <p>
 * POSIX gives it back as well when this process closes any other descriptor of the file, so a second writer of this
 * process is refused before it opens the file.
 */
public final class WriterLock implements AutoCloseable
{
    private static final String FILE_NAME = "writer.lock";
    private static final int PID_BYTES_MAX = 32;
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path held;

    private WriterLock(final FileChannel channel, final Path held)
    {
        this.channel = channel;
        this.held = held;
    }

    /**
     * Take the lock of a journal.
     *
     * @param directory of it.
     * @return held until it is closed.
     * @throws JournalException when it is being written, or cannot be.
     */
    public static WriterLock acquire(final Path directory)
    {
        final Path path = directory.resolve(FILE_NAME);
        try
        {
            final Path real = directory.toRealPath();
            if (!HELD.add(real))
            {
                throw refused(directory, " by process " + ProcessHandle.current().pid());
            }
            return acquire(directory, path, real);
        }
        catch (final IOException e)
        {
            throw new JournalException(
                "Journal " + directory + " cannot be written: " + path + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private static WriterLock acquire(final Path directory, final Path path, final Path real) throws IOException
    {
        boolean isAcquired = false;
        try
        {
            final FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try
            {
                if (channel.tryLock() == null)
                {
                    throw refused(directory, ownerOf(channel));
                }
                final byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(pid), 0);
            }
            catch (final IOException | RuntimeException e)
            {
                channel.close();
                throw e;
            }
            isAcquired = true;
            return new WriterLock(channel, real);
        }
        finally
        {
            if (!isAcquired)
            {
                HELD.remove(real);
            }
        }
    }

    @Override
    public void close()
    {
        try
        {
            channel.close();
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot give back the writer's lock: " + SegmentFile.reasonOf(e) + ".", e);
        }
        finally
        {
            HELD.remove(held);
        }
    }

    private static JournalException refused(final Path directory, final String owner)
    {
        return new JournalException("Journal " + directory + " is already being written" + owner + ".");
    }

    private static String ownerOf(final FileChannel channel) throws IOException
    {
        final ByteBuffer text = ByteBuffer.allocate(PID_BYTES_MAX);
        channel.read(text, 0);
        final String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).trim();
        return pid.matches("[0-9]+") ? " by process " + pid : "";
    }
}
