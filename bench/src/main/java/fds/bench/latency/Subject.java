package fds.bench.latency;

import java.util.List;

/** What is measured: the engine, or the floor below it. Driven by one thread, the sender's. */
interface Subject extends AutoCloseable
{
    /** Hand in the tape's next event. Waits while there is no room. */
    void hand();

    /** The sender has nothing to hand in at this moment. */
    void idle();

    /** Take part again, behind {@link #pause}. */
    void resume();

    /** Take no core until {@link #resume}. Nothing is on its way when it is called. */
    void pause();

    /** Whether it is the floor, which does not answer for what this program's other threads do meanwhile. */
    boolean isFloor();

    /** What is done so far. */
    Completions completions();

    /** The threads that an event passes through, the sender's apart. */
    List<Thread> threads();

    @Override
    void close();
}
