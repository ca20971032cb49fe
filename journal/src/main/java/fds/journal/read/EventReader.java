package fds.journal.read;

import java.nio.file.Path;

import fds.journal.format.QueueKind;

/** Reads the event queue: events and control messages as they came, in the order of their sequences. */
public final class EventReader extends JournalReader
{
    /**
     * Read from the first event.
     *
     * @param journal directory.
     * @throws fds.journal.format.JournalException when there is none.
     */
    public EventReader(final Path journal)
    {
        this(journal, 0);
    }

    /**
     * Read from a sequence on.
     *
     * @param journal      directory.
     * @param fromSequence first sequence to give; documents before it are passed unchecked.
     * @throws fds.journal.format.JournalException when there is no journal.
     */
    public EventReader(final Path journal, final long fromSequence)
    {
        super(QueueKind.EVENTS, journal, fromSequence);
    }

    /**
     * Sequence of the current frame.
     *
     * @return as in the frame.
     */
    public long sequence()
    {
        return record();
    }
}
