package fds.feeds.chain;

import fds.feeds.draft.DraftReader;
import fds.feeds.source.ByteSource;

/** A JSON document with transactions and their receipts, of whose logs the swaps of Uniswap V2 are told. */
public final class Receipts extends ChainRecording
{
    /** The kind. */
    public Receipts()
    {
        super("eth-receipts");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return head.startsWith("{") && head.contains("\"receipt\"") && head.contains("\"logs\"") &&
            head.contains("\"topics\"");
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new ReceiptReader(source);
    }
}
