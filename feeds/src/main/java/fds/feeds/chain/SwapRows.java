package fds.feeds.chain;

import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;

/** Swaps as JSON lines in order of execution, the columns of mev-inspect; a block ends where the next begins. */
public final class SwapRows extends ChainRecording
{
    /** The kind. */
    public SwapRows()
    {
        super("swaps");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return line.startsWith("{") && line.contains("\"token_in_amount\"") &&
            line.contains("\"transaction_position\"");
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new SwapReader(source);
    }
}
