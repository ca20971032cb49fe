package fds.journal.verify;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import fds.journal.format.Diagnosis;
import fds.journal.format.Document;
import fds.journal.format.DocumentCheck;
import fds.journal.format.JournalException;
import fds.journal.format.Problem;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.format.StoreHeader;
import org.agrona.DirectBuffer;

/**
 * Walks one queue from word to word. Where a word or a document is not as expected, the document's own header says how
 * far it goes; where that is gone too, the next header that is whole is looked for. Each step goes forward.
 */
final class QueueVerifier
{
    private static final int READ_AGAIN_LIMIT = 3;
    private static final long READ_AGAIN_MILLIS = 2;

    private final QueueKind kind;
    private final List<Path> files;
    private final DocumentCheck check;
    private final List<Problem> problems = new ArrayList<>();

    private SegmentFile segment;
    private IndexCheck index;
    private long position;
    private long problemCount;
    private long documents;
    private long records;
    private long lastRecord = Problem.NO_RECORD;
    private int previousCrc = Document.NO_PREDECESSOR;
    private boolean isFirst = true;
    private boolean isChainLost;

    QueueVerifier(final QueueKind kind, final Path journal)
    {
        this.kind = kind;
        files = SegmentFile.list(kind.directory(journal));
        check = new DocumentCheck(kind);
    }

    void run()
    {
        for (final Path file : files)
        {
            try (SegmentFile opened = new SegmentFile(file, StandardOpenOption.READ))
            {
                segment = opened;
                verifySegment();
            }
            catch (final JournalException e)
            {
                if (!SegmentFile.isCompressed(file))
                {
                    throw e;
                }
                add(new Problem(kind, documents, Problem.NO_RECORD, e.getMessage()));
                isChainLost = true;
                isFirst = false;
            }
        }
    }

    List<Problem> problems()
    {
        return problems;
    }

    long problemCount()
    {
        return problemCount;
    }

    long documents()
    {
        return documents;
    }

    long records()
    {
        return records;
    }

    long lastRecord()
    {
        return lastRecord;
    }

    private void verifySegment()
    {
        if (segment.nextNonZero(0) < 0)
        {
            // Reserved by a writer that died before its first store: there is nothing in it.
            return;
        }
        final int changed = StoreHeader.changedByte(segment);
        if (changed >= 0)
        {
            outside("byte " + changed + " of the file's head changed");
        }

        index = new IndexCheck(segment);
        position = StoreHeader.BYTES;
        while (step())
        {
            continue;
        }
        index.finish(position, this::outside);
    }

    private boolean step()
    {
        for (int attempt = 0; ; attempt++)
        {
            final int word = segment.word(position);
            if (isNext(word))
            {
                accept(word);
                return true;
            }
            if (isIndexAt(position))
            {
                passIndex(word);
                return true;
            }
            if (attempt == READ_AGAIN_LIMIT)
            {
                return passDamage(word);
            }
            if (word == 0 && segment.nextNonZero(position) < 0)
            {
                return false;
            }
            // A writer may be at work: what is not whole now may be so in a moment.
            pause();
            segment.refresh();
        }
    }

    private boolean isNext(final int word)
    {
        final int at = word < Document.LENGTH_MIN ? -1 : segment.load(position + StoreHeader.WORD_BYTES, word);
        return at >= 0 && check.isWhole(segment.view(), segment.bytes(), at, word) && isInOrder();
    }

    private boolean isInOrder()
    {
        return isChainLost || (isFirst || check.firstRecord() == lastRecord + 1) && check.previousCrc() == previousCrc;
    }

    private void accept(final int word)
    {
        if (isChainLost && lastRecord >= 0 && check.firstRecord() != lastRecord + 1)
        {
            add(new Problem(kind, documents, Problem.NO_RECORD, lostRecords()));
        }
        checkFrames(segment.load(position + StoreHeader.WORD_BYTES, word));
        previousCrc = check.closingCrc();
        advance(StoreHeader.WORD_BYTES + (long)word, check.lastRecord(), check.frameCount());
    }

    private String lostRecords()
    {
        return check.firstRecord() > lastRecord + 1 ?
            kind.nameOf(lastRecord + 1) + " to " + (check.firstRecord() - 1) + " cannot be read" :
            kind.nameOf(check.firstRecord()) + " stands behind " + kind.nameOf(lastRecord);
    }

    private void advance(final long bytes, final long last, final long count)
    {
        index.document(position);
        position += bytes;
        lastRecord = last;
        records += count;
        documents++;
        isChainLost = false;
        isFirst = false;
    }

    /** The CRC holds, so this fails only for what was written wrong. */
    private void checkFrames(final int at)
    {
        final DirectBuffer view = segment.view();
        final int limit = at + Document.HEADER_BYTES + check.framesLength();
        int slot = at + Document.HEADER_BYTES;
        for (int i = 0; i < check.frameCount(); i++)
        {
            final int length = view.getInt(limit + i * Document.ENTRY_BYTES, ByteOrder.LITTLE_ENDIAN);
            final long record = check.firstRecord() + i;
            if (length < 1 || length > limit - slot || kind.lengthAt(view, slot, limit) != length)
            {
                add(new Problem(kind, documents, record, kind.nameOf(record) + " was written with a wrong length"));
                return;
            }
            if (kind == QueueKind.EVENTS &&
                view.getLong(slot + QueueKind.SEQUENCE, ByteOrder.LITTLE_ENDIAN) != record)
            {
                add(new Problem(kind, documents, record, kind.nameOf(record) + " was written with another sequence"));
            }
            slot += kind.slotBytes(length);
        }
    }

    private boolean isIndexAt(final long at)
    {
        return StoreHeader.isIndex(segment, at) || StoreHeader.isIndexToIndex(segment, at);
    }

    private void passIndex(final int word)
    {
        final boolean isTop = StoreHeader.isIndexToIndex(segment, position);
        final long entries = StoreHeader.entriesOf(position, isTop);
        final long end = StoreHeader.endOf(entries);
        if (word != (StoreHeader.META_DATA | (int)(end - position - StoreHeader.WORD_BYTES)))
        {
            outside("the word before an index page at byte " + position + " changed");
        }
        index.page(position, isTop);
        position = end;
    }

    /** Report what stands here, and find the way on. */
    private boolean passDamage(final int word)
    {
        if (segment.nextNonZero(position + StoreHeader.WORD_BYTES) < 0)
        {
            return endAt(word);
        }
        final int length = word & StoreHeader.LENGTH_MASK;
        final long behind = position + StoreHeader.WORD_BYTES + (length + 3 & ~3);
        final boolean isLengthPlausible =
            length >= Document.LENGTH_MIN && behind <= segment.size() && isBoundary(behind);
        if (isHeaderAt(position + StoreHeader.WORD_BYTES))
        {
            if (isTorn(word))
            {
                outside(unfinished());
                return false;
            }
            return diagnose(word, behind, isLengthPlausible);
        }
        if (isLengthPlausible && (word & StoreHeader.META_DATA) == 0)
        {
            return diagnose(word, behind, true);
        }
        if (isLengthPlausible)
        {
            outside("the name of a page of Chronicle's own at byte " + position + " changed");
            // The first page of a file is the index of indexes.
            index.page(position, index.isEmpty());
            position = behind;
            return true;
        }
        return resynchronize(word);
    }

    private boolean isTorn(final int word)
    {
        if ((word & StoreHeader.NOT_COMPLETE) == 0)
        {
            return false;
        }
        final long from = position + StoreHeader.WORD_BYTES + check.length();
        return segment.nextNonZero(from) < 0;
    }

    private boolean diagnose(final int word, final long behind, final boolean isLengthPlausible)
    {
        final Diagnosis diagnosis = Diagnosis.of(kind, segment, position, word, documents, previousCrc,
            isChainLost || isFirst ? Problem.NO_RECORD : lastRecord + 1);
        diagnosis.problems().forEach(this::add);
        if (diagnosis.isLocated())
        {
            previousCrc = diagnosis.closingCrc();
            advance(StoreHeader.WORD_BYTES + (long)diagnosis.length(), diagnosis.lastRecord(),
                diagnosis.lastRecord() - diagnosis.firstRecord() + 1);
            return true;
        }
        isChainLost = true;
        isFirst = false;
        if (isLengthPlausible)
        {
            index.document(position);
            documents++;
            position = behind;
            return true;
        }
        return resynchronize(word);
    }

    private boolean resynchronize(final int word)
    {
        final long start = position;
        long at = segment.nextNonZero(start + StoreHeader.WORD_BYTES) & ~3L;
        while (at >= 0)
        {
            if (isHeaderAt(at + StoreHeader.WORD_BYTES) || isIndexAt(at))
            {
                outside("nothing can be read from byte " + start + " to byte " + at);
                index.lost();
                isChainLost = true;
                isFirst = false;
                position = at;
                return true;
            }
            at = segment.nextNonZero(at + StoreHeader.WORD_BYTES);
            at = at < 0 ? at : at & ~3L;
        }
        return endAt(word);
    }

    private boolean endAt(final int word)
    {
        if (word != StoreHeader.END_OF_DATA || segment.path().equals(files.get(files.size() - 1)))
        {
            outside((word & StoreHeader.NOT_COMPLETE) != 0 ? unfinished() :
                "bytes behind the last document, from byte " + segment.nextNonZero(position) + " on, are not zero");
        }
        return false;
    }

    private String unfinished()
    {
        return "the last document, at byte " + position +
            ", was not finished; opening the journal for writing cuts it off";
    }

    private boolean isBoundary(final long at)
    {
        return at == segment.size() || segment.word(at) == 0 || segment.word(at) == StoreHeader.END_OF_DATA ||
            isHeaderAt(at + StoreHeader.WORD_BYTES) || isIndexAt(at);
    }

    private boolean isHeaderAt(final long at)
    {
        final int offset = segment.load(at, Document.HEADER_BYTES);
        return offset >= 0 && check.isHeader(segment.view(), segment.bytes(), offset);
    }

    private void outside(final String sentence)
    {
        add(new Problem(kind, documents, Problem.NO_RECORD, sentence + ", outside records"));
    }

    private void add(final Problem problem)
    {
        problemCount++;
        if (problems.size() < VerifyReport.PROBLEM_LIMIT)
        {
            problems.add(problem);
        }
    }

    private static void pause()
    {
        try
        {
            Thread.sleep(READ_AGAIN_MILLIS);
        }
        catch (final InterruptedException e)
        {
            // The read behind it will say so.
            Thread.currentThread().interrupt();
        }
    }
}
