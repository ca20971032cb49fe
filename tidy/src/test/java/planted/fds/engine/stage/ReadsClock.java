package planted.fds.engine.stage;

/** Planted: a stage that reads a clock, and is not one of the two that may. */
public final class ReadsClock
{
    long now()
    {
        return System.nanoTime();
    }
}
