package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

import fds.journal.format.JournalDamagedException;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import fds.market.door.FrameSource;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalVerifierTest
{
    private static final long NOBODY = -1;

    @TempDir
    Path directory;

    private final Random random = new Random(11);
    private int decisionCount;
    private RawJournal events;
    private RawJournal decisions;

    @BeforeEach
    void write() throws IOException
    {
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            for (int sequence = 1; sequence <= 3_000; sequence++)
            {
                final byte[] frame = random.nextInt(8) == 0 ?
                    Frames.control(sequence, "x".repeat(random.nextInt(100))) : Frames.event(sequence);
                journal.events().onFrames(new UnsafeBuffer(frame), 0, frame.length);
                if (random.nextInt(3) == 0)
                {
                    final byte[] record = Frames.decision(random);
                    journal.decisions().onFrames(new UnsafeBuffer(record), 0, record.length);
                    decisionCount++;
                }
                if (random.nextInt(6) == 0)
                {
                    journal.events().onBatchEnd();
                    journal.decisions().onBatchEnd();
                }
            }
        }
        events = RawJournal.events(directory);
        decisions = RawJournal.decisions(directory);
    }

    @Test
    void shouldFindNothingInWholeJournal()
    {
        final VerifyReport report = JournalVerifier.verify(directory);

        assertEquals(List.of(), report.problems());
        assertTrue(report.isWhole());
        assertEquals(3_000, report.events());
        assertEquals(3_000, report.lastSequence());
        assertEquals(decisionCount, report.decisionRecords());
        assertEquals(decisionCount - 1, report.lastDecisionIndex());
        assertEquals(events.documents.size(), report.eventDocuments());
        assertEquals(decisions.documents.size(), report.decisionDocuments());
    }

    @Test
    void shouldNameRecordOfAnyChangedByte() throws IOException
    {
        for (int i = 0; i < 300; i++)
        {
            final RawJournal queue = i % 2 == 0 ? events : decisions;
            final RawJournal.Range range = queue.records.get(random.nextInt(queue.records.size()));
            final int at = range.start() + random.nextInt(range.end() - range.start());
            final byte found = flip(queue, at);
            final VerifyReport report = JournalVerifier.verify(directory);

            final String where = "byte " + at + " of " + queue.file + ", " + range + ": " + report.problems();
            assertEquals(1, report.problemCount(), where);
            assertEquals(queue == events ? QueueKind.EVENTS : QueueKind.DECISIONS, report.problems().get(0).queue());
            assertEquals(range.record(), report.problems().get(0).record(), where);
            assertTrue(report.problems().get(0).sentence().startsWith(
                (queue == events ? "event sequence " : "decision record ") + range.record()), where);
            assertEquals(3_000, report.lastSequence());
            assertEquals(range.record(), recordNamedByReader(queue), where);
            put(queue, at, found);
        }
        assertTrue(JournalVerifier.verify(directory).isWhole());
    }

    @Test
    void shouldReportChangedByteOfFramingAsOutsideRecords() throws IOException
    {
        for (int i = 0; i < 400; i++)
        {
            final RawJournal queue = i % 2 == 0 ? events : decisions;
            final RawJournal.Range range = queue.framing.get(random.nextInt(queue.framing.size()));
            final int at = range.start() + random.nextInt(range.end() - range.start());
            final byte found = flip(queue, at);
            final VerifyReport report = JournalVerifier.verify(directory);

            final String where = "byte " + at + " of " + queue.file + ", " + range + ": " + report.problems();
            assertFalse(report.isWhole(), where);
            assertEquals(NOBODY, report.problems().get(0).record(), where);
            assertTrue(report.problems().get(0).sentence().contains("outside records"), where);
            assertEquals(1, report.problemCount(), where);
            assertEquals(NOBODY, recordNamedByReader(queue), where);
            put(queue, at, found);
        }
    }

    @Test
    void shouldReportChangedByteOfChroniclesPages() throws IOException
    {
        for (int i = 0; i < 300; i++)
        {
            final RawJournal queue = i % 2 == 0 ? events : decisions;
            final RawJournal.Range range = queue.pages.get(random.nextInt(queue.pages.size()));
            final int at = range.start() + random.nextInt(range.end() - range.start());
            // Hints that Chronicle finds its end by; any value that is not plausible is found, others do no harm.
            final boolean isHint = at >= 0x38 && at < 0x50 || at >= 0xB0 && at < 0xB8;
            final byte found = flip(queue, at);
            final VerifyReport report = JournalVerifier.verify(directory);

            final String where = "byte " + at + " of " + queue.file + ", " + range + ": " + report.problems();
            assertTrue(isHint || !report.isWhole(), where);
            assertTrue(report.problems().stream().allMatch(
                problem -> problem.record() == NOBODY && problem.sentence().contains("outside records")), where);
            assertEquals(3_000, report.lastSequence(), where);
            put(queue, at, found);
        }
    }

    @Test
    void shouldReportBytesBehindTheEnd() throws IOException
    {
        for (final int distance : new int[] {0, 1, 3, 4, 100, 4_000})
        {
            final int at = events.end + distance;
            put(events, at, (byte)random.nextInt(1, 256));
            final VerifyReport report = JournalVerifier.verify(directory);

            assertEquals(1, report.problemCount(), "distance " + distance + " " + report.problems());
            assertTrue(report.problems().get(0).sentence().contains("outside records"));
            put(events, at, (byte)0);
        }
    }

    @Test
    void shouldFindRemovedDocument() throws IOException
    {
        final RawJournal.Range removed = events.documents.get(100);
        final byte[] rest = new byte[events.end - removed.end()];
        System.arraycopy(events.bytes, removed.end(), rest, 0, rest.length);
        try (FileChannel channel = FileChannel.open(events.file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(rest), removed.start());
            channel.write(ByteBuffer.allocate(removed.end() - removed.start()), removed.start() + rest.length);
        }

        final VerifyReport report = JournalVerifier.verify(directory);
        assertTrue(report.problems().stream().anyMatch(problem -> problem.sentence().contains(
            "where event sequence " + removed.record() + " should stand")), report.problems().toString());
    }

    @Test
    void shouldReadOnBehindWhatCannotBeRead() throws IOException
    {
        final RawJournal.Range first = events.documents.get(50);
        final RawJournal.Range last = events.documents.get(53);
        final byte[] noise = new byte[last.end() - first.start()];
        random.nextBytes(noise);
        try (FileChannel channel = FileChannel.open(events.file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(noise), first.start());
        }

        final VerifyReport report = JournalVerifier.verify(directory);
        assertFalse(report.isWhole());
        assertEquals(3_000, report.lastSequence());
        assertTrue(report.problems().stream().anyMatch(problem -> problem.sentence().contains(
            "event sequence " + first.record() + " to ")), report.problems().toString());
        assertThrows(JournalException.class, () -> readAll(events));
    }

    @Test
    void shouldSurviveAnyNoise() throws IOException
    {
        for (int i = 0; i < 60; i++)
        {
            final byte[] noise = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(noise);
            try (FileChannel channel = FileChannel.open(events.file, StandardOpenOption.WRITE))
            {
                channel.write(ByteBuffer.wrap(noise), random.nextInt(events.end));
            }
            assertFalse(JournalVerifier.verify(directory).isWhole());
            try
            {
                // Chronicle's pages do not concern a reader; all else does.
                readAll(events);
            }
            catch (final JournalException e)
            {
                assertFalse(e.getMessage().isEmpty());
            }
            Files.write(events.file, events.bytes);
        }
    }

    @Test
    void shouldSayWhenThereIsNoJournal()
    {
        final Path nowhere = directory.resolve("nowhere");

        final JournalException e = assertThrows(JournalException.class, () -> JournalVerifier.verify(nowhere));
        assertEquals("There is no journal in " + nowhere + ".", e.getMessage());
        assertThrows(JournalException.class, () -> new EventReader(nowhere));
    }

    private long recordNamedByReader(final RawJournal queue)
    {
        final JournalException e = assertThrows(JournalException.class, () -> readAll(queue));
        return e instanceof JournalDamagedException damaged ? damaged.record() : NOBODY;
    }

    /** A reader stops quietly at a changed word that looks like the end; then less than everything was given. */
    private void readAll(final RawJournal queue)
    {
        try (FrameSource reader = queue == events ? new EventReader(directory) : new DecisionReader(directory))
        {
            int count = 0;
            while (reader.next())
            {
                count++;
            }
            if (count != queue.records.size())
            {
                throw new JournalException("ended after " + count);
            }
        }
    }

    private byte flip(final RawJournal queue, final int at) throws IOException
    {
        final byte found = queue.bytes[at];
        put(queue, at, (byte)(found ^ random.nextInt(1, 256)));
        return found;
    }

    private static void put(final RawJournal queue, final int at, final byte value) throws IOException
    {
        try (FileChannel channel = FileChannel.open(queue.file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(new byte[] {value}), at);
        }
    }
}
