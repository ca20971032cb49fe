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
 * The price runs away from where it stood ten seconds ago at most: from the last price before the current ten seconds
 * of engine time. A sample is how far it went at most within ten seconds in which it traded. Prices of 0 and below,
 * which options and pools may have, are not measured.
 */
final class PriceSpikeDetector extends UnusualValue implements Detector
{
    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final int WINDOW = 0; // number of the current one + 1
    private static final int OPEN = 8;
    private static final int OPEN_SEQUENCE = 16;
    private static final int LAST = 24;
    private static final int LAST_SEQUENCE = 32;
    private static final int FARTHEST = 40; // ppm, within the window
    private static final int WORDS = 6;

    private final int words;

    PriceSpikeDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(PriceSpikeFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long price = event.priceTicks();
        if (price <= 0 || event.has(Flags.STP))
        {
            return;
        }
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long window = event.engineTimeNanos() / WINDOW_NANOS + 1;
        if (memory.getLong(at + WINDOW) != window)
        {
            turn(event, market, memory, at);
            memory.putLong(at + WINDOW, window);
        }
        memory.putLong(at + LAST, price);
        memory.putLong(at + LAST_SEQUENCE, event.sequence());
        final long open = memory.getLong(at + OPEN);
        final long move = Ppm.of(Math.abs(price - open), open);
        memory.putLong(at + FARTHEST, Math.max(move, memory.getLong(at + FARTHEST)));
        judge(event, market, findings, move, move, memory.getLong(at + OPEN_SEQUENCE), EvidenceRole.REFERENCE_PRICE);
    }

    /** The window before is a sample, and its last price the one to be left; at first, the trade's own. */
    private void turn(final MarketEvent event, final Market market, final UnsafeBuffer memory, final int at)
    {
        final boolean isFirst = memory.getLong(at + WINDOW) == 0;
        if (!isFirst)
        {
            sample(market, memory.getLong(at + FARTHEST));
        }
        memory.putLong(at + OPEN, isFirst ? event.priceTicks() : memory.getLong(at + LAST));
        memory.putLong(at + OPEN_SEQUENCE, isFirst ? event.sequence() : memory.getLong(at + LAST_SEQUENCE));
        memory.putLong(at + FARTHEST, 0);
    }
}
