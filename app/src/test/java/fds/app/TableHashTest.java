package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings that are tables: what is read and rejected, and the same decisions in every threading mode. */
class TableHashTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");

    @ParameterizedTest
    @CsvSource({
        "pump-trades-binance-96h/MTHBTC_20210727T1700.csv.gz, 873, 0",
        "hyperliquid-adl-20251010/adl_events_outliers.csv, 480, 0",
        "hyperliquid-account-sample/fills.csv, 800, 0",
        "hyperliquid-account-sample/funding.csv, 312, 0",
        "hyperliquid-account-sample/ledger.csv, 321, 0",
        "bitmex-liquidations-20191116/liquidations.jsonl, 117, 0",
        "social-counts-2017-2018/telegram_pump_attempts.csv.gz, 755, 0",
        "evm-mev-blocks/swaps/12775690.jsonl, 22, 0",
        "eth-insertion-attacks/14677974_1.json.gz, 4, 0",
        "binance-depth-trades-2024/hyperliquid_btcusd_20250126.log.gz, 1950, 0"
    })
    void shouldDecideTheSameInEveryMode(final String file, final String events, final String rejected)
    {
        String hash = null;
        for (final String mode : MODES)
        {
            final Cli.Result result = Cli.run(
                "replay", Cli.recording(file), "--threads", mode).exits(0);
            hash = hash == null ? result.value("decision_hash") : hash;
            assertEquals(events + " " + rejected + " " + hash, result.value("events") + " " +
                result.value("rejected") + " " + result.value("decision_hash"), mode);
        }
    }
}
