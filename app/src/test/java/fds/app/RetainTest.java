package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import fds.journal.format.SegmentFile;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals are kept, held, compressed, and taken away on the record. */
class RetainTest
{
    private static final long DAY_NANOS = 86_400_000_000_000L;

    @TempDir
    Path directory;

    private Path data;

    @BeforeEach
    void write() throws IOException
    {
        data = directory.resolve("data");
        final Instant now = Instant.now();
        journal("a-old", now.minus(6 * 366, ChronoUnit.DAYS));
        journal("b-young", now.minus(30, ChronoUnit.DAYS));
    }

    @Test
    void shouldTellAgesAndChangeNothing() throws IOException
    {
        final List<Map<String, Object>> rows = rows("retain", data);

        assertEquals(List.of("due", "kept"), rows.stream().map(row -> row.get("state")).toList());
        assertTrue(Files.exists(data.resolve("a-old")));
        assertFalse(Files.exists(data.resolve("retention.jsonl")));
        assertEquals(List.of("kept", "kept"), rows("retain", data, "--keep", "7y").stream()
            .map(row -> row.get("state")).toList());
        assertEquals(List.of("due", "due"), rows("retain", data, "--keep", "10d").stream()
            .map(row -> row.get("state")).toList());
        final String table = Cli.run("retain", data).exits(0).out();
        assertTrue(table.lines().anyMatch(line -> line.startsWith("a-old ") && line.contains(" due ")), table);
    }

    @Test
    void shouldTakeAwayWhatIsDueOnTheRecord() throws IOException
    {
        final String hash = Cli.run("replay", data.resolve("a-old")).exits(0).value("decision_hash");
        Cli.run("retain", data, "--delete").refuses("--author");
        assertTrue(Files.exists(data.resolve("a-old")));

        Cli.run("retain", data, "--delete", "--author", "Records office").exits(0);

        assertFalse(Files.exists(data.resolve("a-old")));
        assertTrue(Files.exists(data.resolve("b-young")));
        final List<String> log = Files.readAllLines(data.resolve("retention.jsonl"));
        assertEquals(1, log.size());
        final Map<String, Object> line = Json.parse(log.get(0));
        assertEquals("a-old", line.get("journal"));
        assertEquals("Records office", line.get("author"));
        assertEquals("--keep 5y", line.get("rule"));
        assertEquals(hash, line.get("decision_hash"));
        assertEquals("kept", rows("retain", data).get(0).get("state"));
    }

    @Test
    void shouldKeepWhatIsHeld() throws IOException
    {
        final Path old = data.resolve("a-old");
        Cli.run("hold", old, "--case", "2026-17", "--author", "A. Counsel", "--reason", "court order").exits(0);
        Cli.run("hold", old, "--case", "2026-18", "--author", "A. Counsel", "--reason", "inquiry").exits(0);
        Cli.run("hold", old, "--case", "2026-17", "--author", "A. Counsel", "--reason", "twice").refuses("already");

        Cli.run("retain", data, "--delete", "--author", "Records office").exits(0);
        assertTrue(Files.exists(old));
        assertEquals("held for 2026-17, 2026-18", rows("retain", old).get(0).get("state"));

        Cli.run("hold", old, "--release", "--case", "2026-17", "--author", "A. Counsel", "--reason", "over").exits(0);
        Cli.run("hold", old, "--release", "--case", "2026-19", "--author", "B", "--reason", "none").refuses("2026-18");
        Cli.run("retain", data, "--delete", "--author", "Records office").exits(0);
        assertTrue(Files.exists(old));

        Cli.run("hold", old, "--release", "--case", "2026-18", "--author", "A. Counsel", "--reason", "over").exits(0);
        Cli.run("retain", data, "--delete", "--author", "Records office").exits(0);
        assertFalse(Files.exists(old));
    }

    @Test
    void shouldTakeNothingAwayWhenHoldCannotBeRead() throws IOException
    {
        final Path hold = Files.writeString(data.resolve("a-old/legal-hold.tsv"), "broken\n");

        Cli.run("retain", data, "--delete", "--author", "Records office").refuses(hold + ":1", "mended");

        assertTrue(Files.exists(data.resolve("a-old")));
    }

    @Test
    void shouldLeaveWhatIsBeingWritten() throws IOException
    {
        final Path old = data.resolve("a-old");
        try (Journal journal = Journal.open(old, JournalConfig.DEFAULT))
        {
            assertTrue(journal.events().lastSequence() > 0);
            assertEquals("being written", rows("retain", data).get(0).get("state"));
            Cli.run("retain", data, "--delete", "--author", "Records office", "--compress-whole").exits(0);
        }
        assertTrue(Files.exists(old));
        assertFalse(SegmentFile.isCompressed(SegmentFile.list(old.resolve("events")).get(0)));
    }

    @Test
    void shouldCompressWholeJournalsThatAreReadAsBefore() throws IOException
    {
        final Path young = data.resolve("b-young");
        final String hash = Cli.run("replay", young).exits(0).value("decision_hash");
        final String events = Cli.run("export", young).exits(0).out();
        final String alerts = Cli.run("alerts", young, "--json").exits(0).out();

        final List<Map<String, Object>> rows = rows("retain", data, "--compress-whole");

        assertEquals("compressed 2", rows.get(1).get("done"));
        assertTrue(SegmentFile.isCompressed(SegmentFile.list(young.resolve("events")).get(0)));
        assertEquals(hash, Cli.run("replay", young).exits(0).value("decision_hash"));
        assertEquals(events, Cli.run("export", young).exits(0).out());
        assertEquals(alerts, Cli.run("alerts", young, "--json").exits(0).out());
        assertTrue(Cli.run("verify", young).exits(0).out().contains("verify=ok"));
        assertEquals(null, rows("retain", data, "--compress-whole").get(1).get("done"));
    }

    @Test
    void shouldRefuseWhatCannotBeMeant() throws IOException
    {
        Cli.run("retain", directory.resolve("none")).refuses("no such directory");
        Cli.run("retain", Files.createDirectory(directory.resolve("empty"))).refuses("no journal");
        Cli.run("retain", data, "--keep", "forever").refuses("--keep is 'forever'", "5y");
        Cli.run("hold", directory, "--case", "1", "--author", "A", "--reason", "B").refuses("not a journal");
        Cli.run("hold", data.resolve("a-old"), "--case", "1\t2", "--author", "A", "--reason", "B").refuses("--case");
    }

    private void journal(final String name, final Instant last) throws IOException
    {
        final long end = last.getEpochSecond() * 1_000_000_000L;
        final StringBuilder rows = new StringBuilder("timestamp_ns,kind,instrument,order_id,account," +
            "counter_order_id,counter_account,side,price,quantity\n");
        for (int i = 0; i < 20; i++)
        {
            final long time = end - DAY_NANOS + i;
            rows.append(time).append(",NEW,X,").append(2 * i).append(1).append(",A,,,B,100,1\n").append(time)
                .append(",NEW,X,").append(2 * i).append(2).append(",A,,,S,100,1\n").append(time).append(",TRADE,X,")
                .append(2 * i).append("1,A,").append(2 * i).append("2,A,S,100,1\n");
        }
        rows.append(end).append(",MARK,X,,,,,,100,\n");
        final Path flow = Files.writeString(directory.resolve(name + ".csv"), rows);
        Cli.run("replay", flow, "--out", Files.createDirectories(data).resolve(name)).exits(0);
    }

    private static List<Map<String, Object>> rows(final Object... arguments)
    {
        final Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return Cli.run(all).exits(0).out().lines().map(Json::parse).toList();
    }
}
