package fds.app.run;

import java.util.function.Supplier;

/** A line on the terminal that tells how far a long run is; silent when standard error is not a terminal. */
public final class Progress implements AutoCloseable
{
    private static final long FIRST_MILLIS = 2_000;
    private static final long EVERY_MILLIS = 500;

    private final Thread thread;
    private volatile boolean done;
    private boolean shown;

    /**
     * Start telling after two seconds.
     *
     * @param line what to show.
     */
    public Progress(final Supplier<String> line)
    {
        thread = new Thread(() -> run(line), "fds-progress");
        thread.setDaemon(true);
        if (Boolean.getBoolean("fds.terminal.err"))
        {
            thread.start();
        }
    }

    @Override
    public void close()
    {
        done = true;
        thread.interrupt();
        try
        {
            thread.join(1_000);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        if (shown)
        {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }

    private void run(final Supplier<String> line)
    {
        long wait = FIRST_MILLIS;
        while (!done)
        {
            try
            {
                Thread.sleep(wait);
            }
            catch (final InterruptedException e)
            {
                return;
            }
            wait = EVERY_MILLIS;
            shown = true;
            System.err.print("\r\u001b[K" + line.get());
            System.err.flush();
        }
    }
}
