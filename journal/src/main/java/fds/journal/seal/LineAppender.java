package fds.journal.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** Appends lines to a file that only one process writes. Owned by one thread. */
final class LineAppender implements AutoCloseable
{
    private final Path path;
    private final FileChannel channel;

    /** Open or make it; a second writer is refused. */
    LineAppender(final Path path)
    {
        this.path = path;
        try
        {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null)
            {
                channel.close();
                throw new JournalException(path + " is already being written by another sealer.");
            }
        }
        catch (final OverlappingFileLockException e)
        {
            throw new JournalException(path + " is already being written by another sealer.", e);
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    /** Cut off what stands behind the last whole line, and go on there. */
    void startAt(final long end)
    {
        try
        {
            channel.truncate(end);
            channel.position(end);
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    void append(final String line)
    {
        final ByteBuffer bytes = ByteBuffer.wrap(SealHash.ascii(line + "\n"));
        try
        {
            while (bytes.hasRemaining())
            {
                channel.write(bytes);
            }
        }
        catch (final IOException e)
        {
            throw failed(e);
        }
    }

    void force()
    {
        try
        {
            channel.force(true);
        }
        catch (final IOException e)
        {
            throw failed(e);
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
            throw failed(e);
        }
    }

    private JournalException failed(final IOException e)
    {
        return new JournalException("Cannot write " + path + ": " + SegmentFile.reasonOf(e) + ".", e);
    }
}
