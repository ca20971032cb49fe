package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Absent;
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
 * Best bid and best ask stand far apart. Looked at once a second, behind the first closed message of a second of engine
 * time, so that what stands counts and not what a moment leaves; each look is a sample. Prices of 0 and below are not
 * measured.
 */
final class SpreadBlowOutDetector extends UnusualValue implements Detector
{
    static final long SECOND_NANOS = 1_000_000_000L;

    private final int words; // number + 1 of the second last looked at

    SpreadBlowOutDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(SpreadBlowOutFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, 1);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long second = event.engineTimeNanos() / SECOND_NANOS + 1;
        if (memory.getLong(at) == second || !event.has(Flags.LAST))
        {
            return;
        }
        final long bid = market.bestBidTicks();
        final long ask = market.bestAskTicks();
        if (bid == Absent.VALUE || ask == Absent.VALUE || bid <= 0 || bid >= ask)
        {
            return;
        }
        memory.putLong(at, second);
        final long spread = Ppm.of(2 * (ask - bid), ask + bid);
        judge(event, market, findings, spread, spread, 0, EvidenceRole.CAUSE);
        sample(market, spread);
    }
}
