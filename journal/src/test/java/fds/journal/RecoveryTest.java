package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import fds.journal.write.Recovery;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest
{
    private static final int KILLS = 10;

    @TempDir
    Path directory;

    private final Random random = new Random(3);

    @Test
    void shouldLoseNothingCompleteWhenKilled() throws Exception
    {
        for (int round = 0; round < KILLS; round++)
        {
            final long[] printed = killAppender(random.nextInt(300));

            final long startNanos = System.nanoTime();
            try (Journal journal = Journal.open(directory, JournalTest.SMALL))
            {
                final long openMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
                final String where = "round " + round + " " + journal.recoveries();
                assertTrue(openMillis < 3_000, openMillis + " ms to open, " + where);
                assertTrue(journal.events().lastSequence() >= printed[0], where);
                assertTrue(journal.decisions().lastIndex() >= printed[1], where);
                final VerifyReport report = JournalVerifier.verify(directory);
                assertEquals(List.of(), report.problems(), where);
                assertEquals(journal.events().lastSequence(), report.lastSequence(), where);
                assertEquals(journal.recoveries().get(0).recordsKept(), report.events(), where);

                append(journal, 10);
            }
            assertEquals(List.of(), JournalVerifier.verify(directory).problems(), "round " + round);
        }
    }

    @Test
    void shouldRefuseWriterOfAnotherProcess() throws Exception
    {
        final Process appender = start();
        try (BufferedReader output = output(appender))
        {
            assertTrue(output.readLine() != null);
            final JournalException e =
                assertThrows(JournalException.class, () -> Journal.open(directory, JournalTest.SMALL));
            assertEquals("Journal " + directory + " is already being written by process " + appender.pid() + ".",
                e.getMessage());
        }
        finally
        {
            appender.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldKeepLockWhenThisProcessIsRefused() throws Exception
    {
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            assertThrows(JournalException.class, () -> Journal.open(directory, JournalTest.SMALL));

            final Process appender = start();
            assertTrue(appender.waitFor(30, TimeUnit.SECONDS));
            assertEquals(1, appender.exitValue());
            assertEquals(-1, journal.events().lastSequence());
        }
    }

    @Test
    void shouldCutDocumentThatWasBegun() throws IOException
    {
        // The word says "being written", and some of the document is there.
        final int[] written = {0, 4, 39, 40, 200, 1_000};
        for (final int bytes : written)
        {
            shouldCut(0x8000_0000 | 1_200, bytes);
        }
    }

    @Test
    void shouldCutDocumentWhoseBytesDidNotAllReachTheDisk() throws IOException
    {
        for (final int bytes : new int[] {0, 44, 500, 1_195})
        {
            shouldCut(1_200, bytes);
        }
    }

    @Test
    void shouldCutIndexPageThatWasBegun() throws IOException
    {
        shouldCut(0xC000_0000 | 0x801C, 20);
    }

    @Test
    void shouldCutLastDocumentThatChanged() throws IOException
    {
        fill(256);
        final RawJournal raw = RawJournal.events(directory);
        final RawJournal.Range last = raw.documents.get(raw.documents.size() - 1);
        put(raw, last.start() + 100, (byte)(raw.bytes[last.start() + 100] ^ 1));

        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            final Recovery recovery = journal.recoveries().get(0);
            assertEquals(last.record() - 1, recovery.lastRecord());
            assertTrue(recovery.bytesCut() > 0, recovery.toString());
            append(journal, 100);
        }
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
    }

    @Test
    void shouldRefuseDamageThatIsNoTornEnd() throws IOException
    {
        fill(256);
        final RawJournal raw = RawJournal.events(directory);
        final RawJournal.Range last = raw.documents.get(raw.documents.size() - 1);
        final RawJournal.Range before = raw.documents.get(raw.documents.size() - 2);
        put(raw, before.start() + 100, (byte)(raw.bytes[before.start() + 100] ^ 1));
        // Without the hint the search starts at the front and meets the damage.
        put(raw, 0x40, (byte)0);

        final JournalDamagedException e =
            assertThrows(JournalDamagedException.class, () -> Journal.open(directory, JournalTest.SMALL));
        assertTrue(e.getMessage().contains("event sequence " + last.record()), e.getMessage());
    }

    @Test
    void shouldFindEndWithoutHint() throws IOException
    {
        fill(300);
        final RawJournal raw = RawJournal.events(directory);
        for (int i = 0; i < 16; i++)
        {
            put(raw, 0x40 + i, (byte)0);
        }

        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            assertEquals(300, journal.events().lastSequence());
            append(journal, 100);
        }
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
    }

    @Test
    void shouldOpenWhatWasReservedAndNeverUsed() throws IOException
    {
        Files.createDirectories(directory.resolve("events"));
        Files.write(directory.resolve("events/20260101F.cq4"), new byte[1 << 20]);

        try (Journal journal = Journal.open(directory, JournalTest.SMALL, () -> 1_767_225_600_000L)) // that day
        {
            append(journal, 10);
        }
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
        assertTrue(Files.size(directory.resolve("events/20260101F.cq4")) > 66_000);
    }

    @Test
    void shouldOpenEmptyJournalAgain()
    {
        for (int i = 0; i < 3; i++)
        {
            try (Journal journal = Journal.open(directory, JournalTest.SMALL))
            {
                assertEquals(Recovery.NOTHING, journal.recoveries().get(0).lastRecord());
            }
            assertEquals(List.of(), JournalVerifier.verify(directory).problems());
        }
        fill(10);
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
    }

    private void shouldCut(final int word, final int bytes) throws IOException
    {
        final long last = fill(50 + random.nextInt(300));
        final RawJournal raw = RawJournal.events(directory);
        final byte[] torn = new byte[4 + bytes];
        random.nextBytes(torn);
        ByteBuffer.wrap(torn).order(ByteOrder.LITTLE_ENDIAN).putInt(0, word);
        if (bytes > 4)
        {
            System.arraycopy(raw.bytes, raw.documents.get(0).start() + 4, torn, 4, Math.min(40, bytes));
        }
        try (FileChannel channel = FileChannel.open(raw.file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(torn), raw.end);
        }
        assertFalse(JournalVerifier.verify(directory).isWhole());

        final long startNanos = System.nanoTime();
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            assertTrue(System.nanoTime() - startNanos < 3_000_000_000L);
            final Recovery recovery = journal.recoveries().get(0);
            assertEquals(last, recovery.lastRecord());
            assertTrue(recovery.bytesCut() > 0, recovery.toString());
            assertTrue(recovery.sentence().contains("cut off"), recovery.sentence());
            assertEquals(0, journal.recoveries().get(1).bytesCut());
            append(journal, 10);
        }
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
        try (EventReader reader = new EventReader(directory, last))
        {
            assertEquals(11, Frames.read(reader).size());
        }
    }

    private long fill(final int count)
    {
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            append(journal, count);
            return journal.events().lastSequence();
        }
    }

    private static void append(final Journal journal, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            final long sequence = Math.max(1, journal.events().lastSequence() + 1);
            journal.events().onFrames(new UnsafeBuffer(Frames.event(sequence)), 0, 128);
            journal.events().onBatchEnd();
        }
    }

    private long[] killAppender(final long afterMillis) throws Exception
    {
        final Process appender = start();
        final long[] printed = {-1, -1};
        try (BufferedReader output = output(appender))
        {
            String line = output.readLine();
            final long killNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(afterMillis);
            while (line != null)
            {
                final String[] numbers = line.split(" ");
                // The last line may be cut by the kill; it then has no second number.
                if (numbers.length == 2 && System.nanoTime() < killNanos)
                {
                    printed[0] = Long.parseLong(numbers[0]);
                    printed[1] = Long.parseLong(numbers[1]);
                }
                if (System.nanoTime() >= killNanos)
                {
                    // Through the handle: Process.destroyForcibly also closes the stream that is being read.
                    appender.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        }
        appender.waitFor();
        assertTrue(printed[0] >= 0 || afterMillis < 50, "the appender did not come to write");
        return printed;
    }

    private Process start() throws IOException
    {
        final Path options = Path.of("..", "config", "jvm.options").toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(options), "needs " + options);
        return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options, "-Xmx256m", "-cp",
            System.getProperty("java.class.path"), AppendLoop.class.getName(), directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static BufferedReader output(final Process process)
    {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void put(final RawJournal queue, final int at, final byte value) throws IOException
    {
        try (FileChannel channel = FileChannel.open(queue.file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(new byte[] {value}), at);
        }
    }
}
