package fds.actions.execute;

import fds.actions.policy.AckStatus;

/**
 * What became of a command.
 *
 * @param status   to be journaled as acknowledgement.
 * @param detail   in words.
 * @param isRepeat true: it was done under this key and attempt before, so nothing is to be acknowledged.
 */
public record ExecutionResult(AckStatus status, String detail, boolean isRepeat)
{
    /** It was done before. */
    public static final ExecutionResult REPEATED = new ExecutionResult(AckStatus.SENT, "", true);

    /**
     * It was handed on.
     *
     * @param detail in words.
     * @return result.
     */
    public static ExecutionResult sent(final String detail)
    {
        return new ExecutionResult(AckStatus.SENT, detail, false);
    }

    /**
     * It could not be done.
     *
     * @param detail in words.
     * @return result.
     */
    public static ExecutionResult failed(final String detail)
    {
        return new ExecutionResult(AckStatus.FAILED, detail, false);
    }
}
