package fds.journal.verify;

import java.util.function.Consumer;

import fds.journal.format.SegmentFile;
import fds.journal.format.StoreHeader;
import org.agrona.collections.LongArrayList;

/**
 * Checks what Chronicle keeps beside the documents of one file: where the last one stands, and the positions of every
 * 256th. An entry may be missing (its writer died before it), but must not point anywhere else.
 */
final class IndexCheck
{
    private final SegmentFile segment;
    private final LongArrayList indexed = new LongArrayList();
    private final LongArrayList pages = new LongArrayList();
    private final long writePosition;

    private long topPosition = -1;
    private long documents;
    private boolean isWritePositionMet;
    private boolean isLost;

    IndexCheck(final SegmentFile segment)
    {
        this.segment = segment;
        writePosition = segment.longAt(StoreHeader.WRITE_POSITION);
        isWritePositionMet = writePosition == 0;
    }

    void document(final long position)
    {
        if (documents % StoreHeader.INDEX_SPACING == 0)
        {
            indexed.addLong(position);
        }
        documents++;
        isWritePositionMet |= position == writePosition;
    }

    void page(final long position, final boolean isTop)
    {
        isWritePositionMet |= position == writePosition;
        if (isTop)
        {
            topPosition = position;
        }
        else
        {
            pages.addLong(position);
        }
    }

    boolean isEmpty()
    {
        return topPosition < 0;
    }

    /** Documents could not be counted: their numbers are not known from here on. */
    void lost()
    {
        isLost = true;
    }

    void finish(final long end, final Consumer<String> problems)
    {
        if (isLost)
        {
            return;
        }
        if (!isWritePositionMet && !isBehind(writePosition, end))
        {
            problems.accept("the head's position of the last document (" + writePosition + ") is none");
        }
        if (topPosition >= 0)
        {
            final long entries = StoreHeader.entriesOf(topPosition, true);
            checkPreamble(topPosition, entries, problems);
            checkEntries(entries, pages, 0, end, problems);
        }
        for (int i = 0; i < pages.size(); i++)
        {
            final long entries = StoreHeader.entriesOf(pages.getLong(i), false);
            checkPreamble(pages.getLong(i), entries, problems);
            checkEntries(entries, indexed, i * StoreHeader.INDEX_COUNT, end, problems);
        }
    }

    private void checkPreamble(final long position, final long entries, final Consumer<String> problems)
    {
        final long capacity = segment.longAt(entries - StoreHeader.INDEX_PREAMBLE);
        final long used = segment.longAt(entries - 8);
        if (capacity != StoreHeader.INDEX_COUNT || used < 0 || used > capacity)
        {
            problems.accept("the index page at byte " + position + " states " + used + " of " + capacity + " entries");
        }
    }

    private void checkEntries(
        final long entries,
        final LongArrayList expected,
        final int from,
        final long end,
        final Consumer<String> problems)
    {
        for (int i = 0; i < StoreHeader.INDEX_COUNT; i++)
        {
            final long entry = segment.longAt(entries + 8L * i);
            final boolean isKnown = from + i < expected.size();
            if (entry != 0 && (isKnown ? entry != expected.getLong(from + i) : !isBehind(entry, end)))
            {
                problems.accept("the index entry at byte " + (entries + 8L * i) + " points to byte " + entry +
                    " where no such document starts");
            }
        }
    }

    /** The writer may have gone on since the end was seen. */
    private boolean isBehind(final long position, final long end)
    {
        segment.refresh();
        return position >= end && (position & 3) == 0 && segment.word(position) != 0;
    }
}
