package fds.feeds.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.orderflow.OrderflowWriter;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest
{
    private static final String CSV = "timestamp_ns,kind,instrument,price\n1,MARK,BTC,100\n2,MARK,BTC,101\n";

    @TempDir
    Path directory;

    @Test
    void shouldTellFormats() throws Exception
    {
        final Path csv = Files.writeString(directory.resolve("x.txt"), CSV);
        assertEquals(FeedFormat.CSV, detect(csv));
        assertEquals(FeedFormat.CSV, detect(Files.write(directory.resolve("y"), gzip(CSV.getBytes()))));
        assertEquals(FeedFormat.BITSTAMP_L3, detect(Files.writeString(directory.resolve("b.csv"),
            "id,timestamp,exchange.timestamp,price,volume,action,direction\n")));
        assertEquals(FeedFormat.HYPERLIQUID_FILLS, detect(Files.writeString(directory.resolve("h"),
            "{\"local_time\":\"2025-10-27T17:00:00\",\"events\":[]}\n")));
        final Path flow = directory.resolve("flow");
        new OrderflowWriter(flow).close();
        assertEquals(FeedFormat.ORDERFLOW, detect(flow));
        assertEquals(FeedFormat.ORDERFLOW, detect(flow.resolve("events.bin")));
        final Path journal = Files.createDirectories(directory.resolve("j/events"));
        Files.writeString(journal.resolve("metadata.cq4t"), "");
        assertEquals(FeedFormat.JOURNAL, detect(directory.resolve("j")));
        assertThrows(BadInputException.class, () -> open("auto", directory.resolve("j")));
        assertThrows(BadInputException.class, () -> detect(Files.createDirectories(directory.resolve("empty"))));
        assertThrows(BadInputException.class, () -> detect(directory.resolve("none.csv")));
        assertThrows(BadInputException.class, () -> detect(Files.writeString(directory.resolve("z"), "a,b\n1,2\n")));
        assertThrows(BadInputException.class, () -> open("lobster9", csv));
        try (InputFeed feed = open("auto", csv))
        {
            assertEquals(csv + ": read as csv: its header has columns of the normalized CSV", feed.notes().get(0));
        }
    }

    @Test
    void shouldReadStandardInput() throws Exception
    {
        for (final byte[] bytes : List.of(CSV.getBytes(StandardCharsets.UTF_8), gzip(CSV.getBytes())))
        {
            final FeedOptions options = new FeedOptions(null, null, null, new ByteArrayInputStream(bytes));
            try (InputFeed feed = Feeds.open(List.of(Path.of("-")), "auto", options))
            {
                final FeedReading reading = FeedReading.of(feed);
                assertEquals(List.of(), reading.failures);
                assertEquals(2, reading.events.size());
            }
        }
        assertThrows(BadInputException.class, () -> open("orderflow", Path.of("-")));
        assertThrows(BadInputException.class, () -> open("auto", Path.of("-"), Path.of("-")));
    }

    @Test
    void shouldNotReadStandardInputFurtherThanItMust() throws Exception
    {
        final StringBuilder text = new StringBuilder(CSV);
        for (int i = 0; i < 50_000; i++)
        {
            text.append(3 + i).append(",MARK,BTC,101\n");
        }
        text.append("9,MARK,BT");
        final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        final FeedOptions options = new FeedOptions(null, null, null, new ByteArrayInputStream(bytes));
        try (InputFeed feed = Feeds.open(List.of(Path.of("-")), "csv", options))
        {
            assertTrue(options.standardInput().available() > 0);
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(50_002, reading.events.size());
            assertEquals(50_004, reading.failures.get(0).position());
        }
    }

    @Test
    void shouldTellCutAndDamagedGzip() throws Exception
    {
        final StringBuilder text = new StringBuilder(CSV);
        for (int i = 0; i < 20_000; i++)
        {
            text.append(3 + i * 7919L).append(",MARK,BTC,").append(i % 977 + 1).append('\n');
        }
        final byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        final Path file = directory.resolve("in.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        try (InputFeed feed = open("auto", file))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertTrue(reading.events.size() > 1000);
            assertEquals(1, reading.failures.size());
            assertTrue(reading.failures.get(0).getMessage().contains("this file was cut short"));
        }
        final byte[] more = Arrays.copyOf(whole, whole.length + 100);
        Files.write(file, more);
        try (InputFeed feed = open("auto", file))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(20_002, reading.events.size());
            assertTrue(reading.failures.get(0).getMessage().contains("this file is damaged"));
        }
        Files.write(file, Arrays.copyOf(whole, 5));
        assertThrows(BadInputException.class, () -> open("auto", file));
    }

    @Test
    void shouldRefuseALineThatNeverEnds() throws Exception
    {
        final byte[] bomb = new byte[64 << 20];
        Arrays.fill(bomb, (byte)'7');
        final Path file = Files.write(directory.resolve("bomb.csv.gz"), gzip(bomb));
        assertTrue(Files.size(file) < 100_000);
        final BadInputException failure = assertThrows(BadInputException.class, () -> open("csv", file));
        assertEquals("line", failure.field());
    }

    @Test
    void shouldChooseForTheRecordings()
    {
        assertEquals(FeedFormat.BITSTAMP_L3, detect(Recordings.find("bitstamp-l3-2015/orders.csv.gz")));
        assertEquals(FeedFormat.CME_MBO, detect(Recordings.find("cme-es-mbo-2024/es_20240508_2s_mbo.csv.gz")));
        assertEquals(FeedFormat.LOBSTER,
            detect(Recordings.find("lobster-aapl-998/AAPL_2012-06-21_message_10.csv.gz")));
        assertEquals(FeedFormat.HYPERLIQUID_FILLS,
            detect(Recordings.find("hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz")));
        for (final String name : List.of("spot_btcusdt_20240808", "usdm_btcusdt_20240808", "cm_ethusd_perp_20240809"))
        {
            assertEquals(FeedFormat.BINANCE_COMBINED,
                detect(Recordings.find("binance-depth-trades-2024/" + name + ".log.gz")));
        }
    }

    private static FeedFormat detect(final Path path)
    {
        return Feeds.detect(path, FeedOptions.none());
    }

    private static InputFeed open(final String format, final Path... inputs)
    {
        return Feeds.open(List.of(inputs), format, FeedOptions.none());
    }

    private static byte[] gzip(final byte[] bytes) throws Exception
    {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out))
        {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
