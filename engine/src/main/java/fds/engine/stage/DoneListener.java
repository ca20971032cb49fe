package fds.engine.stage;

import fds.engine.ring.MainRing;

/** Told how far the last stage has come. What it does is not part of any decision. */
@FunctionalInterface
public interface DoneListener
{
    /**
     * A run of positions has passed every stage: journaled, decided, and the decisions journaled and told. Called on
     * the last stage's thread, which waits.
     *
     * @param ring that holds the events; they may be read during the call only.
     * @param from first position.
     * @param to   last position.
     */
    void onDone(MainRing ring, long from, long to);
}
