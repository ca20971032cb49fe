package fds.journal.format;

/**
 * One thing that is not as it was written.
 *
 * @param queue    that holds it.
 * @param document number of the batch in the queue, from 0, as far as it was counted.
 * @param record   event sequence or decision record index that changed, or {@link #NO_RECORD}: outside records.
 * @param sentence what was found, for people.
 */
public record Problem(QueueKind queue, long document, long record, String sentence)
{
    /** No single record is concerned. */
    public static final long NO_RECORD = -1;

    /**
     * Whether a record is named.
     *
     * @return false when the damage lies outside records or no single record can be named.
     */
    public boolean isRecord()
    {
        return record != NO_RECORD;
    }

    @Override
    public String toString()
    {
        return queue.directoryName() + ": " + sentence;
    }
}
