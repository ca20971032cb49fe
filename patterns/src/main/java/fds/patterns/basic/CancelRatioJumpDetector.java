package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Far more orders are cancelled for each trade, within ten seconds of engine time, than usual. A sample is the cancels
 * for each trade of ten seconds in which there were either, in parts per million, with one trade more so that none is
 * not a division by nothing.
 */
final class CancelRatioJumpDetector extends UnusualValue implements Detector
{
    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final int WINDOW = 0; // number of the current one + 1
    private static final int CANCELS = 8;
    private static final int TRADES = 16;
    private static final int FIRST = 24; // sequence of its first event
    private static final int WORDS = 4;

    private final int words;

    CancelRatioJumpDetector(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        super(CancelRatioJumpFactory.INFO, config.leastCount(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long window = event.engineTimeNanos() / WINDOW_NANOS + 1;
        if (memory.getLong(at + WINDOW) != window)
        {
            if (memory.getLong(at + WINDOW) != 0)
            {
                sample(market, ratioPpm(memory, at));
            }
            memory.putLong(at + WINDOW, window);
            memory.putLong(at + CANCELS, 0);
            memory.putLong(at + TRADES, 0);
            memory.putLong(at + FIRST, event.sequence());
        }
        if (event.kind() == Kind.TRADE)
        {
            memory.putLong(at + TRADES, memory.getLong(at + TRADES) + 1);
            return;
        }
        memory.putLong(at + CANCELS, memory.getLong(at + CANCELS) + 1);
        judge(event, market, findings, memory.getLong(at + CANCELS), ratioPpm(memory, at), memory.getLong(at + FIRST),
            EvidenceRole.FIRST);
    }

    private static long ratioPpm(final UnsafeBuffer memory, final int at)
    {
        return Ppm.of(memory.getLong(at + CANCELS), memory.getLong(at + TRADES) + 1);
    }
}
