package fds.journal.seal;

import java.util.List;

/**
 * What a verification of a seal found.
 *
 * @param journal           id, or empty when there is no block.
 * @param blocks            that were read.
 * @param root              hash of the newest header, or empty.
 * @param unsealedEvents    events behind the last block.
 * @param unsealedDecisions decision records behind the last block.
 * @param isSelfAsserted    whether the signatures were checked only with keys from the journal's own directory.
 * @param anchoredBlock     newest block that an anchor which was asked holds, or -1.
 * @param problems          what is not as sealed, at most {@link #PROBLEM_LIMIT}.
 * @param problemCount      how many there are.
 */
public record SealReport(
    String journal,
    long blocks,
    String root,
    long unsealedEvents,
    long unsealedDecisions,
    boolean isSelfAsserted,
    long anchoredBlock,
    List<String> problems,
    long problemCount)
{
    /** Problems that are kept; more are counted. */
    public static final int PROBLEM_LIMIT = 100;

    /**
     * Whether the journal is what was sealed.
     *
     * @return true when there is no problem.
     */
    public boolean holds()
    {
        return problemCount == 0;
    }
}
