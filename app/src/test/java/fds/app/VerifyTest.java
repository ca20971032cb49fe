package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of a journal can be changed unnoticed, and the record it was changed in is named. */
class VerifyTest
{
    private static final int FLIPS = Cli.isLarge() ? 1_000 : 300;

    @TempDir
    Path directory;

    private final Random random = new Random(41);
    private Path journal;
    private List<RawQueue> queues;

    @BeforeEach
    void keep() throws IOException
    {
        final Path flow = directory.resolve("flow.csv");
        journal = directory.resolve("journal");
        Cli.run("simulate", "--seed", 42, "--events", 3_000, "--text-ids", "--out", flow).exits(0);
        final Cli.Result kept =
            Cli.run("replay", flow, "--out", journal, "--set", "capacity.orders_per_partition=16").exits(0);
        queues = List.of(new RawQueue(journal, "events"), new RawQueue(journal, "decisions"));
        assertEquals(kept.number("last_sequence"), queues.get(0).records.size());
        assertTrue(queues.get(1).records.size() > 100, kept.toString());
    }

    @Test
    void shouldNameTheRecordOfAnyChangedByte() throws IOException
    {
        for (int i = 0; i < FLIPS; i++)
        {
            final RawQueue queue = queues.get(i % 2);
            final RawQueue.Range range = queue.records.get(random.nextInt(queue.records.size()));
            final int at = range.start() + random.nextInt(range.end() - range.start());
            queue.put(at, (byte)(queue.bytes[at] ^ 1 << random.nextInt(8)));
            final Cli.Result result = Cli.run("verify", journal).exits(1).hasNoStackTrace();
            final String name =
                (i % 2 == 0 ? "events: event sequence " : "decisions: decision record ") + range.record();
            assertTrue(result.out().lines().findFirst().orElseThrow().matches(name + "\\b.*"),
                "flip " + i + " at " + at + " of " + range + ": " + result);
            assertTrue(result.lastLine().startsWith("verify=failed problems=1 "), result.toString());
            if (i % 10 == 0)
            {
                refusesToReadOn(queue, range);
            }
            queue.put(at, queue.bytes[at]);
        }
        Cli.run("verify", journal).exits(0);
    }

    @Test
    void shouldNeverCrashOnChangedBytesOutsideRecords() throws IOException
    {
        int noticed = 0;
        for (int i = 0; i < FLIPS / 2; i++)
        {
            final RawQueue queue = queues.get(i % 2);
            int at = random.nextInt(queue.end);
            while (queue.isOfRecord(at))
            {
                at = random.nextInt(queue.end);
            }
            queue.put(at, (byte)(queue.bytes[at] ^ 1 << random.nextInt(8)));
            final Cli.Result result = Cli.run("verify", journal).hasNoStackTrace();
            // Chronicle keeps hints in its own pages which nobody reads for content.
            assertTrue(result.code() == 0 || result.code() == 1, result.toString());
            noticed += result.code();
            if (i % 5 == 0)
            {
                final Cli.Result replay = Cli.run("replay", journal).hasNoStackTrace();
                assertTrue(replay.code() == 0 || replay.code() == 2, replay.toString());
            }
            queue.put(at, queue.bytes[at]);
        }
        assertTrue(noticed > FLIPS / 4, noticed + " of " + FLIPS / 2 + " were noticed");
        Cli.run("verify", journal).exits(0);
    }

    @Test
    void shouldSurviveCutAndEmptyFiles() throws IOException
    {
        for (int i = 0; i < 20; i++)
        {
            final RawQueue queue = queues.get(i % 2);
            Files.write(queue.file, java.util.Arrays.copyOf(queue.bytes, i < 2 ? 0 : random.nextInt(queue.end)));
            final Cli.Result verified = Cli.run("verify", journal).hasNoStackTrace();
            assertTrue(verified.code() == 1 || verified.code() == 2, verified.toString());
            final Cli.Result replayed = Cli.run("replay", journal).hasNoStackTrace();
            assertTrue(replayed.code() == 0 || replayed.code() == 2, replayed.toString());
            Files.write(queue.file, queue.bytes);
        }
        Cli.run("verify", journal).exits(0);
    }

    @Test
    void shouldRefuseToGoOnBehindDamage() throws IOException
    {
        final Path config = Files.writeString(directory.resolve("fds.yaml"), "feeds:\n  files: flow.csv\n");
        for (final RawQueue queue : queues)
        {
            final RawQueue.Range range = queue.records.get(queue.records.size() / 2);
            queue.put(range.start() + 3, (byte)(queue.bytes[range.start() + 3] ^ 1));
            for (final String mode : List.of("inline", "fused", "pipelined"))
            {
                final Cli.Result result = Cli.run("run", "--config", config, "--out", journal, "--threads", mode,
                    "--set", "capacity.orders_per_partition=16").exits(2).hasNoStackTrace();
                assertTrue(result.err().contains("damaged"), result.toString());
            }
            queue.put(range.start() + 3, queue.bytes[range.start() + 3]);
        }
        Cli.run("verify", journal).exits(0);
    }

    @Test
    void shouldNameDecisionThatAnotherProgramWouldNotMake() throws IOException
    {
        final Path other = directory.resolve("other");
        Cli.run("replay", directory.resolve("flow.csv"), "--out", other).exits(0);
        final Path mixed = Files.createDirectories(directory.resolve("mixed"));
        Files.createSymbolicLink(mixed.resolve("events"), journal.resolve("events"));
        Files.createSymbolicLink(mixed.resolve("decisions"), other.resolve("decisions"));
        final Cli.Result result = Cli.run("verify", mixed).exits(1);
        assertTrue(result.out().contains("decision record 0 "), result.toString());
    }

    private void refusesToReadOn(final RawQueue queue, final RawQueue.Range range)
    {
        final Cli.Result replay = Cli.run("replay", journal);
        if (queue == queues.get(0))
        {
            replay.refuses("damaged", "event sequence " + range.record());
        }
        else
        {
            replay.exits(0);
            Cli.run("verify", journal, "--expect", journal).refuses("decision record " + range.record());
        }
    }
}
