package fds.journal.seal;

import java.util.ArrayList;
import java.util.List;

import fds.journal.format.QueueKind;

/** What the next header must say, after the headers that were accepted so far. Owned by one thread. */
final class SealChain
{
    private final MerkleRoot history;
    private final SealHash hash;
    private BlockHeader last;
    private String lastRoot = BlockHeader.NO_PREVIOUS;

    SealChain(final SealHash hash)
    {
        this.hash = hash;
        history = new MerkleRoot(hash);
    }

    /** What in a header does not follow from those before it; nothing when it does. */
    List<String> wrongIn(final BlockHeader header)
    {
        final List<String> wrong = new ArrayList<>();
        final String name = "block " + header.number();
        if (header.number() != history.size())
        {
            wrong.add(name + " stands where block " + history.size() + " should be");
        }
        if (last != null && !header.journal().equals(last.journal()))
        {
            wrong.add(name + " is of journal " + header.journal() + ", the one before it of " + last.journal());
        }
        if (!header.previous().equals(lastRoot))
        {
            wrong.add(name + " follows a header with hash " + header.previous() + ", the one before it has " +
                lastRoot);
        }
        if (!header.history().equals(history.hex()))
        {
            wrong.add(name + " was made behind other blocks: its history is " + header.history() +
                ", that of the blocks before it is " + history.hex());
        }
        for (final QueueKind queue : QueueKind.values())
        {
            if (header.span(queue).first() != nextRecord(queue))
            {
                wrong.add(name + " begins with " + queue.nameOf(header.span(queue).first()) + ", not with " +
                    nextRecord(queue));
            }
        }
        return wrong;
    }

    void accept(final BlockHeader header)
    {
        history.add(hash.leaf(header.text()));
        last = header;
        lastRoot = header.root();
    }

    /** Blocks so far, which is the next one's number. */
    long size()
    {
        return history.size();
    }

    /** The newest header, or null. */
    BlockHeader last()
    {
        return last;
    }

    /** Hash of the newest header. */
    String lastRoot()
    {
        return lastRoot;
    }

    /** Root of the tree over all headers so far. */
    String history()
    {
        return history.hex();
    }

    /** The first record that is not in a block. */
    long nextRecord(final QueueKind queue)
    {
        return last == null ? QueueTail.firstOf(queue) : last.span(queue).next();
    }
}
