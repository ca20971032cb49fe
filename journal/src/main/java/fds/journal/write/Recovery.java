package fds.journal.write;

import fds.journal.format.QueueKind;

/**
 * What opening a queue for writing found.
 *
 * @param queue       that was opened.
 * @param recordsKept events or decision records that are there.
 * @param lastRecord  sequence of the last event or index of the last decision record; {@link #NOTHING} when none.
 * @param bytesCut    of a document that was not finished when its writer died; 0 after a clean close.
 * @param sentence    for the log.
 */
public record Recovery(QueueKind queue, long recordsKept, long lastRecord, long bytesCut, String sentence)
{
    /** The queue is empty. */
    public static final long NOTHING = -1;
}
