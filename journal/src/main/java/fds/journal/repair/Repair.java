package fds.journal.repair;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Supplier;

import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.SyncPolicy;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;

/**
 * Copies the whole beginning of a damaged journal into a new one; the damaged one is only read. Of decisions those are
 * copied whose events are; what is missing the next run decides again.
 *
 * @param events        frames copied.
 * @param lastSequence  of them, or -1.
 * @param eventsEnd     why no more: a sentence, or empty when the queue came to its end.
 * @param decisions     records copied.
 * @param decisionsEnd  why no more: a sentence, or empty when the queue came to its end.
 */
public record Repair(long events, long lastSequence, String eventsEnd, long decisions, String decisionsEnd)
{
    private static final int SEQUENCE = 8;
    private static final int BATCH_FRAMES = 64;

    /**
     * Copy what is whole.
     *
     * @param damaged directory of a journal that nobody writes.
     * @param fresh   directory of the new one; must not hold a journal.
     * @return what was copied, and why no more.
     * @throws JournalException when the new one cannot be written.
     */
    public static Repair copy(final Path damaged, final Path fresh)
    {
        try (Journal journal = Journal.open(fresh, JournalConfig.DEFAULT.withSync(SyncPolicy.interval(100_000_000))))
        {
            if (journal.events().lastSequence() >= 0 || journal.decisions().lastIndex() >= 0)
            {
                throw new JournalException("There is a journal in " + fresh + " already.");
            }
            final Copier events = new Copier(journal.events(), Long.MAX_VALUE);
            final String eventsEnd = events.copy(() -> new EventReader(damaged));
            final Copier decisions = new Copier(journal.decisions(), events.last);
            final String decisionsEnd = decisions.copy(() -> new DecisionReader(damaged));
            return new Repair(events.count, events.last, eventsEnd, decisions.count, decisionsEnd);
        }
    }

    /** Copies one queue. */
    private static final class Copier
    {
        private final FrameSink sink;
        private final long sequenceMax;
        private long count;
        private long last = -1;

        Copier(final FrameSink sink, final long sequenceMax)
        {
            this.sink = sink;
            this.sequenceMax = sequenceMax;
        }

        String copy(final Supplier<FrameSource> queue)
        {
            String end = "";
            final FrameSource opened;
            try
            {
                opened = queue.get();
            }
            catch (final JournalException e)
            {
                return e.getMessage();
            }
            try (FrameSource source = opened)
            {
                while (end.isEmpty() && source.next())
                {
                    final long sequence = source.buffer().getLong(source.offset() + SEQUENCE, ByteOrder.LITTLE_ENDIAN);
                    if (sequence > sequenceMax)
                    {
                        end = "The next one is about " + QueueKind.EVENTS.nameOf(sequence) + ", which is not there.";
                    }
                    else
                    {
                        take(source, sequence);
                    }
                }
            }
            catch (final JournalDamagedException e)
            {
                end = e.getMessage();
            }
            sink.onBatchEnd();
            return end;
        }

        private void take(final FrameSource source, final long sequence)
        {
            sink.onFrames(source.buffer(), source.offset(), source.length());
            last = Math.max(last, sequence);
            if (++count % BATCH_FRAMES == 0)
            {
                sink.onBatchEnd();
            }
        }
    }
}
