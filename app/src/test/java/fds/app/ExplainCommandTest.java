package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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
    void shouldTellEngineTimeOfWhatTheVenueDidNotTime()
    {
        final Path ticked = JournalFixture.writeTickAlert(directory.resolve("ticked"));

        final List<String> explained = CommandRun.of("explain", ticked, "1").lines();
        assertTrue(explained.contains("  when        2026-01-02T03:04:05.100Z"), explained.toString());
        final String row = CommandRun.of("alerts", ticked).lines().get(1);
        assertTrue(row.contains(" 2026-01-02 03:04:05.100000 "), row);
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

    @Test
    void shouldTellWhatFollowedFromAnAlertAndNoOther()
    {
        final Path followed = JournalFixture.writeAftermath(directory.resolve("followed"));
        final String text = CommandRun.of("explain", followed, "1").out();
        final String ofThird = CommandRun.of("explain", followed, "3").out();
        final Map<String, Object> json = Json.parse(CommandRun.of("explain", followed, "1", "--json").out().strip());

        assertTrue(text.contains("account 42  low → high     61  pattern +35.0, findings (35)"), text);
        assertTrue(text.contains("cancel_orders  issued  42       high   needed    2026-01-02 03:04:14.000000"), text);
        assertFalse(text.contains("account 43"), text);
        assertFalse(text.contains("notify_admin"), text);
        assertTrue(ofThird.contains("none: no change of risk") && ofThird.contains("none: no action"), ofThird);
        assertEquals("high", Json.objects(json, "risk_changes").get(0).get("level_after"));
        assertEquals(List.of("cancel_orders"),
            Json.objects(json, "actions").stream().map(action -> action.get("kind")).toList());
    }

    @Test
    void shouldBeAPageThatNeedsNothingElse()
    {
        final String page = CommandRun.of("explain", journal, "1", "--format", "html").out();

        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), page);
        assertFalse(page.matches("(?s).*(<script|<link|<img|src=|href=|url\\((?!#)|@import).*"), page);
        assertEquals(List.of("http://www.w3.org/2000/svg"),
            Pattern.compile("https?://[^\"'<> ]+").matcher(page).results().map(MatchResult::group).toList());
        for (final String part : List.of("0xabc,&quot;=1+1&quot;", "<svg ", "<p lang=\"ko\">계정 42",
            "Measured against thresholds", "prefers-color-scheme: dark", "@media print", "1.5 → 1",
            "./fds replay " + journal, "<td class=\"good\">+1 (+20 %)<div class=\"bar\"><i style=\"width:60.0%\">"))
        {
            assertTrue(page.contains(part), part + " is not in " + page);
        }
        assertFalse(page.contains("\"=1+1\""), page);
        for (final String tag : List.of("section", "table", "td", "tr", "p", "div", "figure", "svg", "pre"))
        {
            assertEquals(count(page, "<" + tag + "[ >]"), count(page, "</" + tag + ">"), tag);
        }
    }

    @Test
    void shouldSpeakKorean()
    {
        final String text = CommandRun.of("explain", journal, "1", "--lang", "ko").out();

        assertTrue(text.startsWith("경보 0a11000000000001 (#1): high, 점수 70 / 100"), text);
        assertTrue(text.contains("조건 5개 가운데 4개가 충족되었습니다; 미충족: share"), text);
        assertTrue(CommandRun.of("explain", journal, "1", "--lang", "ko", "--format", "html").out()
            .contains("<html lang=\"ko\">"));
    }

    @Test
    void shouldWriteTheSameToAFile() throws IOException
    {
        final Path file = directory.resolve("page.html");
        final CommandRun run = CommandRun.of("explain", journal, "1", "--format", "html", "--out", file);

        assertEquals("", run.out());
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(CommandRun.of("explain", journal, "1", "--format", "html").out(), Files.readString(file));
    }

    @Test
    void shouldRefuseInOneLine()
    {
        final Path bare = JournalFixture.writeWithoutConfig(directory.resolve("bare"));
        Cli.run("explain", bare, "1").refuses("bare", "holds no configuration");
        Cli.run("explain", directory.resolve("nowhere"), "1").refuses("nowhere");
        Cli.run("explain", journal, "1", "--lang", "fr").refuses("--lang is 'fr'", "en or ko");
        Cli.run("explain", journal, "1", "--format", "pdf").refuses("--format is 'pdf'", "text, json or html");
        Cli.run("explain", journal, "1", "--json", "--format", "html").refuses("--json", "exclude each other");
        Cli.run("explain", journal, "1", "--out", directory.resolve("none/page.html")).refuses("--out");
    }

    @Test
    void shouldRecomputeTheAlertAsItSays()
    {
        final Path flow = directory.resolve("flow.csv");
        final Path simulated = directory.resolve("simulated");
        Cli.run("simulate", "--seed", 7, "--events", 60_000, "--out", flow).exits(0);
        Cli.run("replay", flow, "--out", simulated).exits(0);
        final Map<String, Object> told = Json.parse(CommandRun.of("explain", simulated, "1", "--json").out().strip());
        final String alert = CommandRun.of("alerts", simulated, "--json").lines().get(0);

        final String[] verify = told.get("verify").toString().split(" ");
        final String[] replay = told.get("replay").toString().split(" ");
        assertEquals("./fds", replay[0]);
        Cli.run(List.of(verify).subList(1, verify.length)).exits(0);
        final List<String> recomputed =
            Cli.run(List.of(replay).subList(1, replay.length)).exits(0).out().lines().toList();
        assertTrue(recomputed.contains(alert), alert + " is not in " + recomputed);
    }

    private static long count(final String text, final String pattern)
    {
        return Pattern.compile(pattern).matcher(text).results().count();
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
