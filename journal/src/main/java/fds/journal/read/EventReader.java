package fds.journal.read;

import java.nio.file.Path;

import fds.journal.format.DocumentPlace;
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

    private EventReader(final Path journal, final DocumentPlace place)
    {
        super(QueueKind.EVENTS, journal, place);
    }

    /**
     * Read on behind a document. From there on the chain of documents is checked as from the start: the document's
     * closing CRC covers its predecessor's.
     *
     * @param journal directory.
     * @param place   of the document, as {@link #place()} told it.
     * @return at the document's end; its next frame is the first behind it.
     * @throws fds.journal.format.JournalException when there is no journal, or that document is not in it.
     */
    public static EventReader behind(final Path journal, final DocumentPlace place)
    {
        return new EventReader(journal, place);
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
