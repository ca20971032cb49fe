package fds.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

import fds.journal.format.JournalFullException;
import fds.journal.format.SegmentFile;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * Keeps really allocated file space ahead of a queue's end, on a thread of its own. Chronicle's files are sparse and
 * mapped: without this a full disk is a signal that ends the process in the middle of a store.
 * <p>
 * It has blocks set aside, or else writes zeros through the channel, only at and behind {@code reservedUpTo}. The
 * writer never passes {@code reservedUpTo}, so the two never write the same byte, and what the channel writes the
 * mapping sees. The file is made long enough for Chronicle's next block first, so that Chronicle never sets its length
 * meanwhile.
 */
final class Reserver implements AutoCloseable
{
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;
    private static final long TOUCH_BYTES = 4L << 20;
    private static final long POLL_NANOS = 2_000_000;
    private static final long RETRY_NANOS = 100_000_000;

    private final Path file;
    private final FileChannel channel;
    private final Blocks blocks;
    private final long reserveBytes;
    private final long blockBytes;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private final ReferenceOwner owner = ReferenceOwner.temporary("fds-reserver");
    private final Thread thread;

    private volatile long reservedUpTo;
    private volatile long appendPosition;
    private volatile IOException failure;
    private volatile MappedFile mappedFile;
    private volatile boolean isClosed;
    private long touchedUpTo;

    private Reserver(final Path file, final FileChannel channel, final long position, final JournalConfig config)
    {
        this.file = file;
        this.channel = channel;
        blocks = Blocks.of(file);
        reserveBytes = config.reserveBytes();
        blockBytes = config.blockBytes();
        reservedUpTo = position;
        appendPosition = position;
        touchedUpTo = position;
        thread = new Thread(this::run, "fds-journal-reserver-" + file.getParent().getFileName());
        thread.setDaemon(true);
    }

    /**
     * Make the first reservation and start the thread.
     *
     * @param file     of the queue; made when absent.
     * @param position where zeros start: nothing is behind it.
     * @param config   sizes.
     * @return running.
     * @throws JournalFullException when there is no room for the first reservation.
     */
    static Reserver start(final Path file, final long position, final JournalConfig config) throws IOException
    {
        final FileChannel channel = FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        final Reserver reserver = new Reserver(file, channel, position, config);
        try
        {
            reserver.reserve(position + config.reserveBytes());
        }
        catch (final IOException e)
        {
            reserver.shrink(position);
            reserver.blocks.close();
            channel.close();
            throw new JournalFullException("Journal " + file.getParent() + " cannot be opened: " +
                config.reserveBytes() + " bytes cannot be reserved: " + SegmentFile.reasonOf(e) + ".", e);
        }
        reserver.thread.start();
        return reserver;
    }

    /**
     * Wait until the file has room.
     *
     * @param position first byte that will not be written.
     * @throws JournalFullException when the room cannot be had; nothing was written.
     */
    void await(final long position)
    {
        while (reservedUpTo < position)
        {
            final IOException reason = failure;
            if (reason != null)
            {
                throw new JournalFullException("Journal " + file.getParent() + " has no room: " +
                    (position - reservedUpTo) + " more bytes are needed: " + SegmentFile.reasonOf(reason) + ".",
                    reason);
            }
            LockSupport.unpark(thread);
            Thread.onSpinWait();
        }
    }

    /**
     * Tell how far the writer is. Writer's thread.
     *
     * @param position behind its last byte.
     */
    void appended(final long position)
    {
        appendPosition = position;
    }

    /**
     * Tell the mapping whose pages are to be touched.
     *
     * @param mapped Chronicle's.
     */
    void mappedFile(final MappedFile mapped)
    {
        mappedFile = mapped;
    }

    boolean knowsMapping()
    {
        return mappedFile != null;
    }

    /** Stop the thread. The file keeps what is reserved. */
    @Override
    public void close()
    {
        isClosed = true;
        LockSupport.unpark(thread);
        boolean isInterrupted = false;
        while (thread.isAlive())
        {
            try
            {
                thread.join();
            }
            catch (final InterruptedException e)
            {
                isInterrupted = true;
            }
        }
        blocks.close();
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Give back the reserved space, after Chronicle has closed the file.
     *
     * @param end of what is written. A page of zeros stays behind it for those who poll there.
     */
    void release(final long end) throws IOException
    {
        shrink((end + 2 * PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES);
        channel.close();
    }

    private void run()
    {
        while (!isClosed)
        {
            try
            {
                reserve(appendPosition + reserveBytes);
                failure = null;
                touch();
                LockSupport.parkNanos(POLL_NANOS);
            }
            catch (final IOException e)
            {
                // Space may be made before the writer needs it; until then it is told when it asks.
                failure = e;
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void reserve(final long target) throws IOException
    {
        while (reservedUpTo < target && !isClosed)
        {
            final long from = reservedUpTo;
            final long to = (from / CHUNK_BYTES + 1) * CHUNK_BYTES;
            // The block and what Chronicle maps beyond it.
            extend((to / blockBytes + 1) * blockBytes + blockBytes / 4);
            if (!blocks.setAside(from, to - from))
            {
                writeZeros(from, to);
            }
            reservedUpTo = to;
        }
    }

    private void writeZeros(final long from, final long to) throws IOException
    {
        zeros.clear().limit((int)(to - from));
        while (zeros.hasRemaining())
        {
            channel.write(zeros, from + zeros.position());
        }
    }

    private void extend(final long length) throws IOException
    {
        if (channel.size() < length)
        {
            // One byte at the very end makes a sparse file of that length; nothing of it is allocated but its page.
            zeros.clear().limit(1);
            channel.write(zeros, length - 1);
        }
    }

    private void shrink(final long length) throws IOException
    {
        if (channel.size() > length)
        {
            channel.truncate(length);
        }
    }

    /**
     * Take the page faults that the writer would take. Adding nothing atomically is a write for the page tables and
     * none for the data.
     */
    private void touch()
    {
        final MappedFile mapped = mappedFile;
        final long appended = appendPosition;
        long page = Math.max(touchedUpTo, appended) / PAGE_BYTES * PAGE_BYTES;
        final long target = Math.min(appended + TOUCH_BYTES, reservedUpTo);
        if (mapped == null || page >= target)
        {
            return;
        }
        try
        {
            final MappedBytesStore store = mapped.acquireByteStore(owner, appended);
            try
            {
                final long end = Math.min(target, store.start() + blockBytes);
                for (; page < end && !isClosed; page += PAGE_BYTES)
                {
                    store.compareAndSwapInt(page, 0, 0);
                }
                touchedUpTo = Math.max(touchedUpTo, page);
            }
            finally
            {
                store.release(owner);
            }
        }
        catch (final IOException | RuntimeException e)
        {
            // Only a convenience: the queue may just be closing. The writer takes its faults itself.
            mappedFile = null;
        }
    }
}
