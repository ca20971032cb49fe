package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import fds.engine.EngineModesTest.Recorder;
import fds.market.partition.Capacity;
import fds.market.slots.StateBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that reads another's state goes on as that one would have, in any threading mode. */
class EngineStateTest
{
    private static final int DEFINITIONS = 500; // frames that a run begins with, at most

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:3" })
    void shouldGoOnFromAnyPoint(final String mode)
    {
        final Recorder events = new Recorder();
        final Recorder decisions = new Recorder();
        try (Engine engine = EngineModesTest.engine("inline", EngineModesTest.SMALL, List.of(), events, decisions))
        {
            EngineModesTest.run(engine, 5);
        }
        final Random random = new Random(mode.hashCode());
        for (int round = 0; round < 6; round++)
        {
            final int cut = DEFINITIONS + random.nextInt(events.frames.size() - DEFINITIONS);
            final StateBuffer state = new StateBuffer();
            final Recorder made = new Recorder();
            replay(round % 2 == 0 ? mode : "sharded:2", events.frames.subList(0, cut), null, state, made);
            final int before = made.frames.size();
            replay(mode, events.frames.subList(cut, events.frames.size()), state, new StateBuffer(), made);

            assertTrue(before > 0 && before < made.frames.size(), "decisions on both sides of " + cut);
            assertEquals(decisions.hash(), made.hash(), "cut at frame " + cut);
        }
    }

    @Test
    void shouldWriteTheSameStateInEveryMode()
    {
        final Recorder events = new Recorder();
        try (Engine engine =
            EngineModesTest.engine("inline", EngineModesTest.SMALL, List.of(), events, new Recorder()))
        {
            EngineModesTest.run(engine, 6);
        }
        final StateBuffer expected = new StateBuffer();
        replay("inline", events.frames, null, expected, new Recorder());
        final StateBuffer actual = new StateBuffer();
        replay("sharded:4", events.frames, null, actual, new Recorder());
        // Read and written once more, nothing is lost either.
        final StateBuffer again = new StateBuffer();
        replay("pipelined", List.of(), expected, again, new Recorder());
        expected.rewind();

        assertEquals(expected.writtenBytes(), actual.writtenBytes());
        assertEquals(expected.writtenBytes(), again.writtenBytes());
        for (int at = 0; at < expected.writtenBytes() / Long.BYTES; at++)
        {
            final long word = expected.getLong();
            assertEquals(word, actual.getLong(), "word " + at);
            assertEquals(word, again.getLong(), "word " + at);
        }
    }

    @Test
    void shouldRefuseStateThatIsNotItsOwn()
    {
        final Recorder events = new Recorder();
        final StateBuffer state = new StateBuffer();
        try (Engine engine =
            EngineModesTest.engine("inline", EngineModesTest.SMALL, List.of(), events, new Recorder()))
        {
            assertThrows(IllegalStateException.class, () -> engine.writeState(new StateBuffer()), "no configuration");
            EngineModesTest.run(engine, 7);
            engine.writeState(state);
            assertThrows(IllegalStateException.class, () -> engine.readState(state), "has seen something");
        }
        state.rewind();
        final Capacity other = new Capacity(64, 24, 16, 8, 200, 64);
        try (Engine engine = EngineModesTest.engine("inline", other, List.of(), new Recorder(), new Recorder()))
        {
            assertThrows(IllegalStateException.class, () -> engine.readState(state), "other capacities");
        }
    }

    private static void replay(
        final String mode,
        final List<byte[]> frames,
        final StateBuffer before,
        final StateBuffer after,
        final Recorder decisions)
    {
        final Recorder source = new Recorder();
        source.frames.addAll(frames);
        try (Engine engine =
            EngineModesTest.engine(mode, EngineModesTest.SMALL, List.of(), new Recorder(), decisions))
        {
            if (before != null)
            {
                engine.readState(before);
            }
            engine.replay(source.source());
            engine.writeState(after);
        }
    }
}
