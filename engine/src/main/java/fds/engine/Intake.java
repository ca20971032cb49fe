package fds.engine;

import fds.market.event.InboundEvent;

/**
 * Where one feed hands its events in, from one thread. Nothing is dropped: while the engine is behind, {@link #claim}
 * waits.
 */
public interface Intake
{
    /**
     * A slot to fill.
     *
     * @return the slot; the same one until {@link #publish}.
     * @throws EngineFailedException when the engine has failed.
     */
    InboundEvent claim();

    /** Hand over the claimed slot. */
    void publish();
}
