package fds.feeds.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recordings, each recognised by itself and read whole: how many events, how many refused, and the first. */
class TableRecordingsTest
{
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "pump-trades-binance-96h/ATMBTC_20210910T1600.csv.gz;29311;0;" +
            "1631116817174000000,,TRADE,BINANCE,ATMBTC,,,,,B,0.0003194,6.2,,,,last",
        "hyperliquid-adl-20251010/adl_events_outliers.csv;480;0;" +
            "1760130964831000000,,ADL,HYPERLIQUID,HYPE,,0x39c7f6c90e73ce27b24af1869d585deea59ce1b8,," +
            "0x2e3d94f0562703b25c83308a05046ddaf9a8dd14,B,36.2,5.48,,,,last",
        "hyperliquid-account-sample/fills.csv;800;0;" +
            "1770322925058000000,,TRADE,HYPERLIQUID,ADA,,,,,,0.24881,2186,,101487837536135,,",
        "hyperliquid-account-sample/funding.csv;312;0;" +
            "1770336000000000000,,FUNDING,HYPERLIQUID,AAVE,,,,,,,,0.000011532,,,",
        "hyperliquid-account-sample/ledger.csv;321;0;" +
            "1742656809872000000,,WITHDRAW,HYPERLIQUID,USDC,,0x18cde66120c9195fb6e50a4b1e13bce4c85d1300,,,,," +
            "12911,,,withdraw,last",
        "bitmex-liquidations-20191116/liquidations.jsonl;117;0;" +
            "1573704949024000000,,LIQUIDATION,BITMEX,ETHUSD,d0292a27-86fc-fb2e-5b99-0b8bcb130352,,,,S,186.7," +
            "5250,,,,liquidation|last",
        "funding-rates-2020-2024/BTC-USDT_binance_2020-01-01_2024-01-01_funding_history.csv.gz;4383;0;" +
            "1577836800000000000,,FUNDING,BINANCE,BTC-USDT,,,,,,,,-0.00012359,,,last",
        "funding-rates-2020-2024/BTC-USDT_bybit_2021-01-01_2024-01-01_funding_history.csv.gz;3285;0;" +
            "1609459200000000000,,FUNDING,BYBIT,BTC-USDT,,,,,,,,0.00034729,,,last",
        "funding-rates-2020-2024/BTC-USDT_dydx_2022-01-01_2024-01-01_funding_history.csv.gz;17520;0;" +
            "1640995200000000000,,FUNDING,DYDX,BTC-USDT,,,,,,,,0.000005862,,,last",
        "funding-rates-2020-2024/BTC-USDT_gate_2020-01-01_2024-01-01_funding_history.csv.gz;4290;0;" +
            "1577836800000000000,,FUNDING,GATE,BTC-USDT,,,,,,,,0.0001,,,last",
        "funding-rates-2020-2024/BTC-USDT_htx_2021-01-01_2024-01-01_funding_history.csv.gz;3284;0;" +
            "1609459200000000000,,FUNDING,HTX,BTC-USDT,,,,,,,,0.000658154,,,last",
        "funding-rates-2020-2024/BTC-USDT_kucoin_2021-01-01_2024-01-01_funding_history.csv.gz;3285;0;" +
            "1609473600000000000,,FUNDING,KUCOIN,BTC-USDT,,,,,,,,0.0001,,,last",
        "funding-rates-2020-2024/BTC-USDT_mexc_2021-01-01_2024-01-01_funding_history.csv.gz;3285;0;" +
            "1609459200000000000,,FUNDING,MEXC,BTC-USDT,,,,,,,,0.0002,,,last",
        "perp-1m-bars/btc-perp-20211231-20220201_1m.csv.gz;45031;0;" +
            "1640991660000000000,,ORACLE,V1,BTC-PERP,,,,,,46377,,,minute bar close,,last",
        "nft-trades-wash/axie_eth_transactions.csv.gz;6633;1;" +
            "1522504706000000000,,TRADE,ETHEREUM,AXIE/1080,,0xd387a6e4e84a6c86bd90c158c6028a58cc8ac459,," +
            "0xf152d83d69abfd485e63589caeaed1226b10843e,B,0.2,1,,,,last",
        "nft-trades-wash/cryptopunk_transfers.csv.gz;21541;0;" +
            "1498281737000000000,,TRANSFER,ETHEREUM,PUNK/6491,,0x5b098b00621eda6a96b7a476220661ad265f083f,," +
            "0xcbd482af76059e2a5e4a825c4cd5ced9f2dfe286,,,1,,,,last",
        "telegram-pump-messages/messages.csv.gz;1733;0;" +
            "1535539123000000000,,SOCIAL,TELEGRAM,,,,,,,,,,1299457190/3,label 0,last",
        "social-counts-2017-2018/telegram_pump_attempts.csv.gz;755;0;" +
            "1506613630000000000,,SOCIAL,TELEGRAM,CHAT,,,,,,,,,1142644156/2156,pump attempt,last",
        "pump-event-lists/hu_PD_logs_cleaned.csv;1256;0;" +
            "1546353004000000000,,SOCIAL,TELEGRAM,AMB,,,,,,,,,1356364264/214,pump on binance,last",
        "pump-event-lists/lamorgia_pump_telegram.csv;1075;0;" +
            "1499266800000000000,,SOCIAL,TELEGRAM,PDC,,,,,,,,,TCC,pump on bittrex,last",
        "pump-event-lists/natsd_natural_spikes_drawdowns.csv;324;0;" +
            "1599332100000000000,,ORACLE,V1,ETH/USDT,,,,,,324,,,minute bar close,Spike,last",
        "pump-event-lists/xu_cryptopia_BVB_20181114_trades.csv;322;0;" +
            "1542050816000000000,,TRADE,CRYPTOPIA,BVBBTC,,,,,S,0.00000032,6000,,,,last",
        "social-counts-2017-2018/lamorgia_binance_pumps_same_coins.csv;9;0;" +
            "1521995400000000000,,SOCIAL,TELEGRAM,MDA,,,,,,,,,TCG,pump on binance,last",
        "social-counts-2017-2018/tweets_MDA.csv.gz;73076;0;" +
            "1524700800000000000,,SOCIAL,TWITTER,MDA,,,,,,,,11,,tweets a minute,last"
    })
    void shouldReadTheRecordingWhole(final String file, final int events, final int refused, final String first)
    {
        final FeedReading reading = read(Recordings.find(file));
        assertEquals(events + ";" + refused + ";" + first,
            reading.events.size() + ";" + reading.failures.size() + ";" + reading.events.get(0),
            () -> file + ": " + reading.failures.stream().limit(3).toList());
    }

    @Test
    void shouldReadEverySpotPrint() throws IOException
    {
        int files = 0;
        int trades = 0;
        final Path directory = Recordings.find("pump-trades-binance-96h/events.csv").getParent();
        try (DirectoryStream<Path> captures = Files.newDirectoryStream(directory, "*.csv.gz"))
        {
            for (final Path capture : captures)
            {
                final FeedReading reading = read(capture);
                assertEquals(List.of(), reading.failures, capture.toString());
                files++;
                trades += reading.events.size();
            }
        }
        assertEquals("22 files, 432641 trades", files + " files, " + trades + " trades");
    }

    /**
     * Every fill's recorded start position is what the account's fills before it reached. Rows of one millisecond
     * stand in no order: among them the one that continues the chain is taken.
     */
    @Test
    void shouldReachTheRecordedStartPositions() throws IOException
    {
        final Path file = Recordings.find("hyperliquid-account-sample/fills.csv");
        final List<String> rows = Files.readAllLines(file);
        final Map<String, Map<String, List<BigDecimal[]>>> fills = new TreeMap<>(); // [start, reached]
        int at = 1;
        for (final String event : read(file).events)
        {
            if (event.contains(",POSITION,"))
            {
                final String[] row = rows.get(at++).split(",", -1);
                final String[] cells = event.split(",", -1);
                final BigDecimal size = new BigDecimal(cells[11]);
                fills.computeIfAbsent(row[0] + row[3], key -> new TreeMap<>())
                    .computeIfAbsent(cells[0], time -> new ArrayList<>())
                    .add(new BigDecimal[]{ new BigDecimal(row[8]), "S".equals(cells[9]) ? size.negate() : size });
            }
        }
        int compared = 0;
        int mismatched = 0;
        for (final Map<String, List<BigDecimal[]>> ofAccountAndCoin : fills.values())
        {
            BigDecimal reached = null;
            for (final List<BigDecimal[]> ofMillisecond : ofAccountAndCoin.values())
            {
                while (!ofMillisecond.isEmpty())
                {
                    final BigDecimal[] next = next(ofMillisecond, reached);
                    compared += reached == null ? 0 : 1;
                    mismatched += reached == null || reached.compareTo(next[0]) == 0 ? 0 : 1;
                    ofMillisecond.remove(next);
                    reached = next[1];
                }
            }
        }
        System.out.println("start positions: " + compared + " compared, " + mismatched + " mismatched");
        assertEquals("338 compared, 0 mismatched", compared + " compared, " + mismatched + " mismatched");
    }

    /** The fill that starts where the last one ended; without one, a fill that no other leads to. */
    private static BigDecimal[] next(final List<BigDecimal[]> fills, final BigDecimal reached)
    {
        return fills.stream().filter(fill -> reached != null && fill[0].compareTo(reached) == 0).findFirst()
            .or(() -> fills.stream().filter(fill -> fills.stream()
                .noneMatch(other -> other[1].compareTo(fill[0]) == 0)).findFirst())
            .orElse(fills.get(0));
    }

    private static FeedReading read(final Path file)
    {
        try (InputFeed feed = Feeds.open(List.of(file), "auto", FeedOptions.none()))
        {
            assertTrue(feed.notes().get(0).contains("read as"), feed.notes().toString());
            return FeedReading.of(feed);
        }
    }
}
