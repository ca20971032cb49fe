package fds.engine;

/** Told when a thread of the path begins, on that thread, where it may be pinned to a core. Decides only speed. */
@FunctionalInterface
public interface ThreadHook
{
    /** Does nothing. */
    ThreadHook NONE = thread ->
    {
        // Threads run where the kernel puts them.
    };

    /**
     * A thread begins, before its first event.
     *
     * @param thread its name: {@code fds-sequencer}, {@code fds-journal}, {@code fds-shard-N} or {@code fds-account}.
     * @throws RuntimeException fails the engine.
     */
    void onStart(String thread);
}
