package fds.peers;

import java.nio.ByteBuffer;
import java.util.List;

import bench.Config;
import bench.Contestant;
import bench.Layout;
import fds.bench.peers.PeerRule;
import fds.engine.Engine;
import fds.engine.EngineConfig;
import fds.engine.Intake;
import fds.engine.Threading;
import fds.engine.Waiting;
import fds.market.codec.decision.DetectionDecoder;
import fds.market.codec.decision.MessageHeaderDecoder;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.door.FrameSink;
import fds.market.episode.EpisodeConfig;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.finding.DetectionState;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import fds.market.partition.Capacity;
import org.agrona.DirectBuffer;

/**
 * The engine, inline, with the harness's three rules and nothing else: no journal, no book. Findings take the whole
 * way, through finding ring, account stage and outbox.
 */
public class FdsContestant implements Contestant
{
    static final FrameSink NOWHERE = new FrameSink()
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int offset, final int length)
        {
            // not kept
        }

        @Override
        public void onBatchEnd()
        {
            // not kept
        }
    };

    private static final int RECENT = 256; // events not yet decided upon are fewer
    private static final String VENUE = "PEERS";
    private static final Capacity CAPACITY = new Capacity(1 << 15, 1 << 16, 1 << 16, 2048, 4096, 1 << 16);

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DetectionDecoder detection = new DetectionDecoder();
    private Config config;
    private Engine engine;
    private Intake intake;
    private long sequence; // of the harness, of the event being handed in
    private long alerts;
    private final long[] sequences = new long[RECENT]; // [engine sequence & RECENT - 1], the harness's

    /**
     * The detectors that are switched on.
     *
     * @return by ascending id.
     */
    List<ConfiguredDetector<?>> detectors()
    {
        return PeerRule.all();
    }

    /**
     * Where events are journaled.
     *
     * @return sink of one pass.
     */
    FrameSink events()
    {
        return NOWHERE;
    }

    /**
     * Where decisions are journaled.
     *
     * @return sink of one pass.
     */
    FrameSink decisions()
    {
        return NOWHERE;
    }

    @Override
    public void load(final Config harness) throws Exception
    {
        config = harness;
        final Detection detected = new Detection(CAPACITY, EpisodeConfig.DEFAULT, 16, detectors());
        final EngineConfig deployed = new EngineConfig(new Threading(Threading.Mode.INLINE, 1), Waiting.SLEEPING,
            1 << 8, 64, 1 << 10, harness.maxInstrumentId, false);
        engine = new Engine(deployed, text -> detected, events(), decisions(), new Outbox(),
            (event, reason) ->
            {
                throw new IllegalStateException("event " + sequence + " was refused: " + reason);
            },
            (stage, at, cause) -> cause.printStackTrace());
        engine.command(own -> own.configure("peers", 1, "bench"));
        for (int account = 1; account < harness.ownerOf.length; account++)
        {
            final AccountOwner owner =
                new AccountOwner(VENUE, Integer.toString(account), Integer.toString(1 + harness.ownerOf[account]), "");
            engine.command(own -> own.own(owner));
        }
        for (int id = 1; id <= harness.maxInstrumentId; id++)
        {
            final Instrument instrument = new Instrument(id, 1, 1, VENUE, "I" + id, InstrumentType.PERP, "B" + id,
                "USD",
                "", 1, 0, 1, 0, 1, 0, 2, 1 << 30, 1 << 30);
            engine.command(own -> own.define(instrument));
        }
        engine.flush();
        intake = engine.openIntake();
    }

    @Override
    public final void onEvent(final ByteBuffer buffer, final int at)
    {
        sequence = Layout.sequence(buffer, at);
        final int type = Layout.type(buffer, at);
        if (type == Layout.BOOK)
        {
            quote(buffer, at, Side.BUY, Layout.priceTicks(buffer, at));
            quote(buffer, at, Side.SELL, Layout.priceTicks(buffer, at) + Layout.quantityLots(buffer, at));
        }
        else
        {
            message(buffer, at, type);
        }
        if (config.latencyMode)
        {
            engine.flush();
        }
    }

    @Override
    public final long alerts()
    {
        return alerts;
    }

    @Override
    public final void flush()
    {
        engine.flush();
    }

    @Override
    public void close()
    {
        engine.close();
    }

    private void message(final ByteBuffer buffer, final int at, final int type)
    {
        final InboundEvent inbound = intake.claim().clear();
        final MarketEvent event = inbound.event()
            .venueTimeNanos(Layout.timestampNanos(buffer, at))
            .feedSequence(sequence)
            .priceTicks(Layout.priceTicks(buffer, at));
        final int instrument = Layout.instrumentId(buffer, at);
        switch (type)
        {
            case Layout.TRADE -> event
                .type(Kind.TRADE, Layout.side(buffer, at), Flags.LAST, instrument)
                .quantityLots(Layout.quantityLots(buffer, at))
                .orderId(Layout.counterOrderId(buffer, at))
                .accountId(Layout.counterAccountId(buffer, at))
                .counterOrderId(Layout.orderId(buffer, at))
                .counterAccountId(Layout.accountId(buffer, at));
            case Layout.MARK, Layout.INDEX -> event
                .type(type == Layout.MARK ? Kind.MARK : Kind.INDEX, Side.NONE, Flags.LAST, instrument);
            default -> event
                .type(kindOf(type), Layout.side(buffer, at), Flags.LAST, instrument)
                .quantityLots(Layout.quantityLots(buffer, at))
                .orderId(Layout.orderId(buffer, at))
                .accountId(Layout.accountId(buffer, at));
        }
        publish();
    }

    /** A BOOK of the harness is both best prices: two events here. */
    private void quote(final ByteBuffer buffer, final int at, final int side, final long priceTicks)
    {
        intake.claim().clear().event()
            .venueTimeNanos(Layout.timestampNanos(buffer, at))
            .feedSequence(sequence)
            .type(Kind.BBO, side, Flags.LAST, Layout.instrumentId(buffer, at))
            .priceTicks(priceTicks)
            .quantityLots(Absent.VALUE);
        publish();
    }

    private static int kindOf(final int type)
    {
        return switch (type)
        {
            case Layout.ORDER_NEW -> Kind.NEW;
            case Layout.ORDER_CANCEL -> Kind.CANCEL;
            case Layout.ORDER_MODIFY -> Kind.REPLACE;
            default -> throw new IllegalArgumentException("event type " + type);
        };
    }

    private void publish()
    {
        intake.publish();
        note();
    }

    /** Ticks and control records have numbers of their own. */
    private void note()
    {
        sequences[(int)engine.sequencer().sequence() & RECENT - 1] = sequence;
    }

    /** Takes findings back to the harness. */
    private final class Outbox implements FrameSink
    {
        @Override
        public void onFrames(final DirectBuffer buffer, final int at, final int length)
        {
            if ((buffer.getShort(at + 2) & 0xFFFF) != DetectionDecoder.TEMPLATE_ID)
            {
                return;
            }
            detection.wrapAndApplyHeader(buffer, at, header);
            final int rule = PeerRule.numberOf(detection.detector());
            if (detection.state() == DetectionState.FINDING.ordinal() && rule > 0)
            {
                note();
                alerts++;
                config.alerts.onAlert(rule, sequences[(int)detection.causeSequence() & RECENT - 1],
                    (int)detection.subject(), detection.instrument(), detection.counterSubject());
            }
        }

        @Override
        public void onBatchEnd()
        {
            // each was handed over
        }
    }
}
