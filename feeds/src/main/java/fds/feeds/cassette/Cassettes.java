package fds.feeds.cassette;

import fds.feeds.draft.DraftReader;
import fds.feeds.draft.Recording;
import fds.feeds.source.ByteSource;

/** Recorded answers of Hyperliquid: fills of an account, and the funding history of a coin. */
public final class Cassettes extends Recording
{
    /** The kind. */
    public Cassettes()
    {
        super("hyperliquid-cassette");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return line.equals("interactions:") && head.contains("api.hyperliquid.xyz");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return "HYPERLIQUID";
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new CassetteReader(source);
    }
}
