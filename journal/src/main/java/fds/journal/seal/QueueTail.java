package fds.journal.seal;

import java.nio.file.Path;
import java.util.function.LongSupplier;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.door.FrameSource;
import org.agrona.DirectBuffer;

/**
 * Gives the records of one queue as leaves, also while it is being written or not even begun. Owned by one thread.
 */
final class QueueTail implements AutoCloseable
{
    private final QueueKind queue;
    private final Path journal;
    private final SealHash hash;
    private FrameSource source;
    private LongSupplier index;
    private long next;

    QueueTail(final QueueKind queue, final Path journal, final long from, final SealHash hash)
    {
        this.queue = queue;
        this.journal = journal;
        this.hash = hash;
        next = from;
    }

    /** The record with which a queue begins. */
    static long firstOf(final QueueKind queue)
    {
        return queue == QueueKind.EVENTS ? 1 : 0;
    }

    /**
     * Go to the next record.
     *
     * @return false when there is none yet.
     * @throws JournalException when the queue is damaged or lacks the record that should come here.
     */
    boolean next()
    {
        if (source == null && !open() || !source.next())
        {
            return false;
        }
        if (index.getAsLong() != next)
        {
            throw new JournalException("Journal " + queue.directory(journal) + " goes on with " +
                queue.nameOf(index.getAsLong()) + " where " + queue.nameOf(next) + " should be.");
        }
        next++;
        return true;
    }

    /** The hash of the current record. */
    byte[] leaf()
    {
        return hash.leaf(queue, next - 1, source.buffer(), source.offset(), source.length());
    }

    /** The bytes of the current record, {@link #length()} from 0. */
    byte[] payload()
    {
        final DirectBuffer buffer = source.buffer();
        final byte[] payload = new byte[source.length()];
        buffer.getBytes(source.offset(), payload);
        return payload;
    }

    /** The record behind the current one. */
    long nextRecord()
    {
        return next;
    }

    @Override
    public void close()
    {
        if (source != null)
        {
            source.close();
        }
    }

    private boolean open()
    {
        if (SegmentFile.list(queue.directory(journal)).isEmpty())
        {
            return false;
        }
        if (queue == QueueKind.EVENTS)
        {
            final EventReader events = new EventReader(journal, next);
            index = events::sequence;
            source = events;
        }
        else
        {
            final DecisionReader decisions = new DecisionReader(journal, next);
            index = decisions::index;
            source = decisions;
        }
        return true;
    }
}
