package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

import fds.journal.format.JournalIdentity;
import fds.journal.snapshot.SnapshotDirectory;
import fds.journal.snapshot.SnapshotReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A follower beside a run, both killed and started again; snapshots that are refused. */
class FollowTest
{
    private static final int EVENTS = 24_000;
    private static final int PACE = 8_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:2" })
    void shouldComeToTheSameWhenBothAreKilled(final String mode) throws Exception
    {
        final Path config = config("", EVENTS);
        final Path paced = config("  pace: " + PACE + "\n", EVENTS);
        final Cli.Result calm = Cli.run("run", "--config", config, "--out", directory.resolve("calm")).exits(0);
        final Path out = directory.resolve("out");
        final Path words = directory.resolve("words");
        final Random random = new Random(mode.hashCode());
        final StringBuilder story = new StringBuilder(mode);
        for (int round = 0; round < 2; round++)
        {
            try (Cli.Child follower = Cli.start(words, "follow", out, "--every", "100ms", "--keep", 2);
                Cli.Child run = Cli.start(words, "run", "--config", paced, "--out", out, "--threads", mode))
            {
                awaitSnapshots(out, 1 + round, run, follower);
                final long millis = random.nextInt(400);
                Thread.sleep(millis);
                // Perhaps in the middle of a snapshot.
                (random.nextBoolean() ? follower : run).kill();
                Thread.sleep(random.nextInt(50));
                run.kill();
                follower.kill();
                story.append(", killed ").append(millis).append(" ms later");
            }
        }
        assertTrue(SnapshotDirectory.list(out).size() <= 2, SnapshotDirectory.list(out).toString());

        final Cli.Result last = Cli.run("run", "--config", config, "--out", out, "--threads", mode).exits(0);
        assertTrue(last.err().contains("ready in ") && last.err().contains("ms: snapshot at sequence "),
            story + " " + last);
        for (final String key : List.of("decision_hash", "events", "last_sequence", "alerts", "findings"))
        {
            assertEquals(calm.value(key), last.value(key), key + " " + story + " " + last);
        }
        assertEquals(calm.value("decision_hash"), Cli.run("verify", out).exits(0).value("decision_hash"));

        // A follower that is started again goes on behind its own newest snapshot.
        final Cli.Result again = Cli.run("follow", out, "--once", "--keep", 2).exits(0);
        assertTrue(again.err().contains("behind the snapshot of event "), again.toString());
        assertTrue(again.out().contains("sequence=" + calm.value("last_sequence")), again.toString());
    }

    @Test
    void shouldUseAnOlderOneWhenTheNewestIsRefused() throws Exception
    {
        final Path out = directory.resolve("out");
        final Cli.Result calm = twoSnapshots(out);
        final List<Path> files = SnapshotDirectory.list(out);
        assertEquals(2, files.size());
        final byte[] newest = Files.readAllBytes(files.get(0));
        final long older = SnapshotReader.headOf(files.get(1)).sequence();

        final byte[] changed = newest.clone();
        changed[changed.length / 2] ^= 4;
        Files.write(files.get(0), changed);
        shouldStartAt(older, "it is damaged: section ", out, calm);

        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.BUILD));
        shouldStartAt(older, "it is of build other, this is fds-", out, calm);
        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.CONFIG));
        shouldStartAt(older, "it is of another configuration", out, calm);
        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.JOURNAL));
        shouldStartAt(older, "it is of another journal", out, calm);
        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.DOCUMENT));
        shouldStartAt(older, "it is of another journal, or ahead of this one", out, calm);
        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.DECISIONS));
        shouldStartAt(older, "it is ahead of the journal", out, calm);
        Files.write(files.get(0), Doctored.head(newest, Doctored.Field.SHAPE));
        shouldStartAt(older, "it was taken with other, this runs with capacity.texts=", out, calm);

        for (final Path file : files)
        {
            Files.write(file, new byte[100]);
        }
        shouldStartAt(0, "it is damaged: there is no head", out, calm);
        Files.write(files.get(0), newest);
        assertTrue(run(out).err().contains("snapshot at sequence " + SnapshotReader.headOf(files.get(0)).sequence()));
    }

    @Test
    void shouldRefuseSnapshotOfAnotherJournalWithTheSameEnd() throws Exception
    {
        final Path out = directory.resolve("out");
        final Path other = directory.resolve("other");
        final Cli.Result calm = twoSnapshots(out);
        run(other);
        Files.createDirectories(other.resolve("snapshots"));
        for (final Path file : SnapshotDirectory.list(out))
        {
            Files.copy(file, other.resolve("snapshots").resolve(file.getFileName()));
        }
        shouldStartAt(0, "it is of another journal, with the name " + JournalIdentity.of(out), other, calm);
    }

    @Test
    void shouldGoOnWithAnotherConfiguration() throws Exception
    {
        final Path out = directory.resolve("out");
        twoSnapshots(out);
        final Path plain = directory.resolve("plain");
        final List<String> options = List.of("--set", "detectors.D17.enabled=false");
        run(plain);
        final Path config = config("", EVENTS);
        final Cli.Result expected = Cli.run("run", "--config", config, "--out", plain, options).exits(0);
        final Cli.Result actual = Cli.run("run", "--config", config, "--out", out, options).exits(0);
        assertTrue(actual.err().contains("snapshot at sequence "), actual.toString());
        assertTrue(expected.err().contains("no snapshot"), expected.toString());
        assertEquals(expected.value("decision_hash"), actual.value("decision_hash"));
        // Other dictionaries: the state does not fit, and all is replayed.
        final Cli.Result wider = Cli.run("run", "--config", config, "--out", out, "--set", "capacity.texts=300000")
            .exits(0);
        assertTrue(wider.err().contains("it was taken with capacity.texts=262144"), wider.toString());
        // The follower finds out by itself which they are.
        Cli.run("follow", out, "--once").exits(0);
        final Cli.Result then = Cli.run("run", "--config", config, "--out", out, "--set", "capacity.texts=300000")
            .exits(0);
        assertTrue(then.err().contains(" 0 events replayed"), then.toString());
    }

    @Test
    void shouldSayThatDecisionsDiffer() throws Exception
    {
        final Path out = directory.resolve("out");
        final Path other = directory.resolve("other");
        run(out);
        Cli.run("run", "--config", config("", EVENTS), "--out", other, "--set", "detectors.D02.enabled=false")
            .exits(0);
        // The decisions of another run beside these events.
        Cli.remove(out.resolve("decisions"));
        Files.move(other.resolve("decisions"), out.resolve("decisions"));
        final Cli.Result result = Cli.run("follow", out, "--once").exits(1);
        assertTrue(result.err().contains("IS NOT WHAT THIS PROGRAM DECIDES"), result.toString());
        assertEquals(List.of(), SnapshotDirectory.list(out));
    }

    @Test
    void shouldSaySoWhenTheDiskIsFull() throws Exception
    {
        final Path out = directory.resolve("out");
        final Path disk = Files.createDirectories(out.resolve("snapshots"));
        Assumptions.assumeTrue(isRun("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
            "needs the right to mount a small tmpfs (root)");
        final Path endless = Files.writeString(directory.resolve("endless.yaml"),
            "feeds:\n  simulator:\n    seed: 7\n    events: 100M\n  pace: " + PACE + "\n");
        try (Cli.Child follower = Cli.start(directory.resolve("words"), "follow", out, "--every", "100ms");
            Cli.Child run = Cli.start(directory.resolve("words"), "run", "--config", endless, "--out", out))
        {
            await(() -> follower.errSoFar().contains("those that are there stay, and the run is not touched"),
                follower, run);
            assertEquals(List.of(), SnapshotDirectory.list(out));
            assertTrue(isRun("mount", "-o", "remount,size=256m", disk.toString()));
            awaitSnapshots(out, 1, follower, run);
            run.terminate().exits(143);
            follower.terminate().exits(143);
        }
        finally
        {
            isRun("umount", disk.toString());
        }
        Cli.run("verify", out).exits(0);
    }

    @Test
    void shouldRefuseWhatCannotBeFollowed() throws Exception
    {
        Cli.run("follow", directory.resolve("none"), "--once").refuses("there is no such directory");
        Cli.run("follow", directory, "--every", "soon").refuses("--every is 'soon'");
        Cli.run("follow", directory, "--every", "1ms").refuses("--every is 1ms: must be 100ms or more");
        Cli.run("follow", directory, "--keep", 0).refuses("--keep is 0: must be 1 to 1000");
        final Path imported = directory.resolve("imported");
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 3, "--events", 40_000, "--rate", 1_000, "--out", flow).exits(0);
        Cli.run("import", flow, "--journal", imported).exits(0);
        final Cli.Result owed = Cli.run("follow", imported, "--once").exits(1);
        assertTrue(owed.err().contains("the journal lacks "), owed.toString());
    }

    private Cli.Result twoSnapshots(final Path out) throws Exception
    {
        final Cli.Result calm = run(directory.resolve("calm"));
        Cli.run("run", "--config", config("", EVENTS / 3), "--out", out).exits(0);
        Cli.run("follow", out, "--once").exits(0);
        Cli.run("run", "--config", config("", EVENTS / 2), "--out", out).exits(0);
        Cli.run("follow", out, "--once").exits(0);
        run(out);
        return calm;
    }

    private void shouldStartAt(final long sequence, final String reason, final Path out, final Cli.Result calm)
        throws IOException
    {
        final Cli.Result result = run(out);
        assertTrue(result.err().contains("is not used: " + reason), reason + " " + result);
        assertTrue(result.err().contains(sequence == 0 ? "ms: no snapshot, " : "ms: snapshot at sequence " + sequence),
            result.toString());
        assertEquals(calm.value("decision_hash"), result.value("decision_hash"), reason);
    }

    private Cli.Result run(final Path out) throws IOException
    {
        return Cli.run("run", "--config", config("", EVENTS), "--out", out).exits(0);
    }

    /** A run on the first rows of one and the same flow. */
    private Path config(final String more, final int events) throws IOException
    {
        final Path flow = directory.resolve("flow.csv");
        if (!Files.exists(flow))
        {
            Cli.run("simulate", "--seed", 9, "--events", EVENTS, "--rate", 1_000, "--text-ids", "--out", flow)
                .exits(0);
        }
        final Path cut = directory.resolve("flow-" + events + ".csv");
        Files.write(cut, Files.readAllLines(flow).subList(0, events + 1));
        return Files.writeString(directory.resolve("fds-" + events + "-" + more.length() + ".yaml"),
            "feeds:\n  files: " + cut.getFileName() + "\n" + more);
    }

    /** Snapshots that begin behind all there are, so many. */
    private static void awaitSnapshots(final Path out, final int count, final Cli.Child... children)
        throws InterruptedException
    {
        final List<Path> before = SnapshotDirectory.list(out);
        final List<Path> seen = new ArrayList<>();
        await(() ->
        {
            SnapshotDirectory.list(out).stream().filter(file -> !before.contains(file) && !seen.contains(file))
                .forEach(seen::add);
            return seen.size() >= count;
        }, children);
    }

    private static void await(final BooleanSupplier until, final Cli.Child... children)
        throws InterruptedException
    {
        final long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!until.getAsBoolean())
        {
            for (final Cli.Child child : children)
            {
                assertTrue(child.isAlive() && System.nanoTime() < patience, child.errSoFar());
            }
            Thread.sleep(5);
        }
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

    /** A snapshot whose head says something else, whole by its own CRCs. */
    private static final class Doctored
    {
        private enum Field
        {
            BUILD, CONFIG, JOURNAL, DOCUMENT, DECISIONS, SHAPE
        }

        private static final int TEXTS = 72;

        private Doctored()
        {
        }

        static byte[] head(final byte[] snapshot, final Field field)
        {
            final ByteBuffer from = ByteBuffer.wrap(snapshot.clone()).order(ByteOrder.LITTLE_ENDIAN);
            final int bytes = from.getInt(8);
            switch (field)
            {
                case DOCUMENT -> from.putInt(40, ~from.getInt(40));
                case DECISIONS -> from.putLong(48, from.getLong(48) + 1_000_000);
                case CONFIG -> from.putLong(64, ~from.getLong(64));
                default ->
                {
                    // one of the texts
                }
            }
            final ByteBuffer to = ByteBuffer.allocate(2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
            to.put(from.array(), 0, TEXTS);
            from.position(TEXTS);
            for (final Field text : new Field[] {null, Field.JOURNAL, Field.BUILD, Field.SHAPE})
            {
                final byte[] old = new byte[from.getShort()];
                from.get(old);
                final byte[] now = text == field ? "other".getBytes(StandardCharsets.UTF_8) : old;
                to.putShort((short)now.length).put(now);
            }
            to.putInt(8, to.position() + 4);
            final CRC32C crc = new CRC32C();
            crc.update(to.array(), 0, to.position());
            to.putInt((int)crc.getValue());
            final byte[] doctored = Arrays.copyOf(to.array(), to.position() + snapshot.length - bytes);
            System.arraycopy(snapshot, bytes, doctored, to.position(), snapshot.length - bytes);
            return doctored;
        }
    }
}
