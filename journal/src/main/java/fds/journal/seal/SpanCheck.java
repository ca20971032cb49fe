package fds.journal.seal;

import java.nio.file.Path;

import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;

/** Compares records as they are with a block that sealed them. */
final class SpanCheck
{
    private SpanCheck()
    {
    }

    /** What is wrong with one queue's records of a block, read by themselves; null when they are as sealed. */
    static String wrongIn(final QueueKind queue, final Path journal, final BlockHeader header, final SealHash hash)
    {
        try (QueueTail tail = new QueueTail(queue, journal, header.span(queue).first(), hash))
        {
            return wrongIn(queue, tail, header, hash);
        }
        catch (final JournalException e)
        {
            return e.getMessage().replaceFirst("\\.$", "");
        }
    }

    /** The same, on a tail that stands before the block's first record; it stands behind its last then. */
    static String wrongIn(
        final QueueKind queue, final QueueTail tail, final BlockHeader header, final SealHash hash)
    {
        final BlockSpan span = header.span(queue);
        final MerkleRoot tree = new MerkleRoot(hash);
        while (tree.size() < span.count())
        {
            if (!tail.next())
            {
                return "block " + header.number() + " sealed " + queue.directoryName() + " " + span +
                    ", and the queue ends before " + tail.nextRecord();
            }
            tree.add(tail.leaf());
        }
        return tree.hex().equals(span.root()) ? null : "block " + header.number() + ": " + queue.directoryName() +
            " " + span + " are not what was sealed";
    }
}
