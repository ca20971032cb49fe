package fds.feeds.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The swaps in the traces of thirteen real blocks are those that mev-inspect finds in them, in the same order. */
class BlocksTest
{
    private static final String BLOCKS = "evm-mev-blocks/blocks/12775690.json.gz";
    private static final String SWAPS = "evm-mev-blocks/swaps/12775690.jsonl";
    private static final BigDecimal NEAR = new BigDecimal("0.0001");
    private static final String WORD = "0".repeat(24);
    private static final String POOL = "0x" + "a1".repeat(20);
    private static final String TRADER = "0x" + "b2".repeat(20);
    private static final String ONE = "0x" + "c3".repeat(20);
    private static final String OTHER = "0x" + "d4".repeat(20);
    private static final String HUNDRED = String.format("%064x", 1_000_000_000L);

    @TempDir
    Path directory;

    @Test
    void shouldTellTheSwapsOfEveryBlock() throws IOException
    {
        final FeedReading traced = read(files(BLOCKS, "*.json.gz"));
        final List<String> swaps = read(files(SWAPS, "*.jsonl")).events;
        assertEquals(List.of("swap"), traced.failures.stream().map(failure -> failure.field()).toList());
        int same = 0;
        int onlyListed = 0;
        int onlyTraced = 0;
        int at = 0;
        final List<String> own = new ArrayList<>();
        for (final String event : traced.events)
        {
            final int found = find(swaps, at, event);
            if (found < 0)
            {
                onlyTraced++;
                own.add(event);
                continue;
            }
            onlyListed += found - at;
            at = found + 1;
            same++;
        }
        onlyListed += swaps.size() - at;
        System.out.println("blocks: compared=" + same + " only listed=" + onlyListed + " only traced=" + onlyTraced);
        // Listed: 16 undone by a call around them that failed, 5 of other protocols. Traced: one whose transfer has
        // bits above its address, which the chain ignores and mev-inspect does not read.
        assertEquals("308 same, 21 listed, 1 traced",
            same + " same, " + onlyListed + " listed, " + onlyTraced + " traced");
        assertTrue(own.get(0).contains("0x4441eb3076f828d5176f4fe74d7c775542dae106"), own.toString());
    }

    @Test
    void shouldTellTheTimeAndTheHashOfABlock()
    {
        final List<String> events = read(List.of(Recordings.find(BLOCKS))).events;
        assertTrue(events.get(21).matches(
            "1625598724000000000,12775690000000000,BLOCK_END,ETHEREUM,,,,,,,,,12775690,0x[0-9a-f]{64},,last"),
            events.get(21));
        assertEquals(22, events.size());
    }

    @Test
    void shouldNotTellWhatAFailedCallDid() throws IOException
    {
        assertEquals(2, read(block("null", "null")).events.size());
        assertEquals(1, read(block("\"Reverted\"", "null")).events.size());
        assertEquals(1, read(block("null", "\"Reverted\"")).events.size());
    }

    @Test
    void shouldRejectASwapWithoutPaymentAndGoOn() throws IOException
    {
        final FeedReading reading = read(block("null", "null").replace(transfer("[0]", TRADER, ONE, POOL), ""));
        assertEquals(List.of("swap"), reading.failures.stream().map(failure -> failure.field()).toList());
        assertTrue(reading.failures.get(0).getMessage().contains("0 transfers in and 1 out"),
            reading.failures.toString());
        assertEquals(1, reading.events.size());
    }

    @Test
    void shouldRejectASwapForItselfOrForNothing() throws IOException
    {
        assertEquals("token", read(block("null", "null").replace(OTHER, ONE)).failures.get(0).field());
        assertEquals("amount", read(block("null", "null").replace(HUNDRED, "0".repeat(64))).failures.get(0).field());
    }

    private FeedReading read(final String document) throws IOException
    {
        return read(List.of(Files.writeString(directory.resolve("block.json"), document)));
    }

    private static String block(final String around, final String own)
    {
        return "{\"block_number\": 70, \"traces\": [" +
            call("[]", TRADER, TRADER, "0x", around) +
            transfer("[0]", TRADER, ONE, POOL) +
            call("[1]", TRADER, POOL, "0x022c0d9f" + HUNDRED + HUNDRED + WORD + TRADER.substring(2), own) +
            transfer("[1, 0]", POOL, OTHER, TRADER) +
            "{\"action\": {\"author\": \"" + TRADER + "\"}, \"type\": \"reward\", \"transaction_hash\": null}]}";
    }

    private static String transfer(final String path, final String from, final String token, final String to)
    {
        return call(path, from, token, "0xa9059cbb" + WORD + to.substring(2) + HUNDRED, "null");
    }

    private static String call(
        final String path, final String from, final String to, final String input, final String error)
    {
        return "{\"action\": {\"from\": \"" + from + "\", \"to\": \"" + to + "\", \"input\": \"" + input +
            "\"}, \"type\": \"call\", \"trace_address\": " + path + ", \"transaction_hash\": \"0x" + "ab".repeat(32) +
            "\", \"transaction_position\": 3, \"error\": " + error + "}, ";
    }

    /** Where the same event stands among those of the list, from a place on; -1 for nowhere. */
    private static int find(final List<String> swaps, final int from, final String event)
    {
        for (int i = from; i < swaps.size(); i++)
        {
            if (isSame(swaps.get(i).split(",", -1), event.split(",", -1)))
            {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(final String[] listed, final String[] traced)
    {
        final boolean isEnd = listed[2].equals("BLOCK_END");
        for (int i = 1; i < 12; i++)
        {
            if (i < 10 && !listed[i].equals(traced[i]) || i >= 10 && !isNear(listed[i], traced[i]))
            {
                return false;
            }
        }
        return isEnd ? listed[12].equals(traced[12]) : listed[13].equals(traced[13]);
    }

    private static boolean isNear(final String one, final String other)
    {
        if (one.isEmpty() || other.isEmpty())
        {
            return one.equals(other);
        }
        final BigDecimal exact = new BigDecimal(one);
        return new BigDecimal(other).subtract(exact).abs().compareTo(exact.multiply(NEAR)) <= 0;
    }

    private static List<Path> files(final String one, final String glob) throws IOException
    {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> blocks = Files.newDirectoryStream(Recordings.find(one).getParent(), glob))
        {
            blocks.forEach(files::add);
        }
        return files;
    }

    private static FeedReading read(final List<Path> files)
    {
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            return FeedReading.of(feed);
        }
    }
}
