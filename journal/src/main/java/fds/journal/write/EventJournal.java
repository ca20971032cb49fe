package fds.journal.write;

import java.nio.ByteOrder;

import fds.journal.format.QueueKind;
import fds.market.door.FrameSink;
import fds.market.event.MarketEvent;
import org.agrona.DirectBuffer;

/**
 * Writes the event queue. Frames are given by one thread (the journal stage); the counters may be read by any.
 * A frame that is no event of 128 bytes states its length in {@code frameLength}. Sequences must follow without a gap.
 */
public final class EventJournal implements FrameSink
{
    private final DocumentAppender appender;
    private long nextSequence;

    EventJournal(final DocumentAppender appender)
    {
        this.appender = appender;
        nextSequence = appender.lastRecord() + 1;
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        appender.checkUsable();
        final int end = offset + length;
        int at = offset;
        while (at < end)
        {
            final int events = eventsInARow(buffer, at, end);
            if (events > 0)
            {
                appender.stageRun(buffer, at, MarketEvent.LENGTH, events, nextSequence);
                nextSequence += events;
                at += events * MarketEvent.LENGTH;
                continue;
            }
            final int frameLength = QueueKind.EVENTS.lengthAt(buffer, at, end);
            if (frameLength < QueueKind.CONTROL_LENGTH_MIN || frameLength > end - at)
            {
                throw new IllegalArgumentException(
                    "Frame states " + frameLength + " bytes where " + (end - at) + " are given, behind sequence " +
                    (nextSequence - 1));
            }

            final long sequence = buffer.getLong(at + QueueKind.SEQUENCE, ByteOrder.LITTLE_ENDIAN);
            if (sequence != nextSequence && (nextSequence != 0 || sequence < 0))
            {
                throw new IllegalArgumentException(
                    "Sequence " + sequence + " does not follow sequence " + (nextSequence - 1));
            }
            appender.stage(buffer, at, frameLength, sequence);
            nextSequence = sequence + 1;
            at += QueueKind.EVENTS.slotBytes(frameLength);
        }
    }

    /** Events that follow one another from a place on: what nearly all of a journal is. */
    private int eventsInARow(final DirectBuffer buffer, final int from, final int end)
    {
        int at = from;
        long sequence = nextSequence;
        while (end - at >= MarketEvent.LENGTH && MarketEvent.isEvent(buffer, at) &&
            buffer.getLong(at + QueueKind.SEQUENCE, ByteOrder.LITTLE_ENDIAN) == sequence)
        {
            at += MarketEvent.LENGTH;
            sequence++;
        }
        return (at - from) / MarketEvent.LENGTH;
    }

    @Override
    public void onBatchEnd()
    {
        appender.write();
    }

    /**
     * The last event in the journal.
     *
     * @return its sequence, or {@link Recovery#NOTHING}.
     */
    public long lastSequence()
    {
        return appender.lastRecord();
    }

    /**
     * The last event known to be on the disk.
     *
     * @return its sequence, or {@link Recovery#NOTHING}, which it stays with policy NONE.
     */
    public long lastSyncedSequence()
    {
        return appender.lastSynced();
    }

    /**
     * The last event that is as safe as the policy promises: written with NONE, forced with the others.
     *
     * @return its sequence, or {@link Recovery#NOTHING}.
     */
    public long acknowledgedSequence()
    {
        return appender.acknowledged();
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
