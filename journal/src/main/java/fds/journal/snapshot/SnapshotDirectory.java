package fds.journal.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/** The snapshots of a journal: {@code snapshots/snapshot-SEQUENCE.fds} in its directory. Written by one process. */
public final class SnapshotDirectory implements AutoCloseable
{
    static final String UNFINISHED = ".tmp";

    private static final String NAME = "snapshots";
    private static final String LOCK = "follower.lock";
    private static final String SNAPSHOT = "snapshot-\\d{19}\\.fds";
    private static final long SPARE_BYTES = 64L << 20;

    private final Path directory;
    private final FileChannel lock;
    private long lastBytes;

    private SnapshotDirectory(final Path directory, final FileChannel lock)
    {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Open it for writing; what a dead process left unfinished is removed.
     *
     * @param journal directory.
     * @return to write snapshots to.
     * @throws JournalException when another process writes there, or it cannot be written.
     */
    public static SnapshotDirectory open(final Path journal)
    {
        final Path directory = journal.resolve(NAME);
        try
        {
            Files.createDirectories(directory);
            final FileChannel lock = FileChannel.open(
                directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock))
            {
                lock.close();
                throw new JournalException("Snapshots are already written to " + directory + " by another process.");
            }
            for (final Path file : files(directory, SNAPSHOT + UNFINISHED))
            {
                Files.deleteIfExists(file);
            }
            return new SnapshotDirectory(directory, lock);
        }
        catch (final IOException e)
        {
            throw new JournalException(
                "Snapshots cannot be written to " + directory + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    /**
     * The snapshots that a journal has.
     *
     * @param journal directory.
     * @return newest first, by their names; unchecked.
     */
    public static List<Path> list(final Path journal)
    {
        final Path directory = journal.resolve(NAME);
        try
        {
            return Files.isDirectory(directory) ? files(directory, SNAPSHOT) : List.of();
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot list " + directory + ": " + SegmentFile.reasonOf(e) + ".", e);
        }
    }

    /**
     * Begin a snapshot.
     *
     * @param head what it is.
     * @return to write the sections to, and to finish.
     * @throws SnapshotIoException when there is no room: it must not take what the journal will need.
     */
    public SnapshotWriter begin(final SnapshotHead head)
    {
        try
        {
            final long room = Files.getFileStore(directory).getUsableSpace();
            final long needed = lastBytes + lastBytes / 4 + SPARE_BYTES;
            if (room < needed)
            {
                throw new IOException("there are " + (room >> 20) + " MiB left on the disk, and " + (needed >> 20) +
                    " are wanted");
            }
            return new SnapshotWriter(fileOf(head), head);
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }

    /**
     * A snapshot was finished: remove all but the newest. One that claims to be ahead of it is of a journal that is no
     * more, and goes too.
     *
     * @param head  of the finished one.
     * @param keep  how many stay, it included; 1 or more.
     * @param bytes of it, as much as the next one will want.
     */
    public void keepNewest(final SnapshotHead head, final int keep, final long bytes)
    {
        lastBytes = bytes;
        try
        {
            final List<Path> files = files(directory, SNAPSHOT);
            final int own = files.indexOf(fileOf(head));
            for (int i = 0; i < files.size(); i++)
            {
                if (i < own || i >= own + keep)
                {
                    Files.deleteIfExists(files.get(i));
                }
            }
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }

    @Override
    public void close()
    {
        try
        {
            lock.close();
        }
        catch (final IOException e)
        {
            throw new SnapshotIoException(e);
        }
    }

    private Path fileOf(final SnapshotHead head)
    {
        return directory.resolve(String.format("snapshot-%019d.fds", head.sequence()));
    }

    private static boolean isLocked(final FileChannel channel) throws IOException
    {
        try
        {
            return channel.tryLock() != null;
        }
        catch (final OverlappingFileLockException heldByThisProcess)
        {
            return false;
        }
    }

    private static List<Path> files(final Path directory, final String pattern) throws IOException
    {
        try (Stream<Path> all = Files.list(directory))
        {
            return all.filter(file -> file.getFileName().toString().matches(pattern))
                .sorted(Comparator.reverseOrder()).toList();
        }
    }
}
