package fds.journal.read;

import java.nio.file.Path;

import fds.journal.format.QueueKind;

/** Reads the decision queue: records as the engine derived them, in order. */
public final class DecisionReader extends JournalReader
{
    /**
     * Read from the first record.
     *
     * @param journal directory.
     * @throws fds.journal.format.JournalException when there is none.
     */
    public DecisionReader(final Path journal)
    {
        this(journal, 0);
    }

    /**
     * Read from a record on.
     *
     * @param journal   directory.
     * @param fromIndex first record to give, from 0; documents before it are passed unchecked.
     * @throws fds.journal.format.JournalException when there is no journal.
     */
    public DecisionReader(final Path journal, final long fromIndex)
    {
        super(QueueKind.DECISIONS, journal, fromIndex);
    }

    /**
     * Index of the current record.
     *
     * @return from 0.
     */
    public long index()
    {
        return record();
    }
}
