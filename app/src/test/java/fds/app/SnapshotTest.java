package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import fds.journal.snapshot.SnapshotDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that begins behind a snapshot comes to what a run comes to that nobody disturbed. */
class SnapshotTest
{
    private static final int EVENTS = 30_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:3" })
    void shouldGoOnBehindSnapshot(final String mode) throws Exception
    {
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 9, "--events", EVENTS, "--rate", 1_000, "--text-ids", "--out", flow)
            .exits(0);
        final Cli.Result calm = run(flow, "calm", mode);
        final List<String> rows = Files.readAllLines(flow);
        final int cut = EVENTS / 3 + new Random(mode.hashCode()).nextInt(EVENTS / 3);
        run(cut(rows, cut), "out", mode);
        final Path out = directory.resolve("out");
        Cli.run("follow", out, "--once").exits(0);
        assertEquals(1, SnapshotDirectory.list(out).size());
        run(cut(rows, cut + EVENTS / 6), "out", mode);

        final Cli.Result last = run(flow, "out", mode);
        assertTrue(last.err().contains("snapshot at sequence "), last.toString());
        shouldBeAlike(calm, last);
        Cli.run("verify", out).exits(0);
        // Accounts and groups that were named before the snapshot have their names.
        final List<String> alerts = alerts(calm);
        assertTrue(alerts.containsAll(alerts(last)), last.toString());
    }

    @Test
    void shouldSayWhenThereIsNothingToReplay() throws Exception
    {
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 4, "--events", 5_000, "--out", flow).exits(0);
        final Cli.Result first = run(flow, "out", "fused");
        Cli.run("follow", directory.resolve("out"), "--once").exits(0);
        final Cli.Result second = run(flow, "out", "fused");
        assertTrue(second.err().contains(" 0 events replayed"), second.toString());
        shouldBeAlike(first, second);
    }

    private static List<String> alerts(final Cli.Result result)
    {
        return result.out().lines().filter(line -> line.startsWith("{")).toList();
    }

    private static void shouldBeAlike(final Cli.Result expected, final Cli.Result actual)
    {
        for (final String key : List.of("decision_hash", "events", "last_sequence", "alerts", "findings",
            "blind_spots", "muted", "untrusted_books", "unseen_events", "crossed", "locked"))
        {
            assertEquals(expected.value(key), actual.value(key), key + " " + actual);
        }
    }

    private Path cut(final List<String> rows, final int count) throws Exception
    {
        return Files.write(directory.resolve("cut.csv"), rows.subList(0, count + 1));
    }

    private Cli.Result run(final Path flow, final String out, final String mode) throws Exception
    {
        // The same instruments whatever stands in the file.
        final Path config = Files.writeString(
            directory.resolve("fds.yaml"), "feeds:\n  files: " + flow.getFileName() + "\n");
        return Cli.run("run", "--config", config, "--out", directory.resolve(out), "--threads", mode, "--json")
            .exits(0);
    }
}
