package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.journal.format.JournalException;
import fds.journal.format.JournalFullException;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotIoException;
import fds.journal.snapshot.SnapshotReader;
import fds.journal.snapshot.SnapshotWriter;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest
{
    @TempDir
    Path directory;

    private Path disk;

    @AfterEach
    void unmount() throws Exception
    {
        if (disk != null)
        {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void shouldThrowBeforeAnythingIsHalfWritten() throws Exception
    {
        mount("8m");
        final Journal journal = Journal.open(disk.resolve("journal"), JournalTest.SMALL);
        final JournalFullException e = assertThrows(JournalFullException.class, () -> append(journal, 100_000));
        assertTrue(e.getMessage().contains(disk.resolve("journal").toString()), e.getMessage());
        assertTrue(e.getMessage().contains("bytes are needed"), e.getMessage());
        final long last = journal.events().lastSequence();
        assertTrue(last > 10_000, "last " + last);
        assertThrows(JournalException.class, () -> append(journal, 1));
        journal.close();

        final VerifyReport report = JournalVerifier.verify(disk.resolve("journal"));
        assertEquals(List.of(), report.problems());
        assertEquals(last, report.lastSequence());
    }

    @Test
    void shouldKeepOldSnapshotsWhenThereIsNoRoomForMore() throws Exception
    {
        mount("80m");
        final UnsafeBuffer state = new UnsafeBuffer(new byte[1 << 20]);
        try (SnapshotDirectory directory = SnapshotDirectory.open(disk))
        {
            try (SnapshotWriter writer = directory.begin(SnapshotFileTest.head(1)))
            {
                writer.begin(0, 0).putBytes(state, 0, state.capacity());
                directory.keepNewest(SnapshotFileTest.head(1), 3, writer.finish());
            }
            try (SnapshotWriter writer = directory.begin(SnapshotFileTest.head(2)))
            {
                writer.begin(0, 0);
                final SnapshotIoException e = assertThrows(SnapshotIoException.class, () ->
                {
                    for (int i = 0; i < 100; i++)
                    {
                        writer.putBytes(state, 0, state.capacity());
                    }
                });
                assertEquals("No space left on device", e.getMessage());
            }
            assertTrue(Files.getFileStore(disk).getUsableSpace() > 78L << 20, "the room is given back");
            assertEquals(1, SnapshotDirectory.list(disk).size());
            new SnapshotReader(SnapshotDirectory.list(disk).get(0)).close();

            // And none is begun that would take what the journal may need.
            Files.write(disk.resolve("other"), new byte[20 << 20]);
            assertTrue(assertThrows(SnapshotIoException.class, () -> directory.begin(SnapshotFileTest.head(3)))
                .getMessage().matches("there are 5\\d MiB left on the disk, and 6\\d are wanted"));
        }
    }

    @Test
    void shouldRefuseToOpenWithoutRoom() throws Exception
    {
        mount("1m");

        final JournalException e =
            assertThrows(JournalException.class, () -> Journal.open(disk.resolve("journal"), JournalTest.SMALL));
        assertTrue(e.getMessage().contains("cannot be opened: 1048576 bytes cannot be reserved"), e.getMessage());
    }

    @Test
    void shouldRefuseReadOnlyDirectory() throws Exception
    {
        mount("8m");
        run("mount", "-o", "remount,ro", disk.toString());

        final JournalException e =
            assertThrows(JournalException.class, () -> Journal.open(disk.resolve("journal"), JournalTest.SMALL));
        assertTrue(e.getMessage().contains(disk.resolve("journal").toString()), e.getMessage());
    }

    private static void append(final Journal journal, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final long sequence = journal.events().lastSequence() + 1;
            journal.events().onFrames(new UnsafeBuffer(Frames.event(sequence)), 0, 128);
            journal.events().onBatchEnd();
        }
    }

    private void mount(final String size) throws Exception
    {
        final Path point = Files.createDirectory(directory.resolve("disk"));
        Assumptions.assumeTrue(isRun("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", point.toString()),
            "needs the right to mount a small tmpfs (root)");
        disk = point;
    }

    private static void run(final String... command) throws Exception
    {
        assertTrue(isRun(command), String.join(" ", command));
    }

    private static boolean isRun(final String... command) throws InterruptedException
    {
        try
        {
            final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        }
        catch (final IOException e)
        {
            return false;
        }
    }
}
