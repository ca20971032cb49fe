package fds.actions.execute;

import fds.actions.policy.AckStatus;

/** Hears what became of commands, to be journaled as ACTION_ACK. Called on the outbox's thread. */
@FunctionalInterface
public interface AnswerSink
{
    /**
     * An executor has answered.
     *
     * @param action id.
     * @param status of the command.
     * @param detail in words.
     */
    void onAnswer(long action, AckStatus status, String detail);
}
