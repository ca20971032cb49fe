package fds.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest
{
    @TempDir
    private Path directory;

    private SealedJournal journal;

    @BeforeEach
    void write()
    {
        journal = new SealedJournal(directory).append(100, 30);
    }

    @Test
    void shouldCutBlocksOfBothQueuesAndVerifyThem()
    {
        final SealedBlock newest = journal.seal(16);
        assertEquals(6, newest.header().number());
        assertEquals(new BlockSpan(97, 4, newest.header().events().root()), newest.header().events());
        assertEquals(0, newest.header().decisions().count());
        assertEquals(30, newest.header().decisions().first());
        assertEquals(BlockHeader.parse(newest.header().text()), newest.header());

        final SealReport report = journal.verify();
        assertEquals(List.of(), report.problems());
        assertEquals(7, report.blocks());
        assertEquals(newest.header().root(), report.root());
        assertTrue(report.isSelfAsserted());
        assertEquals(0, report.unsealedEvents() + report.unsealedDecisions());
    }

    @Test
    void shouldSealNothingTwice()
    {
        final SealedBlock first = journal.seal(1_000);
        assertEquals(first, journal.seal(1_000));
    }

    @Test
    void shouldFollowAJournalThatIsBeingWritten()
    {
        try (Sealer sealer = new Sealer(journal.directory, SealKeys.read(journal.keyFile), 1_000, SealedJournal.NOON))
        {
            assertEquals(1, sealer.seal(10));
            assertEquals(0, sealer.seal(10));
            journal.append(50, 0);
            assertEquals(1, sealer.seal(10));
            journal.append(0, 7);
            assertEquals(37, sealer.seal(10) + sealer.newest().header().decisions().next() - 1);
            assertEquals(150, sealer.newest().header().events().next() - 1);
        }
        assertTrue(journal.verify().holds());
        journal.append(3, 2);
        final SealReport report = journal.verify();
        assertTrue(report.holds(), report.toString());
        assertEquals(3, report.unsealedEvents());
        assertEquals(2, report.unsealedDecisions());
    }

    @Test
    void shouldBeginBeforeAnythingIsWritten() throws IOException
    {
        SealedJournal.remove(journal.directory);
        Files.createDirectories(journal.directory);
        try (Sealer sealer = new Sealer(journal.directory, SealKeys.read(journal.keyFile), 10, SealedJournal.NOON))
        {
            assertEquals(0, sealer.seal(1));
            journal.events.clear();
            journal.decisions.clear();
            journal.append(5, 0);
            assertEquals(1, sealer.seal(1));
            assertEquals(0, sealer.newest().header().decisions().first());
        }
        assertTrue(journal.verify().holds());
    }

    @Test
    void shouldGoOnWhereAKilledSealerWas() throws IOException
    {
        journal.seal(16);
        final Path blocks = SealFiles.blocks(journal.directory);
        final byte[] whole = Files.readAllBytes(blocks);
        final String lastLine = journal.blockLines().get(6);
        for (int cut = 1; cut <= lastLine.length() + 1; cut += 37)
        {
            Files.write(blocks, java.util.Arrays.copyOf(whole, whole.length - cut));
            assertTrue(journal.verify().holds(), "cut " + cut);
            journal.seal(16);
            assertEquals(journal.blockLines().get(6).substring(0, lastLine.indexOf(" signature=")),
                lastLine.substring(0, lastLine.indexOf(" signature=")));
            assertTrue(journal.verify().holds(), "cut " + cut);
        }
    }

    @Test
    void shouldNotSealOnWhatIsNotWhatWasSealed() throws IOException
    {
        journal.seal(16);
        journal.forge(QueueKind.EVENTS, journal.events.subList(0, 98));
        assertTrue(assertThrows(JournalException.class, () -> journal.seal(16)).getMessage()
            .contains("sealed events 97 to 100, and the queue ends before 99"));
        journal.forge(QueueKind.EVENTS, journal.events);
        journal.seal(16);
        Files.writeString(SealFiles.blocks(journal.directory), "nonsense\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(JournalException.class, () -> journal.seal(16)).getMessage()
            .contains("blocks.txt, line 8"));
    }

    @Test
    void shouldRefuseASecondSealer()
    {
        try (Sealer sealer = new Sealer(journal.directory, SealKeys.read(journal.keyFile), 10, SealedJournal.NOON))
        {
            assertTrue(assertThrows(JournalException.class, () -> journal.seal(10)).getMessage()
                .contains("another sealer"));
            assertEquals(10, sealer.seal(100));
        }
    }

    @Test
    void shouldKeepKeysToTheirOwner() throws IOException
    {
        assertEquals("rw-------",
            java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.keyFile)));
        assertThrows(JournalException.class, () -> SealKeys.make(journal.keyFile));
        final Path other = directory.resolve("other.key");
        SealKeys.make(other);
        Files.move(directory.resolve("other.key.pub"), directory.resolve("seal.key.pub"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(assertThrows(JournalException.class, () -> SealKeys.read(journal.keyFile)).getMessage()
            .contains("does not belong"));
    }
}
