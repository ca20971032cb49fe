package fds.bench.realism;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.bench.replays.RecordingFolder;

/**
 * A recording to compare with.
 *
 * @param name       on the page.
 * @param files      below the folder of recordings, in order.
 * @param instrument whose flow it is.
 */
record Source(String name, List<String> files, String instrument)
{
    /** All, in the order of the page. */
    static final List<Source> ALL = List.of(
        new Source("LOBSTER AAPL", List.of("lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz"), "AAPL"),
        new Source("Bitstamp L3 BTC/USD", List.of("bitstamp-l3-2015/orders.csv.gz"), "BTC/USD"),
        new Source("Binance perp BTCUSDT", List.of("binance-depth-trades-2024/usdm_btcusdt_20240808.log.gz"),
            "BTCUSDT"),
        new Source("Binance spot BTCUSDT", List.of("binance-depth-trades-2024/spot_btcusdt_20240808.log.gz",
            "binance-depth-trades-2024/spot_btcusdt_20240809.log.gz"), "BTCUSDT"),
        new Source("Hyperliquid BTC", List.of("hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz"), "BTC"));

    /** Its files, or none where the recordings are absent. */
    List<Path> find()
    {
        return RecordingFolder.find().map(folder -> files.stream().map(folder.path()::resolve).toList())
            .filter(paths -> paths.stream().allMatch(Files::isRegularFile)).orElse(List.of());
    }
}
