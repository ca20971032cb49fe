package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fds.app.view.JournalFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code fds explain} prints. */
class ExplainCommandTest
{
    @TempDir
    private static Path directory;
    private static Path journal;

    @BeforeAll
    static void writeJournal()
    {
        journal = JournalFixture.write(directory.resolve("journal"));
    }

    @Test
    void shouldTellTheWholeStory() throws IOException
    {
        final CommandRun run = CommandRun.of("explain", journal, "1");

        assertEquals(golden("explain-1.txt"), run.out());
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void shouldExplainAnAlertOfADetectorItDoesNotHave() throws IOException
    {
        assertEquals(golden("explain-3.txt"), CommandRun.of("explain", journal, "last").out());
    }

    @Test
    void shouldTellTheSameAsJson()
    {
        final CommandRun run = CommandRun.of("explain", journal, "0a11", "--json");
        final Map<String, Object> explained = Json.parse(run.out().stripTrailing());

        assertEquals(CommandRun.of("alerts", journal, "--json").lines().get(0),
            run.out().substring("{\"alert\":".length(), run.out().indexOf(",\"row\":")));
        assertEquals(3L, explained.get("findings"));
        final Map<String, Object> notional = Json.objects(explained, "predicates").get(3);
        assertEquals(">=", notional.get("comparison"));
        assertEquals("≈1,048.576 USD", notional.get("threshold_text"));
        final List<Map<String, Object>> timeline = Json.objects(explained, "timeline");
        assertEquals(List.of(8L, 10L, 11L), timeline.stream().map(entry -> entry.get("sequence")).toList());
        assertEquals(List.of(0L, 1_000_000L, 2_000_000L),
            timeline.stream().map(entry -> entry.get("after_ns")).toList());
        assertEquals("TRADE", timeline.get(2).get("kind"));
        assertEquals("100000.5", timeline.get(2).get("price"));
        assertEquals("order-é", timeline.get(2).get("counter_order_id"));
        assertEquals(Map.of("bid_before", "100000.5", "ask_before", "100001.5", "bid_after", "100000", "ask_after",
            "100001.5"), explained.get("book"));
        assertEquals(Map.of("count_min", "5", "window_nanos", "60000000000"), explained.get("parameters"));
        assertEquals(List.of(Map.of("name", "repetition", "points", 50L), Map.of("name", "size", "points", 20L)),
            explained.get("score_parts"));
    }

    @ParameterizedTest
    @CsvSource({ "1, 0a11000000000001", "2, 0a22000000000002", "3, ff33000000000003", "last, ff33000000000003",
        "ff, ff33000000000003", "FF33, ff33000000000003", "0a2, 0a22000000000002",
        "0x0a11000000000001, 0a11000000000001" })
    void shouldFindAnAlertByRowPrefixOrLast(final String name, final String id)
    {
        final CommandRun run = CommandRun.of("explain", journal, name);

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("Alert " + id + " "), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0a | is the beginning of 2 alerts: 0a11000000000001, 0a22000000000002",
        "0a3 | nearest: 0a11000000000001, 0a22000000000002",
        "4 | must be a row number from 1 to 3",
        "99 | must be a row number from 1 to 3",
        "zebra | must be a row number from 1 to 3" })
    void shouldSayWhichAlertsThereAre(final String name, final String message)
    {
        final CommandRun run = CommandRun.of("explain", journal, name);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count());
        assertEquals("", run.out());
    }

    @Test
    void shouldSayWhenThereIsNothingToExplain()
    {
        final CommandRun run =
            CommandRun.of("explain", JournalFixture.writeEvents(directory.resolve("events-only")), "last");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("there are no alerts"), run.err());
    }

    private static String golden(final String name) throws IOException
    {
        try (InputStream resource = ExplainCommandTest.class.getResourceAsStream("/" + name))
        {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                .replace("{DIR}", journal.toString());
        }
    }
}
