package fds.engine.stage;

import fds.engine.ring.FindingRing;
import fds.engine.ring.MainRing;
import fds.market.codec.decision.BlindSpotEncoder;
import fds.market.codec.decision.MessageHeaderEncoder;
import fds.market.codec.event.ConfigEncoder;
import fds.market.control.ControlFrames;
import fds.market.detector.DetectionReader;
import fds.market.door.FrameSink;
import fds.market.episode.EpisodeSink;
import fds.market.episode.Episodes;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.partition.BlindSpotCause;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the findings of all shards in sequence order, makes alerts of them, journals what was decided, and only then
 * lets it out. Findings of one event come in the order of partitions, so the number of shards does not show. Owned by
 * one thread.
 */
public final class AccountStage implements Stage, EpisodeSink
{
    private static final int STAGING_BYTES = 1 << 20;

    private final MainRing ring;
    private final FindingRing[] findings;
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
    private int staged;

    private Episodes episodes;
    private String configText;
    private volatile long findingCount;
    private volatile long alertCount;
    private volatile long blindSpotCount;

    /**
     * Make it without a configuration; the first CONFIG record gives it one.
     *
     * @param ring     to read.
     * @param findings one ring a shard.
     * @param reader   of CONFIG records.
     * @param journal  of decisions.
     * @param outbox   told of each decision after it is journaled.
     * @param latency  to record hand-in to decision, or null.
     */
    public AccountStage(
        final MainRing ring,
        final FindingRing[] findings,
        final DetectionReader reader,
        final FrameSink journal,
        final FrameSink outbox,
        final SingleWriterRecorder latency)
    {
        this.ring = ring;
        this.findings = findings.clone();
        this.reader = reader;
        this.journal = journal;
        this.outbox = outbox;
        this.latency = latency;
        event.wrap(ring.events(), 0);
    }

    @Override
    public void process(final long from, final long to)
    {
        final boolean quiet = !ring.mayHaveControl(from) && !ring.mayHaveTick(from);
        for (long position = quiet ? to : from; position <= to; position++)
        {
            event.at(ring.offsetOf(position));
            final int kind = event.kind();
            if (kind == Kind.CONTROL)
            {
                onControl((int)event.value());
                drainFindings(ControlFrames.sequence(ring.pool(), (int)event.value()));
            }
            else if (kind == Kind.TICK && episodes != null)
            {
                drainFindings(event.sequence() - 1);
                episodes.onTick(event.sequence(), event.engineTimeNanos());
                drainFindings(event.sequence());
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

    @Override
    public void onRecord(final DirectBuffer buffer, final int offset, final int length)
    {
        if (staged + length + 8 > STAGING_BYTES)
        {
            flush();
        }
        staging.putInt(staged, length);
        staging.putBytes(staged + 4, buffer, offset, length);
        staged += 4 + length + 3 & ~3;
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

    private void drainFindings(final long throughSequence)
    {
        while (true)
        {
            FindingRing next = null;
            long nextSequence = Long.MAX_VALUE;
            for (final FindingRing candidate : findings)
            {
                final long sequence = candidate.peekSequence();
                if (sequence < nextSequence ||
                    sequence == nextSequence && next != null && candidate.headPartition() < next.headPartition())
                {
                    next = candidate;
                    nextSequence = sequence;
                }
            }
            if (next == null || nextSequence > throughSequence)
            {
                return;
            }
            if (next.headType() == FindingRing.DETECTION)
            {
                findingCount++;
                episodes.onFinding(next.memory(), next.headOffset(), next.headLength());
                alertCount = episodes.openedCount();
            }
            else
            {
                blindSpotCount++;
                onRecord(next.memory(), next.headOffset(), next.headLength());
            }
            next.pass();
        }
    }

    private void onControl(final int at)
    {
        if (ControlFrames.templateId(ring.pool(), at) == ConfigEncoder.TEMPLATE_ID)
        {
            drainFindings(ControlFrames.sequence(ring.pool(), at) - 1);
            final String text = frames.decodeConfig(ring.pool(), at);
            if (!text.equals(configText))
            {
                configText = text;
                episodes = new Episodes(reader.read(text).episodes(), this);
            }
        }
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
