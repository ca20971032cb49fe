package fds.feeds.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import fds.feeds.FeedReading;
import fds.feeds.orderflow.OrderflowWriter;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format survives every cut and any flipped byte: events, or a complaint with a place, and an end. */
class SurvivalTest
{
    private static final int FLIPS = 2_000;

    enum Sample
    {
        CSV(FeedFormat.CSV, "in.csv"),
        CSV_GZIP(FeedFormat.CSV, "in.csv.gz"),
        ORDERFLOW(FeedFormat.ORDERFLOW, "events.bin"),
        HYPERLIQUID(FeedFormat.HYPERLIQUID_FILLS, "in.jsonl"),
        BITSTAMP(FeedFormat.BITSTAMP_L3, "orders.csv"),
        BITSTAMP_LOG(FeedFormat.BITSTAMP_L3, "pusher.log"),
        LOBSTER(FeedFormat.LOBSTER, "AAPL_2012-06-21_message_10.csv"),
        CME(FeedFormat.CME_MBO, "mbo.csv"),
        SPOT_PRINTS(FeedFormat.SPOT_PRINTS, "ABCBTC_1.csv"),
        NFT_SALES(FeedFormat.NFT_SALES, "sales.csv"),
        BITMEX_LIQUIDATIONS(FeedFormat.BITMEX_LIQUIDATIONS, "liquidations.jsonl"),
        HYPERLIQUID_ADL(FeedFormat.HYPERLIQUID_ADL, "adl.csv"),
        ACCOUNT_FILLS(FeedFormat.HYPERLIQUID_ACCOUNT_FILLS, "fills.csv"),
        ACCOUNT_FUNDING(FeedFormat.HYPERLIQUID_ACCOUNT_FUNDING, "funding.csv"),
        ACCOUNT_LEDGER(FeedFormat.HYPERLIQUID_ACCOUNT_LEDGER, "ledger.csv"),
        FUNDING_HISTORY(FeedFormat.FUNDING_HISTORY, "BTC-USDT_gate_history.csv"),
        MINUTE_BARS(FeedFormat.MINUTE_BARS, "bars.csv"),
        NFT_TRANSFERS(FeedFormat.NFT_TRANSFERS, "transfers.csv"),
        TWEET_COUNTS(FeedFormat.TWEET_COUNTS, "tweets_ABC.csv"),
        PUMP_ATTEMPTS(FeedFormat.TELEGRAM_PUMP_ATTEMPTS, "attempts.csv"),
        PUMP_SIGNALS(FeedFormat.TELEGRAM_PUMP_SIGNALS, "signals.csv"),
        PUMP_DATES(FeedFormat.TELEGRAM_PUMP_DATES, "dates.csv"),
        CHANNEL_MESSAGES(FeedFormat.TELEGRAM_MESSAGES, "messages.csv"),
        SPIKE_BARS(FeedFormat.SPIKE_BARS, "spikes.csv"),
        CRYPTOPIA_TRADES(FeedFormat.CRYPTOPIA_TRADES, "prints.csv"),
        CASSETTE(FeedFormat.HYPERLIQUID_CASSETTE, "answers.yaml"),
        SWAPS(FeedFormat.SWAPS, "swaps.jsonl"),
        ETH_RECEIPTS(FeedFormat.ETH_RECEIPTS, "attack.json"),
        ETH_BLOCKS(FeedFormat.ETH_BLOCKS, "block.json"),
        HYPERLIQUID_STREAMS(FeedFormat.HYPERLIQUID_STREAMS, "btc.log"),
        BINANCE(FeedFormat.BINANCE_COMBINED, "btcusdt.log"),
        BITMEX(FeedFormat.RAW_MESSAGES, "bitmex.log"),
        DERIBIT(FeedFormat.RAW_MESSAGES, "deribit.jsonl"),
        UPBIT(FeedFormat.RAW_MESSAGES, "upbit.log");

        private final FeedFormat format;
        private final String file;

        Sample(final FeedFormat format, final String file)
        {
            this.format = format;
            this.file = file;
        }
    }

    @TempDir
    Path directory;

    @Test
    void shouldHaveASampleOfEveryFormat()
    {
        final Set<FeedFormat> missing = EnumSet.allOf(FeedFormat.class);
        missing.remove(FeedFormat.JOURNAL); // is read by the journal room, and tested there
        Arrays.stream(Sample.values()).forEach(sample -> missing.remove(sample.format));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void shouldSurviveEveryCut(final Sample sample) throws Exception
    {
        final byte[] whole = bytes(sample);
        final boolean isBlockwise = sample == Sample.SWAPS;
        final List<String> expected = read(sample, whole, "auto").events;
        assertTrue(expected.size() >= 6, expected.toString());
        for (int length = 0; length < whole.length; length++)
        {
            final FeedReading reading = read(sample, Arrays.copyOf(whole, length), sample.format.word());
            final String at = sample + " cut at " + length;
            final int count = reading.events.size();
            assertTrue(count <= expected.size(), at);
            for (int i = 0; i < count; i++)
            {
                final String event = reading.events.get(i);
                // What was cut off may be the other side of a fill: the first is then told alone, and says so.
                final boolean isHalf =
                    sample.format == FeedFormat.BITSTAMP_L3 && i == count - 1 && event.contains("not told");
                // A block ends where the data does.
                final boolean isEnd = isBlockwise && i == count - 1 && event.contains(",BLOCK_END,");
                assertTrue(isHalf || isEnd || expected.get(i).equals(event), () -> at + ": " + event);
            }
            if (count < expected.size() && !isBoundary(sample, whole, length))
            {
                assertFalse(reading.failures.isEmpty(), at);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void shouldSurviveFlippedBytes(final Sample sample) throws Exception
    {
        final byte[] whole = bytes(sample);
        final Random random = new Random(sample.ordinal());
        int failures = 0;
        for (int i = 0; i < FLIPS; i++)
        {
            final byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--)
            {
                flipped[random.nextInt(flipped.length)] = (byte)random.nextInt(256);
            }
            failures += read(sample, flipped, i % 4 == 0 ? "auto" : sample.format.word()).failures.isEmpty() ? 0 : 1;
        }
        assertTrue(failures > FLIPS / 10, "only " + failures + " were noticed");
    }

    private FeedReading read(final Sample sample, final byte[] bytes, final String format) throws Exception
    {
        final Path file = directory.resolve(sample.file);
        Files.write(file, bytes);
        try (InputFeed feed = Feeds.open(List.of(file), format, FeedOptions.none()))
        {
            return FeedReading.of(feed);
        }
        catch (final BadInputException ex)
        {
            assertTrue(ex.position() > 0);
            final FeedReading refused = new FeedReading();
            refused.failures.add(ex);
            return refused;
        }
    }

    private static boolean isBoundary(final Sample sample, final byte[] whole, final int length)
    {
        return switch (sample)
        {
            case ORDERFLOW -> length % 64 == 0;
            case CSV_GZIP -> length == 0;
            // A JSON object says itself that it is whole.
            case HYPERLIQUID, BITSTAMP_LOG, BINANCE, BITMEX_LIQUIDATIONS, SWAPS, HYPERLIQUID_STREAMS, BITMEX, DERIBIT,
                UPBIT ->
                length == 0 || whole[length - 1] == '\n' || whole[length] == '\n';
            // So does a row whose last cell is 1 or -1.
            case LOBSTER -> length == 0 || whole[length - 1] == '\n' || whole[length] == '\n';
            // One document: whole, or nothing of it. YAML may end anywhere behind what is read of it.
            case ETH_RECEIPTS, ETH_BLOCKS -> length == 0;
            case CASSETTE -> false;
            default -> length > 0 && whole[length - 1] == '\n';
        };
    }

    private byte[] bytes(final Sample sample) throws Exception
    {
        return switch (sample)
        {
            case CSV -> csv();
            case CSV_GZIP ->
            {
                final ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out))
                {
                    gzip.write(csv());
                }
                yield out.toByteArray();
            }
            case ORDERFLOW -> orderflow();
            case HYPERLIQUID -> text(
                block(1, 10) + "\n" + block(2, 20) + "\n" + block(3, 30).replace("10.5", "10.25") + "\n");
            case CME -> text("ts_recv_ns,ts_event_ns,instrument_id,order_id,price,size,action,side,flags\n" +
                "1000,900,7,0,,0,R,N,40\n1000,900,7,11,10.25,5,A,A,40\n1000,900,7,12,10.00,5,A,B,168\n" +
                "1001,901,7,13,10.25,7,T,B,0\n1001,901,7,11,10.25,5,F,A,0\n1001,901,7,11,10.25,5,C,A,130\n" +
                "1002,902,7,12,9.75,3,M,B,130\n1003,903,7,12,9.75,3,C,B,130\n1004,904,7,14,9.75,3,A,B,130\n");
            case LOBSTER -> text("34200.004241176,1,16113575,18,5853300,1\n34200.1,2,16113575,8,5853300,1\n" +
                "34200.2,4,16113575,5,5853300,1\n34200.2,5,0,5,5853350,-1\n34200.3,3,16113575,5,5853300,1\n" +
                "34201,7,0,0,-1,-1\n34202,7,0,0,1,-1\n");
            case BITSTAMP_LOG -> text(message(1000, "created", "236.47", "0.00000300", 10, 1) +
                message(1100, "created", "236.50", "0.00000200", 11, 0) +
                message(1110, "deleted", "236.50", "0.00000000", 11, 0) +
                message(1112, "changed", "236.47", "0.00000100", 10, 1) +
                "1113 trade {\"price\": 236.47, \"amount\": 0.00000200, \"id\": 8111041}\n" +
                message(1200, "deleted", "236.47", "0.00000100", 10, 1) +
                message(1300, "created", "236.48", "0.00000300", 12, 1) +
                message(1301, "deleted", "236.48", "0.00000300", 12, 1));
            case SPOT_PRINTS -> text("timestamp,side,price,amount,btc_volume\n" +
                "1001,buy,2.5e-05,10.0,0.1\n1002,sell,2.4e-05,7.5,0.1\n".repeat(4));
            case NFT_SALES -> text("id, to, from, price, time\n" +
                "7,0xa,0xb,1000000000000000000,1001\n7,0xb,0xa,2500000000000000000,1002\n" +
                "8,0xb,0xa,25000000000,1003\n8,0xb,0xa,25000000000,1004\n9,0xb,0xa,25000000000,1005\n" +
                "9,0xb,0xc,25000000000,1006\n9,0xb,0xc,25000000000,1007\n");
            case BITMEX_LIQUIDATIONS -> text(("{\"ts_ms\":1573704949024,\"symbol\":\"ETHUSD\",\"side\":\"Sell\"," +
                "\"leavesQty\":5250,\"price\":186.75,\"orderID\":\"d0292a27-86fc\"}\n").repeat(7));
            case HYPERLIQUID_ADL, ACCOUNT_FILLS, ACCOUNT_FUNDING, ACCOUNT_LEDGER, FUNDING_HISTORY, MINUTE_BARS,
                NFT_TRANSFERS, TWEET_COUNTS, PUMP_ATTEMPTS, PUMP_SIGNALS, PUMP_DATES, CHANNEL_MESSAGES, SPIKE_BARS,
                CRYPTOPIA_TRADES -> text(TableSamples.of(sample.format));
            case CASSETTE -> text(RecordingSamples.cassette());
            case SWAPS -> text(RecordingSamples.swaps());
            case ETH_RECEIPTS -> text(RecordingSamples.receipts());
            case ETH_BLOCKS -> text(RecordingSamples.block());
            case HYPERLIQUID_STREAMS -> text(RecordingSamples.channels());
            case BINANCE -> text(diff(1000, 10, 12, 9, "[[\"99.5\",\"1.25\"]]", "[]") +
                "1001 {\"lastUpdateId\":12,\"T\":2,\"bids\":[[\"99.5\",\"1.25\"]]," +
                "\"asks\":[[\"100.5\",\"2\"]]}\n" +
                diff(1002, 14, 15, 12, "[]", "[[\"100.5\",\"0\"],[\"101\",\"3\"]]") +
                "1003 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":15,\"s\":\"BTCUSDT\",\"b\":\"99.5\"," +
                "\"B\":\"1.25\",\"a\":\"101\",\"A\":\"3\"}}\n" +
                "1004 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"T\":4,\"s\":\"BTCUSDT\",\"t\":7," +
                "\"p\":\"101\",\"q\":\"1\",\"X\":\"MARKET\",\"m\":false}}\n" +
                diff(1005, 18, 19, 17, "[]", "[[\"101\",\"2\"]]"));
            case BITMEX -> text(bitmex("partial", "\"side\":\"Buy\",\"size\":3,\"price\":99.5") +
                bitmex("update", "\"side\":\"Buy\",\"size\":4") +
                "1626993370.5: {\"table\":\"quote\",\"action\":\"insert\",\"data\":[{\"symbol\":\"XBTUSD\"," +
                "\"bidSize\":4,\"bidPrice\":99.5,\"askPrice\":100,\"askSize\":7}]}\n" +
                "1626993370.6: {\"table\":\"trade\",\"action\":\"insert\",\"data\":[{\"symbol\":\"XBTUSD\"," +
                "\"side\":\"Buy\",\"size\":1,\"price\":100,\"trdMatchID\":\"a1\"}]}\n" +
                bitmex("delete", "\"side\":\"Buy\""));
            case DERIBIT -> text(deribit(1, "null", 10, "[\"new\",99.5,30]") + deribit(2, "10", 12, "[\"new\",99,40]") +
                deribit(3, "12", 13, "[\"delete\",99,0]") + deribit(4, "14", 15, "[\"new\",98,10]") +
                deribit(5, "null", 20, "[\"new\",99.5,30]"));
            case UPBIT -> text(upbit("orderbook",
                "\"tms\":1,\"obu\":[{\"ap\":127.0,\"bp\":126.0,\"as\":2.5,\"bs\":1}]") +
                upbit("trade", "\"ttms\":2,\"tp\":127.0,\"tv\":0.5,\"ab\":\"BID\",\"sid\":3") +
                upbit("orderbook", "\"tms\":3,\"obu\":[{\"ap\":127.0,\"bp\":125.0,\"as\":2,\"bs\":1}]"));
            case BITSTAMP -> text("id,timestamp,exchange.timestamp,price,volume,action,direction\n" +
                "10,1000,1000,236.47,300,created,ask\n11,1100,1000,236.50,200,created,bid\n" +
                "11,1110,1000,236.50,0,deleted,bid\n10,1112,1000,236.47,100,changed,ask\n" +
                "9,1200,900,236.47,0,deleted,bid\n10,1201,1000,236.47,0,deleted,ask\n" +
                "12,1300,1000,236.48,300,created,ask\n12,1301,1000,236.49,300,changed,ask\n" +
                "12,1302,1000,236.49,300,deleted,ask\n");
        };
    }

    private static String bitmex(final String action, final String level)
    {
        return "1626993370.25: {\"table\":\"orderBookL2\",\"action\":\"" + action +
            "\",\"data\":[{\"symbol\":\"XBTUSD\",\"id\":8796785200," + level + "}]}\n";
    }

    private static String deribit(final int time, final String previous, final int id, final String bid)
    {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"book.BTC-PERPETUAL.raw\"," +
            "\"data\":{\"timestamp\":" + time + ",\"prev_change_id\":" + previous + ",\"instrument_name\":" +
            "\"BTC-PERPETUAL\",\"change_id\":" + id + ",\"bids\":[" + bid + "],\"asks\":[]}}}\n";
    }

    private static String upbit(final String type, final String fields)
    {
        return "1618678263.25: b'{\"ty\":\"" + type + "\",\"cd\":\"KRW-LAMB\"," + fields + "}'\n";
    }

    private byte[] csv() throws Exception
    {
        Files.writeString(directory.resolve("instruments.csv"),
            "instrument,tick_size,lot_size,price_max,quantity_max\nBTC,0.01,0.01,10000,10000\n");
        return text("timestamp_ns,kind,instrument,order_id,account,side,price,quantity\n" +
            "1000,NEW,BTC,17,alice,B,100.25,1.25\n1001,NEW,BTC,18,bob,S,100.25,1.25\n" +
            "1002,TRADE,BTC,17,alice,S,100.25,1.25\n1003,NEW,BTC,19,\"al,ice\",B,99,12\n" +
            "1004,CANCEL,BTC,19,,,,12\r\n1005,MARK,BTC,,,,100,\n");
    }

    private byte[] orderflow() throws Exception
    {
        final Path written = directory.resolve("written");
        try (OrderflowWriter writer = new OrderflowWriter(written))
        {
            final InboundEvent event = new InboundEvent();
            for (int i = 1; i <= 12; i++)
            {
                final int kind = new int[]{ Kind.NEW, Kind.NEW, Kind.TRADE, Kind.CANCEL, Kind.MARK }[i % 5];
                event.clear().event().kind(kind).instrumentId(1 + i % 2).orderId(kind == Kind.MARK ? 0 : i)
                    .accountId(kind == Kind.MARK ? 0 : i).side(kind == Kind.MARK ? Side.NONE : Side.BUY)
                    .priceTicks(100 + i).venueTimeNanos(1000 + i);
                if (kind != Kind.MARK)
                {
                    event.event().quantityLots(i);
                }
                writer.write(event.event());
            }
        }
        assertEquals(12 * 64, Files.size(written.resolve("events.bin")));
        return Files.readAllBytes(written.resolve("events.bin"));
    }

    private static String block(final int number, final int tid)
    {
        final StringBuilder fills = new StringBuilder();
        for (int i = 0; i < 4; i++)
        {
            fills.append(i == 0 ? "" : ",").append("[\"0x").append(i).append("\",{\"coin\":\"BTC\",\"px\":\"10.5\",")
                .append("\"sz\":\"2.0\",\"side\":\"").append(i % 2 == 0 ? "A" : "B").append("\",\"time\":")
                .append(number).append(",\"oid\":").append(100 + i).append(",\"crossed\":").append(i % 2 == 0)
                .append(",\"tid\":").append(tid + i / 2).append("}]");
        }
        return "{\"local_time\":\"2025-10-27T17:00:0" + number + ".063787823\",\"events\":[" + fills + "]}";
    }

    private static String message(final long millis, final String action, final String price, final String amount,
        final long id, final int orderType)
    {
        return millis + " order_" + action + " {\"price\": \"" + price + "\", \"amount\": \"" + amount +
            "\", \"datetime\": \"1\", \"id\": " + id + ", \"order_type\": " + orderType + "}\n";
    }

    private static String diff(final long receive, final long first, final long last, final long previous,
        final String bids, final String asks)
    {
        return receive + " {\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"T\":1," +
            "\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last +
            ",\"pu\":" + previous + ",\"b\":" + bids + ",\"a\":" + asks + "}}\n";
    }

    private static byte[] text(final String text)
    {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
