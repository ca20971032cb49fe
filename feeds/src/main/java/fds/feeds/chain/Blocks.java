package fds.feeds.chain;

import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;

/** A JSON document of one block with the traces of its transactions, of whose calls the swaps are told. */
public final class Blocks extends ChainRecording
{
    /** The kind. */
    public Blocks()
    {
        super("eth-blocks");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return head.stripLeading().startsWith("{") && head.contains("\"block_number\"") &&
            head.contains("\"traces\"") && head.contains("\"action\"");
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new BlockReader(source);
    }
}
