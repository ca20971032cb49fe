package fds.feeds.hyperliquid;

import fds.feeds.draft.DraftReader;
import fds.feeds.draft.Recording;
import fds.feeds.source.ByteSource;

/** Hyperliquid's channels as they were received: whole books of the best levels, and trades with both wallets. */
public final class HyperliquidStreams extends Recording
{
    /** The kind. */
    public HyperliquidStreams()
    {
        super("hyperliquid-streams");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return line.matches("\\d{1,19} \\{\\s*\"channel\"\\s*:\\s*\"(l2Book|trades)\".*\"coin\".*");
    }

    @Override
    public String venue(final String fileName)
    {
        return HyperliquidFillsFeed.VENUE;
    }

    @Override
    public DraftReader open(final ByteSource source)
    {
        return new ChannelReader(source);
    }
}
