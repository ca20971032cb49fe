package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fds.journal.format.DocumentPlace;
import fds.journal.format.JournalException;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotHead;
import fds.journal.snapshot.SnapshotReader;
import fds.journal.snapshot.SnapshotRefusedException;
import fds.journal.snapshot.SnapshotWriter;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot is there whole or not at all, and what changed in it is found before anything is given. */
class SnapshotFileTest
{
    @TempDir
    Path journal;

    @Test
    void shouldGiveBackWhatWasWritten()
    {
        final byte[] large = new byte[5 << 20]; // more than a buffer
        new Random(1).nextBytes(large);
        final SnapshotHead head = head(77);
        try (SnapshotDirectory directory = SnapshotDirectory.open(journal);
            SnapshotWriter writer = directory.begin(head))
        {
            final StateWriter first = writer.begin(3, 63);
            first.putLong(Long.MIN_VALUE);
            first.putBytes(new UnsafeBuffer(large), 0, large.length);
            first.putLong(42);
            writer.begin(4, 0);
            writer.begin(5, 1).putLong(-1);
            writer.finish();
        }
        try (SnapshotReader reader = new SnapshotReader(SnapshotDirectory.list(journal).get(0)))
        {
            assertEquals(head, reader.head());
            assertEquals(-1, reader.open(5, 1).getLong());
            final StateReader first = reader.open(3, 63);
            assertEquals(Long.MIN_VALUE, first.getLong());
            final byte[] read = new byte[large.length];
            first.getBytes(new UnsafeBuffer(read), 0, read.length);
            assertTrue(Arrays.equals(large, read));
            assertEquals(42, first.getLong());
            assertThrows(IllegalStateException.class, first::getLong, "behind the end");
            assertThrows(IllegalStateException.class, () -> reader.open(4, 0).getLong(), "an empty section");
            assertThrows(IllegalStateException.class, () -> reader.open(6, 0), "no such section");
        }
    }

    @Test
    void shouldRefuseAnyChange() throws IOException
    {
        final Path file = write(5, 3);
        final byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++)
        {
            final byte[] changed = whole.clone();
            changed[i] ^= (byte)(1 << i % 8);
            Files.write(file, changed);
            final int at = i;
            assertThrows(SnapshotRefusedException.class, () -> new SnapshotReader(file).close(), "byte " + at);
        }
        for (int length = 0; length < whole.length; length++)
        {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(SnapshotRefusedException.class, () -> new SnapshotReader(file).close(), "cut short");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThrows(SnapshotRefusedException.class, () -> new SnapshotReader(file).close(), "one byte more");
        Files.write(file, whole);
        new SnapshotReader(file).close();
    }

    @Test
    void shouldKeepTheNewest()
    {
        for (int sequence = 1; sequence <= 5; sequence++)
        {
            write(sequence, 3);
        }
        assertEquals(List.of(5L, 4L, 3L), sequences());
        // One behind: those that claim to be ahead are of a journal that is no more.
        write(4, 3);
        assertEquals(List.of(4L, 3L), sequences());
        write(9, 1);
        assertEquals(List.of(9L), sequences());
    }

    @Test
    void shouldLeaveNothingOfWhatWasNotFinished() throws IOException
    {
        write(1, 3);
        try (SnapshotDirectory directory = SnapshotDirectory.open(journal))
        {
            try (SnapshotWriter writer = directory.begin(head(2)))
            {
                writer.begin(1, 0).putLong(1);
                assertEquals(List.of(1L), sequences(), "not there before it is finished");
            }
            assertEquals(2, Files.list(journal.resolve("snapshots")).count(), "the old one and the lock");
            assertThrows(JournalException.class, () -> SnapshotDirectory.open(journal), "one writer at a time");
        }
        final Path dead = Files.write(journal.resolve("snapshots/snapshot-0000000000000000009.fds.tmp"), new byte[9]);
        SnapshotDirectory.open(journal).close();
        assertFalse(Files.exists(dead), "of a process that died");
        assertEquals(List.of(1L), sequences());
    }

    private Path write(final long sequence, final int keep)
    {
        try (SnapshotDirectory directory = SnapshotDirectory.open(journal);
            SnapshotWriter writer = directory.begin(head(sequence)))
        {
            for (int section = 0; section < 3; section++)
            {
                writer.begin(section, section).putLong(section);
                writer.putBytes(new UnsafeBuffer(new byte[] {1, 2, 3}), 0, section);
            }
            directory.keepNewest(head(sequence), keep, writer.finish());
            return writer.file();
        }
    }

    private List<Long> sequences()
    {
        return SnapshotDirectory.list(journal).stream().map(file -> SnapshotReader.headOf(file).sequence()).toList();
    }

    static SnapshotHead head(final long sequence)
    {
        return new SnapshotHead(new DocumentPlace("20261125F.cq4", 200, -7, sequence), 1_700_000_000_000_000_000L, 12,
            1, -3, "journal", "build", "shape");
    }
}
