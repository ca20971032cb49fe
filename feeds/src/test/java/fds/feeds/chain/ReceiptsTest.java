package fds.feeds.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import fds.feeds.FeedReading;
import fds.feeds.Recordings;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts of real insertion attacks: the swaps of their logs in the order of the chain. */
class ReceiptsTest
{
    private static final String ATTACK = "eth-insertion-attacks/14677974_1.json.gz";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "14677974, B3 B8 S12", "14682590, B19 S30", "14686390, B13 S25", "14698418, B3 B126 S130", "14711123, B7 S18"
    })
    void shouldReadTheSwapsInOrder(final String block, final String swaps)
    {
        final FeedReading reading = read(Recordings.find("eth-insertion-attacks/" + block + "_1.json.gz"));
        assertEquals(List.of(), reading.failures);
        final List<String[]> cells = reading.events.stream().map(event -> event.split(",", -1)).toList();
        final int last = cells.size() - 2;
        assertEquals(swaps, cells.stream().limit(last + 1).map(cell -> cell[9] + cell[12])
            .collect(Collectors.joining(" ")));
        assertEquals("BLOCK_END " + block, cells.get(last + 1)[2] + " " + cells.get(last + 1)[12]);
        // What the first buys in the pool is what the last sells there, to the lot.
        for (final int same : new int[]{ 4, 6, 11 })
        {
            assertEquals(cells.get(0)[same], cells.get(last)[same]);
        }
    }

    @Test
    void shouldTellWhatALogTells()
    {
        // 60616.766627968238128596 tokens for 0.04295162512038... WETH, in the transaction at position 0.
        assertEquals("14677974000000000,14677974000000000,SWAP,ETHEREUM,0x024cfbb7f06edb4124b29b3d0ede65b1f60a5728,," +
            "0x1d6e8bac6ea3730825bde4b005ed7b2b39a2932d,,0x1d6e8bac6ea3730825bde4b005ed7b2b39a2932d,B," +
            "0.000000708576744,60616.77,3,0xd330753e5f94bf33c0ac54da6c4ce43a53b5b2df5a36a8ac258765e6ef7fbe38,,last",
            read(Recordings.find(ATTACK)).events.get(0));
    }

    @Test
    void shouldReadSeveralAsOneStream()
    {
        final List<Path> files = List.of(Recordings.find("eth-insertion-attacks/14698418_1.json.gz"),
            Recordings.find(ATTACK));
        try (InputFeed feed = Feeds.open(files, "auto", FeedOptions.none()))
        {
            final FeedReading reading = FeedReading.of(feed);
            assertEquals(8, reading.events.size());
            assertTrue(reading.events.get(3).contains(",BLOCK_END,ETHEREUM,,,,,,,,,14677974,"), reading.events.get(3));
        }
    }

    @Test
    void shouldCostATransactionWhatItsLogsLack() throws IOException
    {
        final String whole = text(Recordings.find(ATTACK));
        // The victim's transfers are those of another token's contract now: which tokens its swap is of is not told.
        final String changed = whole.replace("\"topics\": [\n                        \"0xddf252ad",
            "\"topics\": [\n                        \"0xddf252ae");
        final FeedReading reading = read(Files.writeString(directory.resolve("changed.json"), changed));
        assertEquals(3, reading.failures.size(), reading.failures.toString());
        assertEquals("logs", reading.failures.get(0).field());
        assertTrue(reading.failures.get(0).position() > 1, reading.failures.toString());
        assertEquals(1, reading.events.size(), reading.events.toString());
    }

    @Test
    void shouldTellNothingOfADocumentThatIsCut() throws IOException
    {
        final String whole = text(Recordings.find(ATTACK));
        final Path cut = Files.writeString(directory.resolve("cut.json"), whole.substring(0, whole.length() - 3));
        final FeedReading reading = read(cut);
        assertEquals(List.of(), reading.events);
        assertEquals(1, reading.failures.size());
    }

    private static String text(final Path file) throws IOException
    {
        try (InputStream in = ByteSource.of(file).open())
        {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FeedReading read(final Path file)
    {
        try (InputFeed feed = Feeds.open(List.of(file), "auto", FeedOptions.none()))
        {
            assertTrue(feed.notes().get(0).contains("read as eth-receipts"), feed.notes().toString());
            return FeedReading.of(feed);
        }
    }
}
