package fds.engine;

import fds.market.slots.StateReader;

/** Gives back the parts of an engine's state. */
@FunctionalInterface
public interface StateSource
{
    /**
     * A part is to be read.
     *
     * @param part      what it is.
     * @param partition 0 to 63; 0 for parts that have none.
     * @return to read the part from.
     * @throws IllegalStateException when there is no such part.
     */
    StateReader open(StatePart part, int partition);
}
