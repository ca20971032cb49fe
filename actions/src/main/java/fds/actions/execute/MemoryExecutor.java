package fds.actions.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps commands in memory, each once: for tests, and for programs that embed the engine. Any thread may ask. */
public final class MemoryExecutor implements ActionExecutor
{
    private final List<ActionCommand> commands = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    @Override
    public synchronized ExecutionResult execute(final ActionCommand command)
    {
        if (!done.add(command.key() + command.attempt() + command.isRelease()))
        {
            return ExecutionResult.REPEATED;
        }
        commands.add(command);
        return ExecutionResult.sent("in memory");
    }

    /**
     * What was asked so far.
     *
     * @return a copy.
     */
    public synchronized List<ActionCommand> commands()
    {
        return List.copyOf(commands);
    }

    @Override
    public void close()
    {
        // nothing is held
    }
}
