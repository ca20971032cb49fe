package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import fds.journal.hash.DecisionHash;
import fds.journal.read.EventReader;
import fds.journal.verify.JournalVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, again and again, and goes on comes to the same journals as one that nobody disturbed. */
class KillTest
{
    private static final int KILLS = 5;
    private static final long EVENTS = 30_000;
    private static final long PACE = 10_000;
    private static final List<String> MODES = List.of("fused", "pipelined", "sharded:2", "inline");

    @TempDir
    Path directory;

    private final Random random = new Random(21);
    private int deaths;

    @Test
    void shouldComeToTheSameJournalsWhenKilledOnFile() throws Exception
    {
        final Path flow = directory.resolve("flow.csv.gz");
        Cli.run("simulate", "--seed", 5, "--events", EVENTS, "--text-ids", "--out", flow).exits(0);
        shouldComeToTheSame("feeds:\n  files: flow.csv.gz\n");
    }

    @Test
    void shouldComeToTheSameJournalsWhenKilledOnSimulator() throws Exception
    {
        shouldComeToTheSame(
            "feeds:\n  simulator:\n    seed: 6\n    events: " + EVENTS + "\n    text_ids: true\n");
    }

    @Test
    void shouldFinishWhatWasTakenWhenTerminated() throws Exception
    {
        final Path config = Files.writeString(directory.resolve("fds.yaml"),
            "feeds:\n  simulator:\n    seed: 7\n    events: 100M\n  pace: 20000\n");
        for (final String mode : MODES)
        {
            final Path out = directory.resolve(mode.replace(':', '-'));
            try (Cli.Child child =
                Cli.start(directory.resolve("words"), "run", "--config", config, "--out", out, "--threads", mode))
            {
                awaitSomething(child, out);
                while (child.isAlive() && JournalVerifier.verify(out).events() < 5_000)
                {
                    Thread.sleep(50);
                }
                final Cli.Result result = child.terminate().exits(143).hasNoStackTrace();
                final Cli.Result verified = Cli.run("verify", out).exits(0);
                for (final String key : List.of("decision_hash", "events", "last_sequence", "alerts"))
                {
                    assertEquals(verified.value(key), result.value(key), mode + " " + result);
                }
                assertTrue(result.number("events") > 1_000, mode + " " + result);
            }
        }
    }

    @Test
    void shouldTellDecisionsThatTheDeadRunOwed() throws Exception
    {
        final Path flow = directory.resolve("flow.csv");
        Cli.run("simulate", "--seed", 3, "--events", 40_000, "--rate", 1_000, "--out", flow).exits(0);
        final List<String> expected = opened(Cli.run("replay", flow, "--json").exits(0));
        assertTrue(!expected.isEmpty(), "nothing to tell");
        // A journal with all events and no decision is what a run leaves that died at the worst moment.
        final Path out = directory.resolve("out");
        Cli.run("import", flow, "--journal", out).exits(0);
        final Path config = Files.writeString(directory.resolve("fds.yaml"), "feeds:\n  files: flow.csv\n");
        assertEquals(expected, opened(Cli.run("run", "--config", config, "--out", out, "--json").exits(0)));
        Cli.run("verify", out).exits(0);
        // And each once.
        assertEquals(List.of(), opened(Cli.run("run", "--config", config, "--out", out, "--json").exits(0)));
    }

    private static List<String> opened(final Cli.Result result)
    {
        return result.out().lines().filter(line -> line.contains("\"episode\":\"opened\"")).toList();
    }

    @Test
    void shouldNotLoseRejectsOfKilledRun() throws Exception
    {
        final StringBuilder rows = new StringBuilder(
            "timestamp_ns,kind,instrument,order_id,account,side,price,quantity\n");
        final int texts = 16;
        int bad = 0;
        int wallets = 0;
        for (int i = 1; i <= 4_000; i++)
        {
            // Some rows no reader can read; some no sequencer takes, because its dictionary is full of wallets.
            final String side = i % 50 == 7 ? "" : "B";
            final String price = i % 50 == 13 ? "ten" : "10";
            final String account = i % 50 == 21 ? "w" + i : "7";
            wallets += account.equals("7") ? 0 : 1;
            bad += side.isEmpty() || price.equals("ten") || wallets > texts && !account.equals("7") ? 1 : 0;
            rows.append(1_700_000_000_000_000_000L + i * 1_000_000L).append(",NEW,X,").append(i).append(',')
                .append(account).append(',')
                .append(side).append(',').append(price).append(",1\n");
        }
        Files.writeString(directory.resolve("flow.csv"), rows);
        final Path config = Files.writeString(
            directory.resolve("fds.yaml"),
            "feeds:\n  files: flow.csv\n  pace: 2000\ncapacity:\n  texts: " + texts + "\n");
        final Path out = directory.resolve("killed");
        for (int round = 0; round < 2; round++)
        {
            try (Cli.Child child = Cli.start(directory.resolve("words"), "run", "--config", config, "--out", out))
            {
                awaitSomething(child, out);
                Thread.sleep(300);
                child.kill();
            }
        }
        final Cli.Result result = Cli.run("run", "--config", config, "--out", out, "--set", "feeds.pace=0").exits(0);
        final List<String> rejects = Files.readAllLines(out.resolve("rejects.csv"));
        // Every refused row once.
        assertEquals(bad, rejects.stream().skip(1).distinct().count(), String.join("\n", rejects));
        assertEquals(bad, rejects.size() - 1, String.join("\n", rejects));
        assertEquals(bad, result.number("rejected"), result.toString());
        assertEquals(4_000 - bad, result.number("events"), result.toString());
    }

    private void shouldComeToTheSame(final String feeds) throws Exception
    {
        final Path config = Files.writeString(directory.resolve("fds.yaml"), feeds);
        final Path paced = Files.writeString(directory.resolve("paced.yaml"), feeds + "  pace: " + PACE + "\n");
        final Path calm = directory.resolve("calm");
        final Cli.Result undisturbed = Cli.run("run", "--config", config, "--out", calm).exits(0);
        final Path killed = directory.resolve("killed");
        final StringBuilder story = new StringBuilder("seed 21:");
        for (int round = 0; round < KILLS; round++)
        {
            final String mode = MODES.get(random.nextInt(MODES.size()));
            try (Cli.Child child = Cli.start(
                directory.resolve("words"), "run", "--config", paced, "--out", killed, "--threads", mode))
            {
                // From the second round on this falls into the recovery as well as behind it.
                final int millis = round == 0 ? 300 + random.nextInt(400) : random.nextInt(1_500);
                if (round == 0)
                {
                    awaitSomething(child, killed);
                }
                Thread.sleep(millis);
                deaths += child.isAlive() ? 1 : 0;
                child.kill();
                story.append(' ').append(mode).append(" killed after ").append(millis).append(" ms;");
            }
        }
        assertTrue(deaths >= KILLS - 1, "the run was over before it could be killed: " + story);

        final Cli.Result last = Cli.run("run", "--config", config, "--out", killed).exits(0);
        for (final String key : List.of("decision_hash", "events", "last_sequence", "alerts", "findings"))
        {
            assertEquals(undisturbed.value(key), last.value(key), key + " " + story);
        }
        final Cli.Result verified = Cli.run("verify", killed).exits(0);
        assertEquals(undisturbed.value("decision_hash"), verified.value("decision_hash"), story.toString());
        assertEquals(DecisionHash.of(calm), DecisionHash.of(killed), story.toString());
        assertEquals(undisturbed.value("decision_hash"), DecisionHash.of(killed), story.toString());
        shouldHoldTheSameEvents(calm, killed, story.toString());

        // Once more, and there is nothing left to do.
        final Cli.Result idle = Cli.run("run", "--config", config, "--out", killed).exits(0);
        assertEquals(last.value("decision_hash"), idle.value("decision_hash"), story.toString());
        assertEquals(last.value("last_sequence"), idle.value("last_sequence"), story.toString());
    }

    private static void shouldHoldTheSameEvents(final Path one, final Path other, final String story)
    {
        try (EventReader expected = new EventReader(one); EventReader found = new EventReader(other))
        {
            long count = 0;
            while (expected.next())
            {
                assertTrue(found.next(), "ends behind event sequence " + count + " " + story);
                final byte[] a = new byte[expected.length()];
                final byte[] b = new byte[found.length()];
                expected.buffer().getBytes(expected.offset(), a);
                found.buffer().getBytes(found.offset(), b);
                org.junit.jupiter.api.Assertions.assertArrayEquals(a, b, "behind event sequence " + count + " " +
                    story);
                count++;
            }
            assertFalse(found.next(), "goes on behind event sequence " + count + " " + story);
            assertTrue(count > EVENTS, count + " frames");
        }
    }

    /** Wait until the run has journaled something, so that the kill does not only meet the start of the JVM. */
    private static void awaitSomething(final Cli.Child child, final Path out) throws IOException, InterruptedException
    {
        final long patience = System.nanoTime() + 60_000_000_000L;
        while (!Files.exists(out.resolve("decisions/metadata.cq4t")))
        {
            assertTrue(child.isAlive() && System.nanoTime() < patience, "did not start: " + child.errSoFar());
            Thread.sleep(10);
        }
    }
}
