package fds.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.journal.archive.SegmentCompressor;
import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import fds.journal.verify.VerifyReport;
import fds.journal.write.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed file of a journal lies compressed, and is read as it was. */
class SegmentCompressorTest
{
    private static final int EVENTS = 30_000;

    @TempDir
    Path directory;

    private Path file;
    private byte[] original;

    @BeforeEach
    void write() throws IOException
    {
        try (Journal journal = Journal.open(directory, JournalTest.SMALL))
        {
            for (int i = 1; i <= EVENTS; i++)
            {
                final byte[] event = Frames.event(i);
                journal.events().onFrames(new org.agrona.concurrent.UnsafeBuffer(event), 0, event.length);
                journal.events().onBatchEnd();
            }
        }
        file = SegmentFile.list(directory.resolve("events")).get(0);
        original = Files.readAllBytes(file);
    }

    @Test
    void shouldBeReadAsItWas() throws IOException
    {
        final List<String> before = eventsFrom(0);
        final List<String> late = eventsFrom(EVENTS - 10);
        final VerifyReport whole = JournalVerifier.verify(directory);

        final long bytes = SegmentCompressor.compress(file);

        assertFalse(Files.exists(file));
        assertEquals(bytes, Files.size(compressed()));
        assertTrue(bytes < original.length / 4, bytes + " of " + original.length);
        assertEquals(before, eventsFrom(0));
        assertEquals(late, eventsFrom(EVENTS - 10));
        final VerifyReport again = JournalVerifier.verify(directory);
        assertTrue(again.isWhole(), again.problems().toString());
        assertEquals(whole.events(), again.events());
        final JournalException refused =
            assertThrows(JournalException.class, () -> Journal.open(directory, JournalTest.SMALL));
        assertTrue(refused.getMessage().contains("lies compressed"), refused.getMessage());
    }

    @Test
    void shouldBeUnpackedByAnyZstandardProgram() throws IOException, InterruptedException
    {
        SegmentCompressor.compress(file);
        final Path unpacked = directory.resolve("unpacked");
        final Process process;
        try
        {
            process =
                new ProcessBuilder("zstd", "-d", "-q", "-o", unpacked.toString(), compressed().toString()).start();
        }
        catch (final IOException e)
        {
            assumeTrue(false, "zstd is not installed, so another program's reading of the file was not tried");
            return;
        }

        assertEquals(0, process.waitFor());
        assertArrayEquals(original, Files.readAllBytes(unpacked));
    }

    @Test
    void shouldFindEveryChangeThatChangesContent() throws IOException
    {
        SegmentCompressor.compress(file);
        final byte[] packed = Files.readAllBytes(compressed());
        final Random random = new Random(3);
        int found = 0;
        for (int round = 0; round < 400; round++)
        {
            final int at = round < 40 ? packed.length - 1 - round : random.nextInt(packed.length);
            final byte[] changed = packed.clone();
            changed[at] ^= (byte)(1 << random.nextInt(8));
            Files.write(compressed(), changed);
            if (JournalVerifier.verify(directory).isWhole())
            {
                assertArrayEquals(original, content(), "byte " + at);
            }
            else
            {
                found++;
            }
        }
        assertTrue(found > 350, found + " of 400 changes were found");
    }

    @Test
    void shouldSayWhatIsWrongWithDamagedFile() throws IOException
    {
        SegmentCompressor.compress(file);
        final byte[] packed = Files.readAllBytes(compressed());
        Files.write(compressed(), java.util.Arrays.copyOf(packed, packed.length - 3));

        final VerifyReport report = JournalVerifier.verify(directory);

        assertEquals(1, report.problemCount());
        assertTrue(report.problems().get(0).toString().contains(compressed() + ": it does not end with a table"),
            report.problems().toString());
    }

    @Test
    void shouldUseFileItselfWhileBothAreThere() throws IOException
    {
        SegmentCompressor.compress(file);
        Files.write(file, original);
        Files.write(compressed(), new byte[]{ 1, 2, 3 }); // begun by one that was killed

        assertEquals(List.of(file), SegmentFile.list(directory.resolve("events")));
        assertTrue(JournalVerifier.verify(directory).isWhole());
        SegmentCompressor.compress(file);
        assertArrayEquals(original, content());
    }

    @Test
    void shouldGoOnBehindFileThatIsCompressedWhileItIsRead() throws IOException
    {
        try (EventReader reader = new EventReader(directory, 0))
        {
            assertTrue(reader.next());
            SegmentCompressor.compress(file);
            int count = 1;
            while (reader.next())
            {
                count++;
            }
            assertEquals(EVENTS, count);
        }
    }

    private Path compressed()
    {
        return file.resolveSibling(file.getFileName() + ".zst");
    }

    private byte[] content()
    {
        try (SegmentFile segment = new SegmentFile(compressed(), StandardOpenOption.READ))
        {
            final byte[] bytes = new byte[(int)segment.size()];
            for (int at = 0; at < bytes.length; at += 1 << 20)
            {
                final int length = Math.min(1 << 20, bytes.length - at);
                segment.view().getBytes(segment.load(at, length), bytes, at, length);
            }
            return bytes;
        }
    }

    private List<String> eventsFrom(final long sequence)
    {
        final List<String> texts = new ArrayList<>();
        try (EventReader reader = new EventReader(directory, sequence))
        {
            while (reader.next())
            {
                texts.add(
                    reader.sequence() + ":" + reader.length() + ":" + reader.buffer().getLong(reader.offset() + 16));
            }
        }
        return texts;
    }
}
