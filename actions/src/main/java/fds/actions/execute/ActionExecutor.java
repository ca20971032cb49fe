package fds.actions.execute;

/**
 * Carries out commands on one channel: a file, a venue's interface, a messenger. Called on the outbox's thread, one
 * command at a time, in the order of decisions; may block. The same key and attempt may be asked again after a restart
 * and must not be done twice.
 */
public interface ActionExecutor extends AutoCloseable
{
    /**
     * Carry out a command, or hand it on.
     *
     * @param command in mode SHADOW or LIVE.
     * @return what became of it. What fails is retried by the policy, not here.
     */
    ExecutionResult execute(ActionCommand command);

    /** Give back files and connections. Idempotent. */
    @Override
    void close();
}
