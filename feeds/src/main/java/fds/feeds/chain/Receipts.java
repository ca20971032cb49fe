package fds.feeds.chain;

import fds.feeds.draft.DraftReader;
import fds.feeds.draft.Recording;
import fds.feeds.source.ByteSource;

/** A JSON document with transactions and their receipts, of whose logs the swaps of Uniswap V2 are told. */
public final class Receipts extends Recording
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
    public boolean isOneStream()
    {
        return true;
    }

    @Override
    public String assumption()
    {
        return BlockClock.ASSUMPTION;
    }

    @Override
    public String venue(final String fileName)
    {
        return "ETHEREUM";
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new ReceiptReader(source);
    }
}
