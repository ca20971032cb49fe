package fds.journal.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;

import fds.journal.format.Document;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import net.openhft.chronicle.bytes.Bytes;
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

    private static final int NO_FRAMES = Document.HEADER_BYTES;

    // The clock is asked once in so many documents, less one: ticks alone make ten a second.
    private static final long CLOCK_MASK = 15;

    private final QueueKind kind;
    private final Path directory;
    private final SyncPolicy.Mode syncMode;
    private final JournalConfig config;
    private final LongSupplier clockMillis;
    private final int capacity;
    private final ByteBuffer memory;
    private final UnsafeBuffer staging;
    private final UnsafeBuffer table;
    private final Bytes<ByteBuffer> source;
    private final CRC32C crc = new CRC32C();

    private Segment segment;
    private long nextRollMillis;
    private int stagedEnd = NO_FRAMES;
    private int stagedFrames;
    private long stagedFirst;
    private int previousCrc;
    private boolean isFailed;
    private boolean isClosed;

    private volatile long lastRecord;
    private volatile long lastSynced;
    private volatile long documents;
    private volatile long bytesWritten;

    DocumentAppender(
        final TailRecovery tail,
        final QueueKind kind,
        final Path journal,
        final JournalConfig config,
        final LongSupplier clockMillis)
    {
        this.kind = kind;
        this.config = config;
        this.clockMillis = clockMillis;
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
        final Path file = tail.file() == null ?
            directory.resolve(config.roll().fileAt(clockMillis.getAsLong())) : tail.file();
        open(file, tail.end());
        forceWhatIsThere();
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
            segment.force();
        }
        catch (final JournalException e)
        {
            segment.close();
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
        return syncMode == SyncPolicy.Mode.INTERVAL ? Math.max(lastSynced, segment.synced()) : lastSynced;
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
                    segment.force();
                    lastSynced = lastRecord;
                }
            }
        }
        finally
        {
            isClosed = true;
            segment.close();
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
        if ((documents & CLOCK_MASK) == 0 && clockMillis.getAsLong() >= nextRollMillis)
        {
            roll();
        }
        segment.append(source, length);

        final long record = stagedFirst + stagedFrames - 1;
        stagedEnd = NO_FRAMES;
        stagedFrames = 0;
        documents++;
        bytesWritten += length;
        if (syncMode == SyncPolicy.Mode.BATCH)
        {
            segment.force();
            lastSynced = record;
        }
        lastRecord = record;
        segment.written(record);
    }

    private void open(final Path file, final long position)
    {
        segment = Segment.open(kind, file, position, config);
        nextRollMillis = config.roll().nextStart(config.roll().startOf(file));
    }

    /** Go on in the next file. What is in this one is safe by the policy before anything stands behind it. */
    private void roll()
    {
        final Path next = directory.resolve(config.roll().fileAt(clockMillis.getAsLong()));
        final boolean isForced = syncMode != SyncPolicy.Mode.NONE;
        segment.finish(isForced);
        if (isForced)
        {
            lastSynced = lastRecord;
        }
        open(next, 0);
        if (isForced)
        {
            Journal.forceNames(directory);
        }
    }
}
