package fds.journal.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.SyncFailedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

import fds.journal.format.Document;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Collects the frames of a batch off heap and writes them as one document of a queue. Used by one thread at a time;
 * what is volatile may be read by any.
 */
final class DocumentAppender implements AutoCloseable
{
    /** Reserved beyond a document for what Chronicle writes beside it: two index pages of 32 KiB, and their words. */
    static final int SLACK_BYTES = 256 << 10;

    private static final String METADATA_FILE = "metadata.cq4t";
    private static final int METADATA_BYTES = 128 << 10;
    private static final DateTimeFormatter FILE_NAME = DateTimeFormatter.ofPattern("yyyyMMdd'F.cq4'");
    private static final int NO_FRAMES = Document.HEADER_BYTES;

    // Nobody else writes, so whatever Chronicle would wait for is left over from a dead process.
    private static final long CHRONICLE_TIMEOUT_MILLIS = 50;

    private final QueueKind kind;
    private final Path directory;
    private final SyncPolicy.Mode syncMode;
    private final int capacity;
    private final ByteBuffer memory;
    private final UnsafeBuffer staging;
    private final UnsafeBuffer table;
    private final Bytes<ByteBuffer> source;
    private final CRC32C crc = new CRC32C();

    private final Reserver reserver;
    private final RandomAccessFile syncFile;
    private final IntervalSync intervalSync;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;

    private int stagedEnd = NO_FRAMES;
    private int stagedFrames;
    private long stagedFirst;
    private int previousCrc;
    private long position;
    private boolean isFailed;
    private boolean isClosed;

    private volatile long lastRecord;
    private volatile long lastSynced;
    private volatile long documents;
    private volatile long bytesWritten;

    DocumentAppender(final TailRecovery tail, final QueueKind kind, final Path journal, final JournalConfig config)
    {
        this.kind = kind;
        directory = kind.directory(journal);
        syncMode = config.sync().mode();
        capacity = config.documentBytes();
        memory = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        staging = new UnsafeBuffer(memory);
        table = new UnsafeBuffer(ByteBuffer.allocateDirect(capacity / 2));
        source = Bytes.wrapForRead(memory);
        source.singleThreadedCheckDisabled(true);
        previousCrc = tail.lastCrc();
        lastRecord = tail.lastRecord();
        lastSynced = tail.lastRecord();
        position = tail.end();

        Reserver started = null;
        RandomAccessFile opened = null;
        SingleChronicleQueue built = null;
        try
        {
            Files.createDirectories(directory);
            recreateMetadata();
            final Path file = tail.file() == null ? directory.resolve(nameOfToday()) : tail.file();
            started = Reserver.start(file, position, config);
            opened = new RandomAccessFile(file.toFile(), "rw");
            built = build(file, config);
            appender = built.createAppender();
            appender.singleThreadedCheckDisabled(true);
        }
        catch (final IOException e)
        {
            closeQuietly(built, opened, started);
            throw new JournalException(
                "Journal " + directory + " cannot be written: " + SegmentFile.reasonOf(e) + ".", e);
        }
        catch (final RuntimeException e)
        {
            closeQuietly(built, opened, started);
            throw e;
        }
        reserver = started;
        syncFile = opened;
        queue = built;
        forceWhatIsThere();
        intervalSync = syncMode == SyncPolicy.Mode.INTERVAL ?
            new IntervalSync(kind.directoryName(), fileDescriptor(), config.sync().intervalNanos()) : null;
    }

    /** What a dead writer left may be in the page cache only; from here on it counts as forced. */
    private void forceWhatIsThere()
    {
        if (syncMode == SyncPolicy.Mode.NONE)
        {
            lastSynced = Recovery.NOTHING;
            return;
        }
        try
        {
            force();
        }
        catch (final JournalException e)
        {
            closeQuietly(queue, syncFile, reserver);
            throw e;
        }
    }

    /** Refuse to go on when the journal is closed or has failed. */
    void checkUsable()
    {
        if (isFailed || isClosed)
        {
            throw new JournalException(isClosed ?
                "Journal " + directory + " is closed." :
                "Journal " + directory + " has failed and takes nothing more; the last record in it is " +
                kind.nameOf(lastRecord) + ".");
        }
    }

    /**
     * Put a frame into the document that is being collected; one that is full is written first.
     *
     * @param record sequence or index of the frame.
     */
    void stage(final DirectBuffer buffer, final int offset, final int length, final long record)
    {
        checkUsable();
        final int slotBytes = kind.slotBytes(length);
        if (Document.length(slotBytes, 1) > capacity)
        {
            throw new JournalException("A frame of " + length + " bytes (" + kind.nameOf(record) +
                ") is longer than the journal's documents: documentBytes is " + capacity + ".");
        }
        if (Document.length(stagedEnd - NO_FRAMES + slotBytes, stagedFrames + 1) > capacity)
        {
            write();
        }

        if (stagedFrames == 0)
        {
            stagedFirst = record;
        }
        final int slotEnd = stagedEnd + slotBytes;
        staging.putLong(slotEnd - 8, 0);
        if (kind.prefixBytes() != 0)
        {
            staging.putInt(stagedEnd, length, ByteOrder.LITTLE_ENDIAN);
        }
        final int frameOffset = stagedEnd + kind.prefixBytes();
        staging.putBytes(frameOffset, buffer, offset, length);
        final int entry = stagedFrames * Document.ENTRY_BYTES;
        table.putInt(entry, length, ByteOrder.LITTLE_ENDIAN);
        table.putInt(entry + 4, Document.check(staging, frameOffset, length), ByteOrder.LITTLE_ENDIAN);
        stagedEnd = slotEnd;
        stagedFrames++;
    }

    /**
     * Put frames of one length, which lie one behind the other, into the document that is being collected; one that is
     * full is written first. Of a queue whose frames have no prefix.
     *
     * @param frameBytes length of each, a multiple of 8 that an empty document has room for.
     * @param count      frames, 1 or more.
     * @param record     sequence of the first.
     */
    void stageRun(
        final DirectBuffer buffer, final int offset, final int frameBytes, final int count, final long record)
    {
        checkUsable();
        int done = 0;
        while (done < count)
        {
            final int used = (int)Document.length(stagedEnd - NO_FRAMES, stagedFrames);
            final int fit = Math.min(count - done, (capacity - used) / (frameBytes + Document.ENTRY_BYTES));
            if (fit == 0)
            {
                write();
                continue;
            }
            if (stagedFrames == 0)
            {
                stagedFirst = record + done;
            }
            staging.putBytes(stagedEnd, buffer, offset + done * frameBytes, fit * frameBytes);
            putEntries(frameBytes, fit);
            done += fit;
        }
    }

    /** Entries of frames that stand in the document already. */
    private void putEntries(final int frameBytes, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final long check = Document.check(staging, stagedEnd, frameBytes);
            table.putLong(stagedFrames * Document.ENTRY_BYTES, frameBytes | check << 32, ByteOrder.LITTLE_ENDIAN);
            stagedEnd += frameBytes;
            stagedFrames++;
        }
    }

    /** Write what is collected as one document, durable by policy. Does nothing when nothing is collected. */
    void write()
    {
        checkUsable();
        if (stagedFrames > 0)
        {
            isFailed = true;
            append(seal());
            isFailed = false;
        }
    }

    long lastRecord()
    {
        return lastRecord;
    }

    long lastSynced()
    {
        return syncMode == SyncPolicy.Mode.INTERVAL ? Math.max(lastSynced, intervalSync.synced()) : lastSynced;
    }

    long acknowledged()
    {
        return syncMode == SyncPolicy.Mode.NONE ? lastRecord : lastSynced();
    }

    long documents()
    {
        return documents;
    }

    long bytesWritten()
    {
        return bytesWritten;
    }

    /** Writes what is collected, forces it unless the policy is never to, and gives everything back. Idempotent. */
    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        try
        {
            if (!isFailed)
            {
                write();
                if (syncMode != SyncPolicy.Mode.NONE)
                {
                    force();
                }
            }
        }
        finally
        {
            isClosed = true;
            release();
        }
    }

    private int seal()
    {
        final int framesLength = stagedEnd - NO_FRAMES;
        Document.putHeader(staging, memory, crc, kind, stagedFirst, stagedFrames, framesLength, previousCrc);
        final int tableBytes = stagedFrames * Document.ENTRY_BYTES;
        staging.putBytes(stagedEnd, table, 0, tableBytes);
        final int crcOffset = stagedEnd + tableBytes;
        previousCrc = Document.crcOf(crc, memory, 0, crcOffset);
        staging.putInt(crcOffset, previousCrc, ByteOrder.LITTLE_ENDIAN);
        return crcOffset + Document.CRC_BYTES;
    }

    private void append(final int length)
    {
        if (intervalSync != null && intervalSync.failure() != null)
        {
            throw notForced(intervalSync.failure());
        }
        reserver.await(position + length + SLACK_BYTES);
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

        final long record = stagedFirst + stagedFrames - 1;
        stagedEnd = NO_FRAMES;
        stagedFrames = 0;
        documents++;
        bytesWritten += length;
        if (syncMode == SyncPolicy.Mode.BATCH)
        {
            force();
            lastSynced = record;
        }
        lastRecord = record;
        if (intervalSync != null)
        {
            intervalSync.written(record);
        }
    }

    private void force()
    {
        try
        {
            // Through the descriptor: a channel would be closed for good if this thread were interrupted.
            syncFile.getFD().sync();
            lastSynced = lastRecord;
        }
        catch (final IOException e)
        {
            throw notForced(e);
        }
    }

    private void release()
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

    private JournalException notForced(final IOException e)
    {
        return new JournalException(
            "Journal " + directory + " cannot be forced to the disk: " + SegmentFile.reasonOf(e) + ".", e);
    }

    private java.io.FileDescriptor fileDescriptor()
    {
        try
        {
            return syncFile.getFD();
        }
        catch (final IOException e)
        {
            throw notForced(e);
        }
    }

    /** Chronicle's table of locks and listings. Nothing of ours is in it, so a dead writer's is not worth repairing. */
    private void recreateMetadata() throws IOException
    {
        Files.write(directory.resolve(METADATA_FILE), new byte[METADATA_BYTES]);
    }

    private SingleChronicleQueue build(final Path file, final JournalConfig config)
    {
        // One file for now: time stands still at the day in its name. Rolling is a matter of moving this clock.
        final String day = file.getFileName().toString();
        final long millis = TimeUnit.DAYS.toMillis(LocalDate.parse(day, FILE_NAME).toEpochDay());
        return SingleChronicleQueueBuilder.binary(directory.toFile())
            .rollCycle(RollCycles.FAST_DAILY)
            .blockSize(config.blockBytes())
            .timeoutMS(CHRONICLE_TIMEOUT_MILLIS)
            .timeProvider(() -> millis)
            .build();
    }

    private static String nameOfToday()
    {
        return LocalDate.now(Clock.system(ZoneOffset.UTC)).format(FILE_NAME);
    }

    private static void closeQuietly(
        final SingleChronicleQueue queue, final RandomAccessFile file, final Reserver reserver)
    {
        try
        {
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
