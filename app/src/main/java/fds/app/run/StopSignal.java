package fds.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM: the run stops taking input, finishes what it took, flushes, and only then the process ends. */
public final class StopSignal implements AutoCloseable
{
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "fds-stop");
    private volatile boolean isSet;

    /** Listen. */
    public StopSignal()
    {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Whether to stop.
     *
     * @return true once asked to.
     */
    public boolean isSet()
    {
        return isSet;
    }

    /** Ask to stop. */
    public void set()
    {
        isSet = true;
    }

    /** The run has ended and all is flushed. */
    @Override
    public void close()
    {
        finished.countDown();
        if (!isSet)
        {
            try
            {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
            catch (final IllegalStateException alreadyStopping)
            {
                // The hook runs now and finds the run finished.
            }
        }
    }

    private void onSignal()
    {
        isSet = true;
        try
        {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
            {
                System.err.println("fds: stopped without finishing: still busy after " + PATIENCE_SECONDS + " s");
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
