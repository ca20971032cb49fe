package fds.journal.read;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import fds.journal.format.Diagnosis;
import fds.journal.format.Document;
import fds.journal.format.DocumentCheck;
import fds.journal.format.DocumentPlace;
import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.format.Problem;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.format.StoreHeader;
import fds.market.door.FrameSource;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives the frames of one queue, document by document; each document is checked before its first frame is given. A
 * reader may follow a journal that is being written: {@link #next()} is false until more is there.
 */
abstract class JournalReader implements FrameSource
{
    private static final int READ_AGAIN_LIMIT = 3;
    private static final long POLLS_MASK = 63;

    private final QueueKind kind;
    private final Path queueDirectory;
    private final DocumentCheck check;
    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private final long fromRecord;

    private SegmentFile segment;
    private long position;
    private long polls;
    private long documentPosition; // of the word before the document read last
    private long documents;
    private int previousCrc = Document.NO_PREDECESSOR;
    private long nextRecord = Problem.NO_RECORD;

    private int framesLeft;
    private int slotOffset;
    private int entryOffset;
    private int frameLength;
    private long record = Problem.NO_RECORD;

    JournalReader(final QueueKind kind, final Path journal, final long fromRecord)
    {
        this.kind = kind;
        queueDirectory = kind.directory(journal);
        check = new DocumentCheck(kind);
        final List<Path> files = SegmentFile.list(queueDirectory);
        if (files.isEmpty())
        {
            throw new JournalException("There is no journal in " + queueDirectory + ".");
        }
        open(files.get(0));
        this.fromRecord = fromRecord;
        skipFiles(files);
        skipByIndex();
        skipDocuments();
    }

    /**
     * Read on behind a document, whose place and bytes must be those that are named; what stands before it is not read.
     */
    JournalReader(final QueueKind kind, final Path journal, final DocumentPlace place)
    {
        this(kind, journal, place.lastRecord());
        boolean isFound = false;
        try
        {
            isFound = nextDocument() && check.lastRecord() == place.lastRecord() &&
                check.closingCrc() == place.closingCrc();
        }
        finally
        {
            if (!isFound)
            {
                close();
            }
        }
        if (!isFound)
        {
            throw new JournalException("no document that ends with " + kind.nameOf(place.lastRecord()) +
                " and has its check stands in " + queueDirectory);
        }
        framesLeft = 0;
        record = place.lastRecord();
    }

    @Override
    public boolean next()
    {
        do
        {
            if (framesLeft == 0 && !nextDocument())
            {
                return false;
            }
            nextFrame();
        }
        while (record < fromRecord);
        return true;
    }

    @Override
    public DirectBuffer buffer()
    {
        return frame;
    }

    @Override
    public int offset()
    {
        return 0;
    }

    @Override
    public int length()
    {
        return frameLength;
    }

    @Override
    public void close()
    {
        framesLeft = 0;
        segment.close();
    }

    /**
     * Whether the current frame is the last of its document.
     *
     * @return true there, and before the first document.
     */
    public boolean isAtDocumentEnd()
    {
        return framesLeft == 0;
    }

    /**
     * The document that was read last.
     *
     * @return its place, by which {@link EventReader#behind} finds it again.
     */
    public DocumentPlace place()
    {
        return new DocumentPlace(
            segment.path().getFileName().toString(), documentPosition, previousCrc, nextRecord - 1);
    }

    /** Sequence or index of the current frame. */
    long record()
    {
        return record;
    }

    private void open(final Path file)
    {
        if (segment != null)
        {
            segment.close();
        }
        segment = new SegmentFile(file, StandardOpenOption.READ);
        position = StoreHeader.BYTES;
    }

    private void nextFrame()
    {
        final DirectBuffer view = segment.view();
        frameLength = view.getInt(entryOffset, ByteOrder.LITTLE_ENDIAN);
        frame.wrap(view, slotOffset + kind.prefixBytes(), frameLength);
        slotOffset += kind.slotBytes(frameLength);
        entryOffset += Document.ENTRY_BYTES;
        framesLeft--;
        record++;
    }

    private boolean nextDocument()
    {
        for (int attempt = 0; ; attempt++)
        {
            final int word = segment.word(position);
            if (word == 0 || (word & StoreHeader.NOT_COMPLETE) != 0)
            {
                final int now = segment.wordNow(position);
                if (now != word)
                {
                    segment.refresh();
                }
                else if (!isMore(word))
                {
                    return false;
                }
                attempt = -1;
            }
            else if ((word & StoreHeader.META_DATA) != 0)
            {
                skipIndex();
                attempt = -1;
            }
            else if (isNext(word))
            {
                enter(word);
                return true;
            }
            else if (attempt < READ_AGAIN_LIMIT)
            {
                // The window may have been read while the document was written.
                segment.refresh();
            }
            else
            {
                throw damaged(word);
            }
        }
    }

    /** Whether there is a next file, which is asked for seldom where this one may still grow. */
    private boolean isMore(final int word)
    {
        if (word == StoreHeader.END_OF_DATA || word == 0 && (polls++ & POLLS_MASK) == 0)
        {
            return nextSegment();
        }
        return false;
    }

    private boolean nextSegment()
    {
        final List<Path> files = SegmentFile.list(queueDirectory);
        // By its name as it was: it may have been compressed or taken away meanwhile.
        final Path current = SegmentFile.plain(segment.path());
        for (final Path file : files)
        {
            if (SegmentFile.plain(file).compareTo(current) > 0)
            {
                open(file);
                polls = 0;
                return true;
            }
        }
        return false;
    }

    private void skipIndex()
    {
        final boolean isTop = StoreHeader.isIndexToIndex(segment, position);
        if (!isTop && !StoreHeader.isIndex(segment, position))
        {
            throw new JournalDamagedException(kind, documents, Problem.NO_RECORD, "Journal " + queueDirectory +
                " is damaged outside records behind " + lastName() + ": no document starts at byte " + position + ".");
        }
        position = StoreHeader.endOf(StoreHeader.entriesOf(position, isTop));
    }

    private boolean isNext(final int word)
    {
        final int at = word < Document.LENGTH_MIN ? -1 : segment.load(position + StoreHeader.WORD_BYTES, word);
        return at >= 0 && check.isWhole(segment.view(), segment.bytes(), at, word) &&
            (nextRecord == Problem.NO_RECORD ||
            check.previousCrc() == previousCrc && check.firstRecord() == nextRecord);
    }

    private void enter(final int word)
    {
        final int at = segment.load(position + StoreHeader.WORD_BYTES, word);
        framesLeft = check.frameCount();
        slotOffset = at + Document.HEADER_BYTES;
        entryOffset = slotOffset + check.framesLength();
        record = check.firstRecord() - 1;
        nextRecord = check.lastRecord() + 1;
        previousCrc = check.closingCrc();
        documentPosition = position;
        position += StoreHeader.WORD_BYTES + word;
        documents++;
    }

    /** Start in the last file whose first document is not behind the wanted one. */
    private void skipFiles(final List<Path> files)
    {
        for (int i = files.size() - 1; i > 0; i--)
        {
            open(files.get(i));
            if (firstOfFile() <= fromRecord)
            {
                return;
            }
        }
        open(files.get(0));
    }

    private long firstOfFile()
    {
        long at = position;
        while (StoreHeader.isIndex(segment, at) || StoreHeader.isIndexToIndex(segment, at))
        {
            at = StoreHeader.endOf(StoreHeader.entriesOf(at, StoreHeader.isIndexToIndex(segment, at)));
        }
        return firstOf(at);
    }

    /** First record of the document at a position, or beyond all when there is none. */
    private long firstOf(final long at)
    {
        final int offset = at <= 0 ? -1 : segment.load(at + StoreHeader.WORD_BYTES, Document.HEADER_BYTES);
        return offset >= 0 && check.isHeader(segment.view(), segment.bytes(), offset) ?
            check.firstRecord() : Long.MAX_VALUE;
    }

    /** Chronicle's index is a hint: what it leads to is asked whether it is a document, and else it is left alone. */
    private void skipByIndex()
    {
        if (fromRecord <= 0 || !StoreHeader.isIndexToIndex(segment, StoreHeader.BYTES))
        {
            return;
        }
        final long pages = StoreHeader.entriesOf(StoreHeader.BYTES, true);
        long low = 0;
        long high = (long)StoreHeader.INDEX_COUNT * StoreHeader.INDEX_COUNT - 1;
        while (low < high)
        {
            final long middle = (low + high + 1) >>> 1;
            if (firstOf(entry(pages, middle)) <= fromRecord)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        final long at = entry(pages, low);
        if (low > 0 && firstOf(at) <= fromRecord)
        {
            position = at;
            documents = low * StoreHeader.INDEX_SPACING;
        }
    }

    private long entry(final long pages, final long index)
    {
        final long page = segment.longAt(pages + index / StoreHeader.INDEX_COUNT * 8);
        return page <= 0 || !StoreHeader.isIndex(segment, page) ? 0 :
            segment.longAt(StoreHeader.entriesOf(page, false) + index % StoreHeader.INDEX_COUNT * 8);
    }

    /** Documents before the wanted one are passed by their words and headers, unchecked. */
    private void skipDocuments()
    {
        while (true)
        {
            final int word = segment.word(position);
            if (word == StoreHeader.END_OF_DATA || word == 0 && fromRecord > 0)
            {
                if (!nextSegment())
                {
                    break;
                }
            }
            else if ((word & StoreHeader.NOT_COMPLETE) != 0)
            {
                break;
            }
            else if ((word & StoreHeader.META_DATA) != 0)
            {
                skipIndex();
            }
            else if (!isBefore(word))
            {
                break;
            }
        }
    }

    private boolean isBefore(final int word)
    {
        final int at = segment.load(position + StoreHeader.WORD_BYTES, Document.HEADER_BYTES);
        if (at < 0 || !check.isHeader(segment.view(), segment.bytes(), at) || check.length() != word ||
            check.lastRecord() >= fromRecord)
        {
            return false;
        }
        position += StoreHeader.WORD_BYTES + word;
        record = check.lastRecord();
        documents++;
        return true;
    }

    private JournalDamagedException damaged(final int word)
    {
        final Diagnosis diagnosis = Diagnosis.of(kind, segment, position, word, documents, previousCrc, nextRecord);
        final Problem first = diagnosis.problems().get(0);
        return new JournalDamagedException(kind, documents, first.record(),
            "Journal " + queueDirectory + " is damaged: " + first.sentence());
    }

    private String lastName()
    {
        return nextRecord <= 0 ? "its start" : kind.nameOf(nextRecord - 1);
    }
}
