package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import fds.journal.format.JournalException;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.Recovery;
import fds.journal.write.SyncPolicy;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest
{
    static final JournalConfig SMALL = new JournalConfig(SyncPolicy.NONE, 64 << 10, 1 << 20, 4 << 20);

    @TempDir
    Path directory;

    private final Random random = new Random(7);
    private final List<String> events = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();

    @Test
    void shouldReadBackWhatWasWritten()
    {
        write(SMALL, 1, 1_000);

        assertEquals(events, readEvents());
        assertEquals(decisions, readDecisions());
    }

    @Test
    void shouldContinueWhenReopened()
    {
        for (int opening = 0; opening < 4; opening++)
        {
            write(SMALL, 1 + 500L * opening, 500);
        }

        assertEquals(events, readEvents());
        assertEquals(decisions, readDecisions());
    }

    @Test
    void shouldTakeSeveralEventsAtOnce()
    {
        final UnsafeBuffer batch = new UnsafeBuffer(new byte[10 * 128]);
        for (int i = 0; i < 10; i++)
        {
            batch.putBytes(128 * i, Frames.event(1 + i));
            events.add(Frames.text(Frames.event(1 + i)));
        }
        try (Journal journal = Journal.open(directory, SMALL))
        {
            journal.events().onFrames(batch, 0, 10 * 128);
            journal.events().onBatchEnd();
            assertEquals(10, journal.events().lastSequence());
            assertEquals(1, journal.events().documents());
        }

        assertEquals(events, readEvents());
    }

    @Test
    void shouldSplitBatchThatIsLongerThanDocument()
    {
        try (Journal journal = Journal.open(directory, SMALL))
        {
            for (int i = 0; i < 1_000; i++)
            {
                put(journal, Frames.event(1 + i));
            }
            journal.events().onBatchEnd();
            assertEquals(3, journal.events().documents());
        }

        assertEquals(events, readEvents());
    }

    @Test
    void shouldFillManyBlocks()
    {
        write(SMALL, 1, 120_000);

        assertEquals(events, readEvents());
    }

    @Test
    void shouldWriteLongestDocumentsAcrossSmallestBlocks()
    {
        final JournalConfig config = new JournalConfig(SyncPolicy.NONE, 1 << 20, 4 << 20, (4 << 20) + (64 << 10));
        try (Journal journal = Journal.open(directory, config))
        {
            for (int sequence = 1; sequence <= 40; sequence++)
            {
                put(journal, Frames.control(sequence, "y".repeat((1 << 20) - 300 + sequence)));
            }
            journal.events().onBatchEnd();
            assertEquals(40, journal.events().documents());
        }

        assertEquals(events, readEvents());
        assertEquals(List.of(), JournalVerifier.verify(directory).problems());
    }

    @Test
    void shouldVerifyAndReadBesideWriter() throws Exception
    {
        final AtomicBoolean isStopped = new AtomicBoolean();
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Journal journal = Journal.open(directory, SMALL))
        {
            put(journal, Frames.event(1));
            journal.events().onBatchEnd();
            final Thread writer = new Thread(() ->
            {
                final UnsafeBuffer frame = new UnsafeBuffer(Frames.event(2));
                for (long sequence = 2; !isStopped.get(); sequence++)
                {
                    frame.putLong(8, sequence);
                    journal.events().onFrames(frame, 0, 128);
                    if (sequence % 7 == 0)
                    {
                        journal.events().onBatchEnd();
                        LockSupport.parkNanos(1_000);
                    }
                }
            });
            writer.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
            writer.start();
            try (EventReader reader = new EventReader(directory))
            {
                long last = 0;
                for (int round = 0; round < 10; round++)
                {
                    assertEquals(List.of(), JournalVerifier.verify(directory).problems());
                    while (reader.next())
                    {
                        assertEquals(++last, reader.sequence());
                    }
                }
                assertTrue(last > 1_000, "read up to " + last);
            }
            finally
            {
                isStopped.set(true);
                writer.join();
            }
        }
        assertEquals(null, failure.get());
    }

    @Test
    void shouldFindSequenceThroughIndex()
    {
        final UnsafeBuffer frame = new UnsafeBuffer(Frames.event(1));
        try (Journal journal = Journal.open(directory, SMALL))
        {
            for (long sequence = 1; sequence <= 20_000; sequence++)
            {
                frame.putLong(8, sequence);
                journal.events().onFrames(frame, 0, 128);
                if (sequence % 3 == 0)
                {
                    journal.events().onBatchEnd();
                }
            }
        }

        for (int i = 0; i < 200; i++)
        {
            final long from = 1 + random.nextInt(20_000);
            try (EventReader reader = new EventReader(directory, from))
            {
                for (long sequence = from; sequence < Math.min(20_001, from + 5); sequence++)
                {
                    assertTrue(reader.next());
                    assertEquals(sequence, reader.sequence());
                }
            }
        }
    }

    @Test
    void shouldBeReadableByChronicle()
    {
        write(SMALL, 1, 2_000);
        write(SMALL, 2_001, 2_000);

        final VerifyReport report = JournalVerifier.verify(directory);
        assertEquals(report.eventDocuments(), documentsByChronicle("events"));
        assertEquals(report.decisionDocuments(), documentsByChronicle("decisions"));
    }

    private long documentsByChronicle(final String queue)
    {
        try (ChronicleQueue chronicle = SingleChronicleQueueBuilder.binary(directory.resolve(queue).toFile())
            .rollCycle(RollCycles.FAST_DAILY).readOnly(true).build())
        {
            long documents = 0;
            for (final ExcerptTailer tailer = chronicle.createTailer(); ; documents++)
            {
                try (DocumentContext context = tailer.readingDocument())
                {
                    if (!context.isPresent())
                    {
                        return documents;
                    }
                }
            }
        }
    }

    @Test
    void shouldReadOnInNextFile() throws IOException
    {
        write(SMALL, 1, 500);
        for (final String queue : List.of("events", "decisions"))
        {
            // Reserved by a writer that rolled and died: the next one goes on in it.
            Files.write(directory.resolve(queue).resolve("20991231F.cq4"), new byte[4096]);
        }
        write(SMALL, 501, 500);
        write(SMALL, 1_001, 500);

        assertEquals(events, readEvents());
        assertEquals(decisions, readDecisions());
        final VerifyReport report = JournalVerifier.verify(directory);
        assertEquals(List.of(), report.problems());
        assertEquals(1_500, report.events());
        try (EventReader reader = new EventReader(directory, 700))
        {
            assertEquals(801, Frames.read(reader).size());
        }
    }

    @Test
    void shouldWriteWhatWasCollectedWhenClosed()
    {
        final Journal journal = Journal.open(directory, SMALL);
        put(journal, Frames.event(5));
        journal.close();
        journal.close();

        assertEquals(events, readEvents());
    }

    @Test
    void shouldReadFromSequence()
    {
        write(SMALL, 1, 1_000);

        for (final int from : new int[] {0, 1, 2, 63, 64, 65, 500, 999, 1_000})
        {
            try (EventReader reader = new EventReader(directory, from))
            {
                assertEquals(events.subList(Math.max(0, from - 1), 1_000), Frames.read(reader), "from " + from);
            }
        }
        try (EventReader reader = new EventReader(directory, 1_001))
        {
            assertFalse(reader.next());
        }
    }

    @Test
    void shouldReadDecisionsFromIndex()
    {
        write(SMALL, 1, 1_000);

        for (final int from : new int[] {0, 1, 100, decisions.size() - 1})
        {
            try (DecisionReader reader = new DecisionReader(directory, from))
            {
                assertEquals(decisions.subList(from, decisions.size()), Frames.read(reader), "from " + from);
            }
        }
    }

    @Test
    void shouldFollowWriter()
    {
        try (Journal journal = Journal.open(directory, SMALL))
        {
            put(journal, Frames.event(1));
            journal.events().onBatchEnd();
            try (EventReader reader = new EventReader(directory))
            {
                assertTrue(reader.next());
                for (int sequence = 2; sequence < 3_000; sequence++)
                {
                    assertFalse(reader.next());
                    put(journal, Frames.event(sequence));
                    assertFalse(reader.next());
                    journal.events().onBatchEnd();
                    assertTrue(reader.next());
                    assertEquals(sequence, reader.sequence());
                }
            }
        }
    }

    @Test
    void shouldForceByPolicy()
    {
        final long intervalNanos = 1_000_000;
        for (final SyncPolicy policy : List.of(SyncPolicy.BATCH, SyncPolicy.interval(intervalNanos)))
        {
            try (Journal journal = Journal.open(directory.resolve(policy.mode().name()), SMALL.withSync(policy)))
            {
                put(journal, Frames.event(1));
                journal.events().onBatchEnd();
                final long deadline = System.nanoTime() + 10_000_000_000L;
                while (journal.events().lastSyncedSequence() != 1 && System.nanoTime() < deadline)
                {
                    Thread.onSpinWait();
                }
                assertEquals(1, journal.events().lastSyncedSequence(), policy.toString());
            }
        }
    }

    @Test
    void shouldRefuseGapInSequences()
    {
        try (Journal journal = Journal.open(directory, SMALL))
        {
            put(journal, Frames.event(1));
            assertThrows(IllegalArgumentException.class, () -> put(journal, Frames.event(3)));
            assertThrows(IllegalArgumentException.class, () -> put(journal, Frames.event(1)));
        }
    }

    @Test
    void shouldRefuseFrameThatIsLongerThanDocument()
    {
        try (Journal journal = Journal.open(directory, SMALL))
        {
            final byte[] frame = Frames.control(1, "x".repeat(70_000));
            final JournalException e = assertThrows(JournalException.class, () -> put(journal, frame));
            assertTrue(e.getMessage().contains("documentBytes"), e.getMessage());
        }
    }

    @Test
    void shouldRefuseSecondWriter()
    {
        try (Journal journal = Journal.open(directory, SMALL))
        {
            final JournalException e = assertThrows(JournalException.class, () -> Journal.open(directory, SMALL));
            assertEquals("Journal " + directory + " is already being written by process " +
                ProcessHandle.current().pid() + ".", e.getMessage());
            assertEquals(-1, journal.events().lastSequence());
        }
        Journal.open(directory, SMALL).close();
    }

    @Test
    void shouldRefuseDirectoryThatIsFile() throws IOException
    {
        final Path file = Files.createFile(directory.resolve("file"));

        final JournalException e = assertThrows(JournalException.class, () -> Journal.open(file, SMALL));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertThrows(JournalException.class, () -> Journal.open(file.resolve("below"), SMALL));
    }

    @Test
    void shouldSayWhatWasFoundWhenOpened()
    {
        write(SMALL, 1, 100);

        try (Journal journal = Journal.open(directory, SMALL))
        {
            final Recovery recovery = journal.recoveries().get(0);
            assertEquals(100, recovery.recordsKept());
            assertEquals(100, recovery.lastRecord());
            assertEquals(0, recovery.bytesCut());
            assertEquals("events: 100 records kept, the last is event sequence 100; nothing was cut off.",
                recovery.sentence());
            assertEquals(decisions.size(), journal.recoveries().get(1).recordsKept());
        }
    }

    @Test
    void shouldGiveBackReservedSpaceWhenClosed() throws IOException
    {
        write(SMALL, 1, 100);

        try (var files = Files.walk(directory))
        {
            final long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < 1 << 20, bytes + " bytes");
        }
    }

    @Test
    void shouldNotAllocate()
    {
        final var bean = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final UnsafeBuffer batch = new UnsafeBuffer(new byte[16 * 128]);
        final byte[] event = Frames.event(0);
        final byte[] record = Frames.decision(random);
        final UnsafeBuffer decision = new UnsafeBuffer(record);
        for (int i = 0; i < 16; i++)
        {
            batch.putBytes(128 * i, event);
        }

        final List<Long> allocatedBytes = new ArrayList<>();
        final JournalConfig config = new JournalConfig(SyncPolicy.NONE, 64 << 10, 64 << 20, 1 << 30);
        int silentRounds = 0;
        try (Journal journal = Journal.open(directory, config))
        {
            long sequence = 1;
            while (silentRounds < 3 && allocatedBytes.size() < 30)
            {
                final long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 5_000; i++)
                {
                    for (int frame = 0; frame < 16; frame++)
                    {
                        batch.putLong(128 * frame + 8, sequence++);
                    }
                    journal.events().onFrames(batch, 0, 16 * 128);
                    journal.events().onBatchEnd();
                    journal.decisions().onFrames(decision, 0, record.length);
                    journal.decisions().onBatchEnd();
                }
                final long allocated = bean.getCurrentThreadAllocatedBytes() - before;
                silentRounds = allocated == 0 ? silentRounds + 1 : 0;
                allocatedBytes.add(allocated);
            }
        }

        // The JVM itself allocates while it compiles and loads. One byte a batch would leave no round silent.
        assertEquals(3, silentRounds, "bytes by round: " + allocatedBytes);
    }

    private void write(final JournalConfig config, final long firstSequence, final int count)
    {
        try (Journal journal = Journal.open(directory, config))
        {
            for (long sequence = firstSequence; sequence < firstSequence + count; sequence++)
            {
                put(journal, random.nextInt(10) == 0 ?
                    Frames.control(sequence, "x".repeat(random.nextInt(300))) : Frames.event(sequence));
                if (random.nextInt(4) == 0)
                {
                    final byte[] record = Frames.decision(random);
                    journal.decisions().onFrames(new UnsafeBuffer(record), 0, record.length);
                    decisions.add(Frames.text(record));
                }
                if (random.nextInt(16) == 0)
                {
                    journal.events().onBatchEnd();
                    journal.decisions().onBatchEnd();
                }
            }
        }
    }

    private void put(final Journal journal, final byte[] frame)
    {
        journal.events().onFrames(new UnsafeBuffer(frame), 0, frame.length);
        events.add(Frames.text(frame));
    }

    private List<String> readEvents()
    {
        try (EventReader reader = new EventReader(directory))
        {
            return Frames.read(reader);
        }
    }

    private List<String> readDecisions()
    {
        try (DecisionReader reader = new DecisionReader(directory))
        {
            return Frames.read(reader);
        }
    }
}
