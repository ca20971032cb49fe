package fds.feeds.cassette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recorded exchanges: fills of an account that also trades with itself, and the funding of a coin. */
class CassettesTest
{
    private static final String FOLDER = "hyperliquid-account-sample/sdk_cassettes/";
    private static final String FILL = "{\"coin\":\"SUI\",\"crossed\":true,\"hash\":\"0xa\",\"oid\":7,\"px\":\"1.5\"," +
        "\"side\":\"B\",\"startPosition\":\"-10\",\"sz\":\"4\",\"time\":1683245555699}";

    @TempDir
    Path directory;

    @Test
    void shouldReadTheFillsOfAnAccount()
    {
        final FeedReading reading = read(Recordings.find(FOLDER + "test_get_user_fills.yaml.gz"));
        assertEquals(List.of(), reading.failures);
        // 500 fills, of them 83 pairs of both sides of one trade: a TRADE and a POSITION each.
        assertEquals(2 * (500 - 83), reading.events.size());
        assertEquals(83, reading.events.stream().map(event -> event.split(",", -1))
            .filter(cells -> cells[2].equals("TRADE") && !cells[6].isEmpty() && cells[6].equals(cells[8])).count());
        // It crossed, so it is the aggressor; who rested is not told.
        assertEquals("1683245555699000000,,TRADE,HYPERLIQUID,SUI,,,189315555," +
            "0xb7b6f3cea3f66bf525f5d8f965f6dbf6d9b017b2,B,1.3281,104.4,," +
            "0xb454293b90fb4745a0dd04017553b9011500b8b3e8cbe540c9ac779d59fff2cc,,",
            reading.events.get(0));
        assertEquals("1683245555699000000,,POSITION,HYPERLIQUID,SUI,,0xb7b6f3cea3f66bf525f5d8f965f6dbf6d9b017b2,,,S,," +
            "1734.8,,,,last", reading.events.get(1));
    }

    @Test
    void shouldChainPositions()
    {
        final FeedReading reading = read(Recordings.find(FOLDER + "test_get_user_fills.yaml.gz"));
        final Map<String, BigDecimal> positions = new HashMap<>();
        int chained = 0;
        int broken = 0;
        BigDecimal change = BigDecimal.ZERO;
        for (final String event : reading.events)
        {
            final String[] cells = event.split(",", -1);
            if (cells[2].equals("TRADE"))
            {
                final boolean isOwn = cells[6].equals(cells[8]);
                final boolean isBuy = cells[9].equals("B") != cells[8].isEmpty();
                final BigDecimal traded = isOwn ? BigDecimal.ZERO : new BigDecimal(cells[11]);
                change = isBuy ? traded : traded.negate();
                continue;
            }
            final BigDecimal size = new BigDecimal(cells[11]);
            final BigDecimal after = cells[9].equals("S") ? size.negate() : size;
            final BigDecimal before = positions.put(cells[4], after);
            if (before != null)
            {
                chained += before.add(change).compareTo(after) == 0 ? 1 : 0;
                broken += before.add(change).compareTo(after) == 0 ? 0 : 1;
            }
        }
        // The one that does not chain stands behind the oldest fills of an answer that was cut at 500.
        assertEquals("401 chained, 1 broken", chained + " chained, " + broken + " broken");
    }

    @Test
    void shouldReadTheFundingOfACoin()
    {
        final FeedReading reading = read(Recordings.find(FOLDER + "test_get_funding_history.yaml.gz"));
        assertEquals(List.of(), reading.failures);
        assertEquals(1038, reading.events.size());
        assertEquals("1683849600048000000,,FUNDING,HYPERLIQUID,BTC,,,,,,,,-0.00061334,,,last", reading.events.get(0));
    }

    @Test
    void shouldCostAnAnswerWhatItLacks() throws IOException
    {
        assertEquals("2 events, []", told("[" + FILL + "]"));
        assertEquals("0 events, [px]", told("[" + FILL.replace("\"1.5\"", "\"x\"") + "]"));
        assertEquals("0 events, [side]", told("[" + FILL.replace("\"B\"", "\"C\"") + "]"));
        assertEquals("0 events, [oid]", told("[" + FILL.replace("7", "-7") + "]"));
        assertEquals("0 events, [time]", told("[" + FILL));
        assertEquals("0 events, [time]", told("[" + FILL + "," + FILL.replace("5699", "5699000000000") + "]"));
    }

    @Test
    void shouldTellNothingOfAFileThatIsCut() throws IOException
    {
        final String whole = cassette("[" + FILL + "]");
        for (final int length : new int[]{ 60, 160, whole.length() - 60 })
        {
            final Path cut = Files.writeString(directory.resolve("cut.yaml"), whole.substring(0, length));
            final FeedReading reading = read(cut, "hyperliquid-cassette");
            assertEquals(List.of(), reading.events);
            assertEquals(1, reading.failures.size(), () -> whole.substring(0, length));
        }
    }

    private String told(final String answer) throws IOException
    {
        final FeedReading reading = read(Files.writeString(directory.resolve("answer.yaml"), cassette(answer)));
        return reading.events.size() + " events, " + reading.failures.stream().map(bad -> bad.field()).toList();
    }

    private static String cassette(final String answer)
    {
        return "interactions:\n- request:\n    body: '{\"type\": \"userFills\", \"user\": \"0xb\"}'\n" +
            "    uri: https://api.hyperliquid.xyz/info\n  response:\n    body:\n      string: '" + answer +
            "'\n    status:\n      code: 200\nversion: 1\n";
    }

    private static FeedReading read(final Path file)
    {
        return read(file, "auto");
    }

    private static FeedReading read(final Path file, final String format)
    {
        try (InputFeed feed = Feeds.open(List.of(file), format, FeedOptions.none()))
        {
            assertTrue(format.equals("hyperliquid-cassette") ||
                feed.notes().get(0).contains("read as hyperliquid-cassette"), feed.notes().toString());
            return FeedReading.of(feed);
        }
    }
}
