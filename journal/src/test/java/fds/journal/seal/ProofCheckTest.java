package fds.journal.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import fds.journal.format.JournalException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofCheckTest
{
    @TempDir
    private Path directory;

    private SealedJournal journal;
    private SealProof proof;
    private String root;

    @BeforeEach
    void prove()
    {
        journal = new SealedJournal(directory).append(100, 30);
        root = journal.seal(16).header().root();
        proof = Prover.prove(journal.directory, new TreeSet<>(List.of(1L, 17L, 100L)), new TreeSet<>(List.of(3L)));
    }

    @Test
    void shouldLeadFromEachRecordToThePublishedRoot()
    {
        assertEquals(List.of(), ProofCheck.wrongIn(proof, root, Map.of()));
        assertEquals(List.of(0L, 1L, 6L), proof.blocks().stream().map(b -> b.block().header().number()).toList());
        assertArrayEquals(journal.events.get(16), proof.records().get(1).payload());
        assertArrayEquals(journal.decisions.get(3), proof.records().get(3).payload());
        final SealPublicKey key = SealKeys.read(journal.keyFile).publicKey();
        assertEquals(List.of(), ProofCheck.wrongIn(proof, null, Map.of(key.id(), key)));
    }

    @Test
    void shouldRefuseAnyChangedByte()
    {
        for (int i = 0; i < proof.records().size(); i++)
        {
            for (int at = 0; at < proof.records().get(i).payload().length; at++)
            {
                final SealProof.ProvedRecord r = proof.records().get(i);
                final byte[] changed = r.payload().clone();
                changed[at] ^= 1;
                final SealProof forged = with(i, new SealProof.ProvedRecord(
                    r.queue(), r.record(), r.block(), changed, r.path()));
                assertEquals(1, ProofCheck.wrongIn(forged, root, Map.of()).size(), i + " at " + at);
            }
        }
    }

    @Test
    void shouldRefuseARecordInAnothersPlace()
    {
        final SealProof.ProvedRecord r = proof.records().get(0);
        assertFalse(ProofCheck.wrongIn(with(0, new SealProof.ProvedRecord(r.queue(), 2, 0, r.payload(), r.path())),
            root, Map.of()).isEmpty());
        assertFalse(ProofCheck.wrongIn(with(0, new SealProof.ProvedRecord(r.queue(), 1, 1, r.payload(), r.path())),
            root, Map.of()).isEmpty());
        assertFalse(ProofCheck.wrongIn(with(0, new SealProof.ProvedRecord(r.queue(), 1, 5, r.payload(), r.path())),
            root, Map.of()).isEmpty());
    }

    @Test
    void shouldRefuseAnotherRootAndAnotherKey()
    {
        assertTrue(ProofCheck.wrongIn(proof, "0".repeat(64), Map.of()).get(0).contains("the published one is 000"));
        final SealPublicKey other = SealKeys.make(directory.resolve("other.key"));
        assertTrue(ProofCheck.wrongIn(proof, root, Map.of(other.id(), other)).get(0)
            .contains("is not signed by a key"));
    }

    @Test
    void shouldRefuseAProofOfNothing()
    {
        final SealProof empty =
            new SealProof(proof.head(), proof.blocks(), List.of(), proof.keys(), proof.receipts());
        assertEquals(List.of("there is no record in it"), ProofCheck.wrongIn(empty, root, Map.of()));
    }

    @Test
    void shouldProveOnlyWhatIsSealed()
    {
        journal.append(1, 0);
        assertTrue(assertThrows(JournalException.class,
            () -> Prover.prove(journal.directory, new TreeSet<>(List.of(101L)), new TreeSet<>()))
            .getMessage().contains("event sequence 101"));
    }

    @Test
    void shouldStandOnTheNewestHeadThatAnAnchorHolds()
    {
        final FileAnchor anchor = new FileAnchor(directory.resolve("anchor.txt"));
        journal.append(20, 0);
        final SealedBlock published = journal.seal(16);
        new Anchoring(journal.directory, List.of(anchor), SealedJournal::unexpected).publish(published);
        journal.append(20, 0);
        journal.seal(16);
        final SealProof anchored = Prover.prove(journal.directory, new TreeSet<>(List.of(17L)), new TreeSet<>());
        assertEquals(published, anchored.head());
        assertEquals(1, anchored.receipts().size());
        assertEquals(List.of(), ProofCheck.wrongIn(anchored, published.header().root(), Map.of()));
        final SealProof later = Prover.prove(journal.directory, new TreeSet<>(List.of(140L)), new TreeSet<>());
        assertTrue(later.head().header().number() > published.header().number());
    }

    private SealProof with(final int index, final SealProof.ProvedRecord record)
    {
        final List<SealProof.ProvedRecord> records = new ArrayList<>(proof.records());
        records.set(index, record);
        return new SealProof(proof.head(), proof.blocks(), records, proof.keys(), proof.receipts());
    }
}
