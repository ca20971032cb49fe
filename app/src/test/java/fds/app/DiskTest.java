package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fds.journal.verify.JournalVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, read-only, or somebody else's: a clear word, and what is there is a journal. */
class DiskTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2");

    @TempDir
    Path directory;

    private Path disk;

    @AfterEach
    void unmount() throws Exception
    {
        if (disk != null)
        {
            isRun("umount", "-l", disk.toString());
        }
    }

    @Test
    void shouldStopWithClearWordWhenDiskIsFullAndGoOnWhenItIsLarger() throws Exception
    {
        final Path config = config(200_000);
        final Path calm = directory.resolve("calm");
        final Cli.Result undisturbed = Cli.run("run", "--config", config, "--out", calm).exits(0);
        mount("12m");
        for (final String mode : MODES)
        {
            final Path out = disk.resolve(mode.replace(':', '-'));
            final Cli.Result full = run(config, out, mode).exits(3).hasNoStackTraceLines();
            assertTrue(full.err().contains("has no room"), full.toString());
            assertTrue(full.err().contains("errors"), full.toString());
            assertTrue(logOf(full).contains("JournalFullException"), full.toString());
            assertEquals(List.of(), JournalVerifier.verify(out).problems(), full.toString());
            final long events = JournalVerifier.verify(out).events();
            assertTrue(events > 1_000, full.toString());

            // Nothing was made room for: it says so again and harms nothing.
            final Cli.Result again = run(config, out, mode);
            assertTrue(again.code() == 2 || again.code() == 3, again.toString());
            again.hasNoStackTraceLines();
            assertTrue(again.err().contains("room") || again.err().contains("reserved"), again.toString());
            assertEquals(List.of(), JournalVerifier.verify(out).problems(), again.toString());
            assertTrue(JournalVerifier.verify(out).events() >= events, again.toString());

            assertTrue(isRun("mount", "-o", "remount,size=150m", disk.toString()), "cannot enlarge " + disk);
            final Cli.Result larger = run(config, out, mode).exits(0);
            for (final String key : List.of("decision_hash", "events", "last_sequence", "alerts"))
            {
                assertEquals(undisturbed.value(key), larger.value(key), key + " of " + larger);
            }
            assertEquals(undisturbed.value("decision_hash"),
                Cli.run("verify", out).exits(0).value("decision_hash"), mode);
            Cli.remove(out);
            assertTrue(isRun("mount", "-o", "remount,size=12m", disk.toString()), "cannot shrink " + disk);
        }
    }

    @Test
    void shouldKeepWhatReplayJournaledWhenDiskIsFull() throws Exception
    {
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 8, "--events", 200_000, "--out", flow).exits(0);
        mount("12m");
        final Path out = disk.resolve("out");
        try (Cli.Child child = Cli.start(
            directory.resolve("words"), "replay", flow, "--out", out, "--set", "deployment.journal.reserve=2Mi"))
        {
            final Cli.Result full = child.await().exits(3).hasNoStackTraceLines();
            assertTrue(full.err().contains("has no room"), full.toString());
            assertTrue(logOf(full).contains("JournalFullException"), full.toString());
        }
        assertEquals(List.of(), JournalVerifier.verify(out).problems());
        Cli.run("replay", out).exits(0);
        // Behind its events it may be; that is said, and it is not called damaged.
        final Cli.Result verified = Cli.run("verify", out);
        assertTrue(
            verified.code() == 0 || verified.out().contains(" was made now and is not in "), verified.toString());
    }

    @Test
    void shouldSayThatAlertsDoNotFit() throws Exception
    {
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 8, "--events", 60_000, "--episodes", "self_wash=500", "--out", flow).exits(0);
        mount("4k");
        final Path alerts = disk.resolve("alerts.json");
        final Cli.Result full = Cli.run("replay", flow, "--alerts", alerts, "--set", "detectors.D01.notional_usd=1",
            "--set", "detectors.D01.match_count=2");
        assertTrue(full.code() == 2 || full.code() == 3, full.toString());
        assertTrue(full.err().contains(alerts.toString()), full.toString());
        full.hasNoStackTraceLines();
        assertFalse(Files.exists(alerts), "half of the alerts were left as if they were all");
    }

    @Test
    void shouldNotStartWithoutRoom() throws Exception
    {
        mount("1m");
        final Cli.Result full = run(config(1_000), disk.resolve("out"), "fused").exits(2).hasNoStackTraceLines();
        assertTrue(full.err().contains("cannot be reserved"), full.toString());
    }

    @Test
    void shouldRefuseWhereNothingCanBeWritten() throws Exception
    {
        final Path config = config(1_000);
        final Path file = Files.writeString(directory.resolve("file"), "something");
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 8, "--events", 1_000, "--out", flow).exits(0);
        for (final Path out : List.of(file, file.resolve("below")))
        {
            Cli.run("run", "--config", config, "--out", out).refuses(out.toString());
            Cli.run("replay", flow, "--out", out).refuses(out.toString());
            Cli.run("import", flow, "--journal", out).refuses(out.toString());
            Cli.run("demo", "--seconds", 1, "--out", out).refuses(out.toString());
        }
        Cli.run("replay", flow, "--alerts", file.resolve("alerts.json")).refuses("alerts.json");
        Cli.run("replay", flow, "--alerts", directory.resolve("no/alerts.json")).refuses("alerts.json");
        Cli.run("replay", flow, "--alerts", directory).refuses(directory.toString());
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", file.resolve("x.csv")).refuses("x.csv");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", directory.resolve("no/x.csv")).refuses("x.csv");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--format", "orderflow", "--out", file.resolve("x"))
            .refuses("file");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", directory.resolve("x.csv"), "--labels",
            directory.resolve("no/labels.csv")).refuses("labels.csv");
        assertEquals("something", Files.readString(file));

        mount("16m");
        assertTrue(isRun("mount", "-o", "remount,ro", disk.toString()), "cannot make it read-only");
        Cli.run("run", "--config", config, "--out", disk.resolve("out")).refuses(disk.resolve("out").toString());
        Cli.run("replay", flow, "--out", disk.resolve("out")).refuses(disk.resolve("out").toString());
        Cli.run("replay", flow, "--alerts", disk.resolve("alerts")).refuses(disk.resolve("alerts").toString());
    }

    @Test
    void shouldRefuseSecondWriter() throws Exception
    {
        final Path config = Files.writeString(directory.resolve("slow.yaml"),
            "feeds:\n  simulator:\n    seed: 7\n    events: 100M\n  pace: 1000\n");
        final Path out = directory.resolve("out");
        try (Cli.Child child = Cli.start(directory.resolve("words"), "run", "--config", config, "--out", out))
        {
            final long patience = System.nanoTime() + 60_000_000_000L;
            while (!Files.exists(out.resolve("decisions/metadata.cq4t")))
            {
                assertTrue(child.isAlive() && System.nanoTime() < patience, child.errSoFar());
                Thread.sleep(10);
            }
            Cli.run("run", "--config", config, "--out", out)
                .refuses(out.toString(), "already being written by process " + child.pid());
            Cli.run("replay", config, "--format", "csv", "--out", out).refuses(out.toString());
            assertTrue(child.isAlive(), child.errSoFar());
            child.terminate().exits(143);
        }
        Cli.run("verify", out).exits(0);
    }

    private Path config(final long events) throws IOException
    {
        return Files.writeString(directory.resolve("fds.yaml"),
            "feeds:\n  simulator:\n    seed: 8\n    events: " + events + "\n" +
            "deployment:\n  journal:\n    reserve: 2Mi\n");
    }

    private Cli.Result run(final Path config, final Path out, final String mode) throws IOException
    {
        try (Cli.Child child = Cli.start(
            directory.resolve("words"), "run", "--config", config, "--out", out, "--threads", mode))
        {
            return child.await();
        }
    }

    /** The error log that a result names. */
    private static String logOf(final Cli.Result result) throws IOException
    {
        final String name = result.err().replaceAll("(?s).*the engine failed, see (\\S+).*", "$1");
        return Files.readString(Path.of(name));
    }

    private void mount(final String size) throws Exception
    {
        final Path point = Files.createDirectory(directory.resolve("disk"));
        Assumptions.assumeTrue(isRun("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", point.toString()),
            "needs the right to mount a small tmpfs (root)");
        disk = point;
    }

    private static boolean isRun(final String... command) throws InterruptedException
    {
        try
        {
            final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        }
        catch (final IOException e)
        {
            return false;
        }
    }
}
