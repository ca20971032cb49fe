package fds.journal.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;

/** Takes single records out of a sealed journal, with their paths. Memory: 100 bytes a block of the seal. */
public final class Prover
{
    private final Path journal;
    private final SealHash hash = new SealHash();
    private final List<byte[]> headers = new ArrayList<>(); // leaves of the tree over headers
    private final TreeMap<Long, SealedBlock> holders = new TreeMap<>();
    private final TreeMap<Long, SealedBlock> anchored = new TreeMap<>();
    private final List<SealReceipt> receipts;
    private SealedBlock last;

    private Prover(final Path journal)
    {
        this.journal = journal;
        receipts = SealReceipt.read(SealFiles.receipts(journal));
    }

    /**
     * Prove records.
     *
     * @param journal   directory of a sealed journal.
     * @param events    sequences.
     * @param decisions indexes.
     * @return their proof, under the newest head that an anchor holds where that is not older than they are.
     * @throws JournalException when one of them is not sealed yet, or the journal is not what was sealed.
     */
    public static SealProof prove(
        final Path journal, final NavigableSet<Long> events, final NavigableSet<Long> decisions)
    {
        if (!SealFiles.isSealed(journal))
        {
            throw new JournalException("Journal " + journal + " has no seal: 'fds seal' makes one.");
        }
        return new Prover(journal).run(events, decisions);
    }

    private SealProof run(final NavigableSet<Long> events, final NavigableSet<Long> decisions)
    {
        readBlocks(events, decisions);
        requireSealed(QueueKind.EVENTS, events);
        requireSealed(QueueKind.DECISIONS, decisions);
        final List<SealProof.ProvedRecord> records = new ArrayList<>();
        for (final SealedBlock block : holders.values())
        {
            take(QueueKind.EVENTS, block.header(), events, records);
        }
        for (final SealedBlock block : holders.values())
        {
            take(QueueKind.DECISIONS, block.header(), decisions, records);
        }
        final SealedBlock head = head();
        return new SealProof(head, blocksUnder(head.header()), List.copyOf(records),
            List.copyOf(SealFiles.keys(journal).values()), receiptsOf(head.header()));
    }

    private void readBlocks(final NavigableSet<Long> events, final NavigableSet<Long> decisions)
    {
        final TreeSet<Long> published = new TreeSet<>();
        receipts.forEach(receipt -> published.add(receipt.head().block()));
        try (BlockReader blocks = new BlockReader(journal))
        {
            for (SealedBlock block = blocks.next(); block != null; block = blocks.next())
            {
                final BlockHeader header = block.header();
                if (header.number() != headers.size())
                {
                    throw new JournalException(SealFiles.blocks(journal) + " is damaged: block " + header.number() +
                        " stands where block " + headers.size() + " should be.");
                }
                headers.add(hash.leaf(header.text()));
                if (holds(header.events(), events) || holds(header.decisions(), decisions))
                {
                    holders.put(header.number(), block);
                }
                if (published.contains(header.number()))
                {
                    anchored.put(header.number(), block);
                }
                last = block;
            }
        }
    }

    private static boolean holds(final BlockSpan span, final NavigableSet<Long> records)
    {
        final Long record = records.ceiling(span.first());
        return record != null && span.contains(record);
    }

    private void requireSealed(final QueueKind queue, final NavigableSet<Long> records)
    {
        final long end = last == null ? QueueTail.firstOf(queue) : last.header().span(queue).next();
        if (!records.isEmpty() && records.last() >= end)
        {
            throw new JournalException(queue.nameOf(records.last()) + " of " + journal +
                " is not sealed yet: the seal ends before " + end + "; 'fds seal' goes on with it.");
        }
    }

    private void take(final QueueKind queue, final BlockHeader header, final NavigableSet<Long> wanted,
        final List<SealProof.ProvedRecord> records)
    {
        final BlockSpan span = header.span(queue);
        final NavigableSet<Long> here = wanted.subSet(span.first(), true, span.next(), false);
        if (here.isEmpty())
        {
            return;
        }
        final List<byte[]> leaves = new ArrayList<>();
        final Map<Long, byte[]> payloads = new TreeMap<>();
        try (QueueTail tail = new QueueTail(queue, journal, span.first(), hash))
        {
            while (leaves.size() < span.count() && tail.next())
            {
                leaves.add(tail.leaf());
                if (here.contains(tail.nextRecord() - 1))
                {
                    payloads.put(tail.nextRecord() - 1, tail.payload());
                }
            }
        }
        final MerkleTree tree = leaves.isEmpty() ? null : new MerkleTree(hash, leaves);
        if (tree == null || !SealHash.hex(tree.root()).equals(span.root()))
        {
            throw new JournalException("Journal " + journal + " is not what was sealed: block " + header.number() +
                ", " + queue.directoryName() + " " + span + "; 'fds verify' tells more.");
        }
        payloads.forEach((record, payload) -> records.add(new SealProof.ProvedRecord(queue, record, header.number(),
            payload, hex(tree.path((int)(record - span.first()))))));
    }

    private SealedBlock head()
    {
        final long newest = holders.isEmpty() ? 0 : holders.lastKey();
        return !anchored.isEmpty() && anchored.lastKey() >= newest ? anchored.lastEntry().getValue() : last;
    }

    private List<SealProof.ProvedBlock> blocksUnder(final BlockHeader head)
    {
        final MerkleTree tree =
            head.number() == 0 ? null : new MerkleTree(hash, headers.subList(0, (int)head.number()));
        if (tree != null && !SealHash.hex(tree.root()).equals(head.history()))
        {
            throw new JournalException(SealFiles.blocks(journal) + " is damaged: block " + head.number() +
                " was made behind other blocks than stand before it; 'fds verify' tells more.");
        }
        return holders.values().stream().map(block -> new SealProof.ProvedBlock(block,
            block.header().number() == head.number() ? List.of() : hex(tree.path((int)block.header().number()))))
            .toList();
    }

    private List<SealReceipt> receiptsOf(final BlockHeader head)
    {
        return receipts.stream().filter(receipt -> receipt.head().block() == head.number()).toList();
    }

    private static List<String> hex(final List<byte[]> hashes)
    {
        return hashes.stream().map(SealHash::hex).toList();
    }
}
