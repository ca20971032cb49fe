package fds.app.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import fds.app.UsageException;

/**
 * Tells whoever sends us events how far they are ours: a line with a sequence number, whenever more of the event
 * journal has become as durable as {@code deployment.journal.sync} promises. Everything up to that number need not be
 * sent again. The file may be a pipe. It has a thread of its own that looks once a millisecond, so the path pays
 * nothing.
 */
public final class Acknowledgements implements AutoCloseable
{
    private static final long LOOK_NANOS = 1_000_000;

    private final Path file;
    private final OutputStream out;
    private final Thread thread = new Thread(this::run, "fds-acknowledge");
    private LongSupplier acknowledged;
    private long told;
    private volatile boolean isClosed;
    private volatile IOException failure;

    /**
     * Open the file; nothing is told yet.
     *
     * @param file appended to, or null: nobody is told.
     * @throws UsageException when it cannot be written.
     */
    public Acknowledgements(final Path file)
    {
        this.file = file;
        thread.setDaemon(true);
        try
        {
            out = file == null ? null :
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        catch (final IOException e)
        {
            throw new UsageException("--acks " + file + ": cannot be written: " + e.getMessage());
        }
    }

    /**
     * Begin to tell.
     *
     * @param source the last sequence that is as durable as promised; asked from another thread.
     */
    public void start(final LongSupplier source)
    {
        acknowledged = source;
        if (out != null)
        {
            thread.start();
        }
    }

    /**
     * Tell what the journal's own closing made durable, and stop. To be called behind it.
     *
     * @throws UncheckedIOException when the file could not be written: nobody was told from then on.
     */
    @Override
    public void close()
    {
        isClosed = true;
        if (out == null)
        {
            return;
        }
        try (out)
        {
            while (thread.isAlive())
            {
                LockSupport.unpark(thread);
                Thread.onSpinWait();
            }
            if (acknowledged != null && failure == null)
            {
                tell();
            }
        }
        catch (final IOException e)
        {
            failure = e;
        }
        if (failure != null)
        {
            throw new UncheckedIOException(new IOException(
                file + ": acknowledgements cannot be written: " + failure.getMessage(), failure));
        }
    }

    private void run()
    {
        try
        {
            while (!isClosed)
            {
                tell();
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        catch (final IOException e)
        {
            // The journal is well and the engine goes on; the sender sends again what it was not told.
            failure = e;
        }
    }

    private void tell() throws IOException
    {
        final long sequence = acknowledged.getAsLong();
        if (sequence > told)
        {
            told = sequence;
            out.write((sequence + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
