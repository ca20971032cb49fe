package fds.testkit.event;

import java.util.Random;

/** A made flow of events: the same seed, the same flow. */
@FunctionalInterface
public interface Flow
{
    /**
     * Write the next event.
     *
     * @param random the only source of chance.
     * @param events to write it with, time included.
     */
    void next(Random random, EventBuilder events);
}
