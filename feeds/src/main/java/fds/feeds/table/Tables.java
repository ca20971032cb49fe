package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Recording;

/** All tables with fixed columns. */
public final class Tables
{
    /** One of each kind. */
    public static final List<Recording> ALL = List.of(
        new SpotPrints(), new AdlFills(), new AccountFills(), new AccountFunding(), new AccountLedger(),
        new BitmexLiquidations(), new FundingHistory(), new MinuteBars(), new NftSales(), new NftTransfers(),
        new TweetCounts(), new PumpAttempts(), new ChannelMessages(), new PumpSignals(), new PumpDates(),
        new SpikeBars(), new CryptopiaTrades());

    private Tables()
    {
    }
}
