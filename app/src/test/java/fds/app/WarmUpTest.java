package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warm-up leaves no trace: not in what is decided, not in what is journaled, not on the disk. */
class WarmUpTest
{
    private static final List<String> VENUE = List.of(
        "--set", "feeds.simulator.seed=3", "--set", "feeds.simulator.events=30000");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined" })
    void shouldLeaveNoTraceInDecisionsAndJournal(final String threads) throws IOException
    {
        final Cli.Result cold = run("cold", threads, "0s");
        final Cli.Result warm = run("warm", threads, "500ms");

        assertTrue(warm.err().contains("made-up events, which no state and no journal has"), warm.err());
        assertFalse(cold.err().contains("made-up"), cold.err());
        assertTrue(warm.number("alerts") > 0, warm.toString());
        for (final String key : List.of("events", "rejected", "alerts", "findings", "decision_hash", "blind_spots",
            "last_sequence"))
        {
            assertEquals(cold.value(key), warm.value(key), key);
        }
        assertEquals(exported("cold"), exported("warm"));
    }

    @Test
    void shouldLeaveNothingOnTheDisk() throws IOException
    {
        final long before = leftovers();

        run("warm", "fused", "100ms");

        assertEquals(before, leftovers());
    }

    private Cli.Result run(final String out, final String threads, final String warmUp)
    {
        return Cli.run("run", VENUE, "--threads", threads, "--set", "deployment.warm_up=" + warmUp, "--out",
            directory.resolve(out)).exits(0);
    }

    private String exported(final String out)
    {
        return Cli.run("export", directory.resolve(out)).exits(0).out();
    }

    private static long leftovers() throws IOException
    {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir"))))
        {
            return files.filter(file -> file.getFileName().toString().startsWith("fds-warm-up")).count();
        }
    }
}
