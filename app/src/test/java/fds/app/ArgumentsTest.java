package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fds.feeds.open.FeedFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong arguments and configurations: exit 2, one line that says what is wrong and what is allowed, nothing left. */
class ArgumentsTest
{
    private static final List<String> COMMANDS = List.of("demo", "run", "replay", "import", "verify", "simulate");

    @TempDir
    Path directory;

    private Path flow;
    private Path out;

    @BeforeEach
    void simulate()
    {
        flow = directory.resolve("flow.csv");
        out = directory.resolve("out");
        Cli.run("simulate", "--seed", 1, "--events", 500, "--out", flow).exits(0);
    }

    @Test
    void shouldExplainItselfEverywhere()
    {
        assertTrue(Cli.run("--help").exits(0).out().contains("replay"));
        assertTrue(Cli.run("--version").exits(0).out().startsWith("fds "));
        for (final String command : COMMANDS)
        {
            assertTrue(Cli.run(command, "--help").exits(0).out().contains("fds " + command), command);
            assertTrue(Cli.run("--help").out().contains(command), command);
        }
    }

    @Test
    void shouldListEveryFormat()
    {
        for (final String command : List.of("replay", "import"))
        {
            final String help = Cli.run(command, "--help").exits(0).out().replaceAll("\\s+", " ");
            for (final FeedFormat format : FeedFormat.values())
            {
                assertTrue(help.matches(".*\\b" + format.word() + "[,.].*"), format.word() + " in " + help);
            }
        }
    }

    @Test
    void shouldListEveryKindOfEpisode()
    {
        final String help = Cli.run("simulate", "--help").exits(0).out().replaceAll("\\s+", " ");
        for (final String name : new EpisodeNames())
        {
            assertTrue(help.matches(".*\\b" + name + "[,.].*"), name + " in " + help);
        }
    }

    @Test
    void shouldRefuseMissingArguments()
    {
        assertTrue(Cli.run().exits(2).err().contains("Usage: fds"));
        Cli.run("replay").refuses("INPUT");
        Cli.run("import").refuses("INPUT");
        Cli.run("import", flow).refuses("--journal");
        Cli.run("verify").refuses("DIR");
        Cli.run("simulate").refuses("--seed");
        Cli.run("run", "--out", out).refuses("feeds.files", "feeds.simulator.seed");
        assertFalse(Files.exists(out));
    }

    @Test
    void shouldRefuseUnknownCommandsAndOptions()
    {
        Cli.run("rplay", flow).refuses("rplay");
        for (final String command : COMMANDS)
        {
            Cli.run(command, "--no-such-option").refuses("(see 'fds " + command + " --help')");
        }
        Cli.run("replay", flow, "--no-such-option").refuses("--no-such-option");
        Cli.run("replay", flow, "--set").refuses("--set");
        Cli.run("replay", flow, "--set", "no_equals_sign").refuses("no_equals_sign");
        Cli.run("verify", directory, "another").refuses("another");
        Cli.run("demo", "--seconds", "ten").refuses("--seconds", "ten");
        Cli.run("demo", "--seconds", 0, "--out", out).refuses("--seconds is 0", "1 to 86400");
        Cli.run("demo", "--rate", 1, "--out", out).refuses("--rate is 1");
        Cli.run("replay", flow, "--threads", "many").refuses("threads", "many", "inline", "sharded:N");
        Cli.run("replay", flow, "--threads", "sharded:0").refuses("sharded:0");
        Cli.run("replay", flow, "--threads", "sharded:65").refuses("sharded:65");
        Cli.run("replay", flow, "--threads", "sharded:x").refuses("sharded:x");
        Cli.run("replay", flow, "--wait", "patiently").refuses("wait", "patiently", "busy_spin");
        Cli.run("replay", flow, "--on-bad-row", "ignore").refuses("--on-bad-row", "ignore", "fail or skip");
        Cli.run("run", "--on-bad-row", "ignore", "--set", "feeds.simulator.seed=1", "--out", out)
            .refuses("--on-bad-row", "ignore");
        Cli.run("replay", flow, "--from", "yesterday").refuses("--from", "yesterday");
        Cli.run("replay", flow, "--to", "#-1").refuses("--to", "#-1");
        Cli.run("replay", flow, "--format", "xml").refuses("xml", "csv");
        Cli.run("replay", flow, "--format", "journal").refuses(flow.toString(), "not a journal");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", out, "--format", "xml").refuses("xml", "csv");
        Cli.run("simulate", "--seed", 1, "--events", 0, "--out", out).refuses("0");
        Cli.run("simulate", "--seed", 1, "--events", -5, "--out", out).refuses("-5");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--rate", 0, "--out", out).refuses("0");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--venues", 4, "--out", out).refuses("4");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--start", "noon", "--out", out).refuses("--start", "noon");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--start", "1969-01-01T00:00:00Z", "--out", out)
            .refuses("start_time");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--episodes", "self_wish=3", "--out", out)
            .refuses("self_wish", "self_wash");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--episodes", "all=-1", "--out", out).refuses("-1");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", out, "--format", "orderflow", "--text-ids")
            .refuses("--text-ids");
        assertFalse(Files.exists(out), "something was left behind");
    }

    @Test
    void shouldRefuseInputsThatAreNotThere() throws IOException
    {
        final Path missing = directory.resolve("missing");
        final Path empty = Files.createDirectory(directory.resolve("empty"));
        final Path nothing = Files.createFile(directory.resolve("nothing.csv"));
        Cli.run("replay", missing).refuses(missing.toString());
        Cli.run("replay", empty).refuses(empty.toString());
        Cli.run("replay", nothing).refuses(nothing.toString());
        Cli.run("replay", flow, missing).refuses(missing.toString());
        Cli.run("replay", missing, "--out", out).refuses(missing.toString());
        Cli.run("import", missing, "--journal", out).refuses(missing.toString());
        Cli.run("import", empty, "--journal", out).refuses(empty.toString());
        Cli.run("verify", missing).refuses(missing.toString(), "no such directory");
        Cli.run("verify", empty).refuses(empty.toString(), "not a journal");
        Cli.run("verify", flow).refuses(flow.toString(), "not a journal");
        Cli.run("replay", flow, "--instruments", missing).refuses(missing.toString());
        Cli.run("replay", flow, "--accounts", missing).refuses(missing.toString());
        Cli.run("replay", flow, "--map", missing).refuses(missing.toString());
        Cli.run("replay", flow, "--config", missing).refuses(missing.toString());
        Cli.run("replay", flow, "--config", empty).refuses(empty.toString());
        Cli.run("run", "--set", "feeds.files=" + missing, "--out", out).refuses(missing.toString());
        Cli.run("run", "--config", missing, "--out", out).refuses(missing.toString());
        Cli.run("replay", flow, "--alerts", missing.resolve("a.json"))
            .refuses(missing.toString(), "no such file or directory");
        Cli.run("simulate", "--seed", 1, "--events", 10, "--out", missing.resolve("f.csv"))
            .refuses(missing.toString(), "no such file or directory");
        assertFalse(Files.exists(out), "something was left behind");

        Cli.run("import", flow, "--journal", out).exits(0);
        Cli.run("import", flow, "--journal", out).refuses(out.toString(), "something in it already");
        Cli.run("replay", flow, "--out", out).refuses(out.toString(), "something in it already");
        Cli.run("replay", out, flow).refuses("journal", "alone");
        Cli.run("import", out, "--journal", directory.resolve("again")).refuses(out.toString());
        Cli.run("demo", "--out", out).refuses(out.toString());
        Cli.run("verify", out, "--expect", missing).refuses(missing.toString());
        Cli.run("replay", out).exits(0);
    }

    @Test
    void shouldRefuseWrongConfigurations() throws IOException
    {
        Cli.run("replay", flow, "--set", "capacity.order_per_partition=64")
            .refuses("capacity.order_per_partition", "did you mean capacity.orders_per_partition?");
        Cli.run("replay", flow, "--set", "detectors.D01.match_cuont=5")
            .refuses("detectors.D01.match_cuont", "did you mean detectors.D01.match_count?");
        Cli.run("replay", flow, "--set", "detectors.D01.usual_volume=5")
            .refuses("detectors.D01.usual_volume", "did you mean detectors.D01.usual_volume_nanos?");
        Cli.run("replay", flow, "--set", "detectors.D01.match_count=1")
            .refuses("detectors.D01.match_count", "'1'", "2 to");
        Cli.run("replay", flow, "--set", "detectors.D01.match_count=many").refuses("detectors.D01.match_count", "many");
        Cli.run("replay", flow, "--set", "detectors.D01.match_count=[1, 2]")
            .refuses("detectors.D01.match_count", "[1, 2]");
        Cli.run("replay", flow, "--set", "detectors.D01.match_count=").refuses("detectors.D01.match_count");
        Cli.run("replay", flow, "--set", "detectors.D01.enabled=yes")
            .refuses("detectors.D01.enabled", "yes", "true or");
        Cli.run("replay", flow, "--set", "detectors.D99.enabled=true").refuses("D99");
        Cli.run("replay", flow, "--set", "episodes.quiet=9999999h").refuses("episodes.quiet", "9999999h");
        Cli.run("replay", flow, "--set", "episodes.quiet=2h", "--set", "episodes.max=1h").refuses("episodes.max", "1h");
        Cli.run("replay", flow, "--set", "capacity.instruments=2").refuses("instruments", "capacity.instruments");
        Cli.run("replay", flow, "--set", "deployment.ring=1000").refuses("ring", "1000", "power of two");
        Cli.run("replay", flow, "--set", "deployment.journal.sync=maybe", "--out", out).refuses("maybe", "interval");
        Cli.run("replay", flow, "--set", "deployment.journal.reserve=1", "--out", out)
            .refuses("deployment.journal.reserve");
        Cli.run("run", "--set", "feeds.simulator.seed=1", "--set", "feeds.simulator.events=0", "--out", out)
            .refuses("feeds.simulator.events");
        Cli.run("run", "--set", "feeds.simulator.seed=1", "--set", "feeds.files=" + flow, "--out", out)
            .refuses("feeds.files", "feeds.simulator");
        final Path config = directory.resolve("fds.yaml");
        for (final String[] wrong : new String[][] {
            { "capacity:\n  pairs_per_partition: 5\n", "fds.yaml:2", "capacity.pairs_per_partition", "'5'" },
            { "capacity:\n  pairs_per_partitio: 64\n", "fds.yaml:2", "did you mean capacity.pairs_per_partition?" },
            { "capacity: [\n", "fds.yaml", "YAML" },
            { "just a text", "fds.yaml" },
            { "- a\n- b\n", "fds.yaml" },
            { "a: 1\na: 2\n", "fds.yaml", "a" },
            { "detectors:\n  D77:\n    enabled: true\n", "fds.yaml:3", "D77" },
            { "deployment:\n  threads: sometimes\n", "sometimes" },
            { "deployment:\n  detector_jars: no.jar\n", "no.jar" },
            { "capacity: &a\n  pairs_per_partition: *a\n", "fds.yaml" },
            { "\t\t:::\u0000", "fds.yaml" } })
        {
            Files.writeString(config, wrong[0]);
            final Cli.Result result = Cli.run("replay", flow, "--config", config, "--out", out).refuses();
            for (int i = 1; i < wrong.length; i++)
            {
                assertTrue(result.err().contains(wrong[i]), "no '" + wrong[i] + "' in " + result);
            }
        }
        Files.write(config, new byte[] { (byte)0xC3, (byte)0x28, '\n' });
        Cli.run("replay", flow, "--config", config, "--out", out).refuses("fds.yaml");
        assertFalse(Files.exists(out), "something was left behind");
    }

    @Test
    void shouldRefuseWrongWhatIf()
    {
        Cli.run("replay", flow, "--out", out).exits(0);
        for (final String mode : List.of("inline", "fused", "pipelined"))
        {
            Cli.run("replay", out, "--threads", mode, "--set", "detectors.D01.match_cuont=5").refuses("match_cuont");
            Cli.run("replay", out, "--threads", mode, "--set", "detectors.D01.match_count=1").refuses("match_count");
            Cli.run("replay", out, "--threads", mode, "--set", "episodes.quiet=1h", "--set", "episodes.max=1s")
                .refuses("episodes");
        }
        assertEquals(Cli.run("verify", out).exits(0).value("decision_hash"),
            Cli.run("replay", out, "--set", "deployment.ring=4096").exits(0).value("decision_hash"));
    }

    @Test
    void shouldPrintPlanAndRunNothing()
    {
        final Cli.Result plan =
            Cli.run("run", "--plan", "--set", "feeds.simulator.seed=1", "--out", out, Cli.SMALL).exits(0);
        assertTrue(plan.out().contains("account x instrument"), plan.toString());
        assertFalse(Files.exists(out));
    }
}
