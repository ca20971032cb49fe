package fds.app.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** The disk behind the journal: its kind, its room, what a forced write and the first touch of a page cost. */
final class DiskCheck
{
    private static final int SYNCS = 20;
    private static final int BLOCK = 4096;
    private static final int PAGES = 4096; // 16 MiB
    private static final long ROOM_MIN = 10L << 30;

    private DiskCheck()
    {
    }

    /** Look at the disk that holds a directory, which is made when absent, and left empty of what this wrote. */
    static List<Advice> of(final Path directory)
    {
        Path file = null;
        try
        {
            Files.createDirectories(directory);
            file = Files.createTempFile(directory, "doctor", ".tmp");
            final FileStore store = Files.getFileStore(directory);
            return List.of(room(store), sync(file, store), touch(file, store));
        }
        catch (final IOException e)
        {
            return List.of(Advice.unknown("journal's disk", directory + " cannot be written: " + e.getMessage()));
        }
        finally
        {
            delete(file);
        }
    }

    private static Advice room(final FileStore store) throws IOException
    {
        final long free = store.getUsableSpace();
        final String found = store.type() + ", " + (free >> 30) + " GiB free: " +
            free / 128 / 1_000_000 + " million events";
        return free >= ROOM_MIN ? Advice.good("journal's room", found) : Advice.costs("journal's room", found,
            "a full disk stops the engine", "make room, or another --out");
    }

    private static Advice sync(final Path file, final FileStore store) throws IOException
    {
        final long[] nanos = new long[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < SYNCS; i++)
            {
                block.clear();
                channel.write(block, (long)i * BLOCK);
                final long start = System.nanoTime();
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        final long median = Probes.median(nanos);
        final String found = "a forced write on " + store.type() + " takes " + Probes.nanos(median) + " (median)";
        return median < 1_000_000 ? Advice.good("journal's sync", found) : Advice.costs("journal's sync", found,
            "with deployment.journal.sync: batch each batch waits for that",
            "an NVMe disk with power-loss protection, or sync: interval");
    }

    private static Advice touch(final Path file, final FileStore store) throws IOException
    {
        final long[] nanos = new long[PAGES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE))
        {
            final MappedByteBuffer pages = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long)PAGES * BLOCK);
            for (int i = 0; i < PAGES; i++)
            {
                final long start = System.nanoTime();
                pages.put(i * BLOCK, (byte)1);
                nanos[i] = System.nanoTime() - start;
            }
        }
        final long longest = Arrays.stream(nanos).max().orElse(0);
        final String found = "the first touch of a page on " + store.type() + " takes " +
            Probes.nanos(Probes.median(nanos)) + " (median), " + Probes.nanos(longest) + " at worst";
        return longest < 100_000 ? Advice.good("journal's pages", found) : Advice.costs("journal's pages", found,
            "the reserver touches pages ahead on a thread of its own; where it has no core, the engine waits",
            "a core for the reserver; tmpfs, followed by another machine, where a crash may lose the tail");
    }

    private static void delete(final Path file)
    {
        try
        {
            if (file != null)
            {
                Files.deleteIfExists(file);
            }
        }
        catch (final IOException e)
        {
            // It lies in a directory that the user named, under a name that says whose it is.
        }
    }
}
