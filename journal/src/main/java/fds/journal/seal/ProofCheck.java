package fds.journal.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.agrona.concurrent.UnsafeBuffer;

/** Checks a proof without its journal. */
public final class ProofCheck
{
    private final SealProof proof;
    private final SealHash hash = new SealHash();
    private final List<String> wrong = new ArrayList<>();
    private final Map<Long, BlockHeader> blocks = new HashMap<>();

    private ProofCheck(final SealProof proof)
    {
        this.proof = proof;
    }

    /**
     * Check that every record leads to the head's hash, and that the head is what is trusted.
     *
     * @param proof from anywhere.
     * @param root  that was published, 64 hexadecimal digits, or null.
     * @param keys  public keys that are trusted, by id; none: signatures are checked with the proof's own keys, which
     *              shows only that it fits together.
     * @return what is wrong; empty when all of it holds.
     */
    public static List<String> wrongIn(
        final SealProof proof, final String root, final Map<String, SealPublicKey> keys)
    {
        return new ProofCheck(proof).run(root, keys);
    }

    private List<String> run(final String root, final Map<String, SealPublicKey> trusted)
    {
        final BlockHeader head = proof.head().header();
        if (root != null && !root.equals(head.root()))
        {
            wrong.add("the root of this proof is " + head.root() + ", the published one is " + root);
        }
        final Map<String, SealPublicKey> keys = new HashMap<>(trusted);
        if (trusted.isEmpty())
        {
            proof.keys().forEach(key -> keys.put(key.id(), key));
        }
        checkSignature(proof.head(), keys);
        for (final SealProof.ProvedBlock block : proof.blocks())
        {
            checkSignature(block.block(), keys);
            checkBlock(block, head);
        }
        proof.records().forEach(this::checkRecord);
        if (proof.records().isEmpty())
        {
            wrong.add("there is no record in it");
        }
        return List.copyOf(wrong);
    }

    private void checkSignature(final SealedBlock block, final Map<String, SealPublicKey> keys)
    {
        final SealPublicKey key = keys.get(block.header().key());
        if (key == null || !block.isSignedBy(key))
        {
            wrong.add("block " + block.header().number() + " is not signed by a key that is " +
                (keys.isEmpty() ? "in the proof" : "known: it names key " + block.header().key()));
        }
    }

    private void checkBlock(final SealProof.ProvedBlock proved, final BlockHeader head)
    {
        final BlockHeader header = proved.block().header();
        if (!header.journal().equals(head.journal()))
        {
            wrong.add("block " + header.number() + " is of journal " + header.journal() + ", the head of " +
                head.journal());
        }
        else if (header.number() == head.number() ? !header.text().equals(head.text()) : !isBefore(proved, head))
        {
            wrong.add("block " + header.number() + " does not lead to the head, block " + head.number());
        }
        else
        {
            blocks.put(header.number(), header);
        }
    }

    private boolean isBefore(final SealProof.ProvedBlock proved, final BlockHeader head)
    {
        final BlockHeader header = proved.block().header();
        final byte[] root = MerkleRoot.from(
            hash, hash.leaf(header.text()), header.number(), head.number(), bytes(proved.history()));
        return root != null && Arrays.equals(root, SealHash.bytes(head.history()));
    }

    private void checkRecord(final SealProof.ProvedRecord record)
    {
        final BlockHeader header = blocks.get(record.block());
        if (header == null)
        {
            wrong.add(record.queue().nameOf(record.record()) + " is said to be in block " + record.block() +
                ", which is not proved");
            return;
        }
        final BlockSpan span = header.span(record.queue());
        final byte[] leaf = hash.leaf(record.queue(), record.record(), new UnsafeBuffer(record.payload()), 0,
            record.payload().length);
        final byte[] root =
            MerkleRoot.from(hash, leaf, record.record() - span.first(), span.count(), bytes(record.path()));
        if (root == null || !Arrays.equals(root, SealHash.bytes(span.root())))
        {
            wrong.add(record.queue().nameOf(record.record()) + " does not lead to the root of block " +
                record.block());
        }
    }

    private static List<byte[]> bytes(final List<String> hashes)
    {
        return hashes.stream().map(SealHash::bytes).toList();
    }
}
