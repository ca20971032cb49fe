package fds.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import fds.market.codec.decision.BlindSpotDecoder;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.control.ControlFrames;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.door.FrameSink;
import fds.market.episode.EpisodeConfig;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.partition.BlindSpotCause;
import fds.market.partition.Capacity;
import org.agrona.DirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides by the book is not called while the book is not to be trusted, whatever threads there are. */
class SuspensionTest
{
    private static final int INSTRUMENTS = 70; // of every partition, of some two
    private static final Capacity CAPACITY = new Capacity(4096, 256, 256, 16, 200, 64);

    private final List<String> decisions = new ArrayList<>();
    private long timeNanos = 1_000_000_000_000L;
    private long row;
    private Intake intake;

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:3" })
    void shouldSuspendFromWordOfFeedToWholeBook(final String mode)
    {
        final Detection detection = new Detection(CAPACITY, EpisodeConfig.DEFAULT, 4, List.of(
            new ConfiguredDetector<>(new SelfMatchForTest.Factory(), new SelfMatchForTest.Config(), 7)));
        try (Engine engine = new Engine(new EngineConfig(Threading.parse(mode), Waiting.SLEEPING, 256, 64, 1 << 12, 200,
            false), text -> detection, new Nobody(), new Decisions(), new Nobody(), (event, reason) ->
            {
                throw new AssertionError(reason);
            }, (stage, sequence, cause) -> cause.printStackTrace()))
        {
            engine.command(own -> own.configure("test", 1, "build"));
            for (int id = 1; id <= INSTRUMENTS; id++)
            {
                final Instrument instrument = new Instrument(id, 1, 1, "V1", "I" + id, InstrumentType.SPOT, "A", "USD",
                    "", 1, 0, 1, 0, 1, 0, 2, 1_000_000, 1_000_000);
                engine.command(own -> own.define(instrument));
            }
            intake = engine.openIntake();
            selfMatches(Flags.LAST);
            told(engine, INSTRUMENTS + " findings");
            wholeFeed("lagging");
            selfMatches(Flags.LAST);
            told(engine, INSTRUMENTS + " findings");
            wholeFeed("disconnected");
            selfMatches(Flags.LAST);
            told(engine, INSTRUMENTS + " FEED_UNTRUSTED");
            wholeFeed("connected");
            selfMatches(Flags.LAST);
            told(engine, "nothing");
            for (int id = 1; id <= INSTRUMENTS; id++)
            {
                publish(Kind.BOOK_CLEAR, id, Flags.SNAPSHOT | Flags.LAST);
            }
            selfMatches(Flags.LAST);
            told(engine, INSTRUMENTS + " BOOK_REBUILT", INSTRUMENTS + " findings");
        }
    }

    private void told(final Engine engine, final String... expected)
    {
        engine.flush();
        final List<String> counted = new ArrayList<>();
        for (final String what : decisions.stream().distinct().toList())
        {
            counted.add(decisions.stream().filter(what::equals).count() + " " + what);
        }
        decisions.clear();
        assertEquals(List.of(expected), counted.isEmpty() ? List.of("nothing") : counted);
    }

    private void selfMatches(final int flags)
    {
        for (int id = 1; id <= INSTRUMENTS; id++)
        {
            final long order = ++row;
            begin(Kind.NEW, id, flags).side(Side.BUY).orderId(order).accountId(5).priceTicks(100).quantityLots(2);
            intake.publish();
            begin(Kind.TRADE, id, flags).side(Side.SELL).orderId(order).accountId(5).counterAccountId(5)
                .priceTicks(100).quantityLots(2);
            intake.publish();
        }
    }

    private void wholeFeed(final String word)
    {
        final InboundEvent inbound = intake.claim().clear();
        inbound.event().kind(Kind.FEED_STATUS).flags(Flags.LAST).feedId(1).venueId(1).feedSequence(++row)
            .venueTimeNanos(timeNanos);
        inbound.id(TextField.REASON, word);
        intake.publish();
    }

    private void publish(final int kind, final int instrument, final int flags)
    {
        begin(kind, instrument, flags);
        intake.publish();
    }

    private MarketEvent begin(final int kind, final int instrument, final int flags)
    {
        return intake.claim().clear().event().type(kind, Side.NONE, flags, instrument).feedId(1).venueId(1)
            .feedSequence(++row).venueTimeNanos(timeNanos++);
    }

    /** Keeps what was decided, in words: findings and blind spots. */
    private final class Decisions implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            if (ControlFrames.templateId(buffer, offset) == BlindSpotDecoder.TEMPLATE_ID)
            {
                decisions.add(BlindSpotCause.values()[new BlindSpotDecoder().wrapAndApplyHeader(
                    buffer, offset, new MessageHeaderDecoder()).cause()].name());
            }
            else if (buffer.getByte(offset + MessageHeaderDecoder.ENCODED_LENGTH + stateOffset()) == 0)
            {
                decisions.add("findings");
            }
        }

        @Override
        public void onBatchEnd()
        {
            // decisions come one by one
        }

        private int stateOffset()
        {
            return DetectionDecoder.stateEncodingOffset();
        }
    }

    private static final class Nobody implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            // not of interest here
        }

        @Override
        public void onBatchEnd()
        {
            // not of interest here
        }
    }
}
