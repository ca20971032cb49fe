package fds.journal.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongSupplier;

import fds.journal.format.JournalException;
import fds.journal.format.JournalIdentity;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;

/**
 * A journal directory opened for writing: {@code events/}, {@code decisions/} and {@code writer.lock}. Opening takes
 * the lock, cuts off what a dead writer left unfinished, and reserves space; each queue then belongs to the thread that
 * gives it frames. Close it when those threads have stopped.
 */
public final class Journal implements AutoCloseable
{
    private final WriterLock lock;
    private final DocumentAppender eventAppender;
    private final DocumentAppender decisionAppender;
    private final EventJournal events;
    private final DecisionJournal decisions;
    private final List<Recovery> recoveries;
    private boolean isClosed;

    private Journal(
        final WriterLock lock,
        final DocumentAppender eventAppender,
        final DocumentAppender decisionAppender,
        final List<Recovery> recoveries)
    {
        this.lock = lock;
        this.eventAppender = eventAppender;
        this.decisionAppender = decisionAppender;
        this.recoveries = recoveries;
        events = new EventJournal(eventAppender);
        decisions = new DecisionJournal(decisionAppender);
    }

    /**
     * Open or make a journal.
     *
     * @param directory of it; made when absent.
     * @param config    sizes and durability.
     * @return ready to take frames.
     * @throws JournalException when it cannot be written, is being written, is full or is damaged; one sentence.
     */
    public static Journal open(final Path directory, final JournalConfig config)
    {
        return open(directory, config, System::currentTimeMillis);
    }

    /**
     * Open or make a journal whose files are begun by a clock of the caller's.
     *
     * @param directory   of it; made when absent.
     * @param config      sizes, durability and cycle.
     * @param clockMillis UTC milliseconds since 1970; asked by the threads that write.
     * @return ready to take frames.
     * @throws JournalException as above.
     */
    public static Journal open(final Path directory, final JournalConfig config, final LongSupplier clockMillis)
    {
        try
        {
            Files.createDirectories(directory);
        }
        catch (final IOException e)
        {
            throw new JournalException(
                "Journal " + directory + " cannot be made: " + SegmentFile.reasonOf(e) + ".", e);
        }

        final WriterLock lock = WriterLock.acquire(directory);
        DocumentAppender eventAppender = null;
        try
        {
            final TailRecovery eventTail = TailRecovery.recover(QueueKind.EVENTS, directory);
            final TailRecovery decisionTail = TailRecovery.recover(QueueKind.DECISIONS, directory);
            JournalIdentity.ensure(directory, eventTail.lastRecord() == Recovery.NOTHING);
            eventAppender = new DocumentAppender(eventTail, QueueKind.EVENTS, directory, config, clockMillis);
            final DocumentAppender decisionAppender =
                new DocumentAppender(decisionTail, QueueKind.DECISIONS, directory, config, clockMillis);
            if (config.sync().mode() != SyncPolicy.Mode.NONE)
            {
                for (final Path names : placesOf(directory))
                {
                    forceNames(names);
                }
            }
            return new Journal(
                lock, eventAppender, decisionAppender, List.of(eventTail.summary(), decisionTail.summary()));
        }
        catch (final RuntimeException e)
        {
            closeAfter(e, eventAppender);
            lock.close();
            throw e;
        }
    }

    /** Every directory in which a name stands that leads to the journal's files. */
    private static List<Path> placesOf(final Path directory)
    {
        final Path parent = directory.toAbsolutePath().getParent();
        return List.of(QueueKind.EVENTS.directory(directory), QueueKind.DECISIONS.directory(directory), directory,
            parent == null ? directory : parent);
    }

    /** What is forced into a file whose name is not is lost with the name. */
    static void forceNames(final Path directory)
    {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ))
        {
            channel.force(true);
        }
        catch (final IOException e)
        {
            throw new JournalException(
                "Directory " + directory + " cannot be forced to the disk: " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private static void closeAfter(final RuntimeException failure, final DocumentAppender appender)
    {
        if (appender != null)
        {
            try
            {
                appender.close();
            }
            catch (final RuntimeException e)
            {
                failure.addSuppressed(e);
            }
        }
    }

    public EventJournal events()
    {
        return events;
    }

    public DecisionJournal decisions()
    {
        return decisions;
    }

    /**
     * What was found when it was opened.
     *
     * @return one for the events, one for the decisions.
     */
    public List<Recovery> recoveries()
    {
        return recoveries;
    }

    /** Writes what was collected, forces it unless the policy is never to, gives back space and lock. Idempotent. */
    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        isClosed = true;
        try
        {
            eventAppender.close();
        }
        finally
        {
            try
            {
                decisionAppender.close();
            }
            finally
            {
                lock.close();
            }
        }
    }
}
