package fds.bench.suite;

import java.util.concurrent.atomic.AtomicInteger;

/** How far a suite is. Written by the threads that run it, read by the one that shows it. */
public final class SuiteProgress
{
    private static final int WIDTH = 24;

    private volatile String name = "";
    private final AtomicInteger done = new AtomicInteger();
    private volatile int of;

    /**
     * A suite begins.
     *
     * @param suite its name.
     * @param runs  that it will make.
     */
    public void begin(final String suite, final int runs)
    {
        name = suite;
        done.set(0);
        of = runs;
    }

    /** One more run is done. */
    public void step()
    {
        done.incrementAndGet();
    }

    /**
     * For a terminal.
     *
     * @return a bar.
     */
    public String line()
    {
        final int filled = of == 0 ? 0 : Math.min(WIDTH, done.get() * WIDTH / of);
        return "evaluating " + name + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + " of " +
            of + " runs";
    }
}
