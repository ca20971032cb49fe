package fds.journal.write;

import fds.journal.format.QueueKind;
import fds.market.door.FrameSink;
import org.agrona.DirectBuffer;

/**
 * Writes the decision queue: each call gives one record. Records are given by one thread (the account stage); the
 * counters may be read by any.
 */
public final class DecisionJournal implements FrameSink
{
    private final DocumentAppender appender;
    private long nextIndex;

    DecisionJournal(final DocumentAppender appender)
    {
        this.appender = appender;
        nextIndex = appender.lastRecord() + 1;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        appender.checkUsable();
        if (length < 1)
        {
            throw new IllegalArgumentException(QueueKind.DECISIONS.nameOf(nextIndex) + " has " + length + " bytes");
        }
        appender.stage(buffer, offset, length, nextIndex);
        nextIndex++;
    }

    @Override
    public void onBatchEnd()
    {
        appender.write();
    }

    /**
     * The last record in the journal.
     *
     * @return its index from 0, or {@link Recovery#NOTHING}.
     */
    public long lastIndex()
    {
        return appender.lastRecord();
    }

    /**
     * The last record known to be on the disk.
     *
     * @return its index, or {@link Recovery#NOTHING}, which it stays with policy NONE.
     */
    public long lastSyncedIndex()
    {
        return appender.lastSynced();
    }

    /**
     * Documents written since the journal was opened.
     *
     * @return count.
     */
    public long documents()
    {
        return appender.documents();
    }

    /**
     * Bytes of those documents.
     *
     * @return without Chronicle's words and index pages.
     */
    public long bytesWritten()
    {
        return appender.bytesWritten();
    }
}
