package fds.bench.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fds.app.UsageException;

/**
 * What is read for one format.
 *
 * @param format its word.
 * @param files  below the folder of recordings; a name that begins with {@code made/} is simulated.
 */
record ParsingInput(String format, List<String> files)
{
    private static final String FOLDER = "shared/data";
    private static final String MADE = "made/";

    /** The largest recording of each format, or all of a folder where they are small. */
    static final List<ParsingInput> ALL = List.of(
        of("orderflow", MADE + "flow"),
        of("csv", MADE + "csv/flow.csv"),
        of("bitstamp-l3", "bitstamp-l3-2015/orders.csv.gz"),
        of("lobster", "lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz"),
        of("cme-mbo", "cme-es-mbo-2024/es_20240508_2s_mbo.csv.gz"),
        of("hyperliquid-fills", "hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz"),
        of("hyperliquid-streams", "binance-depth-trades-2024/hyperliquid_btcusd_20250126.log.gz"),
        of("binance-combined", "binance-depth-trades-2024/usdm_btcusdt_20240808.log.gz"),
        of("raw-messages", "cex-ws-raw/BITMEX.ws.1.0.log.gz"),
        of("raw-messages", "cex-ws-raw/COINBASE.ws.28.0.log.gz"),
        of("raw-messages", "cex-ws-raw/DYDX.ws.1.0.log.gz"),
        of("raw-messages", "cex-ws-raw/HUOBI_SWAP.ws.1.0.log.gz"),
        of("raw-messages", "cex-ws-raw/OKX.ws.1.0.log.gz"),
        of("raw-messages", "cex-ws-raw/BITSTAMP.http.0.0.log.gz", "cex-ws-raw/BITSTAMP.ws.1.0.log.gz"),
        of("spot-prints", "pump-trades-binance-96h/NEBLBTC_20210824T1500.csv.gz"),
        of("minute-bars", "perp-1m-bars/btc-perp-20211231-20220201_1m.csv.gz"),
        of("tweet-counts", "social-counts-2017-2018/tweets_TNB.csv.gz"),
        of("funding-history", "funding-rates-2020-2024/BTC-USDT_dydx_2022-01-01_2024-01-01_funding_history.csv.gz"),
        of("nft-sales", "nft-trades-wash/axie_eth_transactions.csv.gz"),
        of("nft-transfers", "nft-trades-wash/cryptopunk_transfers.csv.gz"),
        of("hyperliquid-account-fills", "hyperliquid-account-sample/fills.csv"),
        of("hyperliquid-account-funding", "hyperliquid-account-sample/funding.csv"),
        of("hyperliquid-account-ledger", "hyperliquid-account-sample/ledger.csv"),
        of("hyperliquid-adl", "hyperliquid-adl-20251010/adl_events_outliers.csv"),
        of("hyperliquid-cassette", "hyperliquid-account-sample/sdk_cassettes/test_get_user_fills.yaml.gz"),
        of("bitmex-liquidations", "bitmex-liquidations-20191116/liquidations.jsonl"),
        of("telegram-messages", "telegram-pump-messages/messages.csv.gz"),
        of("telegram-pump-attempts", "social-counts-2017-2018/telegram_pump_attempts.csv.gz"),
        of("telegram-pump-signals", "pump-event-lists/hu_PD_logs_cleaned.csv"),
        of("telegram-pump-dates", "pump-event-lists/lamorgia_pump_telegram.csv"),
        of("spike-bars", "pump-event-lists/natsd_natural_spikes_drawdowns.csv"),
        of("cryptopia-trades", "pump-event-lists/xu_cryptopia_BVB_20181114_trades.csv"),
        of("swaps", "evm-mev-blocks/swaps/12914944.jsonl"),
        of("eth-receipts", "eth-insertion-attacks/14677974_1.json.gz"),
        of("eth-blocks", "evm-mev-blocks/blocks/13376024.json.gz"));

    private static ParsingInput of(final String format, final String... files)
    {
        return new ParsingInput(format, List.of(files));
    }

    boolean isMade()
    {
        return files.get(0).startsWith(MADE);
    }

    /**
     * Its files.
     *
     * @param made directory of what is simulated.
     */
    List<Path> find(final Path made)
    {
        final List<Path> found = new ArrayList<>();
        for (final String file : files)
        {
            found.add(isMade() ? made.resolve(file.substring(MADE.length())) : recording(file));
        }
        return found;
    }

    String name()
    {
        return String.join(" + ", files.stream().map(file -> file.substring(file.lastIndexOf('/') + 1)).toList());
    }

    private static Path recording(final String file)
    {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve(FOLDER).resolve(file)).filter(Files::isRegularFile).findFirst()
            .orElseThrow(() -> new UsageException("there is no shared/data/" + file + " beside the project"));
    }
}
