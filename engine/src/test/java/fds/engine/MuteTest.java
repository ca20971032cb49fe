package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.finding.DetectionState;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.mute.Mute;
import fds.market.mute.Mutes;
import fds.market.owner.AccountOwner;
import fds.market.partition.BlindSpotCause;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Muted findings are journaled and nothing follows from them, until the time that the mute names. */
class MuteTest
{
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:2", "sharded:4" })
    void shouldMuteUntilItExpires(final String mode)
    {
        assertEquals(List.of("MUTED", "MUTED", "FINDING", "OPENED"),
            states(mode, new Mute("V1", 500, "", "", 0, 3 * SECOND, "ann", "known test account"), 1, 1, 3));
    }

    @Test
    void shouldMuteOnlyWhatFits()
    {
        final List<String> heard = List.of("FINDING", "OPENED", "FINDING", "UPDATED");
        assertEquals(heard, states("inline", new Mute("V1", 2, "", "", 0, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(heard, states("inline", new Mute("V1", 500, "", "", 2, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(heard, states("inline", new Mute("V1", 0, "g9", "", 0, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(heard, states("inline", new Mute("V1", 0, "", "8", 0, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(heard, states("inline", new Mute("V1", 500, "", "", 0, 0, "ann", "lifted"), 1, 1));
        final List<String> muted = List.of("MUTED", "MUTED");
        assertEquals(muted, states("inline", new Mute("V1", 0, "", "", 1, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(muted, states("inline", new Mute("V1", 0, "", "7", 0, 9 * SECOND, "ann", "why"), 1, 1));
        assertEquals(muted, states("inline", new Mute("V1", 0, "g7", "", 0, 9 * SECOND, "ann", "why"), 1, 1));
    }

    /** One more than are kept: the one that ends first is given up, and that is told. */
    @Test
    void shouldTellWhichMuteIsGivenUpForAFurtherOne()
    {
        final EngineModesTest.Recorder decisions = new EngineModesTest.Recorder();
        try (Engine engine = EngineModesTest.engine("inline", EngineModesTest.SMALL, List.of(),
            new EngineModesTest.Recorder(), decisions))
        {
            engine.command(own -> own.configure("test", 1, "build"));
            for (int i = 0; i <= Mutes.CAPACITY; i++)
            {
                final int detector = 1 + i % 500;
                final int instrument = i / 500;
                final long until = i == 4 ? 1 : 9;
                engine.command(own -> own.mute(
                    new Mute("V1", detector, "", "", instrument, until * SECOND, "ann", "why")));
            }
            engine.flush();
        }
        final List<String> told = new ArrayList<>();
        for (final byte[] record : decisions.frames)
        {
            final UnsafeBuffer buffer = new UnsafeBuffer(record);
            if (ControlFrames.templateId(buffer, 0) == BlindSpotDecoder.TEMPLATE_ID)
            {
                final BlindSpotDecoder spot =
                    new BlindSpotDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
                told.add(BlindSpotCause.values()[spot.cause()] + " " + spot.detector());
            }
        }
        assertEquals(List.of("MUTES_FULL 5"), told);
    }

    @Test
    void shouldMuteTheSameFromTheJournal()
    {
        final EngineModesTest.Recorder events = new EngineModesTest.Recorder();
        final EngineModesTest.Recorder decisions = new EngineModesTest.Recorder();
        final EngineModesTest.Recorder again = new EngineModesTest.Recorder();
        try (Engine engine = EngineModesTest.engine("inline", EngineModesTest.SMALL, List.of(), events, decisions))
        {
            flow(engine, new Mute("V1", 500, "", "", 0, 3 * SECOND, "ann", "why"), 1, 1, 3);
        }
        try (Engine engine = EngineModesTest.engine("sharded:2", EngineModesTest.SMALL, List.of(),
            new EngineModesTest.Recorder(), again))
        {
            engine.replay(events.source());
            engine.flush();
            assertEquals(2, engine.accountStage().mutedCount());
        }
        assertEquals(decisions.hash(), again.hash());
        assertTrue(decisions.frames.size() > 3);
    }

    /** Self-matches of account 7 of group g7 on instrument 1, one at each of these seconds. */
    private static List<String> states(final String mode, final Mute mute, final int... matches)
    {
        final EngineModesTest.Recorder decisions = new EngineModesTest.Recorder();
        try (Engine engine = EngineModesTest.engine(mode, EngineModesTest.SMALL, List.of(),
            new EngineModesTest.Recorder(), decisions))
        {
            flow(engine, mute, matches);
        }
        final List<String> states = new ArrayList<>();
        for (final byte[] record : decisions.frames)
        {
            final UnsafeBuffer buffer = new UnsafeBuffer(record);
            if (ControlFrames.templateId(buffer, 0) == DetectionDecoder.TEMPLATE_ID)
            {
                states.add(DetectionState.of(new DetectionDecoder()
                    .wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder()).state()).name());
            }
        }
        return states.stream().filter(state -> !state.equals("CLOSED")).toList();
    }

    private static void flow(final Engine engine, final Mute mute, final int... matches)
    {
        engine.command(own -> own.configure("test", 1, "build"));
        engine.command(own -> own.define(new Instrument(1, 1, 1, "V1", "I1", InstrumentType.SPOT, "A", "USD", "", 1, 0,
            1, 0, 1, 0, 2, 1_000_000, 1_000_000)));
        engine.command(own -> own.own(new AccountOwner("V1", "7", "g7", "")));
        engine.command(own -> own.mute(mute));
        final Intake intake = engine.openIntake();
        long order = 1;
        long row = 1;
        for (final int second : matches)
        {
            for (int leg = 0; leg < 2; leg++)
            {
                intake.claim().clear().event().venueTimeNanos(second * SECOND).feedSequence(row++).feedId(1)
                    .type(Kind.NEW, leg == 0 ? Side.SELL : Side.BUY, 0, 1).orderId(order + leg).accountId(7)
                    .priceTicks(100).quantityLots(5);
                intake.publish();
            }
            intake.claim().clear().event().venueTimeNanos(second * SECOND).feedSequence(row++).feedId(1)
                .type(Kind.TRADE, Side.BUY, Flags.LAST, 1).orderId(order).counterOrderId(order + 1)
                .accountId(7).counterAccountId(7).priceTicks(100).quantityLots(5);
            intake.publish();
            order += 2;
        }
        engine.flush();
    }
}
