package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The best five levels of the thinner side hold far less than usual, and lack more than a book that comes and goes
 * usually does. Looked at once a second, behind the first closed message of a second of engine time. What is missing is
 * reckoned against the mean of the last looks; a sample is what was missing, 0 when there was more than usual.
 */
final class DepthCollapseDetector extends UnusualValue implements Detector
{
    static final long SECOND_NANOS = 1_000_000_000L;
    static final int LEVELS = 5;

    private final Samples depths;
    private final int words; // number + 1 of the second last looked at

    DepthCollapseDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(DepthCollapseFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        depths = new Samples(layout);
        words = layout.reserve(SlotKind.INSTRUMENT, 1);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int record = record(market);
        final long second = event.engineTimeNanos() / SECOND_NANOS + 1;
        if (memory.getLong(record + words) == second || !event.has(Flags.LAST))
        {
            return;
        }
        memory.putLong(record + words, second);
        final long lots = Math.min(market.bids().depthLots(LEVELS), market.asks().depthLots(LEVELS));
        final long count = depths.count(memory, record);
        final long sum = depths.sum(memory, record);
        if (sum > 0)
        {
            final long missing = Math.max(0, Ppm.ONE - Ppm.of(Math.min(lots, Samples.VALUE_MAX) * count, sum));
            judge(event, market, findings, missing, missing, 0, EvidenceRole.CAUSE);
            sample(market, missing);
        }
        depths.add(memory, record, lots);
    }
}
