package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Far more notional trades within ten seconds of engine time than usual. A sample is the notional of ten seconds in
 * which there were trades.
 */
final class VolumeSpikeDetector extends UnusualValue implements Detector
{
    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final int WINDOW = 0; // number of the current one + 1
    private static final int NOTIONAL = 8;
    private static final int TRADES = 16;
    private static final int FIRST = 24; // sequence of its first trade
    private static final int WORDS = 4;

    private final int words;

    VolumeSpikeDetector(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        super(VolumeSpikeFactory.INFO, config.leastCount(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.has(Flags.STP))
        {
            return;
        }
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long window = event.engineTimeNanos() / WINDOW_NANOS + 1;
        if (memory.getLong(at + WINDOW) != window)
        {
            if (memory.getLong(at + WINDOW) != 0)
            {
                sample(market, memory.getLong(at + NOTIONAL));
            }
            memory.putLong(at + WINDOW, window);
            memory.putLong(at + NOTIONAL, 0);
            memory.putLong(at + TRADES, 0);
            memory.putLong(at + FIRST, event.sequence());
        }
        final long trades = memory.getLong(at + TRADES) + 1;
        final long notional = memory.getLong(at + NOTIONAL) +
            market.notional(event.priceTicks(), event.quantityLots());
        memory.putLong(at + TRADES, trades);
        memory.putLong(at + NOTIONAL, notional);
        judge(event, market, findings, trades, notional, memory.getLong(at + FIRST), EvidenceRole.FIRST);
    }
}
