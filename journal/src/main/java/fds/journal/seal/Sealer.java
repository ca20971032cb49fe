package fds.journal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.format.SegmentFile;

/**
 * Cuts both queues of a journal, also of one that is being written, into blocks, and appends each with its signature to
 * the seal. Reads the journal's files and writes only its own. Owned by one thread.
 */
public final class Sealer implements AutoCloseable
{
    /** Records of one queue in a block, at most, unless another limit is given. */
    public static final int BLOCK_RECORDS = 1 << 14;

    private static final int ID_BYTES = 16;

    private final SealSigner signer;
    private final Clock clock;
    private final int blockRecords;
    private final SealHash hash = new SealHash();
    private final SealChain chain = new SealChain(hash);
    private final MerkleRoot tree = new MerkleRoot(hash);
    private final LineAppender target;
    private final QueueTail events;
    private final QueueTail decisions;
    private final String journalId;
    private SealedBlock newest;

    /**
     * Begin a seal, or go on with the one that is there.
     *
     * @param journal      directory.
     * @param signer       of the blocks to come.
     * @param blockRecords records of one queue in a block, at most; 1 or more.
     * @param clock        for the times in headers.
     * @throws JournalException when the journal no longer holds what was sealed last, the seal is damaged, or another
     *                          sealer is at work; one sentence.
     */
    public Sealer(final Path journal, final SealSigner signer, final int blockRecords, final Clock clock)
    {
        this.signer = signer;
        this.blockRecords = blockRecords;
        this.clock = clock;
        makeFolder(journal, signer);
        target = new LineAppender(SealFiles.blocks(journal));
        try
        {
            target.startAt(readChain(journal));
            checkLast(journal);
            journalId = chain.last() == null ? newId() : chain.last().journal();
            events = new QueueTail(QueueKind.EVENTS, journal, chain.nextRecord(QueueKind.EVENTS), hash);
            decisions = new QueueTail(QueueKind.DECISIONS, journal, chain.nextRecord(QueueKind.DECISIONS), hash);
        }
        catch (final RuntimeException e)
        {
            target.close();
            throw e;
        }
    }

    /**
     * Seal what is there and not sealed yet, at most a number of blocks.
     *
     * @param blocksMax 1 or more.
     * @return blocks that were made; fewer than the most when all is sealed.
     * @throws JournalException when the journal is damaged or the seal cannot be written.
     */
    public int seal(final int blocksMax)
    {
        int made = 0;
        while (made < blocksMax && sealBlock())
        {
            made++;
        }
        if (made > 0)
        {
            target.force();
        }
        return made;
    }

    /**
     * The newest block, whose header is what is to be published.
     *
     * @return null while there is none.
     */
    public SealedBlock newest()
    {
        return newest;
    }

    @Override
    public void close()
    {
        events.close();
        decisions.close();
        target.close();
    }

    private boolean sealBlock()
    {
        final BlockSpan eventSpan = span(events, chain.nextRecord(QueueKind.EVENTS));
        final BlockSpan decisionSpan = span(decisions, chain.nextRecord(QueueKind.DECISIONS));
        if (eventSpan.count() + decisionSpan.count() == 0)
        {
            return false;
        }
        final BlockHeader header = new BlockHeader(journalId, chain.size(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), eventSpan, decisionSpan, chain.history(),
            chain.lastRoot(), signer.publicKey().id(), signer.publicKey().algorithm());
        final byte[] signature = signer.sign(SealHash.ascii(header.text()));
        newest = new SealedBlock(header, Base64.getEncoder().encodeToString(signature));
        target.append(newest.line());
        chain.accept(header);
        return true;
    }

    private BlockSpan span(final QueueTail queue, final long first)
    {
        tree.clear();
        while (tree.size() < blockRecords && queue.next())
        {
            tree.add(queue.leaf());
        }
        return new BlockSpan(first, tree.size(), tree.hex());
    }

    private long readChain(final Path journal)
    {
        try (BlockReader blocks = new BlockReader(journal))
        {
            for (SealedBlock block = blocks.next(); block != null; block = blocks.next())
            {
                final List<String> wrong = chain.wrongIn(block.header());
                if (!wrong.isEmpty())
                {
                    throw new JournalException(SealFiles.blocks(journal) + " is damaged: " + wrong.get(0) + ".");
                }
                chain.accept(block.header());
                newest = block;
            }
            return blocks.end();
        }
    }

    /** A journal that lost what was sealed must not be sealed on, as if nothing had been. */
    private void checkLast(final Path journal)
    {
        if (chain.last() == null)
        {
            return;
        }
        for (final QueueKind queue : QueueKind.values())
        {
            final String wrong = SpanCheck.wrongIn(queue, journal, chain.last(), hash);
            if (wrong != null)
            {
                throw new JournalException("Journal " + journal + " is not what was sealed, so it is not sealed on: " +
                    wrong + ".");
            }
        }
    }

    private static void makeFolder(final Path journal, final SealSigner signer)
    {
        try
        {
            Files.createDirectories(SealFiles.folder(journal));
            SealFiles.keep(journal, signer.publicKey());
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot write " + SealFiles.folder(journal) + ": " +
                SegmentFile.reasonOf(e) + ".", e);
        }
    }

    private static String newId()
    {
        final byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        return SealHash.hex(id);
    }
}
