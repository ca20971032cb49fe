package fds.bench.quality;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fds.bench.replays.RecordingFolder;
import fds.market.detector.Knowledge;

/**
 * A real recording in which no abuse is known.
 *
 * @param name     of the recording.
 * @param pattern  of its files below the folder of recordings.
 * @param isOneRun whether its files are one flow, each going on where the one before ends; else each is run by itself.
 * @param knows    what it tells.
 * @param lacks    why some detectors cannot fire on it, in words.
 */
record Recording(String name, String pattern, boolean isOneRun, Set<Knowledge> knows, String lacks)
{
    private static final Set<Knowledge> PRICES = EnumSet.of(Knowledge.PUBLIC_PRICES);
    private static final Set<Knowledge> ORDERS = EnumSet.of(Knowledge.PUBLIC_PRICES, Knowledge.ORDER_BY_ORDER);
    private static final Set<Knowledge> FILLS = EnumSet.of(Knowledge.PUBLIC_PRICES, Knowledge.ACCOUNTS);
    private static final String PUBLIC = "It tells what everybody sees: no orders, no accounts.";

    /** All that are evaluated. */
    static final List<Recording> ALL = List.of(
        new Recording("bitstamp-l3-2015", "bitstamp-l3-2015/orders.csv.gz", true, ORDERS,
            "It names no accounts: nobody's orders can be told from anybody else's, so an account's own largest " +
            "order (a condition of D43) is not measured either."),
        new Recording("hyperliquid-fills-with-wallets", "hyperliquid-fills-with-wallets/*.jsonl.gz", true, FILLS,
            "It holds fills only: no entry, change or cancel of an order, so there are no messages to count (D16) " +
            "and no order to judge before it trades (D43). No owner groups are known, each wallet is its own, so D02 " +
            "has no group to see; and the venue prevents self-trades, so D01 should find none."),
        new Recording("hyperliquid-account-sample", "hyperliquid-account-sample/fills.csv", true, FILLS,
            "Fills of one account, without their other side."),
        new Recording("lobster-aapl-998", "lobster-aapl-998/*_message_*.csv.gz", true, ORDERS,
            "Orders of one stock's opening minute, without accounts."),
        new Recording("cme-es-mbo-2024", "cme-es-mbo-2024/*.csv.gz", false, ORDERS,
            "Two seconds of a future's orders, and a book as it stood on a holiday; no accounts."),
        new Recording("binance spot", "binance-depth-trades-2024/spot_*.log.gz", true, PRICES, PUBLIC),
        new Recording("binance USDⓈ-M", "binance-depth-trades-2024/usdm_*.log.gz", true, PRICES, PUBLIC),
        new Recording("binance COIN-M", "binance-depth-trades-2024/cm_*.log.gz", true, PRICES, PUBLIC),
        new Recording("hyperliquid streams", "binance-depth-trades-2024/hyperliquid_*.log.gz", true, PRICES, PUBLIC),
        new Recording("cex-ws-raw", "cex-ws-raw/*.ws.*.log.gz", false, PRICES, PUBLIC),
        new Recording("perp-1m-bars", "perp-1m-bars/*.csv.gz", false, PRICES, "A month of bars of a minute."),
        new Recording("funding-rates-2020-2024", "funding-rates-2020-2024/*.csv.gz", false, PRICES,
            "Rates of funding, years of them, and nothing else."));

    /**
     * What is run.
     *
     * @param folder of recordings.
     * @return the files of each run; none when they are absent.
     */
    List<List<Path>> runs(final RecordingFolder folder)
    {
        final List<Path> files = folder.files(pattern);
        return files.isEmpty() ? List.of() : isOneRun ? List.of(files) : files.stream().map(List::of).toList();
    }
}
