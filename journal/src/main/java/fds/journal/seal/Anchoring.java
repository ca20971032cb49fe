package fds.journal.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fds.journal.format.JournalException;
import fds.journal.format.SegmentFile;

/**
 * Publishes the newest head at every anchor and keeps their receipts. A head that an anchor did not take is not lost:
 * the next one, which stands on it, is offered in its place. Owned by one thread.
 */
public final class Anchoring
{
    private final Path journal;
    private final Consumer<String> words;
    private final Map<Anchor, Long> published = new LinkedHashMap<>(); // newest block, or -1
    private long failures;

    /**
     * With anchors.
     *
     * @param journal directory, whose seal keeps the receipts.
     * @param anchors to publish at.
     * @param words   told of what failed and of what works again.
     */
    public Anchoring(final Path journal, final List<Anchor> anchors, final Consumer<String> words)
    {
        this.journal = journal;
        this.words = words;
        anchors.forEach(anchor -> published.put(anchor, -1L));
        for (final SealReceipt receipt : SealReceipt.read(SealFiles.receipts(journal)))
        {
            published.replaceAll((anchor, block) ->
                anchor.name().equals(receipt.anchor()) ? Math.max(block, receipt.head().block()) : block);
        }
    }

    /**
     * Publish a head where it is not yet.
     *
     * @param block newest of the seal.
     * @return whether every anchor has it now.
     * @throws JournalException when a receipt cannot be kept.
     */
    public boolean publish(final SealedBlock block)
    {
        boolean isEverywhere = true;
        for (final Map.Entry<Anchor, Long> entry : published.entrySet())
        {
            if (entry.getValue() < block.header().number())
            {
                isEverywhere &= publish(entry, block);
            }
        }
        return isEverywhere;
    }

    /**
     * Publications that failed.
     *
     * @return since the start.
     */
    public long failures()
    {
        return failures;
    }

    private boolean publish(final Map.Entry<Anchor, Long> entry, final SealedBlock block)
    {
        final Anchor anchor = entry.getKey();
        final String reference;
        try
        {
            reference = anchor.publish(block);
        }
        catch (final IOException e)
        {
            failures++;
            words.accept("the anchor " + anchor.name() + " did not take block " + block.header().number() +
                ", it is tried again: " + e.getMessage() + " (anchor_failures=" + failures + ")");
            return false;
        }
        keep(new SealReceipt(anchor.name(), SealHead.of(block.header()), reference));
        entry.setValue(block.header().number());
        return true;
    }

    private void keep(final SealReceipt receipt)
    {
        try (AppendedFile file = new AppendedFile(SealFiles.receipts(journal)))
        {
            file.append(receipt.line());
        }
        catch (final IOException e)
        {
            throw new JournalException("Cannot write " + SealFiles.receipts(journal) + ": " +
                SegmentFile.reasonOf(e) + ".", e);
        }
    }
}
