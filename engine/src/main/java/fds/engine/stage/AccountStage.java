package fds.engine.stage;

import fds.engine.ring.FindingRing;
import fds.engine.ring.MainRing;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.codec.event.MuteDecoder;
import fds.market.control.ControlFrames;
import fds.market.detector.Detection;
import fds.market.detector.DetectionReader;
import fds.market.door.FrameSink;
import fds.market.episode.EpisodeSink;
import fds.market.episode.Episodes;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.DetectionCodec;
import fds.market.finding.DetectionState;
import fds.market.mute.Mutes;
import fds.market.partition.BlindSpotCause;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the findings of all shards in sequence order, makes alerts of them, shows events and decisions to its handlers,
 * journals what was decided, and only then lets it out. Findings of one event come in the order of partitions, so the
 * number of shards does not show. While there are no handlers it looks at no event but ticks and control records. Owned
 * by one thread.
 */
public final class AccountStage implements Stage, EpisodeSink
{
    private static final int STAGING_BYTES = 1 << 20;
    private static final int AHEAD = 64; // events looked ahead at

    private final MainRing ring;
    private final FindingRing[] findings;
    private final HandlerChain handlers;
    private final DetectionReader reader;
    private final FrameSink journal;
    private final FrameSink outbox;
    private final SingleWriterRecorder latency;
    private final MarketEvent event = new MarketEvent();
    private final ControlFrames frames = new ControlFrames();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BlindSpotEncoder blindSpot = new BlindSpotEncoder();
    private final UnsafeBuffer blindSpotRecord =
        new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH + BlindSpotEncoder.BLOCK_LENGTH]);
    private final UnsafeBuffer staging = new UnsafeBuffer(new byte[STAGING_BYTES]); // [length int, record]...
    private final Mutes mutes = new Mutes();
    private int staged;
    private volatile DoneListener done; // null: nobody asks

    private Episodes episodes;
    private long nextFinding; // sequence of the first one that waits
    private String configText;
    private volatile long findingCount;
    private volatile long mutedCount;
    private volatile long alertCount;
    private volatile long blindSpotCount;

    /**
     * Make it without a configuration; the first CONFIG record gives it one.
     *
     * @param ring     to read.
     * @param findings one ring a shard.
     * @param views    written by the shards.
     * @param reader   of CONFIG records.
     * @param journal  of decisions.
     * @param outbox   told of each decision after it is journaled.
     * @param latency  to record hand-in to decision, or null.
     */
    public AccountStage(
        final MainRing ring,
        final FindingRing[] findings,
        final MarketViews views,
        final DetectionReader reader,
        final FrameSink journal,
        final FrameSink outbox,
        final SingleWriterRecorder latency)
    {
        this.ring = ring;
        this.findings = findings.clone();
        handlers = new HandlerChain(views, this::onHandlerDecision);
        this.reader = reader;
        this.journal = journal;
        this.outbox = outbox;
        this.latency = latency;
        event.wrap(ring.events(), 0);
    }

    @Override
    public void process(final long from, final long to)
    {
        // The shards have passed all that is to be handled, so no finding of it is still to come.
        nextFinding = peekFindings();
        final boolean quiet = handlers.isEmpty() && !ring.mayHaveControl(from) && !ring.mayHaveTick(from);
        for (long position = quiet ? to : from; position <= to; position++)
        {
            if ((position - from & AHEAD - 1) == 0 && !handlers.isEmpty())
            {
                lookAhead(position, Math.min(to, position + AHEAD - 1));
            }
            event.at(ring.offsetOf(position));
            final int kind = event.kind();
            if (kind == Kind.CONTROL)
            {
                final int at = (int)event.value();
                drainFindings(ControlFrames.sequence(ring.pool(), at) - 1);
                onControl(at);
                drainFindings(ControlFrames.sequence(ring.pool(), at));
            }
            else if (kind == Kind.TICK && episodes != null)
            {
                drainFindings(event.sequence() - 1);
                episodes.onTick(event.sequence(), event.engineTimeNanos());
            }
            if ((handlers.kinds() >>> kind & 1) != 0)
            {
                drainFindings(event.sequence() - 1);
                handlers.onEvent(event, position);
            }
        }
        if (event.kind() != Kind.CONTROL)
        {
            drainFindings(event.sequence());
        }
        flush();
        if (latency != null)
        {
            recordLatency(from, to);
        }
        final DoneListener told = done;
        if (told != null)
        {
            told.onDone(ring, from, to);
        }
    }

    /**
     * Whom to tell when a run of positions is decided and its decisions are journaled. Any thread.
     *
     * @param listener told on this stage's thread from the next run on, or null.
     */
    public void listen(final DoneListener listener)
    {
        done = listener;
    }

    /**
     * Findings so far. Any thread.
     *
     * @return findings.
     */
    public long findingCount()
    {
        return findingCount;
    }

    /**
     * Findings so far that were muted. Any thread.
     *
     * @return findings.
     */
    public long mutedCount()
    {
        return mutedCount;
    }

    /**
     * Alerts opened so far. Any thread.
     *
     * @return alerts.
     */
    public long alertCount()
    {
        return alertCount;
    }

    /**
     * Blind spots so far. Any thread.
     *
     * @return blind spots.
     */
    public long blindSpotCount()
    {
        return blindSpotCount;
    }

    /**
     * Take in what control records had defined, as if they came anew. Of a stage that has seen nothing.
     *
     * @param definitions in force.
     */
    public void define(final Definitions definitions)
    {
        if (definitions.configText() != null)
        {
            configure(definitions.configText());
            definitions.instruments().forEach(handlers::define);
        }
    }

    /**
     * Write counters, episodes and what handlers keep.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(findingCount);
        state.putLong(alertCount);
        state.putLong(blindSpotCount);
        state.putLong(mutedCount);
        mutes.write(state);
        episodes.write(state);
        handlers.write(state);
    }

    /**
     * Read what {@link #write} wrote; its definitions are known here already.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        findingCount = state.getLong();
        alertCount = state.getLong();
        blindSpotCount = state.getLong();
        mutedCount = state.getLong();
        mutes.read(state);
        episodes.read(state);
        handlers.read(state);
    }

    @Override
    public void onRecord(final DirectBuffer buffer, final int offset, final int length)
    {
        decide(0, buffer, offset, length);
    }

    @Override
    public void onEpisodesFull(final long alert, final long sequence, final long timeNanos)
    {
        blindSpotRecord.setMemory(0, blindSpotRecord.capacity(), (byte)0);
        blindSpot.wrapAndApplyHeader(blindSpotRecord, 0, header).sequence(sequence).engineTime(timeNanos)
            .subject(alert).cause((short)BlindSpotCause.EPISODES_FULL.ordinal()).table((short)0xFF);
        blindSpotCount++;
        onRecord(blindSpotRecord, 0, blindSpotRecord.capacity());
    }

    /** A decision goes to the journal, and those handlers hear of it that come behind whoever made it. */
    private void decide(final int firstHandler, final DirectBuffer buffer, final int offset, final int length)
    {
        if (staged + length + 8 > STAGING_BYTES)
        {
            flush();
        }
        staging.putInt(staged, length);
        staging.putBytes(staged + 4, buffer, offset, length);
        staged += 4 + length + 3 & ~3;
        handlers.tell(firstHandler, buffer, offset, length);
    }

    private void onHandlerDecision(
        final int firstBehind, final DirectBuffer buffer, final int offset, final int length)
    {
        if (ControlFrames.templateId(buffer, offset) == BlindSpotEncoder.TEMPLATE_ID)
        {
            blindSpotCount++;
        }
        decide(firstBehind, buffer, offset, length);
    }

    /** Trades change what handlers keep of two accounts each: what they will need is asked for all at once. */
    private void lookAhead(final long from, final long to)
    {
        for (long position = from; position <= to; position++)
        {
            event.at(ring.offsetOf(position));
            if (event.kind() == Kind.TRADE)
            {
                handlers.lookAhead(event, position);
            }
        }
        handlers.touch();
    }

    private void drainFindings(final long throughSequence)
    {
        while (nextFinding <= throughSequence)
        {
            FindingRing next = null;
            for (final FindingRing candidate : findings)
            {
                if (candidate.peekSequence() == nextFinding &&
                    (next == null || candidate.headPartition() < next.headPartition()))
                {
                    next = candidate;
                }
            }
            if (next.headType() == FindingRing.DETECTION)
            {
                findingCount++;
                onFinding(next.memory(), next.headOffset(), next.headLength());
            }
            else
            {
                blindSpotCount++;
                onRecord(next.memory(), next.headOffset(), next.headLength());
            }
            next.pass();
            nextFinding = peekFindings();
        }
    }

    /** What is muted is journaled, and nothing follows from it. */
    private void onFinding(final UnsafeBuffer buffer, final int offset, final int length)
    {
        if (!mutes.isEmpty() && mutes.isMuted(buffer, offset, handlers.owners()))
        {
            mutedCount++;
            DetectionCodec.assign(buffer, offset, 0, DetectionState.MUTED);
            onRecord(buffer, offset, length);
            return;
        }
        episodes.onFinding(buffer, offset, length);
        alertCount = episodes.openedCount();
    }

    /** The sequence of the first finding that waits, or {@link Long#MAX_VALUE}. */
    private long peekFindings()
    {
        long sequence = Long.MAX_VALUE;
        for (final FindingRing ring : findings)
        {
            sequence = Math.min(sequence, ring.peekSequence());
        }
        return sequence;
    }

    private void onControl(final int at)
    {
        final int template = ControlFrames.templateId(ring.pool(), at);
        if (template == ConfigEncoder.TEMPLATE_ID)
        {
            final String text = frames.decodeConfig(ring.pool(), at);
            if (!text.equals(configText))
            {
                configure(text);
            }
        }
        else
        {
            if (template == MuteDecoder.TEMPLATE_ID)
            {
                onMute(at);
            }
            handlers.onControl(template, ring.pool(), at);
        }
    }

    private void onMute(final int at)
    {
        if (!mutes.onMute(ring.pool(), at))
        {
            blindSpotRecord.setMemory(0, blindSpotRecord.capacity(), (byte)0);
            blindSpot.wrapAndApplyHeader(blindSpotRecord, 0, header)
                .sequence(ControlFrames.sequence(ring.pool(), at))
                .engineTime(ControlFrames.engineTimeNanos(ring.pool(), at))
                .subject(mutes.lostGroup()).detector(mutes.lostDetector()).instrument(mutes.lostInstrument())
                .cause((short)BlindSpotCause.MUTES_FULL.ordinal()).table((short)0xFF);
            blindSpotCount++;
            onRecord(blindSpotRecord, 0, blindSpotRecord.capacity());
        }
    }

    private void configure(final String text)
    {
        configText = text;
        final Detection detection = reader.read(text);
        episodes = new Episodes(detection.episodes(), this);
        handlers.configure(detection);
    }

    /** Journal before act: nothing goes out before it is in the journal. */
    private void flush()
    {
        if (staged == 0)
        {
            return;
        }
        for (int at = 0; at < staged; at += 4 + staging.getInt(at) + 3 & ~3)
        {
            journal.onFrames(staging, at + 4, staging.getInt(at));
        }
        journal.onBatchEnd();
        for (int at = 0; at < staged; at += 4 + staging.getInt(at) + 3 & ~3)
        {
            outbox.onFrames(staging, at + 4, staging.getInt(at));
        }
        outbox.onBatchEnd();
        staged = 0;
    }

    private void recordLatency(final long from, final long to)
    {
        final long now = System.nanoTime();
        for (long position = from; position <= to; position++)
        {
            latency.recordValue(Math.max(0, now - ring.intakeNanos(position)));
        }
    }
}
