package fds.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import fds.journal.format.QueueKind;
import fds.journal.verify.JournalVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can do to a journal who can write all of it, CRCs included, but has neither key nor anchor. */
class SealAttackTest
{
    @TempDir
    private Path directory;

    private final Random random = new Random(23);
    private SealedJournal journal;
    private FileAnchor anchor;

    @BeforeEach
    void seal() throws IOException
    {
        journal = new SealedJournal(directory).append(100, 30);
        anchor = new FileAnchor(directory.resolve("anchor.txt"));
        new Anchoring(journal.directory, List.of(anchor), SealedJournal::unexpected).publish(journal.seal(16));
        assertEquals(List.of(), journal.verify(anchor).problems());
        assertEquals(6, journal.verify(anchor).anchoredBlock());
    }

    /** Whatever was done, only the seal can tell: the journal itself is whole. */
    @AfterEach
    void isWhole()
    {
        assertTrue(JournalVerifier.verify(journal.directory).isWhole());
    }

    @Test
    void shouldFindAnyChangedByteOfARecord() throws IOException
    {
        for (int i = 0; i < 30; i++)
        {
            final QueueKind queue = QueueKind.values()[i % 2];
            final List<byte[]> records = new ArrayList<>(journal.records(queue));
            final int at = random.nextInt(records.size());
            final byte[] changed = records.get(at).clone();
            // An event's sequence and length tell where it stands: changed ones are other attacks.
            changed[i % 2 == 0 ? 16 + random.nextInt(112) : random.nextInt(changed.length)] ^= 1 << random.nextInt(8);
            records.set(at, changed);
            journal.forge(queue, records);
            final long record = at + QueueTail.firstOf(queue);
            final long block = at / 16;
            finds("block " + block + ": " + queue.directoryName());
            assertEquals(1, journal.verify(anchor).problemCount(), queue.nameOf(record));
            journal.forge(queue, journal.records(queue));
        }
        assertTrue(journal.verify(anchor).holds());
    }

    @Test
    void shouldFindARemovedRecord() throws IOException
    {
        for (final QueueKind queue : QueueKind.values())
        {
            final List<byte[]> records = new ArrayList<>(journal.records(queue));
            records.remove(5);
            journal.forge(queue, records);
            finds("block 0: " + queue.directoryName());
            journal.forge(queue, journal.records(queue));
        }
    }

    @Test
    void shouldFindAnInsertedRecord() throws IOException
    {
        for (final QueueKind queue : QueueKind.values())
        {
            final List<byte[]> records = new ArrayList<>(journal.records(queue));
            records.add(20, records.get(3));
            journal.forge(queue, records);
            finds("block 1: " + queue.directoryName());
            journal.forge(queue, journal.records(queue));
        }
    }

    @Test
    void shouldFindReorderedRecords() throws IOException
    {
        for (final QueueKind queue : QueueKind.values())
        {
            final List<byte[]> records = new ArrayList<>(journal.records(queue));
            Collections.swap(records, 17, 18);
            journal.forge(queue, records);
            finds("block 1: " + queue.directoryName());
            journal.forge(queue, journal.records(queue));
        }
    }

    @Test
    void shouldFindACutTail() throws IOException
    {
        journal.forge(QueueKind.EVENTS, journal.events.subList(0, 99));
        finds("block 6 sealed events 97 to 100, and the queue ends before 100");
        journal.forge(QueueKind.EVENTS, journal.events.subList(0, 40));
        finds("block 2 sealed events 33 to 48, and the queue ends before 41");
    }

    @Test
    void shouldFindACutTailWhoseSealWasCutWithIt() throws IOException
    {
        journal.forge(QueueKind.EVENTS, journal.events.subList(0, 96));
        journal.putBlockLines(journal.blockLines().subList(0, 6));
        finds("anchor.txt holds block 6");
        // The receipts alone tell it too, until they are cut as well: then only the anchor can.
        assertFalse(journal.verify().holds());
        Files.delete(SealFiles.receipts(journal.directory));
        assertTrue(journal.verify().holds());
        finds("anchor.txt holds block 6");
    }

    @Test
    void shouldFindASwappedFile() throws IOException
    {
        final Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        final SealedJournal other = new SealedJournal(elsewhere).append(10, 5).append(100, 30);
        for (final QueueKind queue : QueueKind.values())
        {
            final Path folder = queue.directory(journal.directory);
            SealedJournal.remove(folder);
            SealedJournal.copy(queue.directory(other.directory), folder);
            finds("block 0: " + queue.directoryName());
            journal.forge(queue, journal.records(queue));
        }
        other.seal(16);
        SealedJournal.remove(SealFiles.folder(journal.directory));
        SealedJournal.copy(SealFiles.folder(other.directory), SealFiles.folder(journal.directory));
        finds("holds nothing of journal");
    }

    @Test
    void shouldFindAForgedRoot() throws IOException
    {
        final List<byte[]> records = new ArrayList<>(journal.events);
        records.remove(99);
        journal.forge(QueueKind.EVENTS, records);
        final String original = SealFiles.blocks(journal.directory).toString();
        SealedJournal.remove(SealFiles.folder(journal.directory));
        final Path forgersKey = directory.resolve("forger.key");
        SealKeys.make(forgersKey);
        journal.seal(16, forgersKey);
        assertTrue(journal.verify().holds(), "of itself it looks right: " + original);
        finds("which is not trusted");

        // With the true signer's name on it, and the journal's own id, there is no signature for it.
        final SealedBlock forged = SealedBlock.parse(journal.blockLines().get(6));
        final BlockHeader h = forged.header();
        final BlockHeader named = new BlockHeader(h.journal(), h.number(), h.time(), h.events(), h.decisions(),
            h.history(), h.previous(), SealKeys.read(journal.keyFile).publicKey().id(), h.algorithm());
        final List<String> lines = new ArrayList<>(journal.blockLines());
        lines.set(6, new SealedBlock(named, forged.signature()).line());
        journal.putBlockLines(lines);
        finds("has a signature that key");
    }

    @Test
    void shouldFindASignersSecondStory() throws IOException
    {
        // Even who has the key cannot seal other records than those whose root was published.
        final BlockHeader first = SealedBlock.parse(journal.blockLines().get(0)).header();
        final List<byte[]> records = new ArrayList<>(journal.events);
        Collections.swap(records, 17, 18);
        journal.forge(QueueKind.EVENTS, records);
        final List<String> lines = new ArrayList<>();
        lines.add(journal.blockLines().get(0));
        journal.putBlockLines(lines);
        journal.seal(16);
        assertEquals(first.journal(), SealedBlock.parse(journal.blockLines().get(6)).header().journal());
        finds("anchor.txt says");
    }

    @Test
    void shouldFindARolledBackDirectory() throws IOException
    {
        final Path backup = directory.resolve("backup");
        SealedJournal.copy(journal.directory, backup);
        journal.append(20, 5);
        new Anchoring(journal.directory, List.of(anchor), SealedJournal::unexpected).publish(journal.seal(16));
        assertTrue(journal.verify(anchor).holds());
        SealedJournal.remove(journal.directory);
        SealedJournal.copy(backup, journal.directory);
        assertTrue(journal.verify().holds(), "local files alone cannot tell");
        finds("holds block 8 of 2026-01-05T12:00:00Z, the seal here ends with block 6: it was cut or rolled back");
    }

    @Test
    void shouldFindChangedLinesOfTheSeal() throws IOException
    {
        final List<String> lines = journal.blockLines();
        for (int i = 0; i < 100; i++)
        {
            final int number = random.nextInt(lines.size());
            final StringBuilder line = new StringBuilder(lines.get(number));
            final int at = random.nextInt(line.length());
            final char now = line.charAt(at);
            line.setCharAt(at, now == '7' ? '8' : '7');
            final List<String> changed = new ArrayList<>(lines);
            changed.set(number, line.toString());
            journal.putBlockLines(changed);
            assertFalse(journal.verify(anchor).holds(), "'" + now + "' at " + at + " of line " + number);
        }
        final List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 2, 3);
        journal.putBlockLines(swapped);
        finds("block 3 stands where block 2 should be");
    }

    private void finds(final String problem)
    {
        final SealReport report = journal.verify(anchor);
        assertFalse(report.holds());
        assertTrue(report.problems().stream().anyMatch(line -> line.contains(problem)), report.toString());
    }
}
