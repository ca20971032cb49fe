package fds.journal.snapshot;

import fds.journal.format.DocumentPlace;

/**
 * What a snapshot says of itself: which moment of which journal it holds, and who made it.
 *
 * @param place           behind which document of the event queue it was taken.
 * @param engineTimeNanos of the last event before it, UTC nanoseconds.
 * @param decisions       records that the decision queue holds up to there.
 * @param configSequence  sequence of the CONFIG record in force.
 * @param configHash      of that record's text.
 * @param journalId       of the journal, see {@link fds.journal.format.JournalIdentity}.
 * @param buildId         of the program, its code included.
 * @param shape           capacities that are no part of the configuration's partitions, in words; compared as a text.
 */
public record SnapshotHead(
    DocumentPlace place,
    long engineTimeNanos,
    long decisions,
    long configSequence,
    long configHash,
    String journalId,
    String buildId,
    String shape)
{
    /**
     * The last event that is in the snapshot.
     *
     * @return its sequence.
     */
    public long sequence()
    {
        return place.lastRecord();
    }
}
