package fds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import fds.journal.format.DocumentPlace;
import fds.journal.format.JournalException;
import fds.journal.format.JournalIdentity;
import fds.journal.read.EventReader;
import fds.journal.write.Journal;
import fds.journal.write.RollCycle;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader begins behind any document that is the one it was told of, and nowhere else. */
class ReadBehindTest
{
    private static final int DOCUMENTS = 700; // more than one entry of the index
    private static final int FRAMES = 3;

    @TempDir
    Path directory;

    @Test
    void shouldReadOnBehindEachDocument()
    {
        write(directory, 0);
        final List<DocumentPlace> places = new ArrayList<>();
        try (EventReader reader = new EventReader(directory))
        {
            while (reader.next())
            {
                if (reader.isAtDocumentEnd())
                {
                    places.add(reader.place());
                }
            }
        }
        assertEquals(DOCUMENTS, places.size());
        for (int i = 0; i < DOCUMENTS; i += 7)
        {
            try (EventReader reader = EventReader.behind(directory, places.get(i)))
            {
                assertTrue(reader.isAtDocumentEnd());
                assertEquals(places.get(i), reader.place());
                assertTrue(reader.next());
                assertEquals(1 + (long)FRAMES * (i + 1), reader.sequence());
            }
        }
        final DocumentPlace last = places.get(DOCUMENTS - 1);
        try (EventReader reader = EventReader.behind(directory, last))
        {
            assertFalse(reader.next());
            assertEquals(last, reader.place());
        }
        final DocumentPlace ahead = new DocumentPlace(
            last.fileName(), last.position(), last.closingCrc(), last.lastRecord() + FRAMES);
        assertThrows(JournalException.class, () -> EventReader.behind(directory, ahead).close());
        final DocumentPlace within = new DocumentPlace(
            last.fileName(), last.position(), last.closingCrc(), last.lastRecord() - 1);
        assertThrows(JournalException.class, () -> EventReader.behind(directory, within).close());
    }

    @Test
    void shouldReadOnAcrossFiles()
    {
        final AtomicLong clock = new AtomicLong(1_767_225_600_000L);
        final List<DocumentPlace> places = new ArrayList<>();
        try (Journal writer = Journal.open(directory, JournalTest.SMALL.withRoll(RollCycle.HOURLY), clock::get))
        {
            // A reader that follows the writer, from file to file.
            EventReader reader = null;
            for (int i = 1; i <= DOCUMENTS; i++)
            {
                clock.addAndGet(i % 200 == 0 ? 3_600_000 : 0);
                final byte[] frame = Frames.event(i);
                writer.events().onFrames(new UnsafeBuffer(frame), 0, frame.length);
                writer.events().onBatchEnd();
                reader = reader == null ? new EventReader(directory) : reader;
                assertTrue(reader.next(), "event " + i);
                assertEquals(i, reader.sequence());
                places.add(reader.place());
            }
            reader.close();
        }
        assertEquals(4, places.stream().map(DocumentPlace::fileName).distinct().count());
        for (int i = 0; i < DOCUMENTS - 1; i++)
        {
            try (EventReader reader = EventReader.behind(directory, places.get(i)))
            {
                assertTrue(reader.next());
                assertEquals(i + 2, reader.sequence());
            }
        }
    }

    @Test
    void shouldRefuseDocumentOfAnotherJournal()
    {
        final Path other = directory.resolve("other");
        write(directory, 0);
        write(other, 1);
        try (EventReader reader = new EventReader(other))
        {
            while (reader.next())
            {
                // to its end: all but the last frame is alike
            }
            final DocumentPlace place = reader.place();
            assertThrows(JournalException.class, () -> EventReader.behind(directory, place).close());
        }
        assertNotEquals(JournalIdentity.of(directory), JournalIdentity.of(other));
        assertFalse(JournalIdentity.of(other).isEmpty());
    }

    @Test
    void shouldNameJournalOnce() throws IOException
    {
        write(directory, 0);
        final String name = JournalIdentity.of(directory);
        Journal.open(directory, JournalTest.SMALL).close();
        assertEquals(name, JournalIdentity.of(directory));
        // A journal that was begun anew in the same directory is another.
        for (final Path file : Files.list(directory.resolve("events")).toList())
        {
            Files.delete(file);
        }
        Journal.open(directory, JournalTest.SMALL).close();
        assertNotEquals(name, JournalIdentity.of(directory));
    }

    private static void write(final Path journal, final int difference)
    {
        try (Journal writer = Journal.open(journal, JournalTest.SMALL))
        {
            for (int i = 1; i <= DOCUMENTS * FRAMES; i++)
            {
                final byte[] frame = Frames.event(i);
                frame[100] += (byte)(i == DOCUMENTS * FRAMES ? difference : 0);
                writer.events().onFrames(new UnsafeBuffer(frame), 0, frame.length);
                if (i % FRAMES == 0)
                {
                    writer.events().onBatchEnd();
                }
            }
        }
    }
}
