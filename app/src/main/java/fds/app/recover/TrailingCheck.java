package fds.app.recover;

import java.nio.file.Path;

import fds.journal.format.Document;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.read.DecisionReader;
import fds.market.door.FrameSink;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Compares decisions as a follower makes them with those that the run journals, which may be there sooner or later:
 * those that are not there yet are remembered by length and check. Owned by the follower's thread.
 */
final class TrailingCheck implements FrameSink, AutoCloseable
{
    private static final int CAPACITY = 1 << 20;
    private static final long NONE = -1;

    private final Path journal;
    private final long[] waiting = new long[CAPACITY]; // [index & CAPACITY - 1], length above the check
    private DecisionReader reader; // null while the run has decided nothing
    private final UnsafeBuffer record = new UnsafeBuffer(0, 0);
    private long made;
    private long compared;
    private long differing = NONE;

    TrailingCheck(final Path journal, final long firstIndex)
    {
        this.journal = journal;
        made = firstIndex;
        compared = firstIndex;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (made - compared == CAPACITY)
        {
            throw new IllegalStateException("more decisions are made than are compared");
        }
        waiting[(int)made & CAPACITY - 1] = checkOf(buffer, offset, length);
        made++;
    }

    @Override
    public void onBatchEnd()
    {
        // compared when there is time
    }

    /** Whether no more events should be taken before the run has journaled its decisions. */
    boolean isCrowded()
    {
        return waitingCount() > CAPACITY / 2;
    }

    /** Decisions that the run has not journaled yet. */
    long waitingCount()
    {
        return made - compared;
    }

    /** Index of the first decision that is not the run's, or -1. */
    long differing()
    {
        return differing;
    }

    /** Compare what is there. */
    void compare()
    {
        while (differing < 0 && compared < made && isThere() && reader.next())
        {
            record.wrap(reader.buffer(), reader.offset(), reader.length());
            if (checkOf(record, 0, reader.length()) != waiting[(int)compared & CAPACITY - 1])
            {
                differing = compared;
                return;
            }
            compared++;
        }
    }

    @Override
    public void close()
    {
        if (reader != null)
        {
            reader.close();
        }
    }

    private boolean isThere()
    {
        if (reader == null && !SegmentFile.list(QueueKind.DECISIONS.directory(journal)).isEmpty())
        {
            reader = new DecisionReader(journal, compared);
        }
        return reader != null;
    }

    private static long checkOf(final DirectBuffer buffer, final int offset, final int length)
    {
        return (long)length << 32 | Document.check(buffer, offset, length) & 0xFFFF_FFFFL;
    }
}
