package fds.feeds.simulator.agent;

/** A participant, or a crowd of them, that acts when its time has come. */
@FunctionalInterface
interface Agent
{
    /**
     * Act.
     *
     * @param nowNanos time, UTC nanoseconds since 1970.
     * @return how long until it acts again: nanoseconds of {@link Activity}, 1 or more.
     */
    long step(long nowNanos);
}
