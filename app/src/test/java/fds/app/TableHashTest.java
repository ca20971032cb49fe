package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings that are tables: what is read and rejected, and the same decisions in every threading mode. */
class TableHashTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");

    /** The digest of no bytes: a quiet recording, such as one of prices only, has nothing to decide. */
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Small tables and low thresholds, so that what can be decided is. */
    private static final List<String> EAGER = List.of(
        "--set", "capacity.orders_per_partition=16", "--set", "capacity.pairs_per_partition=16",
        "--set", "capacity.groups_per_partition=16", "--set", "capacity.levels_per_side=8",
        "--set", "episodes.capacity=16", "--set", "detectors.D01.match_count=2",
        "--set", "detectors.D01.notional_usd=1", "--set", "detectors.D01.usual_volume_nanos=0ns");

    @ParameterizedTest
    @CsvSource({
        "pump-trades-binance-96h/MTHBTC_20210727T1700.csv.gz, 873, 0, false",
        "hyperliquid-adl-20251010/adl_events_outliers.csv, 480, 0, true",
        "hyperliquid-account-sample/fills.csv, 800, 0, false",
        "hyperliquid-account-sample/funding.csv, 312, 0, false",
        "hyperliquid-account-sample/ledger.csv, 321, 0, true",
        "bitmex-liquidations-20191116/liquidations.jsonl, 117, 0, false",
        "social-counts-2017-2018/telegram_pump_attempts.csv.gz, 755, 0, false",
        "perp-1m-bars/btc-perp-20211231-20220201_1m.csv.gz, 45031, 0, false",
        "nft-trades-wash/axie_eth_transactions.csv.gz, 6633, 1, true",
        "nft-trades-wash/cryptopunk_transfers.csv.gz, 21541, 0, false",
        "funding-rates-2020-2024/BTC-USDT_binance_2020-01-01_2024-01-01_funding_history.csv.gz, 4383, 0, false",
        "funding-rates-2020-2024/BTC-USDT_bybit_2021-01-01_2024-01-01_funding_history.csv.gz, 3285, 0, false",
        "funding-rates-2020-2024/BTC-USDT_dydx_2022-01-01_2024-01-01_funding_history.csv.gz, 17520, 0, false",
        "funding-rates-2020-2024/BTC-USDT_gate_2020-01-01_2024-01-01_funding_history.csv.gz, 4290, 0, false",
        "funding-rates-2020-2024/BTC-USDT_htx_2021-01-01_2024-01-01_funding_history.csv.gz, 3284, 0, false",
        "funding-rates-2020-2024/BTC-USDT_kucoin_2021-01-01_2024-01-01_funding_history.csv.gz, 3285, 0, false",
        "funding-rates-2020-2024/BTC-USDT_mexc_2021-01-01_2024-01-01_funding_history.csv.gz, 3285, 0, false",
        "telegram-pump-messages/messages.csv.gz, 1733, 0, false",
        "social-counts-2017-2018/tweets_MDA.csv.gz, 73076, 0, false",
        "pump-event-lists/hu_PD_logs_cleaned.csv, 1256, 0, false",
        "pump-event-lists/lamorgia_pump_telegram.csv, 1075, 0, false",
        "pump-event-lists/natsd_natural_spikes_drawdowns.csv, 324, 0, false",
        "pump-event-lists/xu_cryptopia_BVB_20181114_trades.csv, 322, 0, true",
        "hyperliquid-account-sample/sdk_cassettes/test_get_user_fills.yaml.gz, 834, 0, true",
        "hyperliquid-account-sample/sdk_cassettes/test_get_funding_history.yaml.gz, 1038, 0, false",
        "evm-mev-blocks/swaps/12775690.jsonl, 22, 0, false",
        "eth-insertion-attacks/14677974_1.json.gz, 4, 0, false",
        "binance-depth-trades-2024/hyperliquid_btcusd_20250126.log.gz, 1950, 0, true"
    })
    void shouldDecideTheSameInEveryMode(
        final String file, final String events, final String rejected, final boolean isDecided,
        @TempDir final Path directory)
    {
        String hash = null;
        for (final String mode : MODES)
        {
            final Cli.Result result = Cli.run("replay", Cli.recording(file), "--threads", mode,
                "--on-bad-row=skip", "--rejects", directory.resolve("rejects.csv"), EAGER).exits(0);
            hash = hash == null ? result.value("decision_hash") : hash;
            assertEquals(events + " " + rejected + " " + hash, result.value("events") + " " +
                result.value("rejected") + " " + result.value("decision_hash"), mode);
        }
        assertEquals(isDecided, !NOTHING.equals(hash), "whether anything was decided");
    }

    @Test
    void shouldSayInOneLineThatAListHoldsNoEvents()
    {
        final Cli.Result result = Cli.run("replay", Cli.recording("forta-labels/phishing_scams.csv")).exits(2);
        assertEquals(1, result.err().lines().count(), result.toString());
        assertTrue(result.err().endsWith("phishing_scams.csv:1: content is 'labels of phishing addresses': " +
            "a list of labels and no market events: there is nothing to replay" + System.lineSeparator()),
            result.toString());
    }
}
