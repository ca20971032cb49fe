package fds.bench.realism;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording to compare with.
 *
 * @param name       on the page.
 * @param files      below the folder of recordings, in order.
 * @param instrument whose flow it is.
 */
record Source(String name, List<String> files, String instrument)
{
    private static final String FOLDER = "shared/data";

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
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
        {
            final Path folder = at.resolve(FOLDER);
            if (files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file))))
            {
                return files.stream().map(folder::resolve).toList();
            }
        }
        return List.of();
    }
}
