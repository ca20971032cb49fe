package fds.feeds.table;

import java.util.List;

import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;

/** All tables with fixed columns. */
public final class Tables
{
    private static final List<Table> ALL = List.of(
        new SpotPrints(), new AdlFills(), new AccountFills(), new AccountFunding(), new AccountLedger(),
        new BitmexLiquidations(), new FundingHistory(), new MinuteBars(), new NftSales(), new NftTransfers(),
        new TweetCounts(), new PumpAttempts(), new ChannelMessages());

    private Tables()
    {
    }

    /**
     * Recognise a table by its first line.
     *
     * @param line without its end.
     * @return the format's word, or null.
     */
    public static String recognise(final String line)
    {
        return ALL.stream().filter(table -> table.isHeadedBy(line)).map(Table::word).findFirst().orElse(null);
    }

    /**
     * Open a table.
     *
     * @param word   one that {@link #recognise} gives.
     * @param source a file; it is read twice.
     * @return its events.
     */
    public static InputFeed open(final String word, final ByteSource source)
    {
        final Table named = ALL.stream().filter(table -> table.word().equals(word)).findFirst().orElseThrow();
        return new TableFeed(source, named);
    }
}
