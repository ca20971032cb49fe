package fds.feeds.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Envelopes, books by their numbering, times and numbers of recorded messages, by short recordings made up here. */
class RawFeedTest
{
    @TempDir
    Path directory;

    @Test
    void shouldEmptyBookAfterGapUntilNextSnapshot() throws IOException
    {
        final FeedReading reading = read("deribit.jsonl", book(1, "null", 10), book(2, "10", 11), book(3, "12", 13),
            book(4, "13", 14), book(5, "null", 20), book(6, "20", 21));
        assertEquals(List.of(
            "1000000,,BOOK_CLEAR,DERIBIT,BTC-PERPETUAL,,,,,,,,,10,,snapshot",
            "1000000,,BOOK,DERIBIT,BTC-PERPETUAL,,,,,B,10,1,,10,,snapshot|last",
            "2000000,,BOOK,DERIBIT,BTC-PERPETUAL,,,,,B,11,1,,11,,last",
            "3000000,,GAP,DERIBIT,BTC-PERPETUAL,,,,,,,,,BTC-PERPETUAL@book.raw,,last",
            "3000000,,FEED_STATUS,DERIBIT,BTC-PERPETUAL,,,,,,,,,BTC-PERPETUAL@book.raw,untrusted,last",
            "3000000,,BOOK_CLEAR,DERIBIT,BTC-PERPETUAL,,,,,,,,,13,,last",
            "5000000,,FEED_STATUS,DERIBIT,BTC-PERPETUAL,,,,,,,,,BTC-PERPETUAL@book.raw,trusted,last",
            "5000000,,BOOK_CLEAR,DERIBIT,BTC-PERPETUAL,,,,,,,,,20,,snapshot",
            "5000000,,BOOK,DERIBIT,BTC-PERPETUAL,,,,,B,20,1,,20,,snapshot|last",
            "6000000,,BOOK,DERIBIT,BTC-PERPETUAL,,,,,B,21,1,,21,,last"), reading.events);
        assertEquals(List.of(), reading.failures);
    }

    @Test
    void shouldTakeRefusedUpdateForGap() throws IOException
    {
        final FeedReading reading = read("deribit.jsonl", book(1, "null", 10),
            book(2, "10", 11).replace("[\"new\",11,1]", "[\"new\",\"eleven\",1]"), book(3, "11", 12));
        assertEquals(1, reading.failures.size());
        assertEquals("price", reading.failures.get(0).field());
        assertTrue(reading.events.get(2).contains(",GAP,"), reading.events.toString());
    }

    @Test
    void shouldClearBooksOfNewConnection() throws IOException
    {
        final String url = "wss://www.deribit.com/ws/api/v2 <-> ";
        final FeedReading reading = read("a.log", url + "1626993723.5", "1626993724.25: " + book(1, "null", 10),
            url + "1626993725.5", "1626993726: " + book(2, "10", 11));
        assertEquals(List.of("BOOK_CLEAR", "BOOK", "GAP", "FEED_STATUS", "BOOK_CLEAR"), kinds(reading));
        assertTrue(reading.events.get(1).startsWith("1000000,1626993724250000000,"), reading.events.get(1));
        assertTrue(reading.events.get(2).startsWith("1626993725500000000,1626993725500000000,GAP,"),
            reading.events.get(2));
    }

    @Test
    void shouldPutWaitingChangesBehindSnapshotByHttp() throws IOException
    {
        Files.writeString(directory.resolve("B.ws.1.log"),
            "wss://stream.binance.com:9443/stream?streams=x <-> 1000000001\n" +
            "1000000002: " + diff(4, 5, "99") + "\n1000000003: " + diff(6, 8, "98") + "\n" +
            "1000000005: " + diff(9, 9, "97") + "\n");
        Files.writeString(directory.resolve("B.http.0.log"),
            "https://api.binance.com/api/v3/depth?symbol=ABCUSDT&limit=1000 -> 1000000004: " +
            "{\"lastUpdateId\":6,\"bids\":[[\"100\",\"1\"]],\"asks\":[]}\n");
        try (InputFeed feed = Feeds.open(List.of(directory.resolve("B.ws.1.log"), directory.resolve("B.http.0.log")),
            "auto", FeedOptions.none()))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(
                "2000000,1000000002000000000,FEED_STATUS,BINANCE,ABCUSDT,,,,,,,,,ABCUSDT@depth,untrusted,last",
                "1000000004000000000,1000000004000000000" +
                ",FEED_STATUS,BINANCE,ABCUSDT,,,,,,,,,ABCUSDT@depth,trusted,last",
                "1000000004000000000,1000000004000000000,BOOK_CLEAR,BINANCE,ABCUSDT,,,,,,,,,6,,snapshot",
                "1000000004000000000,1000000004000000000,BOOK,BINANCE,ABCUSDT,,,,,B,100,1,,6,,snapshot|last",
                "2000000,1000000003000000000,BOOK,BINANCE,ABCUSDT,,,,,B,98,1,,8,,last",
                "2000000,1000000005000000000,BOOK,BINANCE,ABCUSDT,,,,,B,97,1,,9,,last"), reading.events);
        }
    }

    @Test
    void shouldTellOnlyChangesOfBookToldWhole() throws IOException
    {
        final FeedReading reading = read("upbit.log",
            "1618678263.5: b'" + upbit(1, unit(12, 10, 2) + ',' + unit(13, 9, 1)) + "'",
            "1618678264.5: b'" + upbit(2, unit(12, 11, 5) + ',' + unit(13, 10, 2)) + "'",
            "1618678265.5: b'" + upbit(3, unit(12, 11, 5) + ',' + unit(13, 10, 2)) + "'");
        assertEquals(List.of(
            "2000000,1618678264500000000,BOOK,UPBIT,KRW-LAMB,,,,,B,11,5,,,,",
            "2000000,1618678264500000000,BOOK,UPBIT,KRW-LAMB,,,,,B,9,0,,,,last"),
            reading.events.subList(5, reading.events.size()));
    }

    @Test
    void shouldPassOverAbsurdLevelBeforeItMakesLotCoarser() throws IOException
    {
        final FeedReading reading = read("coinbase.jsonl",
            "{\"type\":\"snapshot\",\"product_id\":\"AB-EUR\"," +
            "\"bids\":[[\"3.2325\",\"19088.67\"],[\"3.2\",\"1.123456\"]]," +
            "\"asks\":[[\"3.3\",\"2\"],[\"888888004.0000\",\"1.50\"]],\"time\":\"2021-04-17T16:43:37.075687Z\"}");
        assertEquals(List.of("19088.67", "1.123456", "2"),
            reading.events.stream().skip(1).map(row -> row.split(",")[11]).toList());
        assertTrue(reading.events.get(3).endsWith(",snapshot|last"), reading.events.get(3));
    }

    @Test
    void shouldMakeClockOfTimelessMessagesFromThoseAround() throws IOException
    {
        final String level = "{\"table\":\"orderBookL2\",\"action\":\"partial\"," +
            "\"data\":[{\"symbol\":\"XBTUSD\",\"id\":7,\"side\":\"Buy\",\"size\":3,\"price\":99.5}]}";
        final FeedReading reading = read("bitmex.jsonl", level,
            "{\"table\":\"trade\",\"action\":\"insert\",\"data\":[{\"timestamp\":\"2019-06-01T00:00:19.163Z\"," +
            "\"symbol\":\"XBTUSD\",\"side\":\"Sell\",\"size\":1000,\"price\":99.5,\"trdMatchID\":\"f7\"}]}", level);
        assertEquals(List.of(
            "1559347219163000000,1559347219163000000,BOOK_CLEAR,BITMEX,XBTUSD,,,,,,,,,,,snapshot",
            "1559347219163000000,1559347219163000000,BOOK,BITMEX,XBTUSD,,,,,B,99.5,3,,,,snapshot|last",
            "1559347219163000000,,TRADE,BITMEX,XBTUSD,,,,,S,99.5,1000,,f7,,last",
            "1559347219163000000,1559347219163000000,BOOK_CLEAR,BITMEX,XBTUSD,,,,,,,,,,,snapshot",
            "1559347219163000000,1559347219163000000" +
                ",BOOK,BITMEX,XBTUSD,,,,,B,99.5,3,,,,snapshot|last"), reading.events);
    }

    @Test
    void shouldRefuseMessageThatVenueIsNotKnownToSend() throws IOException
    {
        final FeedReading reading = read("deribit.jsonl", book(1, "null", 10),
            "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"secret.1\",\"data\":{}}}",
            "{\"greeting\":\"hello\"}", "not JSON");
        assertEquals(List.of("channel", "message", "line"),
            reading.failures.stream().map(failure -> failure.field()).toList());
        assertEquals(List.of(2L, 3L, 4L), reading.failures.stream().map(failure -> failure.position()).toList());
    }

    @Test
    void shouldCancelLiveOrdersBehindGap() throws IOException
    {
        final String order = "{\"Channel\":\"orderbook-eth\",\"Nonce\":%d," +
            "\"Data\":{\"OrderType\":\"LimitBid\",\"OrderGuid\":\"%s\",\"Price\":{\"aud\":%d},\"Volume\":2}," +
            "\"Time\":1649023809209,\"Event\":\"NewOrder\"}";
        final FeedReading reading = read("independent_reserve.jsonl", String.format(order, 1, "a1", 31),
            String.format(order, 2, "b2", 32), String.format(order, 5, "c3", 33));
        assertEquals(List.of("NEW", "NEW", "GAP", "FEED_STATUS", "CANCEL", "CANCEL", "NEW"), kinds(reading));
        assertTrue(reading.events.get(2).contains(",2,orderbook-eth,"), reading.events.get(2));
        assertTrue(reading.events.get(4).contains(",a1,") && reading.events.get(4).contains(",book cleared,"),
            reading.events.get(4));
    }

    private FeedReading read(final String name, final String... lines) throws IOException
    {
        final Path file = Files.write(directory.resolve(name), List.of(lines));
        try (InputFeed feed = Feeds.open(List.of(file), "auto", FeedOptions.none()))
        {
            return FeedReading.of(feed);
        }
    }

    private static List<String> kinds(final FeedReading reading)
    {
        final List<String> kinds = new ArrayList<>();
        reading.events.forEach(row -> kinds.add(row.split(",")[2]));
        return kinds;
    }

    private static String book(final int time, final String previous, final int id)
    {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"book.BTC-PERPETUAL.raw\"," +
            "\"data\":{\"timestamp\":" + time + ",\"prev_change_id\":" + previous + ",\"instrument_name\":" +
            "\"BTC-PERPETUAL\",\"change_id\":" + id + ",\"bids\":[[\"new\"," + id + ",1]],\"asks\":[]}}}";
    }

    private static String diff(final int first, final int last, final String bid)
    {
        return "{\"stream\":\"abcusdt@depth\"," +
            "\"data\":{\"e\":\"depthUpdate\",\"E\":2,\"s\":\"ABCUSDT\",\"U\":" + first +
            ",\"u\":" + last + ",\"b\":[[\"" + bid + "\",\"1\"]],\"a\":[]}}";
    }

    private static String upbit(final int time, final String units)
    {
        return "{\"ty\":\"orderbook\",\"cd\":\"KRW-LAMB\",\"tms\":" + time + ",\"obu\":[" + units + "]}";
    }

    private static String unit(final int ask, final int bid, final int bidSize)
    {
        return "{\"ap\":" + ask + ",\"bp\":" + bid + ",\"as\":1,\"bs\":" + bidSize + "}";
    }
}
