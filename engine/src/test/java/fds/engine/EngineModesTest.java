package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fds.market.account.AccountHandlerFactory;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.door.FrameSink;
import fds.market.door.FrameSource;
import fds.market.episode.EpisodeConfig;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import fds.market.partition.Capacity;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events give the same bytes in every threading mode, from events and from their journal. */
class EngineModesTest
{
    private static final int EVENTS = 30_000;
    private static final String[] WORDS = { "untrusted", "trusted", "disconnected", "connected", "slow" };
    static final Capacity SMALL = new Capacity(32, 24, 16, 8, 200, 64);
    private static final Capacity LARGE = new Capacity(4096, 4096, 4096, 512, 200, 64);

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:2", "sharded:4", "sharded:7" })
    void shouldDecideAlikeWithEvictions(final String mode)
    {
        final Outcome expected = run("inline", SMALL, 1);
        final Outcome actual = run(mode, SMALL, 1);

        assertTrue(expected.blindSpots > 0, "capacities were meant to be too small");
        assertTrue(expected.alerts > 0);
        assertEquals(expected.alerts, actual.alerts);
        assertEquals(expected.events, actual.events);
        assertEquals(expected.decisions, actual.decisions);
    }

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:3" })
    void shouldDecideAlikeFromTheJournal(final String mode)
    {
        final Outcome expected = run("inline", SMALL, 2);
        final Recorder decisions = new Recorder();
        final Recorder events = new Recorder();
        try (Engine engine = engine(mode, SMALL, events, decisions))
        {
            engine.replay(expected.eventRecorder.source());
            engine.flush();
        }

        assertEquals(expected.events, events.hash());
        assertEquals(expected.decisions, decisions.hash());
    }

    @Test
    void shouldDifferWhenEventsDiffer()
    {
        assertNotEquals(run("inline", LARGE, 1).decisions, run("inline", LARGE, 2).decisions);
        assertNotEquals(run("inline", LARGE, 1).decisions, run("inline", SMALL, 1).decisions);
    }

    @Test
    void shouldPutOneTickBeforeEachBoundary()
    {
        final Outcome outcome = run("inline", LARGE, 3);
        long previous = 0;
        long ticks = 0;
        for (final byte[] frame : outcome.eventRecorder.frames)
        {
            final UnsafeBuffer buffer = new UnsafeBuffer(frame);
            if (!MarketEvent.isEvent(buffer, 0))
            {
                continue;
            }
            final MarketEvent event = new MarketEvent().wrap(buffer, 0);
            final long boundary = event.engineTimeNanos() / 100_000_000L;
            if (event.kind() == Kind.TICK)
            {
                assertEquals(0, event.engineTimeNanos() % 100_000_000L);
                ticks++;
            }
            else
            {
                assertTrue(previous == 0 || boundary == previous, "an event past a boundary without its tick");
            }
            assertTrue(boundary >= previous);
            previous = boundary;
        }
        assertTrue(ticks > 5);
    }

    private static Outcome run(final String mode, final Capacity capacity, final long seed)
    {
        final Recorder events = new Recorder();
        final Recorder decisions = new Recorder();
        final Outcome outcome = new Outcome();
        try (Engine engine = engine(mode, capacity, events, decisions))
        {
            run(engine, seed);
            outcome.alerts = engine.accountStage().alertCount();
            outcome.blindSpots = engine.accountStage().blindSpotCount();
        }
        outcome.events = events.hash();
        outcome.decisions = decisions.hash();
        outcome.eventRecorder = events;
        return outcome;
    }

    private static Engine engine(
        final String mode, final Capacity capacity, final Recorder events, final Recorder decisions)
    {
        return engine(mode, capacity, List.of(), events, decisions);
    }

    static Engine engine(
        final String mode,
        final Capacity capacity,
        final List<AccountHandlerFactory> handlers,
        final Recorder events,
        final Recorder decisions)
    {
        final Detection detection = new Detection(capacity, new EpisodeConfig(16, 200_000_000L, 2_000_000_000L), 4,
            List.of(new ConfiguredDetector<>(
                new SelfMatchForTest.Factory(), new SelfMatchForTest.Config(), 7))).with(handlers);
        return new Engine(new EngineConfig(Threading.parse(mode), Waiting.SLEEPING, 256, 64, 1 << 12, 200, false),
            text -> detection, events, decisions, new Recorder(), (event, reason) ->
            {
                throw new AssertionError(reason);
            }, (stage, sequence, cause) -> cause.printStackTrace());
    }

    static void run(final Engine engine, final long seed)
    {
        engine.command(own -> own.configure("test", 1, "build"));
        for (int id = 1; id <= 130; id++)
        {
            final Instrument instrument = new Instrument(id, 1, 1 + id % 3, "V" + (1 + id % 3), "I" + id,
                InstrumentType.SPOT, "A", "USD", "", 1, 0, 1, 0, 1, 0, 2, 1_000_000, 1_000_000);
            engine.command(own -> own.define(instrument));
        }
        for (int account = 1; account <= 20; account++)
        {
            final AccountOwner owner = new AccountOwner("V1", "" + account, "g" + account / 3, "");
            engine.command(own -> own.own(owner));
        }
        flow(engine.openIntake(), seed);
        engine.flush();
    }

    private static void flow(final Intake intake, final long seed)
    {
        final Random random = new Random(seed);
        final long[] orders = new long[256];
        final int[] instruments = new int[256];
        long time = 1_000_000_000_000L;
        for (int i = 1; i <= EVENTS; i++)
        {
            time += random.nextInt(100) == 0 ? 50_000_000 : random.nextInt(100_000);
            final InboundEvent inbound = intake.claim().clear();
            final MarketEvent event = inbound.event().venueTimeNanos(time).feedSequence(i).feedId(1);
            final int pick = random.nextInt(256);
            final int what = random.nextInt(10);
            final int instrument = 1 + random.nextInt(130);
            final int last = random.nextInt(5) == 0 ? 0 : Flags.LAST;
            if (what < 4 || orders[pick] == 0)
            {
                orders[pick] = i;
                instruments[pick] = instrument;
                event.type(Kind.NEW, 1 + random.nextInt(2), last, instrument).orderId(i)
                    .priceTicks(1000 + random.nextInt(40)).quantityLots(1 + random.nextInt(100));
                if (random.nextInt(4) == 0)
                {
                    inbound.id(TextField.ACCOUNT, "0xabc" + random.nextInt(10));
                }
                else
                {
                    event.accountId(1 + random.nextInt(60));
                }
            }
            else if (what < 7)
            {
                event.type(Kind.CANCEL, Side.NONE, last, instruments[pick]).orderId(orders[pick]);
            }
            else if (what < 8)
            {
                event.type(Kind.REPLACE, Side.NONE, last, instruments[pick]).orderId(orders[pick])
                    .counterOrderId(random.nextBoolean() ? i : 0).priceTicks(1000 + random.nextInt(40))
                    .quantityLots(1 + random.nextInt(100));
            }
            else if (random.nextInt(50) == 0)
            {
                event.kind(Kind.OWNER_GROUP).accountId(1 + random.nextInt(60)).venueId(1);
                inbound.id(TextField.REFERENCE, "g" + random.nextInt(5));
            }
            else if (random.nextInt(100) == 0)
            {
                // Of the whole feed: it concerns every partition.
                event.kind(random.nextInt(3) == 0 ? Kind.GAP : Kind.FEED_STATUS).venueId(1);
                inbound.id(TextField.REASON, WORDS[random.nextInt(WORDS.length)]);
            }
            else if (random.nextInt(100) == 0)
            {
                event.type(random.nextBoolean() ? Kind.GAP : Kind.BOOK_CLEAR, Side.NONE, Flags.SNAPSHOT | Flags.LAST,
                    instruments[pick]);
            }
            else
            {
                final int other = random.nextInt(256);
                event.type(Kind.TRADE, 1 + random.nextInt(2), last, instruments[pick]).orderId(orders[pick])
                    .counterOrderId(orders[other]).priceTicks(1000 + random.nextInt(40))
                    .quantityLots(1 + random.nextInt(50));
                if (random.nextBoolean())
                {
                    event.accountId(1 + random.nextInt(60)).counterAccountId(1 + random.nextInt(60));
                }
            }
            intake.publish();
        }
    }

    private static final class Outcome
    {
        private int events;
        private int decisions;
        private long alerts;
        private long blindSpots;
        private Recorder eventRecorder;
    }

    /** Keeps frames one by one, whatever batches they came in. */
    static final class Recorder implements FrameSink
    {
        final List<byte[]> frames = new ArrayList<>();

        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            // Several events may come at once; decisions and control records come alone.
            final boolean events = buffer.getShort(offset + 4) == 1 && MarketEvent.isEvent(buffer, offset);
            final int step = events ? MarketEvent.LENGTH : length;
            for (int at = offset; at < offset + length; at += step)
            {
                final byte[] frame = new byte[step];
                buffer.getBytes(at, frame);
                frames.add(frame);
            }
        }

        @Override
        public void onBatchEnd()
        {
            // batches do not matter
        }

        int hash()
        {
            int hash = 1;
            for (final byte[] frame : frames)
            {
                hash = 31 * hash + Arrays.hashCode(frame);
            }
            return hash;
        }

        FrameSource source()
        {
            return new FrameSource()
            {
                private int next = -1;
                private UnsafeBuffer current;

                @Override
                public boolean next()
                {
                    if (++next >= frames.size())
                    {
                        return false;
                    }
                    current = new UnsafeBuffer(frames.get(next));
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
                    return frames.get(next).length;
                }

                @Override
                public void close()
                {
                    // nothing to give back
                }
            };
        }
    }
}
