package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import fds.engine.EngineModesTest.Recorder;
import fds.market.detector.Detection;
import fds.market.episode.EpisodeConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever places threads is told of each, on that thread, before it works. */
class ThreadHookTest
{
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "inline; ''",
        "fused; fds-sequencer",
        "pipelined; fds-account fds-journal fds-sequencer fds-shard-0",
        "sharded:2; fds-account fds-journal fds-sequencer fds-shard-0 fds-shard-1" })
    void shouldTellOfEachThread(final String mode, final String expected)
    {
        final Set<String> told = new ConcurrentSkipListSet<>();
        try (Engine engine = engine(mode, thread ->
        {
            assertEquals(Thread.currentThread().getName(), thread);
            told.add(thread);
        }))
        {
            engine.command(own -> own.configure("test", 1, "build"));
            engine.flush();
        }
        assertEquals(expected, String.join(" ", told));
    }

    @ParameterizedTest
    @CsvSource({ "fused, fds-sequencer", "pipelined, fds-account", "pipelined, fds-journal" })
    void shouldFailTheEngineWhenAThreadCannotBePlaced(final String mode, final String refused)
    {
        try (Engine engine = engine(mode, thread ->
        {
            if (thread.equals(refused))
            {
                throw new IllegalStateException("no core for " + thread);
            }
        }))
        {
            final EngineFailedException failure = assertThrows(EngineFailedException.class, () ->
            {
                engine.command(own -> own.configure("test", 1, "build"));
                engine.flush();
            });
            assertTrue(failure.getMessage().contains("no core for " + refused), failure.getMessage());
        }
    }

    private static Engine engine(final String mode, final ThreadHook hook)
    {
        final Detection detection = new Detection(
            EngineModesTest.SMALL, new EpisodeConfig(16, 200_000_000L, 2_000_000_000L), 4, List.of());
        return new Engine(
            new EngineConfig(Threading.parse(mode), Waiting.SLEEPING, 256, 64, 1 << 12, 200, false).with(hook),
            text -> detection, new Recorder(), new Recorder(), new Recorder(), (event, reason) ->
            {
                throw new AssertionError(reason);
            }, (stage, sequence, cause) ->
            {
                // What is thrown at the caller is looked at.
            });
    }
}
