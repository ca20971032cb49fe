package fds.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** Keeps a second writer out of a journal directory. The kernel gives the lock back when the process dies. */
final class WriterLock implements AutoCloseable
{
    private static final String FILE_NAME = "writer.lock";
    private static final int PID_BYTES_MAX = 32;

    private final FileChannel channel;

    private WriterLock(final FileChannel channel)
    {
        this.channel = channel;
    }

    static WriterLock acquire(final Path directory)
    {
        final Path path = directory.resolve(FILE_NAME);
        try
        {
            final FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isHeld = false;
            try
            {
                isHeld = lock(channel) != null;
                if (!isHeld)
                {
                    throw new JournalException(
                        "Journal " + directory + " is already being written" + ownerOf(channel) + ".");
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
            return new WriterLock(channel);
        }
        catch (final IOException e)
        {
            throw new JournalException(
                "Journal " + directory + " cannot be written: " + path + ": " + SegmentFile.reasonOf(e) + ".", e);
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
    }

    private static FileLock lock(final FileChannel channel) throws IOException
    {
        try
        {
            return channel.tryLock();
        }
        catch (final OverlappingFileLockException e)
        {
            // This process holds it already.
            return null;
        }
    }

    private static String ownerOf(final FileChannel channel) throws IOException
    {
        final ByteBuffer text = ByteBuffer.allocate(PID_BYTES_MAX);
        channel.read(text, 0);
        final String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).trim();
        return pid.matches("[0-9]+") ? " by process " + pid : "";
    }
}
