package fds.feeds.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.source.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HyperliquidFillsFeedTest
{
    private static final String BLOCK =
        "{\"local_time\":\"2025-10-27T17:00:00.063787823\",\"block_number\":1,\"events\":[";

    @TempDir
    Path directory;

    @Test
    void shouldPairFillsAndTellLiquidations() throws Exception
    {
        final String liquidation =
            ",\"liquidation\":{\"liquidatedUser\":\"0xb\",\"markPx\":\"10.4\",\"method\":\"market\"}";
        final FeedReading reading = read(BLOCK +
            fill("0xa", "BTC", "10.5", "2.0", "A", 5, 11, false, 900, "") + "," +
            fill("0xc", "@107", "3.25", "1", "B", 5, 13, true, 901, "") + "," +
            fill("0xb", "BTC", "10.5", "2.0", "B", 5, 12, true, 900, liquidation) + "]}\n");
        assertEquals(List.of(), reading.failures);
        assertEquals(List.of(
            "5000000,1761584400063787823,LIQUIDATION,HYPERLIQUID,BTC,12,0xb,,,B,10.5,2,10.4,,,liquidation",
            "5000000,1761584400063787823,TRADE,HYPERLIQUID,BTC,11,0xa,12,0xb,B,10.5,2,,900,,liquidation|last",
            "5000000,1761584400063787823,TRADE,HYPERLIQUID,@107,,,13,0xc,B,3.25,1,,901,,last"), reading.events);
    }

    @Test
    void shouldRefuseWhatContradictsItself() throws Exception
    {
        final FeedReading reading = read(BLOCK +
            fill("0xa", "BTC", "10.5", "2.0", "A", 5, 11, false, 900, "") + "," +
            fill("0xb", "BTC", "10.5", "2.1", "B", 5, 12, true, 900, "") + "]}\n" +
            BLOCK + fill("0xb", "BTC", "x", "2.1", "B", 5, 12, true, 903, "") + "]}\n" +
            "{\"local_time\":\"yesterday\",\"events\":[]}\n" +
            "[]\n" +
            BLOCK + fill("0xb", "BTC", "1", "2.1", "B", 5, 12, true, 904, "").replace("\"oid\":12,", "") + "]}\n" +
            BLOCK + fill("0xd", "BTC", "1", "2.1", "A", 5, 12, false, 905, "") + "]}");
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), reading.failures.stream().map(ex -> ex.position()).toList());
        assertEquals(List.of("5000000,1761584400063787823,TRADE,HYPERLIQUID,BTC,12,0xd,,,B,1,2.1,,905,,last"),
            reading.events);
    }

    @Test
    void shouldReadTheRecordingWhole()
    {
        final Path file = Recordings.find("hyperliquid-fills-with-wallets/node_fills_by_block.jsonl.gz");
        try (HyperliquidFillsFeed feed = new HyperliquidFillsFeed(ByteSource.of(file)))
        {
            assertEquals(151, feed.instruments().size());
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(List.of(), reading.failures);
            assertEquals(1795, reading.events.stream().filter(row -> row.contains(",TRADE,")).count());
            assertEquals(1, reading.events.stream().filter(row -> row.contains(",LIQUIDATION,")).count());
            assertEquals(1796, reading.events.size());
            final Set<String> wallets = new HashSet<>();
            for (final String row : reading.events)
            {
                final String[] cells = row.split(",", -1);
                wallets.add(cells[6]);
                wallets.add(cells[8]);
            }
            wallets.remove("");
            assertEquals(614, wallets.size());
            assertTrue(feed.notes().get(1).contains("1795 trades, of them 0 with one side not told; 1 liquidations"),
                feed.notes().toString());
        }
    }

    private FeedReading read(final String text) throws Exception
    {
        final Path file = directory.resolve("fills.jsonl");
        Files.writeString(file, text);
        try (HyperliquidFillsFeed feed = new HyperliquidFillsFeed(ByteSource.of(file)))
        {
            return FeedReading.of(feed);
        }
    }

    private static String fill(final String wallet, final String coin, final String px, final String sz,
        final String side, final long time, final long oid, final boolean crossed, final long tid, final String more)
    {
        return "[\"" + wallet + "\",{\"coin\":\"" + coin + "\",\"px\":\"" + px + "\",\"sz\":\"" + sz +
            "\",\"side\":\"" + side + "\",\"time\":" + time + ",\"oid\":" + oid + ",\"crossed\":" + crossed +
            ",\"tid\":" + tid + ",\"twapId\":null" + more + "}]";
    }
}
