package fds.app.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import fds.journal.archive.SegmentCompressor;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;
import fds.journal.read.EventReader;
import fds.journal.write.WriterLock;
import fds.market.control.ControlFrames;

/**
 * A journal as whoever keeps it sees it.
 *
 * @param directory    of it.
 * @param files        of both queues.
 * @param bytes        of all its files, as they are allocated by length.
 * @param lastSequence of its last event, or -1 when there is none.
 * @param last         engine time of that event, or null.
 * @param isWritten    whether someone writes to it.
 * @param cases        that hold it.
 */
public record KeptJournal(
    Path directory, int files, long bytes, long lastSequence, Instant last, boolean isWritten, Set<String> cases)
{
    private static final long BEYOND_ALL = Long.MAX_VALUE - 1;

    /**
     * Look at a journal.
     *
     * @param directory of it.
     * @param clock     of this machine.
     * @return what it is now.
     */
    public static KeptJournal of(final Path directory, final Clock clock)
    {
        long lastSequence = -1;
        Instant last = null;
        try (EventReader end = new EventReader(directory, BEYOND_ALL))
        {
            lastSequence = end.sequence();
        }
        if (lastSequence >= 0)
        {
            try (EventReader reader = new EventReader(directory, lastSequence))
            {
                if (reader.next())
                {
                    final long nanos = ControlFrames.engineTimeNanos(reader.buffer(), reader.offset());
                    last = Instant.ofEpochSecond(0, nanos);
                }
            }
        }
        return new KeptJournal(directory, queueFiles(directory).size(), size(directory), lastSequence, last,
            isWritten(directory), new LegalHold(directory, clock).cases());
    }

    /**
     * The journals in a directory: itself, or what lies directly in it.
     *
     * @param place a journal, or a directory of journals.
     * @return in the order of their names.
     */
    public static List<Path> in(final Path place)
    {
        if (isJournal(place))
        {
            return List.of(place);
        }
        try (Stream<Path> entries = Files.list(place))
        {
            return entries.filter(KeptJournal::isJournal).sorted().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(place + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    /**
     * Compress its closed files: of each queue all but the newest.
     *
     * @param isWhole also the newest, so that nothing can be written to the journal any more.
     * @return files that were compressed.
     * @throws JournalException when it is to be whole and is being written, or a file cannot be compressed.
     */
    public int compress(final boolean isWhole)
    {
        if (!isWhole)
        {
            return compress(1);
        }
        try (WriterLock lock = WriterLock.acquire(directory))
        {
            return compress(0);
        }
    }

    /**
     * Take it away. Its directory and all in it are gone behind this.
     *
     * @throws JournalException when it is held or being written, or a file cannot be deleted.
     */
    public void delete()
    {
        if (!cases.isEmpty())
        {
            throw new JournalException("Journal " + directory + " is held for " + String.join(", ", cases) + ".");
        }
        final List<Path> all;
        try (WriterLock lock = WriterLock.acquire(directory); Stream<Path> files = Files.walk(directory))
        {
            all = files.sorted(Comparator.reverseOrder()).toList();
            for (final Path file : all)
            {
                Files.delete(file);
            }
        }
        catch (final IOException e)
        {
            throw new JournalException("Journal " + directory + " cannot be taken away wholly: " +
                SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private int compress(final int newestLeft)
    {
        int count = 0;
        for (final QueueKind queue : QueueKind.values())
        {
            final List<Path> files = SegmentFile.list(queue.directory(directory));
            for (final Path file : files.subList(0, Math.max(0, files.size() - newestLeft)))
            {
                if (!SegmentFile.isCompressed(file))
                {
                    SegmentCompressor.compress(file);
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean isJournal(final Path directory)
    {
        return !SegmentFile.list(QueueKind.EVENTS.directory(directory)).isEmpty();
    }

    private static boolean isWritten(final Path directory)
    {
        try (WriterLock lock = WriterLock.acquire(directory))
        {
            return false;
        }
        catch (final JournalException e)
        {
            return true;
        }
    }

    private static List<Path> queueFiles(final Path directory)
    {
        final List<Path> files = new ArrayList<>();
        for (final QueueKind queue : QueueKind.values())
        {
            files.addAll(SegmentFile.list(queue.directory(directory)));
        }
        return files;
    }

    private static long size(final Path directory)
    {
        try (Stream<Path> files = Files.walk(directory))
        {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(directory + ": cannot be listed: " + e.getMessage(), e);
        }
    }
}
