package fds.feeds.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.source.ByteSource;
import fds.market.door.BadInputException;
import fds.market.instrument.InstrumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFeedTest
{
    private static final String HEADER =
        "timestamp_ns,kind,instrument,order_id,account,side,price,quantity,value,ref,reason,flags,venue\n";
    private static final String INSTRUMENTS = "instrument,type,tick_size,lot_size,price_max,quantity_max\n" +
        "BTC,perp,0.5,0.001,1000000,10000\nPOOL,pool,0.01,1,1000,1000\nUSDT,asset,0.01,0.01,10,100\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "1,NEW,BTC,1,a,B,100.3,1,,,,,; price; a whole multiple of the tick 0.5 of BTC",
        "1,NEW,BTC,1,a,B,x,1,,,,,; price; a decimal number",
        "1,NEW,BTC,1,a,B,1000000.5,1,,,,,; price; a price from 0.5 to 1000000 for BTC",
        "1,NEW,BTC,1,a,B,0,1,,,,,; price; a price from 0.5 to 1000000 for BTC",
        "1,NEW,BTC,1,a,B,-5,1,,,,,; price; a price from 0.5 to 1000000 for BTC",
        "1,NEW,BTC,1,a,B,1e80,1,,,,,; price; below 2^62 times the tick 0.5 of BTC",
        "1,NEW,BTC,1,a,B,,1,,,,,; price; a price, or the flag market",
        "1,NEW,BTC,1,a,B,100,1,,,,market,; price; empty with the flag market",
        "1,NEW,BTC,1,a,B,100,0,,,,,; quantity; a quantity from 0.001 to 10000 for BTC",
        "1,NEW,BTC,1,a,B,100,-1,,,,,; quantity; a quantity from 0.001 to 10000 for BTC",
        "1,NEW,BTC,1,a,B,100,0.0001,,,,,; quantity; a whole multiple of the lot 0.001 of BTC",
        "1,NEW,BTC,,a,B,100,1,,,,,; order_id; not empty for NEW",
        "1,NEW,,1,a,B,100,1,,,,,; instrument; not empty for NEW",
        "1,NEW,ETH,1,a,B,100,1,,,,,; instrument; an instrument of {instruments} on venue V1",
        "1,NEW,ETH,1,a,B,x,1,,,,,; price; a decimal number",
        "1,NEW,BTC,1,a,buy,100,1,,,,,; side; B or S",
        "1,NEW,BTC,1,a,B,100,1,100.1,,,,; value; a whole multiple of the tick 0.5 of BTC",
        "1,NEW,BTC,1,a,B,100,1,,,,gtc,; flags; words of ioc fok post_only market " +
            "reduce_only liquidation stp hidden api web app snapshot last, with | between",
        "1,NEW,BTC,1,a,B,100,1,,,,,V9; instrument; an instrument of {instruments} on venue V9",
        ",NEW,BTC,1,a,B,100,1,,,,,; timestamp_ns; UTC nanoseconds since 1970",
        "1.5,NEW,BTC,1,a,B,100,1,,,,,; timestamp_ns; UTC nanoseconds since 1970, a whole number",
        "-1,NEW,BTC,1,a,B,100,1,,,,,; timestamp_ns; UTC nanoseconds since 1970, a whole number",
        "1,TICK,,,,,,,,,,,; kind; a kind such as NEW, CANCEL, TRADE, BOOK (market/EVENTS.md lists all)",
        "1,MARK,BTC,1,,,100,,,,,,; order_id; empty for MARK",
        "1,HALT,BTC,,,,,,2,,,,; value; 0 or 1",
        "1,INDEX_COMPONENT,BTC,,,,100,,1.1,,,,; value; a fraction from 0 to 1",
        "1,MARGIN,USDT,,a,,,,200,,,,; value; a quantity from -100 to 100 for USDT",
        "1,BLOCK_END,,,,,,,-1,,,,; value; a whole number, 0 or more",
        "1,SETTLEMENT_WINDOW,BTC,,,,,,5,abc,,,; ref; UTC nanoseconds since 1970, a whole number",
        "1,NEW,BTC,1,a,B,100,1,,,,; row; 13 cells, as many as the header has",
        "1,NEW,BTC,1,\"a,B,100,1,,,,,; row; a quoted cell ends with a quote, in the same line",
    })
    void shouldNameColumnValueAndWhatIsAllowed(final String row, final String field, final String allowed)
        throws Exception
    {
        final String good = "2,MARK,BTC,,,,100,,,,,,\n";
        final FeedReading reading = read(HEADER + good + row + "\n" + good);
        assertEquals(1, reading.failures.size(), reading.failures.toString());
        final BadInputException failure = reading.failures.get(0);
        assertEquals(field, failure.field());
        assertEquals(allowed.replace("{instruments}", directory.resolve("instruments.csv").toString()),
            failure.allowed());
        assertEquals(3, failure.position());
        assertTrue(failure.source().endsWith("in.csv"));
        assertEquals(List.of("2,,MARK,V1,BTC,,,,,,100,,,,,last", "2,,MARK,V1,BTC,,,,,,100,,,,,last"), reading.events);
    }

    @Test
    void shouldTakeWhatIsRight() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1,NEW,BTC,1,a,B,,1,99.5,,,market|ioc,\r\n" +
            "\n" +
            "2,SWAP,POOL,,0xabc,B,0,5,7,0xhash,,,\n" +
            "3,FUNDING,BTC,,,,100,,-0.00012345678,,,,\n" +
            "4,NEWS,,,,,,,0.5,reuters,\"a \"\"label\"\", 2\",,\n" +
            "5,OWNER_GROUP,,,a,,,,,g1,,,V1\n" +
            "6,POSITION,BTC,,a,,,0,,,,,\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "1,,NEW,V1,BTC,1,a,,,B,,1,99.5,,,ioc|market|last",
            "2,,SWAP,V1,POOL,,0xabc,,,B,0,5,7,0xhash,,last",
            "3,,FUNDING,V1,BTC,,,,,,100,,-0.000123457,,,last",
            "4,,NEWS,V1,,,,,,,,,0.5,reuters,\"a \"\"label\"\", 2\",last",
            "5,,OWNER_GROUP,V1,,,a,,,,,,,g1,,last",
            "6,,POSITION,V1,BTC,,a,,,,,0,,,,last"), reading.events);
    }

    @Test
    void shouldKeepMessagesThatSpanRows() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1,BOOK,BTC,,,B,100,1,,,,,\n" +
            "1,BOOK,BTC,,,S,99,1,,,,last,\n" +
            "2,BOOK,BTC,,,S,101,0,,,,,\n");
        assertEquals(List.of("1,,BOOK,V1,BTC,,,,,B,100,1,,,,", "1,,BOOK,V1,BTC,,,,,S,99,1,,,,last",
            "2,,BOOK,V1,BTC,,,,,S,101,0,,,,"), reading.events);
        assertEquals("flags is '(end of file)': last on the row that closes a message; the file ends inside one",
            reading.failures.get(0).getMessage().replaceAll("^.*?: ", ""));
    }

    @Test
    void shouldSeeTheFirstLastFarBehind() throws Exception
    {
        final StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 10_100; i++)
        {
            text.append("1,MARK,BTC,,,,100,,,,,,\n");
        }
        text.append("1,MARK,BTC,,,,100,,,,,last,\n");
        final FeedReading reading = read(text.toString());
        assertEquals(List.of(), reading.failures);
        assertEquals("1,,MARK,V1,BTC,,,,,,100,,,,,", reading.events.get(0));

        Files.writeString(directory.resolve("instruments.csv"), INSTRUMENTS);
        final ByteSource stream =
            ByteSource.of(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), "-");
        try (CsvFeed feed = new CsvFeed(stream, directory.resolve("instruments.csv"), null, ColumnMap.NONE))
        {
            final FeedReading streamed = FeedReading.of(feed);
            assertEquals(10_100, streamed.events.size());
            assertEquals("flags", streamed.failures.get(0).field());
        }
    }

    @Test
    void shouldTakeTicksFromTheFirstRows() throws Exception
    {
        final Path file = directory.resolve("in.csv");
        Files.writeString(file, "kind,timestamp_ns,instrument,price,quantity,venue\n" +
            "TRADE,1,BTC,100.25,3,X\nTRADE,1,BTC,100.5000,0.1,X\nMARK,1,ETH,7,,\nMARK,1,SOL,100,,\n");
        try (CsvFeed feed = new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE))
        {
            assertEquals(List.of("X", "V1"), feed.venues());
            assertEquals(InstrumentType.SPOT, feed.instruments().get(0).type());
            assertEquals(InstrumentType.PERP, feed.instruments().get(1).type());
            assertEquals(file + ": no instruments file; BTC on X: type spot, tick 0.01, lot 0.1, " +
                "price up to 2621.43, quantity up to 3276.7", feed.notes().get(0));
            assertEquals(List.of(0, 0), List.of(feed.instruments().get(1).tickExponent(),
                feed.instruments().get(2).tickExponent()), "whole prices, round ones too, have ticks of 1");
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals("1,,TRADE,X,BTC,,,,,,100.25,3,,,,last", reading.events.get(0));
        }
    }

    @Test
    void shouldReadAUsersOwnColumns() throws Exception
    {
        final Path map = directory.resolve("map.csv");
        Files.writeString(map, "# ours\ncolumn,time,timestamp_ns\nunit,timestamp_ns,ms\ncolumn,px,price\n" +
            "column,\"si,de\",side\nvalue,side,buy,B\nvalue,side,,S\nconstant,kind,TRADE\nconstant,instrument,BTC\n" +
            "ignore,fee\n");
        final Path file = directory.resolve("in.csv");
        Files.writeString(file, "time,px,quantity,\"si,de\",fee\n5,100,1,buy,x\n6,100,1,,x\n7,100,1,up,x\n");
        try (CsvFeed feed = new CsvFeed(ByteSource.of(file), null, null, ColumnMap.read(ByteSource.of(map))))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of("5000000,,TRADE,V1,BTC,,,,,B,100,1,,,,last",
                "6000000,,TRADE,V1,BTC,,,,,S,100,1,,,,last"), reading.events);
            assertEquals("si,de", reading.failures.get(0).field());
        }
        Files.writeString(map, "column,time,time_ns\n");
        assertThrows(BadInputException.class, () -> ColumnMap.read(ByteSource.of(map)));
        Files.writeString(map, "unit,price,ms\n");
        assertThrows(BadInputException.class, () -> ColumnMap.read(ByteSource.of(map)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "kind,timestamp_ns,colour; header", "kind,timestamp_ns,kind; header", "kind,price; header",
        "timestamp_ns; header" })
    void shouldRefuseHeaders(final String header, final String field) throws Exception
    {
        final Path file = directory.resolve("in.csv");
        Files.writeString(file, header + "\n");
        final BadInputException failure = assertThrows(BadInputException.class,
            () -> new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE));
        assertEquals(field, failure.field());
        Files.writeString(file, "");
        assertThrows(BadInputException.class, () -> new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE));
        Files.writeString(file, "kind,timestamp_ns");
        assertThrows(BadInputException.class, () -> new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "BTC,cash,1,1,,; type", "BTC,spot,0,1,,; tick_size", "BTC,spot,1,,,; lot_size", "BTC,spot,1,1,-5,; price_max",
        "BTC,spot,1,1,4611686018427387903,9; price_max", ",spot,1,1,1,1; instrument" })
    void shouldRefuseInstruments(final String row, final String field) throws Exception
    {
        final Path file = directory.resolve("in.csv");
        Files.writeString(file, HEADER);
        Files.writeString(directory.resolve("instruments.csv"),
            "instrument,type,tick_size,lot_size,price_max,quantity_max\n" + row + "\n");
        final BadInputException failure = assertThrows(BadInputException.class,
            () -> new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE));
        assertEquals(field, failure.field());
        assertEquals(2, failure.position());
    }

    @Test
    void shouldRefuseLongLinesAndIdsAndControlCharacters() throws Exception
    {
        final FeedReading reading = read(HEADER +
            "1,CANCEL,BTC," + "x".repeat(70_000) + ",,,,,,,,,\n" +
            "1,CANCEL,BTC," + "x".repeat(67) + ",,,,,,,,,\n" +
            "1,CANCEL,BTC," + "é".repeat(34) + ",,,,,,,,,\n" +
            "1,CANCEL,BTC,a\tb,,,,,,,,,\n" +
            "1,CANCEL,BTC," + "é".repeat(33) + ",,,,,,,,,\n");
        assertEquals(List.of("line", "order_id", "order_id", "order_id"),
            reading.failures.stream().map(ex -> ex.field()).toList());
        assertEquals(List.of(2L, 3L, 4L, 5L), reading.failures.stream().map(ex -> ex.position()).toList());
        assertEquals(1, reading.events.size());
    }

    private FeedReading read(final String text) throws Exception
    {
        Files.writeString(directory.resolve("instruments.csv"), INSTRUMENTS);
        final Path file = directory.resolve("in.csv");
        Files.writeString(file, text);
        try (CsvFeed feed = new CsvFeed(ByteSource.of(file), null, null, ColumnMap.NONE))
        {
            return FeedReading.of(feed);
        }
    }
}
