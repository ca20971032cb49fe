package fds.journal.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.format.StoreHeader;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The file of a queue that is written to: Chronicle's appender, the room kept ahead of it, and what forces it. Used by
 * the thread that writes the queue.
 */
final class Segment implements AutoCloseable
{
    private static final String METADATA_FILE = "metadata.cq4t";
    private static final int METADATA_BYTES = 128 << 10;

    // Chronicle marks the ends of all files before this one, opening and mapping each; we mark our own.
    private static final String ENDS_MARKED_UP_TO = "normalisedEOFsTo";

    // Nobody else writes, so whatever Chronicle would wait for is left over from a dead process.
    private static final long CHRONICLE_TIMEOUT_MILLIS = 50;

    private final Path directory;
    private final Path file;
    private final Reserver reserver;
    private final RandomAccessFile syncFile;
    private final IntervalSync intervalSync; // or null
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private long position;

    private Segment(
        final Path directory,
        final Path file,
        final Reserver reserver,
        final RandomAccessFile syncFile,
        final SingleChronicleQueue queue,
        final IntervalSync intervalSync)
    {
        this.directory = directory;
        this.file = file;
        this.reserver = reserver;
        this.syncFile = syncFile;
        this.queue = queue;
        this.intervalSync = intervalSync;
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Open a file to write to.
     *
     * @param kind     of the queue.
     * @param file     of it; made when absent.
     * @param position behind its last document.
     * @param config   sizes, durability and cycle.
     * @return ready.
     */
    static Segment open(final QueueKind kind, final Path file, final long position, final JournalConfig config)
    {
        final Path directory = file.getParent();
        Reserver reserver = null;
        RandomAccessFile syncFile = null;
        SingleChronicleQueue queue = null;
        IntervalSync intervalSync = null;
        try
        {
            final long start = config.roll().startOf(file);
            Files.createDirectories(directory);
            recreateMetadata(directory);
            reserver = Reserver.start(file, position, config);
            syncFile = new RandomAccessFile(file.toFile(), "rw");
            queue = SingleChronicleQueueBuilder.binary(directory.toFile())
                .rollCycle(config.roll().chronicle())
                .blockSize(config.blockBytes())
                .timeoutMS(CHRONICLE_TIMEOUT_MILLIS)
                // Time stands still at the start of this file, so that Chronicle never begins another by itself.
                .timeProvider(() -> start)
                .build();
            queue.tableStorePut(ENDS_MARKED_UP_TO, config.roll().chronicle().current(() -> start, 0));
            intervalSync = config.sync().mode() == SyncPolicy.Mode.INTERVAL ?
                new IntervalSync(kind.directoryName(), syncFile.getFD(), config.sync().intervalNanos()) : null;
            final Segment segment = new Segment(directory, file, reserver, syncFile, queue, intervalSync);
            segment.position = position;
            return segment;
        }
        catch (final IOException e)
        {
            closeQuietly(intervalSync, queue, syncFile, reserver);
            throw new JournalException(
                "Journal " + directory + " cannot be written: " + SegmentFile.reasonOf(e) + ".", e);
        }
        catch (final RuntimeException e)
        {
            closeQuietly(intervalSync, queue, syncFile, reserver);
            throw e;
        }
    }

    Path file()
    {
        return file;
    }

    /** Append a document. */
    void append(final Bytes<ByteBuffer> source, final int length)
    {
        if (intervalSync != null && intervalSync.failure() != null)
        {
            throw notForced(intervalSync.failure());
        }
        reserver.await(position + length + DocumentAppender.SLACK_BYTES);
        try (DocumentContext context = appender.writingDocument())
        {
            final Bytes<?> target = context.wire().bytes();
            if (!reserver.knowsMapping())
            {
                reserver.mappedFile(((MappedBytes)target).mappedFile());
            }
            target.write(source, 0L, length);
            position = target.writePosition();
        }
        reserver.appended(position);
    }

    /** Tell the last record that was appended to whatever forces it by the clock. */
    void written(final long record)
    {
        if (intervalSync != null)
        {
            intervalSync.written(record);
        }
    }

    /** The last record that the clock had forced, or -1. */
    long synced()
    {
        return intervalSync == null ? -1 : intervalSync.synced();
    }

    void force()
    {
        try
        {
            // Through the descriptor: a channel would be closed for good if this thread were interrupted.
            syncFile.getFD().sync();
        }
        catch (final IOException e)
        {
            throw notForced(e);
        }
    }

    /** Say in the file that the next one goes on, and close it; one in which nothing was written is taken away. */
    void finish(final boolean isForced)
    {
        close();
        if (position == 0)
        {
            deleteUnused();
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            final ByteBuffer word = ByteBuffer.allocate(StoreHeader.WORD_BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, StoreHeader.END_OF_DATA);
            channel.write(word, position);
            if (isForced)
            {
                channel.force(true);
            }
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot finish " + file + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    @Override
    public void close()
    {
        if (intervalSync != null)
        {
            intervalSync.close();
        }
        reserver.close();
        queue.close();
        try
        {
            syncFile.close();
            reserver.release(position);
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot close " + directory + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private void deleteUnused()
    {
        try
        {
            Files.delete(file);
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot take away " + file + ", in which nothing was written: " +
                SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private JournalException notForced(final IOException e)
    {
        return new JournalException(
            "Journal " + directory + " cannot be forced to the disk: " + SegmentFile.reasonOf(e) + ".", e);
    }

    /** Chronicle's table of locks and listings. Nothing of ours is in it, so a dead writer's is not worth repairing. */
    private static void recreateMetadata(final Path directory) throws IOException
    {
        Files.write(directory.resolve(METADATA_FILE), new byte[METADATA_BYTES]);
    }

    private static void closeQuietly(
        final IntervalSync sync,
        final SingleChronicleQueue queue,
        final RandomAccessFile file,
        final Reserver reserver)
    {
        try
        {
            if (sync != null)
            {
                sync.close();
            }
            if (queue != null)
            {
                queue.close();
            }
            if (file != null)
            {
                file.close();
            }
            if (reserver != null)
            {
                reserver.close();
            }
        }
        catch (final IOException | RuntimeException e)
        {
            // What is thrown to the caller matters more.
            return;
        }
    }
}
