package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fds.market.account.AccountHandler;
import fds.market.account.AccountHandlerFactory;
import fds.market.account.DecisionSink;
import fds.market.account.MarketView;
import fds.market.codec.decision.ActionEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.decision.RiskChangeDecoder;
import fds.market.codec.decision.RiskChangeEncoder;
import fds.market.control.ControlFrames;
import fds.market.detector.Need;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.reference.ReferenceData;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers see the same in every threading mode, in the order of sequence, and those behind hear of those before. */
class AccountHandlersTest
{
    private static final long KINDS = Kind.mask(Kind.TRADE, Kind.NEW, Kind.TICK, Kind.OWNER_GROUP);

    @ParameterizedTest
    @ValueSource(strings = { "fused", "pipelined", "sharded:2", "sharded:4" })
    void shouldDecideAlike(final String mode)
    {
        final List<byte[]> expected = decisions("inline", List.of(new First(), new Second()));
        final List<byte[]> actual = decisions(mode, List.of(new First(), new Second()));

        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++)
        {
            assertEquals(new UnsafeBuffer(expected.get(i)), new UnsafeBuffer(actual.get(i)), "record " + i);
        }
    }

    @Test
    void shouldTellOnlyThoseBehindAndAtOnce()
    {
        final List<Integer> templates = templates(decisions("inline", List.of(new First(), new Second())));

        assertTrue(templates.contains(RiskChangeEncoder.TEMPLATE_ID));
        for (int i = 0; i < templates.size(); i++)
        {
            if (templates.get(i) == RiskChangeEncoder.TEMPLATE_ID)
            {
                assertEquals(ActionEncoder.TEMPLATE_ID, templates.get(i + 1), "record " + i);
            }
        }
        final List<Integer> reversed = templates(decisions("inline", List.of(new Second(), new First())));
        assertTrue(reversed.contains(RiskChangeEncoder.TEMPLATE_ID));
        assertTrue(!reversed.contains(ActionEncoder.TEMPLATE_ID), "the one before does not hear of the one behind");
    }

    @Test
    void shouldLeaveOtherDecisionsAsTheyAre()
    {
        final List<byte[]> expected = decisions("inline", List.of());
        final List<byte[]> own = new ArrayList<>();
        for (final byte[] record : decisions("inline", List.of(new First(), new Second())))
        {
            final int template = ControlFrames.templateId(new UnsafeBuffer(record), 0);
            if (template != RiskChangeEncoder.TEMPLATE_ID && template != ActionEncoder.TEMPLATE_ID)
            {
                own.add(record);
            }
        }

        assertEquals(expected.size(), own.size());
        for (int i = 0; i < own.size(); i++)
        {
            assertEquals(new UnsafeBuffer(expected.get(i)), new UnsafeBuffer(own.get(i)), "record " + i);
        }
    }

    @Test
    void shouldGoOnUnderAnotherConfigurationWhereTheFactorySaysSo()
    {
        assertEquals(List.of(1L, 2L, 3L), counts(true));
        assertEquals(List.of(1L, 1L, 2L), counts(false));
    }

    /** What a handler has counted at each RATE: one, another configuration, two more. */
    private static List<Long> counts(final boolean goesOn)
    {
        final List<Long> counts = new ArrayList<>();
        try (Engine engine = EngineModesTest.engine("inline", EngineModesTest.SMALL,
            List.of(new Counting(goesOn, counts)), new EngineModesTest.Recorder(), new EngineModesTest.Recorder()))
        {
            engine.command(own -> own.configure("first", 1, "build"));
            engine.command(own -> own.define(new Instrument(1, 1, 1, "V1", "A", InstrumentType.ASSET, "", "USD", "", 1,
                0, 1, 0, 1, 0, 2, 1_000_000, 1_000_000)));
            rate(engine, 1);
            engine.command(own -> own.configure("second", 1, "build"));
            rate(engine, 2);
            rate(engine, 3);
            engine.flush();
        }
        return counts;
    }

    private static void rate(final Engine engine, final long row)
    {
        final Intake intake = engine.openIntake();
        intake.claim().clear().event().venueTimeNanos(row).feedSequence(row).feedId(1)
            .type(Kind.RATE, 0, 0, 1).priceTicks(5);
        intake.publish();
    }

    /** Counts what it is shown. */
    private record Counting(boolean goesOn, List<Long> counts) implements AccountHandlerFactory
    {
        @Override
        public long kinds()
        {
            return Kind.mask(Kind.RATE);
        }

        @Override
        public Set<Need> needs()
        {
            return Set.of();
        }

        @Override
        public boolean canContinue(final AccountHandlerFactory before)
        {
            return goesOn && before instanceof Counting;
        }

        @Override
        public AccountHandler create(final ReferenceData reference, final DecisionSink decisions)
        {
            return new AccountHandler()
            {
                private long count;

                @Override
                public void onEvent(final MarketEvent event, final MarketView view)
                {
                    counts.add(++count);
                }

                @Override
                public void write(final StateWriter state)
                {
                    state.putLong(count);
                }

                @Override
                public void read(final StateReader state)
                {
                    count = state.getLong();
                }
            };
        }
    }

    private static List<byte[]> decisions(final String mode, final List<AccountHandlerFactory> handlers)
    {
        final EngineModesTest.Recorder decisions = new EngineModesTest.Recorder();
        try (Engine engine = EngineModesTest.engine(
            mode, EngineModesTest.SMALL, handlers, new EngineModesTest.Recorder(), decisions))
        {
            EngineModesTest.run(engine, 5);
        }
        return decisions.frames;
    }

    private static List<Integer> templates(final List<byte[]> records)
    {
        return records.stream().map(record -> ControlFrames.templateId(new UnsafeBuffer(record), 0)).toList();
    }

    /** Tells of each event and decision it is shown, with a digest of everything it sees. */
    private static final class First implements AccountHandlerFactory
    {
        @Override
        public long kinds()
        {
            return KINDS;
        }

        @Override
        public Set<Need> needs()
        {
            return Set.of(Need.QUOTES);
        }

        @Override
        public AccountHandler create(final ReferenceData reference, final DecisionSink decisions)
        {
            return new Stateless()
            {
                private final UnsafeBuffer record = new UnsafeBuffer(new byte[64]);
                private long last;

                @Override
                public void onEvent(final MarketEvent event, final MarketView view)
                {
                    assertTrue(event.sequence() > last, "events come in order");
                    last = event.sequence();
                    tell(event.sequence(), view.bestBidTicks() * 31 + view.bestAskTicks() * 7 + view.bidLots() +
                        view.askLots() * 3 + view.accountId() + 5 * view.counterAccountId() + view.lastPriceTicks() +
                        (view.isBookTrusted() ? 1 : 0) +
                        reference.owners().groupOf(event.venueId(), view.accountId()));
                }

                @Override
                public void onDecision(final DirectBuffer buffer, final int offset, final int length)
                {
                    tell(buffer.getLong(offset + MessageHeaderEncoder.ENCODED_LENGTH), -length);
                }

                private void tell(final long sequence, final long subject)
                {
                    record.setMemory(0, 64, (byte)0);
                    new RiskChangeEncoder().wrapAndApplyHeader(record, 0, new MessageHeaderEncoder())
                        .sequence(sequence).subject(subject);
                    decisions.onDecision(record, 0, 64);
                }
            };
        }
    }

    /** Answers each change of risk. */
    private static final class Second implements AccountHandlerFactory
    {
        @Override
        public long kinds()
        {
            return 0;
        }

        @Override
        public Set<Need> needs()
        {
            return Set.of();
        }

        @Override
        public AccountHandler create(final ReferenceData reference, final DecisionSink decisions)
        {
            return new Stateless()
            {
                private final UnsafeBuffer record = new UnsafeBuffer(new byte[128]);

                @Override
                public void onDecision(final DirectBuffer buffer, final int offset, final int length)
                {
                    if (ControlFrames.templateId(buffer, offset) == RiskChangeDecoder.TEMPLATE_ID)
                    {
                        record.setMemory(0, 128, (byte)0);
                        new ActionEncoder().wrapAndApplyHeader(record, 0, new MessageHeaderEncoder())
                            .sequence(buffer.getLong(offset + MessageHeaderEncoder.ENCODED_LENGTH));
                        decisions.onDecision(record, 0, 128);
                    }
                }
            };
        }
    }

    private abstract static class Stateless implements AccountHandler
    {
        @Override
        public void onEvent(final MarketEvent event, final MarketView view)
        {
            throw new AssertionError("asked for no event");
        }

        @Override
        public void write(final StateWriter state)
        {
            throw new AssertionError("keeps nothing");
        }

        @Override
        public void read(final StateReader state)
        {
            throw new AssertionError("keeps nothing");
        }
    }
}
