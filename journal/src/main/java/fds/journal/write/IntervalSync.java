package fds.journal.write;

import java.io.FileDescriptor;
import java.io.SyncFailedException;
import java.util.concurrent.locks.LockSupport;

/** Forces a file at an interval, on a thread of its own, while there is something to force. */
final class IntervalSync implements AutoCloseable
{
    private final FileDescriptor descriptor;
    private final long intervalNanos;
    private final Thread thread;

    private volatile long written;
    private volatile long synced;
    private volatile SyncFailedException failure;
    private volatile boolean isClosed;

    IntervalSync(final String name, final FileDescriptor descriptor, final long intervalNanos)
    {
        this.descriptor = descriptor;
        this.intervalNanos = intervalNanos;
        thread = new Thread(this::run, "fds-journal-sync-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Tell the last record written. Writer's thread. */
    void written(final long record)
    {
        written = record + 1;
    }

    /** The last record that is on the disk, or -1. */
    long synced()
    {
        return synced - 1;
    }

    /** What the disk said, or null. */
    SyncFailedException failure()
    {
        return failure;
    }

    @Override
    public void close()
    {
        isClosed = true;
        LockSupport.unpark(thread);
        boolean isInterrupted = false;
        while (thread.isAlive())
        {
            try
            {
                thread.join();
            }
            catch (final InterruptedException e)
            {
                isInterrupted = true;
            }
        }
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
        }
    }

    private void run()
    {
        while (!isClosed && failure == null)
        {
            LockSupport.parkNanos(intervalNanos);
            final long target = written;
            if (target != synced)
            {
                try
                {
                    descriptor.sync();
                    synced = target;
                }
                catch (final SyncFailedException e)
                {
                    // The kernel may have dropped the pages: a second try would lie. The writer stops.
                    failure = e;
                }
            }
        }
    }
}
