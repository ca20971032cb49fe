package fds.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import fds.app.setup.DetectorCatalog;
import fds.app.setup.Settings;
import fds.engine.Engine;
import fds.engine.EngineConfig;
import fds.engine.Threading;
import fds.journal.read.DecisionReader;
import fds.journal.read.EventReader;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import fds.market.slots.StateBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that decides can be written and read back: with every detector on, decisions go on as if nothing had been. */
class GoOnTest
{
    private static final List<String> MODES = List.of("inline", "fused", "pipelined", "sharded:2", "sharded:4");

    @TempDir
    Path directory;

    static Stream<Arguments> flows()
    {
        final List<String> all = new ArrayList<>();
        new DetectorCatalog(List.of()).ids().forEach(id ->
            all.addAll(List.of("--set", "detectors." + id + ".enabled=true")));
        final List<String> small = new ArrayList<>(all);
        small.addAll(Cli.SMALL);
        return Stream.of(Arguments.of(11, all), Arguments.of(12, small));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void shouldGoOnFromAnyPoint(final long seed, final List<String> options)
    {
        final Path flow = directory.resolve("flow.csv");
        final Path journal = directory.resolve("journal");
        Cli.run("simulate", "--seed", seed, "--events", 60_000, "--rate", 2000, "--out", flow).exits(0);
        Cli.run("replay", flow, "--out", journal, options).exits(0);
        final List<byte[]> events = frames(new EventReader(journal));
        final List<byte[]> decisions = frames(new DecisionReader(journal));
        final Random random = new Random(seed);
        for (final String mode : MODES)
        {
            final int cut = events.size() / 3 + random.nextInt(events.size() / 2);
            final String other = MODES.get(random.nextInt(MODES.size()));
            final StateBuffer state = new StateBuffer();
            final List<byte[]> made = new ArrayList<>();
            replay(other, events.subList(0, cut), null, state, made);
            final int before = made.size();
            replay(mode, events.subList(cut, events.size()), state, new StateBuffer(), made);

            final String where = other + ", then from frame " + cut + " " + mode;
            assertTrue(before > 0 && before < made.size(), "decisions on both sides: " + where);
            assertEquals(decisions.size(), made.size(), where);
            for (int i = 0; i < made.size(); i++)
            {
                assertEquals(new UnsafeBuffer(decisions.get(i)), new UnsafeBuffer(made.get(i)),
                    "decision " + i + ", " + where);
            }
        }
    }

    private static void replay(
        final String mode,
        final List<byte[]> frames,
        final StateBuffer before,
        final StateBuffer after,
        final List<byte[]> decisions)
    {
        final Settings settings = Settings.read(null, new TreeMap<>(Map.of()), List.of());
        final EngineConfig config = new EngineConfig(Threading.parse(mode), settings.engine().waiting(), 1 << 12,
            1 << 10, settings.engine().textCapacity(), settings.engine().instrumentCapacity(), false);
        try (Engine engine = new Engine(config, settings.detection(), new Kept(new ArrayList<>()), new Kept(decisions),
            new Kept(new ArrayList<>()), (event, reason) ->
            {
                throw new AssertionError(reason);
            }, (stage, sequence, cause) -> cause.printStackTrace()))
        {
            if (before != null)
            {
                engine.readState(before);
            }
            engine.replay(new Given(frames));
            engine.writeState(after);
        }
    }

    private static List<byte[]> frames(final FrameSource source)
    {
        final List<byte[]> frames = new ArrayList<>();
        try (source)
        {
            while (source.next())
            {
                final byte[] frame = new byte[source.length()];
                source.buffer().getBytes(source.offset(), frame);
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Keeps what comes, a decision at a time. */
    private record Kept(List<byte[]> frames) implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            final byte[] frame = new byte[length];
            buffer.getBytes(offset, frame);
            frames.add(frame);
        }

        @Override
        public void onBatchEnd()
        {
            // batches do not matter
        }
    }

    /** Gives frames one by one. */
    private static final class Given implements FrameSource
    {
        private final List<byte[]> frames;
        private final UnsafeBuffer current = new UnsafeBuffer(0, 0);
        private int next;

        Given(final List<byte[]> frames)
        {
            this.frames = frames;
        }

        @Override
        public boolean next()
        {
            if (next == frames.size())
            {
                return false;
            }
            current.wrap(frames.get(next++));
            return true;
        }

        @Override
        public DirectBuffer buffer()
        {
            return current;
        }

        @Override
        public int offset()
        {
            return 0;
        }

        @Override
        public int length()
        {
            return current.capacity();
        }

        @Override
        public void close()
        {
            // nothing to give back
        }
    }
}
