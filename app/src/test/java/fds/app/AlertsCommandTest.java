package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.app.view.JournalFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code fds alerts} prints. */
class AlertsCommandTest
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
    void shouldPrintATable()
    {
        final CommandRun run = CommandRun.of("alerts", journal);

        assertEquals("""
            #  id                first event (UTC)           severity  score  detector  typology    instrument  \
            accounts          findings  state    summary
            1  0a11000000000001  2026-01-02 03:04:05.001000  high         70  D901      wash_trade  BTC-USD     \
            42, 0xabc,"=1+1"         3  updated  \
            Accounts 42, 0xabc,"=1+1" of desk traded 6 times on BTC-USD, ≈49,283.072 USD.
            2  0a22000000000002  2026-01-02 03:04:05.104000  low          10  D901      wash_trade  BTC-USD     \
            42                       1  opened   Accounts 42 of 42 traded 5 times on BTC-USD, (unknown).
            3  ff33000000000003  2026-01-02 03:04:05.105000  critical     99  D902      spoofing    ETH-USD     \
            -                        1  closed   Detector D902 recognised spoofing by (unknown) on ETH-USD.
            """, run.out());
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void shouldPrintEveryKeyOfTheFormatInItsOrder()
    {
        final CommandRun run = CommandRun.of("alerts", journal, "--json");

        assertEquals(3, run.lines().size());
        for (final String line : run.lines())
        {
            assertEquals(List.of("id", "detector", "typology", "version", "parameters", "episode", "venue",
                "instrument", "accounts", "owner_group", "first_sequence", "cause_sequence", "first_timestamp_ns",
                "cause_timestamp_ns", "score", "severity", "evidence", "predicates", "benefit", "tags", "summary_en",
                "summary_ko"), new ArrayList<>(Json.parse(line).keySet()));
        }
        final Map<String, Object> first = Json.parse(run.lines().get(0));
        assertEquals("0a11000000000001", first.get("id"));
        assertEquals("updated", first.get("episode"));
        assertEquals(List.of("42", JournalFixture.WALLET), first.get("accounts"));
        assertEquals("desk", first.get("owner_group"));
        assertEquals(8L, first.get("first_sequence"));
        assertEquals(JournalFixture.START_NANOS + 3_000_000, first.get("cause_timestamp_ns"));
        assertEquals(Map.of("sequence", 11L, "role", "trade"), Json.objects(first, "evidence").get(2));
        assertEquals(Map.of("name", "share", "measured", 123_456L, "threshold", 200_000L, "unit", "ppm", "passed",
            false), Json.objects(first, "predicates").get(2));
        assertEquals(Map.of("quote", "USD", "amount", "50000.25", "method", "washed_notional"), first.get("benefit"));
        assertEquals(List.of("MAR-A(c)", "KR-10-2"), first.get("tags"));
        assertEquals("계정 42, " + JournalFixture.WALLET + "이(가) BTC-USD에서 6회 거래했습니다.", first.get("summary_ko"));

        final Map<String, Object> unknown = Json.parse(run.lines().get(2));
        assertEquals("predicate_0", Json.objects(unknown, "predicates").get(0).get("name"));
        assertNull(unknown.get("benefit"));
        assertNull(unknown.get("owner_group"));
    }

    @Test
    void shouldPrintCsvForSpreadsheets()
    {
        final CommandRun run = CommandRun.of("alerts", journal, "--csv");

        assertTrue(run.out().startsWith("\uFEFFrow,id,detector,"));
        final String[] lines = run.out().split("\r\n");
        assertEquals(4, lines.length);
        assertEquals("2,0a22000000000002,D901,wash_trade,3,'0000000000001234,opened,low,10,V1,BTC-USD,42,42,14,14," +
            "2026-01-02T03:04:05.104Z,2026-01-02T03:04:05.104Z,1,,,,MAR-A(c); KR-10-2," +
            "\"Accounts 42 of 42 traded 5 times on BTC-USD, (unknown).\",계정 42이(가) BTC-USD에서 5회 거래했습니다.", lines[2]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--severity=high | 1 3",
        "--severity=critical | 3",
        "--detector=D901 | 1 2",
        "--detector=D007 | ''",
        "--instrument=ETH-USD | 3",
        "--account=42 | 1 2",
        "--account=nobody | ''",
        "--limit=2 | 2 3",
        "--from=#15 | 3",
        "--to=#13 | 1",
        "--from=#9 --to=#9 | 1",
        "--from=2026-01-02T03:04:05.104Z | 2 3",
        "--to=2026-01-02T03:04:05.104 | 1 2",
        "--from=1767323045105000000 | 3",
        "--to=2026-01-02 | 1 2 3",
        "--from=2026-01-03 | ''",
        "--severity=low --account=42 --limit=1 | 2" })
    void shouldFilter(final String options, final String rows)
    {
        final List<Object> args = new ArrayList<>(List.of("alerts", journal, "--csv"));
        args.addAll(List.of(options.split(" ")));
        final CommandRun run = CommandRun.of(args.toArray());

        assertEquals(0, run.exitCode());
        final List<String> found = run.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
        assertEquals(rows, String.join(" ", found));
        assertEquals(found.size() == 3 ? "" : "fds: " + found.size() + " of 3 alerts\n", run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--severity=grave | expected one of",
        "--detector=spoofing | must be D and a number",
        "--limit=0 | must be 1 or more",
        "--limit=some | is not an int",
        "--from=yesterday | must be an ISO-8601 time",
        "--from=2026-02-30 | must be an ISO-8601 time",
        "--from=#9 --to=#8 | --to must not be earlier",
        "--instrument=DOGE | must be one of this journal's: BTC-USD, ETH-USD",
        "--json --csv | mutually exclusive",
        "--colour | Unknown option" })
    void shouldRefuseBadArgumentsInOneLine(final String options, final String message)
    {
        final List<Object> args = new ArrayList<>(List.of("alerts", journal));
        args.addAll(List.of(options.split(" ")));
        final CommandRun run = CommandRun.of(args.toArray());

        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void shouldRefuseWhatIsNoJournal() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("file"), "text");
        final Path empty = Files.createDirectories(directory.resolve("empty"));
        for (final Path path : List.of(file, empty, directory.resolve("nowhere")))
        {
            for (final String command : List.of("alerts", "export"))
            {
                final CommandRun run = CommandRun.of(command, path);
                assertEquals(2, run.exitCode());
                assertEquals(1, run.err().lines().count(), run.err());
                assertTrue(run.err().contains(path.toString()), run.err());
            }
            assertEquals(2, CommandRun.of("explain", path, "1").exitCode());
        }
    }

    @Test
    void shouldSayThatThereAreNoAlerts()
    {
        final Path events = JournalFixture.writeEvents(directory.resolve("events-only"));
        final CommandRun run = CommandRun.of("alerts", events);

        assertEquals(0, run.exitCode());
        assertEquals("", run.out());
        assertEquals("fds: there are no alerts in " + events + "\n", run.err());
    }
}
