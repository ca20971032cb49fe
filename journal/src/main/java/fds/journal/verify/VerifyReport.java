package fds.journal.verify;

import java.util.List;

import fds.journal.format.Problem;

/**
 * What the verifier found.
 *
 * @param events            events and control messages that could be read.
 * @param lastSequence      of the last event, or -1.
 * @param eventDocuments    batches in the event queue.
 * @param decisionRecords   records that could be read.
 * @param lastDecisionIndex of the last decision record, or -1.
 * @param decisionDocuments batches in the decision queue.
 * @param problems          what is not as it was written, at most {@link #PROBLEM_LIMIT} a queue.
 * @param problemCount      how many there are.
 */
public record VerifyReport(
    long events,
    long lastSequence,
    long eventDocuments,
    long decisionRecords,
    long lastDecisionIndex,
    long decisionDocuments,
    List<Problem> problems,
    long problemCount)
{
    /** Problems kept for each queue; more are counted. */
    public static final int PROBLEM_LIMIT = 1_000;

    /**
     * Whether the journal is exactly as it was written.
     *
     * @return true when there is no problem.
     */
    public boolean isWhole()
    {
        return problemCount == 0;
    }
}
