package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import fds.journal.archive.SegmentCompressor;
import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.RollCycle;
import fds.journal.write.SyncPolicy;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A queue of several files is one stream. */
class RollTest
{
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int EVENTS_AN_HOUR = 1_024; // of 16, since the clock is asked once in 16 documents
    private static final JournalConfig HOURLY = JournalTest.SMALL.withRoll(RollCycle.HOURLY);

    @TempDir
    Path directory;

    private long nowMillis = 1_767_225_600_000L; // 2026-01-01T00:00Z
    private int sequence;

    @ParameterizedTest
    @EnumSource(SyncPolicy.Mode.class)
    void shouldGoOnInTheNextFile(final SyncPolicy.Mode mode)
    {
        final SyncPolicy sync = switch (mode)
        {
            case NONE -> SyncPolicy.NONE;
            case BATCH -> SyncPolicy.BATCH;
            case INTERVAL -> SyncPolicy.interval(1_000_000);
        };
        try (Journal journal = Journal.open(directory, HOURLY.withSync(sync), () -> nowMillis))
        {
            hours(journal, 3);
        }

        assertEquals(List.of("20260101-00F.cq4", "20260101-01F.cq4", "20260101-02F.cq4"), names("events"));
        requireWhole(3);
    }

    @Test
    void shouldBeginNewFileWhenOpenedLater()
    {
        for (int opening = 0; opening < 3; opening++)
        {
            try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
            {
                hours(journal, 1);
            }
        }

        assertEquals(3, names("events").size());
        requireWhole(3);
    }

    @Test
    void shouldRepairWhatWasKilledInEachFile() throws IOException
    {
        final Path copies = Files.createDirectory(directory.resolve("copies"));
        final Path live = directory.resolve("live");
        try (Journal journal = Journal.open(live, HOURLY, () -> nowMillis))
        {
            for (int hour = 0; hour < 3; hour++)
            {
                hours(journal, 1);
                copy(live, copies.resolve("hour" + hour));
            }
        }
        for (int hour = 0; hour < 3; hour++)
        {
            final Path killed = copies.resolve("hour" + hour);
            final int last = EVENTS_AN_HOUR * (hour + 1);
            try (Journal journal = Journal.open(killed, HOURLY, () -> nowMillis))
            {
                assertEquals(last, journal.events().lastSequence());
                put(journal, last + 1);
                assertEquals(last + 1, journal.events().lastSequence());
            }
            final VerifyReport report = JournalVerifier.verify(killed);
            assertTrue(report.isWhole(), report.problems().toString());
            assertEquals(last + 1, count(killed));
        }
    }

    @Test
    void shouldTakeEndOfFileBackWhenNoNextWasBegun() throws IOException
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 2);
        }
        // Killed between the two: the first file says that another follows, and none does.
        Files.delete(directory.resolve("events/20260101-01F.cq4"));

        try (Journal journal = Journal.open(directory, HOURLY, () -> 1_767_225_600_000L))
        {
            assertEquals(EVENTS_AN_HOUR, journal.events().lastSequence());
            put(journal, EVENTS_AN_HOUR + 1);
        }

        assertEquals(List.of("20260101-00F.cq4"), names("events"));
        assertEquals(EVENTS_AN_HOUR + 1, count(directory));
        assertTrue(JournalVerifier.verify(directory).isWhole());
    }

    @Test
    void shouldBeFollowedAcrossFiles()
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 1);
            try (EventReader reader = new EventReader(directory, 0))
            {
                for (int hour = 1; hour <= 3; hour++)
                {
                    for (int i = 0; i < EVENTS_AN_HOUR; i++)
                    {
                        assertTrue(isThere(reader), "hour " + hour + ", event " + i);
                    }
                    assertFalse(reader.next());
                    hours(journal, 1);
                }
            }
        }
    }

    @Test
    void shouldLeaveClosedFilesAlone() throws IOException
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 2);
            final Path first = directory.resolve("events/20260101-00F.cq4");
            final byte[] before = Files.readAllBytes(first);
            SegmentCompressor.compress(first);
            hours(journal, 2);
            Files.write(directory.resolve("before"), before);
        }
        assertEquals(List.of("20260101-00F.cq4.zst", "20260101-01F.cq4", "20260101-02F.cq4", "20260101-03F.cq4"),
            names("events"));
        requireWhole(4);
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 1);
        }
        requireWhole(5);
    }

    @Test
    void shouldReadFromAnySequence()
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 4);
        }
        for (int from = 1; from < 4 * EVENTS_AN_HOUR; from += 333)
        {
            try (EventReader reader = new EventReader(directory, from))
            {
                assertTrue(reader.next());
                assertEquals(from, reader.sequence());
            }
        }
    }

    @Test
    void shouldKeepTheCycleItWasBegunWith()
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 1);
        }

        final JournalException refused =
            assertThrows(JournalException.class, () -> Journal.open(directory, JournalTest.SMALL));
        assertTrue(refused.getMessage().contains("20260101-00F.cq4 is not of the cycle daily"), refused.getMessage());
    }

    @Test
    void shouldStayWhenTheClockGoesBack()
    {
        try (Journal journal = Journal.open(directory, HOURLY, () -> nowMillis))
        {
            hours(journal, 2);
            nowMillis -= 5 * HOUR_MILLIS;
            hours(journal, 1);
        }

        assertEquals(2, names("events").size());
        requireWhole(3);
    }

    private void hours(final Journal journal, final int hours)
    {
        for (int hour = 0; hour < hours; hour++)
        {
            for (int i = 0; i < EVENTS_AN_HOUR; i++)
            {
                put(journal, ++sequence);
            }
            nowMillis += HOUR_MILLIS;
        }
    }

    private static void put(final Journal journal, final int sequence)
    {
        final UnsafeBuffer event = new UnsafeBuffer(Frames.event(sequence));
        journal.events().onFrames(event, 0, event.capacity());
        journal.events().onBatchEnd();
    }

    private void requireWhole(final int hours)
    {
        final VerifyReport report = JournalVerifier.verify(directory);
        assertTrue(report.isWhole(), report.problems().toString());
        assertEquals((long)hours * EVENTS_AN_HOUR, report.events());
        assertEquals(hours * EVENTS_AN_HOUR, count(directory));
    }

    private static int count(final Path journal)
    {
        int count = 0;
        try (EventReader reader = new EventReader(journal, 0))
        {
            while (reader.next())
            {
                assertEquals(++count, reader.sequence());
            }
        }
        return count;
    }

    private static boolean isThere(final EventReader reader)
    {
        // A reader looks for a next file once in a while only.
        for (int poll = 0; poll < 100; poll++)
        {
            if (reader.next())
            {
                return true;
            }
        }
        return false;
    }

    private List<String> names(final String queue)
    {
        return SegmentFile.list(directory.resolve(queue)).stream().map(file -> file.getFileName().toString()).toList();
    }

    private static void copy(final Path from, final Path to) throws IOException
    {
        try (Stream<Path> files = Files.walk(from))
        {
            for (final Path file : files.toList())
            {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
