package fds.engine;

import fds.market.slots.StateWriter;

/** Gives each part of an engine's state a place. */
@FunctionalInterface
public interface StateTarget
{
    /**
     * A part begins; the one before it is complete.
     *
     * @param part      what it is.
     * @param partition 0 to 63; 0 for parts that have none.
     * @return to write the part to.
     */
    StateWriter begin(StatePart part, int partition);
}
