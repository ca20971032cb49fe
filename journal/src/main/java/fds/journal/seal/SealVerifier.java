package fds.journal.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;

/**
 * Checks a journal against its seal: every block's records, the chain, the signatures, and what anchors hold. Reads
 * once, writes nothing, may run beside writer and sealer.
 */
public final class SealVerifier
{
    private final Path journal;
    private final SealTrust trust;
    private final SealHash hash = new SealHash();
    private final SealChain chain = new SealChain(hash);
    private final Map<QueueKind, QueueTail> tails = new EnumMap<>(QueueKind.class);
    private final Map<Long, List<Published>> published = new TreeMap<>(); // by block
    private final List<String> problems = new ArrayList<>();
    private Map<String, SealPublicKey> keys = Map.of();
    private long problemCount;
    private long anchoredBlock = -1;

    private SealVerifier(final Path journal, final SealTrust trust)
    {
        this.journal = journal;
        this.trust = trust;
    }

    /** A head with the place that has it. */
    private record Published(String where, SealHead head)
    {
    }

    /**
     * Verify a journal's seal.
     *
     * @param journal directory; {@link SealFiles#isSealed} is true for it.
     * @param trust   what is known from outside.
     * @return what was found.
     */
    public static SealReport verify(final Path journal, final SealTrust trust)
    {
        return new SealVerifier(journal, trust).run();
    }

    /**
     * Compare one block's records with what was sealed, and leave out the rest.
     *
     * @param journal directory.
     * @param number  of the block.
     * @return what is wrong with them; empty when they are as sealed.
     * @throws JournalException when the seal has no such block.
     */
    public static List<String> verifyBlock(final Path journal, final long number)
    {
        final SealHash hash = new SealHash();
        try (BlockReader blocks = new BlockReader(journal))
        {
            SealedBlock block = blocks.next();
            while (block != null && block.header().number() != number)
            {
                block = blocks.next();
            }
            if (block == null)
            {
                throw new JournalException(SealFiles.blocks(journal) + " has no block " + number + ".");
            }
            final List<String> wrong = new ArrayList<>();
            for (final QueueKind queue : QueueKind.values())
            {
                final String sentence = SpanCheck.wrongIn(queue, journal, block.header(), hash);
                if (sentence != null)
                {
                    wrong.add(sentence);
                }
            }
            return wrong;
        }
    }

    private SealReport run()
    {
        try (QueueTail events = new QueueTail(QueueKind.EVENTS, journal, QueueTail.firstOf(QueueKind.EVENTS), hash);
            QueueTail decisions =
                new QueueTail(QueueKind.DECISIONS, journal, QueueTail.firstOf(QueueKind.DECISIONS), hash);
            BlockReader blocks = new BlockReader(journal))
        {
            tails.put(QueueKind.EVENTS, events);
            tails.put(QueueKind.DECISIONS, decisions);
            keys = trust.keys().isEmpty() ? SealFiles.keys(journal) : trust.keys();
            for (SealedBlock block = blocks.next(); block != null; block = blocks.next())
            {
                if (chain.last() == null)
                {
                    begin(block.header().journal());
                }
                check(block);
            }
        }
        catch (final JournalException e)
        {
            add(e.getMessage());
        }
        if (chain.last() == null)
        {
            begin(trust.journal() == null ? "" : trust.journal());
        }
        tellMissing();
        return report();
    }

    private SealReport report()
    {
        final long events = unsealed(QueueKind.EVENTS);
        final long decisions = unsealed(QueueKind.DECISIONS);
        return new SealReport(chain.last() == null ? "" : chain.last().journal(), chain.size(),
            chain.last() == null ? "" : chain.lastRoot(), events, decisions, trust.keys().isEmpty(), anchoredBlock,
            List.copyOf(problems), problemCount);
    }

    private void begin(final String id)
    {
        if (trust.journal() != null && !trust.journal().equals(id))
        {
            add("the seal is of journal " + id + ", not of " + trust.journal());
        }
        for (final SealReceipt receipt : receipts())
        {
            remember(new Published("the receipt of " + receipt.anchor(), receipt.head()));
        }
        for (final Anchor anchor : trust.anchors())
        {
            try
            {
                final List<SealHead> heads = anchor.published(id);
                if (heads.isEmpty())
                {
                    add("the anchor " + anchor.name() + " holds nothing of journal " + id);
                }
                for (final SealHead head : heads)
                {
                    anchoredBlock = Math.max(anchoredBlock, head.block());
                    remember(new Published("the anchor " + anchor.name(), head));
                }
            }
            catch (final IOException e)
            {
                add("the anchor " + anchor.name() + " cannot be asked: " + e.getMessage());
            }
        }
    }

    private List<SealReceipt> receipts()
    {
        try
        {
            return SealReceipt.read(SealFiles.receipts(journal));
        }
        catch (final JournalException e)
        {
            add(e.getMessage());
            return List.of();
        }
    }

    private void remember(final Published head)
    {
        published.computeIfAbsent(head.head().block(), block -> new ArrayList<>()).add(head);
    }

    private void check(final SealedBlock block)
    {
        final BlockHeader header = block.header();
        chain.wrongIn(header).forEach(this::add);
        final SealPublicKey key = keys.get(header.key());
        if (key == null)
        {
            add("block " + header.number() + " is signed with key " + header.key() +
                (trust.keys().isEmpty() ? ", which is not in " + SealFiles.folder(journal) : ", which is not trusted"));
        }
        else if (!block.isSignedBy(key))
        {
            add("block " + header.number() + " has a signature that key " + header.key() + " did not make");
        }
        for (final QueueKind queue : QueueKind.values())
        {
            checkRecords(queue, header);
        }
        final List<Published> heads = published.remove(chain.size());
        chain.accept(header);
        if (heads != null)
        {
            heads.forEach(this::compare);
        }
    }

    private void checkRecords(final QueueKind queue, final BlockHeader header)
    {
        final QueueTail tail = tails.get(queue);
        if (tail == null)
        {
            // Behind what cannot be read there is nothing to compare; that was said.
            return;
        }
        try
        {
            final String wrong = SpanCheck.wrongIn(queue, tail, header, hash);
            if (wrong != null)
            {
                add(wrong);
            }
            if (tail.nextRecord() != header.span(queue).next())
            {
                tails.remove(queue);
            }
        }
        catch (final JournalException e)
        {
            add(e.getMessage());
            tails.remove(queue);
        }
    }

    private void compare(final Published published)
    {
        if (!published.head().root().equals(chain.lastRoot()))
        {
            add("block " + published.head().block() + " has root " + chain.lastRoot() + ", " + published.where() +
                " says " + published.head().root());
        }
    }

    /** What was published and is not here: of each place, the newest says it all. */
    private void tellMissing()
    {
        final Map<String, SealHead> newest = new TreeMap<>();
        published.values().forEach(heads -> heads.forEach(head -> newest.put(head.where(), head.head())));
        newest.forEach((where, head) -> add(where + " holds block " + head.block() + " of " + head.time() +
            ", the seal here ends " + (chain.size() == 0 ? "before block 0" : "with block " + (chain.size() - 1)) +
            ": it was cut or rolled back"));
    }

    private long unsealed(final QueueKind queue)
    {
        if (!tails.containsKey(queue))
        {
            return 0;
        }
        long count = 0;
        try (QueueTail tail = new QueueTail(queue, journal, chain.nextRecord(queue), hash))
        {
            while (tail.next())
            {
                count++;
            }
        }
        catch (final JournalException e)
        {
            add(e.getMessage());
        }
        return count;
    }

    private void add(final String problem)
    {
        problemCount++;
        if (problems.size() < SealReport.PROBLEM_LIMIT)
        {
            problems.add(problem);
        }
    }
}
