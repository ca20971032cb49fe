package fds.feeds.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceCombinedFeedTest
{
    private static final String BID = "[[\"99.50\",\"1.0\"]]";
    private static final String ASK = "[[\"100.5\",\"2.25\"]]";
    private static final String NONE = "[]";

    @TempDir
    Path directory;

    @Test
    void shouldLetDiffsWaitForTheirSnapshot() throws Exception
    {
        assertRows(read(spot(1, 10, 12, BID, NONE), spot(2, 13, 15, NONE, ASK), spot(3, 16, 16, BID, NONE),
                snapshot(4, 13, BID, ASK), spot(5, 17, 18, "[[\"99.5\",\"0\"]]", NONE)),
            "1000000,1,FEED_STATUS,BINANCE,BTCUSDT,,,,,,,,,BTCUSDT@depth,untrusted,last",
            "4,4,FEED_STATUS,BINANCE,BTCUSDT,,,,,,,,,BTCUSDT@depth,trusted,last",
            "4,4,BOOK_CLEAR,BINANCE,BTCUSDT,,,,,,,,,13,,snapshot",
            "4,4,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,1,,13,,snapshot",
            "4,4,BOOK,BINANCE,BTCUSDT,,,,,S,100.5,2.25,,13,,snapshot|last",
            "2000000,2,BOOK,BINANCE,BTCUSDT,,,,,S,100.5,2.25,,15,,last",
            "3000000,3,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,1,,16,,last",
            "5000000,5,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,0,,18,,last");
    }

    @Test
    void shouldTellAGapAndHeal() throws Exception
    {
        assertRows(read(snapshot(1, 10, BID, NONE), spot(2, 11, 11, NONE, ASK), spot(3, 9, 11, NONE, ASK),
                spot(4, 14, 15, NONE, ASK), spot(5, 16, 16, BID, NONE), snapshot(6, 15, BID, NONE)),
            "1,1,BOOK_CLEAR,BINANCE,BTCUSDT,,,,,,,,,10,,snapshot",
            "1,1,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,1,,10,,snapshot|last",
            "2000000,2,BOOK,BINANCE,BTCUSDT,,,,,S,100.5,2.25,,11,,last",
            "4000000,4,GAP,BINANCE,BTCUSDT,,,,,,,,2,BTCUSDT@depth,,last",
            "4000000,4,FEED_STATUS,BINANCE,BTCUSDT,,,,,,,,,BTCUSDT@depth,untrusted,last",
            "4000000,4,BOOK_CLEAR,BINANCE,BTCUSDT,,,,,,,,,15,,last",
            "6,6,FEED_STATUS,BINANCE,BTCUSDT,,,,,,,,,BTCUSDT@depth,trusted,last",
            "6,6,BOOK_CLEAR,BINANCE,BTCUSDT,,,,,,,,,15,,snapshot",
            "6,6,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,1,,15,,snapshot|last",
            "5000000,5,BOOK,BINANCE,BTCUSDT,,,,,B,99.5,1,,16,,last");
    }

    @Test
    void shouldFollowTheNumberingOfFutures() throws Exception
    {
        assertRows(read(snapshot(1, 10, BID, NONE), future(2, 8, 12, 7), future(3, 20, 21, 12), future(4, 30, 31, 25)),
            "1,1,BOOK_CLEAR,BINANCE-USDM,BTCUSDT,,,,,,,,,10,,snapshot",
            "1,1,BOOK,BINANCE-USDM,BTCUSDT,,,,,B,99.5,1,,10,,snapshot|last",
            "2000000,2,BOOK,BINANCE-USDM,BTCUSDT,,,,,B,99.5,1,,12,,last",
            "3000000,3,BOOK,BINANCE-USDM,BTCUSDT,,,,,B,99.5,1,,21,,last",
            "4000000,4,GAP,BINANCE-USDM,BTCUSDT,,,,,,,,4,BTCUSDT@depth,,last",
            "4000000,4,FEED_STATUS,BINANCE-USDM,BTCUSDT,,,,,,,,,BTCUSDT@depth,untrusted,last",
            "4000000,4,BOOK_CLEAR,BINANCE-USDM,BTCUSDT,,,,,,,,,31,,last");
    }

    @Test
    void shouldTellAggressorsAndGoneSides() throws Exception
    {
        final FeedReading reading = read(
            trade(1, "trade", ",\"t\":7,\"m\":true"), trade(2, "trade", ",\"t\":8,\"b\":51,\"a\":52,\"m\":false"),
            trade(3, "aggTrade", ",\"a\":9,\"m\":true"), trade(4, "trade", ",\"t\":9,\"X\":\"ADL\",\"m\":true"),
            "5 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":3,\"s\":\"BTCUSDT\",\"b\":\"99\",\"B\":\"1.5\"," +
                "\"a\":\"0\",\"A\":\"0.00\"}}", "6 {\"result\":null,\"id\":1}",
            "7 {\"stream\":\"btcusdt@depth5\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":2}}");
        assertRows(reading,
            "1000000,1,TRADE,BINANCE,BTCUSDT,,,,,S,99.5,0.5,,7,,last",
            "2000000,2,TRADE,BINANCE,BTCUSDT,52,,51,,B,99.5,0.5,,8,,last",
            "5,5,BBO,BINANCE,BTCUSDT,,,,,B,99,1.5,,3,,",
            "5,5,BBO,BINANCE,BTCUSDT,,,,,S,,0,,3,,last");
        assertRows(read(trade(3, "aggTrade", ",\"a\":9,\"m\":true")),
            "3000000,3,TRADE,BINANCE,BTCUSDT,,,,,S,99.5,0.5,,9,,last");
    }

    @Test
    void shouldRefuseWhatIsNoMessage() throws Exception
    {
        final FeedReading reading = read(
            "{\"stream\":\"x@trade\"}", "1 [1]", "2 {\"stream\":\"x@trade\",\"data\":{\"e\":\"trade\"}}",
            spot(3, 12, 11, BID, NONE), spot(4, 13, 14, "[[\"-5\",\"1\"]]", NONE), spot(5, 13, 14, "[[\"5\"]]", NONE),
            spot(6, 13, 14, BID, NONE) + "}", spot(7, 1, 1, BID, NONE).replace("BTCUSDT", "ETHUSDT"),
            snapshot(8, 3, BID, ASK), trade(9, "trade", ",\"t\":7,\"m\":1"));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 9L, 10L),
            reading.failures.stream().map(BadInputException::position).toList());
        assertEquals(List.of("receive time", "message", "s", "U", "price", "b", "message", "symbol", "m"),
            reading.failures.stream().map(BadInputException::field).toList());
        assertEquals(1, reading.events.size());
        final ByteSource stream = ByteSource.of(new ByteArrayInputStream(new byte[0]), "-");
        assertThrows(BadInputException.class, () -> new BinanceCombinedFeed(List.of(stream)));
    }

    @Test
    void shouldBoundWhatWaits() throws Exception
    {
        final int levels = 100_000;
        final StringBuilder bids = new StringBuilder("[[\"1\",\"1\"]");
        for (int i = 1; i < levels; i++)
        {
            bids.append(",[\"").append(1 + i % 9).append("\",\"1\"]");
        }
        final List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 12; i++)
        {
            lines.add(spot(i, i, i, bids + "]", NONE));
        }
        lines.add(snapshot(13, 0, BID, NONE));
        final FeedReading reading = read(lines.toArray(new String[0]));
        assertEquals(List.of("FEED_STATUS", "FEED_STATUS", "BOOK_CLEAR", "BOOK", "GAP", "FEED_STATUS", "BOOK_CLEAR"),
            reading.events.stream().map(row -> row.split(",")[2]).toList());
        assertTrue(reading.events.get(4).contains(",2,BTCUSDT@depth,"), reading.events.get(4));
        assertTrue(BinanceCombinedFeed.WAITING_LEVELS_MAX > 10 * (levels + 1));
        assertTrue(BinanceCombinedFeed.WAITING_LEVELS_MAX < 11 * (levels + 1));
    }

    @Test
    void shouldGoOnOverTheEndOfAFile() throws Exception
    {
        final Path one = directory.resolve("spot_btc_20240808.log");
        final Path other = directory.resolve("spot_btc_20240809.log");
        Files.writeString(one, snapshot(1, 10, BID, NONE) + "\n" + spot(2, 11, 12, NONE, ASK) + "\n");
        Files.writeString(other, spot(3, 13, 14, NONE, "[[\"100.25\",\"1\"]]") + "\n");
        try (InputFeed feed = Feeds.open(List.of(other, one), "auto", FeedOptions.none()))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals("3000000,3,BOOK,BINANCE,BTCUSDT,,,,,S,100.25,1,,14,,last", reading.events.get(3));
            assertEquals(4, reading.events.size());
        }
        assertEquals(StreamFiles.stream(one), StreamFiles.stream(other));
        assertNotEquals(StreamFiles.stream(one), StreamFiles.stream(directory.resolve("usdm_btc_20240808.log")));
        assertNotEquals(StreamFiles.stream(one), StreamFiles.stream(Path.of("spot_btc_20240808.log")));
        assertEquals(null, StreamFiles.stream(directory.resolve("spot.log")));
        assertEquals("20240809", StreamFiles.day(other));
    }

    @Test
    void shouldTellTheThreeMarkets()
    {
        assertEquals("BINANCE BTCUSDT SPOT BTC/USDT", instrument("spot_btcusdt_20240808"));
        assertEquals("BINANCE-USDM BTCUSDT PERP BTC/USDT", instrument("usdm_btcusdt_20240808"));
        assertEquals("BINANCE-COINM ETHUSD_PERP PERP ETH/", instrument("cm_ethusd_perp_20240808"));
        assertEquals(InstrumentType.FUTURE, BinanceMarket.USD_MARGINED.typeOf("BTCUSDT_240927"));
    }

    private static String instrument(final String name)
    {
        final Path file = Recordings.find("binance-depth-trades-2024/" + name + ".log.gz");
        try (BinanceCombinedFeed feed = new BinanceCombinedFeed(List.of(ByteSource.of(file))))
        {
            assertEquals(1, feed.instruments().size());
            final Instrument it = feed.instruments().get(0);
            return it.venue() + " " + it.symbol() + " " + it.type() + " " + it.base() + "/" + it.quote();
        }
    }

    private static void assertRows(final FeedReading reading, final String... rows)
    {
        assertEquals(List.of(), reading.failures);
        assertEquals(String.join("\n", rows), String.join("\n", reading.events));
    }

    private FeedReading read(final String... lines) throws Exception
    {
        final Path file = directory.resolve("btcusdt.log");
        Files.writeString(file, String.join("\n", lines) + "\n");
        try (BinanceCombinedFeed feed = new BinanceCombinedFeed(List.of(ByteSource.of(file))))
        {
            return FeedReading.of(feed);
        }
    }

    private static String spot(final long time, final long first, final long last, final String bids, final String asks)
    {
        return time + " {\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + time +
            ",\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last + ",\"b\":" + bids + ",\"a\":" + asks + "}}";
    }

    private static String future(final long time, final long first, final long last, final long previous)
    {
        return spot(time, first, last, BID, NONE).replace(",\"b\"", ",\"pu\":" + previous + ",\"b\"");
    }

    private static String snapshot(final long time, final long id, final String bids, final String asks)
    {
        return time + " {\"lastUpdateId\":" + id + ",\"bids\":" + bids + ",\"asks\":" + asks + "}";
    }

    private static String trade(final long time, final String event, final String more)
    {
        return time + " {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"" + event + "\",\"T\":" + time +
            ",\"s\":\"BTCUSDT\",\"p\":\"99.5\",\"q\":\"0.50\"" + more + "}}";
    }
}
