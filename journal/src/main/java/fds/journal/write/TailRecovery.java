package fds.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import fds.journal.format.Document;
import fds.journal.format.DocumentCheck;
import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.format.Problem;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.format.StoreHeader;

/**
 * Finds the end of a queue's last file and takes away what its writer had begun and not finished, before Chronicle
 * opens the file: so Chronicle never waits for a writer that is dead. Starts at the last document that the store's
 * header names, or at the file's start when that one is not whole.
 */
final class TailRecovery
{
    // A document that is whole behind one that is not starts within its length. Reading the whole sparse rest of the
    // file would cost seconds.
    private static final long LOOK_AHEAD_BYTES = Document.LENGTH_MAX + (16L << 20);
    private static final int PAGE_BYTES = 4096;
    private static final String REMEDY =
        "restore it from a copy, or take what is whole with 'fds repair'.";

    private final QueueKind kind;
    private final Path queueDirectory;
    private final DocumentCheck check;
    private final Path file;

    private long end;
    private long limit;
    private long lastPosition;
    private long lastRecord = Recovery.NOTHING;
    private long firstRecord = Recovery.NOTHING;
    private long documentNumber = -1;
    private int lastCrc = Document.NO_PREDECESSOR;
    private long bytesCut;

    private TailRecovery(final QueueKind kind, final Path journal)
    {
        this.kind = kind;
        queueDirectory = kind.directory(journal);
        check = new DocumentCheck(kind);
        final List<Path> files = SegmentFile.list(queueDirectory);
        file = files.isEmpty() ? null : files.get(files.size() - 1);
    }

    /**
     * Recover one queue. The caller holds the writer's lock.
     *
     * @param kind    of queue.
     * @param journal directory.
     * @return what there is; the file ends at {@link #end()} with zeros behind it.
     * @throws JournalDamagedException when whole documents stand behind a damaged one: that is no torn end.
     */
    static TailRecovery recover(final QueueKind kind, final Path journal)
    {
        final TailRecovery recovery = new TailRecovery(kind, journal);
        if (recovery.file != null)
        {
            try (SegmentFile segment =
                new SegmentFile(recovery.file, StandardOpenOption.READ, StandardOpenOption.WRITE))
            {
                recovery.run(segment);
            }
            catch (final IOException e)
            {
                throw new JournalException(
                    "Cannot repair the end of " + recovery.file + ": " + SegmentFile.reasonOf(e) + ".", e);
            }
        }
        return recovery;
    }

    /** The queue's last file, or null when there is none. */
    Path file()
    {
        return file;
    }

    /** Position behind the last whole document, where the next word goes; 0 in a file without a header. */
    long end()
    {
        return end;
    }

    int lastCrc()
    {
        return lastCrc;
    }

    long lastRecord()
    {
        return lastRecord;
    }

    Recovery summary()
    {
        final long recordsKept = lastRecord == Recovery.NOTHING ? 0 : lastRecord - firstRecord + 1;
        final String kept = recordsKept == 0 ?
            kind.directoryName() + ": empty" :
            kind.directoryName() + ": " + recordsKept + " records kept, the last is " + kind.nameOf(lastRecord);
        final String cut = bytesCut == 0 ?
            "; nothing was cut off." :
            "; " + bytesCut + " bytes of a document that its writer had not finished were cut off.";
        return new Recovery(kind, recordsKept, lastRecord, bytesCut, kept + cut);
    }

    private void run(final SegmentFile segment) throws IOException
    {
        if (!StoreHeader.isAtStartOf(segment))
        {
            recoverWithoutHeader(segment);
            return;
        }
        if (!startAtHint(segment))
        {
            end = StoreHeader.BYTES;
            readPredecessor();
        }

        walk(segment);
        refuseMissingDocuments(segment);
        limit = end + LOOK_AHEAD_BYTES;
        final long rest = segment.nextNonZero(end, limit);
        if (rest >= 0)
        {
            refuseDamage(segment, rest);
            bytesCut = unfinishedBytes(segment, rest);
        }
        truncate(segment);
        repairHeader(segment);
        firstRecord = firstRecordOfQueue();
    }

    private void recoverWithoutHeader(final SegmentFile segment) throws IOException
    {
        // Reserved, but the store's own header was never finished: the file never was.
        limit = LOOK_AHEAD_BYTES;
        final long rest = segment.nextNonZero(0, limit);
        if (rest >= 0 && nextDocument(segment, rest) >= 0)
        {
            throw new JournalDamagedException(kind, 0, Problem.NO_RECORD, "The head of " + file +
                " is damaged, so nothing can be written behind it: " + REMEDY);
        }
        bytesCut = rest < 0 ? 0 : unfinishedBytes(segment, rest);
        truncate(segment);
        readPredecessor();
        firstRecord = firstRecordOfQueue();
    }

    /** The last document of the file before this one, when this one has none of its own before the start. */
    private void readPredecessor()
    {
        final List<Path> files = SegmentFile.list(queueDirectory);
        if (files.size() < 2)
        {
            return;
        }
        try (SegmentFile previous = new SegmentFile(files.get(files.size() - 2), StandardOpenOption.READ))
        {
            final long position = previous.longAt(StoreHeader.WRITE_POSITION);
            if (isWhole(previous, position, previous.word(position)))
            {
                lastRecord = check.lastRecord();
                lastCrc = check.closingCrc();
            }
        }
    }

    private boolean startAtHint(final SegmentFile segment)
    {
        final long position = segment.longAt(StoreHeader.WRITE_POSITION);
        final long number = hintedNumber(segment);
        if (number < 0 || !isWhole(segment, position, segment.word(position)))
        {
            return false;
        }
        end = position;
        documentNumber = number - 1;
        lastRecord = check.firstRecord() - 1;
        lastCrc = check.previousCrc();
        return true;
    }

    /** The number of the last document by the store's header, or -1 when the header cannot be trusted. */
    private static long hintedNumber(final SegmentFile segment)
    {
        final long position = segment.longAt(StoreHeader.WRITE_POSITION);
        final long sequence = segment.longAt(StoreHeader.WRITE_SEQUENCE);
        final boolean isTrusted = position >= StoreHeader.BYTES && (position & 3) == 0 &&
            sequence >>> 32 == (position & 0xFFFF_FFFFL);
        return isTrusted ? sequence & 0xFFFF_FFFFL : -1;
    }

    /**
     * A writer that was killed leaves one document unfinished, and the header names none that was not finished. If it
     * names more, the file was cut, or the power failed before they were forced: a person must know.
     */
    private void refuseMissingDocuments(final SegmentFile segment)
    {
        final long missing = hintedNumber(segment) - documentNumber;
        if (missing > 1)
        {
            throw new JournalDamagedException(kind, documentNumber + 1, Problem.NO_RECORD,
                "Journal " + queueDirectory + " ends behind " + kind.nameOf(lastRecord) + ", and its head names " +
                missing + " documents more, so it is not written to: " + REMEDY);
        }
    }

    private void walk(final SegmentFile segment)
    {
        while (true)
        {
            final int word = segment.word(end);
            if ((word & StoreHeader.META_DATA) != 0)
            {
                final long behind = behindIndex(segment, end, word);
                if (behind < 0)
                {
                    return;
                }
                end = behind;
            }
            else if (isWhole(segment, end, word) && check.previousCrc() == lastCrc &&
                (lastRecord == Recovery.NOTHING || check.firstRecord() == lastRecord + 1))
            {
                lastPosition = end;
                lastRecord = check.lastRecord();
                lastCrc = check.closingCrc();
                documentNumber++;
                end += StoreHeader.WORD_BYTES + check.length();
            }
            else
            {
                return;
            }
        }
    }

    private static long behindIndex(final SegmentFile segment, final long position, final int word)
    {
        final boolean isTop = StoreHeader.isIndexToIndex(segment, position);
        if ((word & StoreHeader.NOT_COMPLETE) != 0 || !isTop && !StoreHeader.isIndex(segment, position))
        {
            return -1;
        }
        return StoreHeader.endOf(StoreHeader.entriesOf(position, isTop));
    }

    private boolean isWhole(final SegmentFile segment, final long position, final int word)
    {
        if ((word & ~StoreHeader.LENGTH_MASK) != 0 || word < Document.LENGTH_MIN)
        {
            return false;
        }
        final int at = segment.load(position + StoreHeader.WORD_BYTES, word);
        return at >= 0 && check.isWhole(segment.view(), segment.bytes(), at, word);
    }

    private void refuseDamage(final SegmentFile segment, final long rest)
    {
        final long next = nextDocument(segment, rest);
        if (next >= 0)
        {
            throw new JournalDamagedException(kind, documentNumber + 1, Problem.NO_RECORD,
                "Journal " + queueDirectory + " is damaged behind " + kind.nameOf(lastRecord) +
                " and whole again from " + kind.nameOf(check.firstRecord()) +
                " on, so it is not written to: " + REMEDY);
        }
    }

    /** A whole document behind a position, at any multiple of four: then what stands before it is no torn end. */
    private long nextDocument(final SegmentFile segment, final long from)
    {
        long position = from;
        while (position >= 0)
        {
            position &= ~3L;
            final int at = segment.load(position, StoreHeader.WORD_BYTES + Document.HEADER_BYTES);
            if (at < 0)
            {
                return -1;
            }
            final int word = segment.view().getInt(at, ByteOrder.LITTLE_ENDIAN);
            if (segment.view().getInt(at + 4, ByteOrder.LITTLE_ENDIAN) == kind.magic() &&
                (word & StoreHeader.NOT_COMPLETE) == 0 && isWhole(segment, position, word))
            {
                return position;
            }
            position = segment.nextNonZero(position + 4, limit);
        }
        return -1;
    }

    /** Bytes that are not whole behind the end. */
    private long unfinishedBytes(final SegmentFile segment, final long rest)
    {
        long last = rest;
        for (long at = rest; at >= 0; at = segment.nextNonZero((at / PAGE_BYTES + 1) * PAGE_BYTES, limit))
        {
            last = at;
        }
        final long pageEnd = (last / PAGE_BYTES + 1) * PAGE_BYTES;
        for (long at = last; at < pageEnd; at++)
        {
            last = segment.byteAt(at) == 0 ? last : at;
        }
        return last + 1 - end;
    }

    /** Zeros up to the end of the page, and nothing behind it: what is reserved there is made anew. */
    private void truncate(final SegmentFile segment) throws IOException
    {
        final long size = (end + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
        final ByteBuffer zeros = ByteBuffer.allocate((int)(size - end));
        while (zeros.hasRemaining())
        {
            segment.channel().write(zeros, end + zeros.position());
        }
        segment.channel().truncate(size);
        segment.refresh();
    }

    /** Chronicle looks for its end from here on; what points behind the end would lead it into nothing. */
    private void repairHeader(final SegmentFile segment) throws IOException
    {
        final long nextIndexed = (documentNumber + StoreHeader.INDEX_SPACING) / StoreHeader.INDEX_SPACING *
            StoreHeader.INDEX_SPACING;
        put(segment, StoreHeader.WRITE_POSITION, lastPosition);
        put(segment, StoreHeader.WRITE_SEQUENCE, lastPosition << 32 | Math.max(0, documentNumber));
        if (segment.longAt(StoreHeader.NEXT_INDEXED) > nextIndexed)
        {
            put(segment, StoreHeader.NEXT_INDEXED, nextIndexed);
        }

        final long top = segment.longAt(StoreHeader.INDEX_TO_INDEX);
        if (top == StoreHeader.BYTES && StoreHeader.isIndexToIndex(segment, top))
        {
            final long entries = StoreHeader.entriesOf(top, true);
            final int pages = clearBehindEnd(segment, entries);
            if (pages > 0)
            {
                final long page = segment.longAt(entries + 8L * (pages - 1));
                clearBehindEnd(segment, StoreHeader.entriesOf(page, false));
            }
        }
        // Not forced: that could wait for gigabytes of the dead writer's pages, and if it is lost it is done again.
    }

    private int clearBehindEnd(final SegmentFile segment, final long entries) throws IOException
    {
        final int used = (int)Math.min(StoreHeader.INDEX_COUNT, Math.max(0, segment.longAt(entries - 8)));
        int kept = used;
        while (kept > 0)
        {
            final long at = entries + 8L * (kept - 1);
            final long target = segment.longAt(at);
            if (target != 0 && target < end)
            {
                break;
            }
            if (target != 0)
            {
                put(segment, at, 0);
            }
            kept--;
        }
        if (kept != used)
        {
            put(segment, entries - 8, kept);
        }
        return kept;
    }

    private static void put(final SegmentFile segment, final long position, final long value) throws IOException
    {
        if (segment.longAt(position) != value)
        {
            final ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
            segment.channel().write(bytes, position);
            segment.refresh();
        }
    }

    private long firstRecordOfQueue()
    {
        if (lastRecord == Recovery.NOTHING)
        {
            return Recovery.NOTHING;
        }
        try (SegmentFile first = new SegmentFile(SegmentFile.list(queueDirectory).get(0), StandardOpenOption.READ))
        {
            long position = StoreHeader.BYTES;
            while ((first.word(position) & StoreHeader.META_DATA) != 0)
            {
                position = behindIndex(first, position, first.word(position));
            }
            final int at = first.load(position + StoreHeader.WORD_BYTES, Document.HEADER_BYTES);
            return at >= 0 && check.isHeader(first.view(), first.bytes(), at) ? check.firstRecord() : lastRecord;
        }
    }
}
