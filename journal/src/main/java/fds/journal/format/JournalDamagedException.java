package fds.journal.format;

/** A journal holds bytes that were not written so. */
public final class JournalDamagedException extends JournalException
{
    private static final long serialVersionUID = 1L;

    private final QueueKind queue;
    private final long document;
    private final long record;

    /**
     * Say what is damaged.
     *
     * @param queue    that holds it.
     * @param document number of the batch in the queue, from 0, as far as the reader counted.
     * @param record   event sequence or decision record index, or {@link Problem#NO_RECORD}.
     * @param message  one sentence.
     */
    public JournalDamagedException(
        final QueueKind queue, final long document, final long record, final String message)
    {
        super(message);
        this.queue = queue;
        this.document = document;
        this.record = record;
    }

    public QueueKind queue()
    {
        return queue;
    }

    public long document()
    {
        return document;
    }

    /**
     * The record that changed.
     *
     * @return event sequence or decision record index, or {@link Problem#NO_RECORD} when no single one is known.
     */
    public long record()
    {
        return record;
    }
}
