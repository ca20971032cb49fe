package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Open interest changes at once by a large part of itself. A sample is a change, from one telling to the next, as a
 * part of what there was.
 */
final class OpenInterestJumpDetector extends UnusualValue implements Detector
{
    private static final int INTEREST = 0; // lots, as last told
    private static final int TOLD = 8;     // sequence of that
    private static final int WORDS = 2;

    private final int words;

    OpenInterestJumpDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(OpenInterestJumpFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long interest = event.quantityLots();
        final long before = memory.getLong(at + INTEREST);
        if (interest < 0)
        {
            return;
        }
        if (before > 0)
        {
            final long change = Ppm.of(Math.abs(interest - before), before);
            judge(event, market, findings, change, change, memory.getLong(at + TOLD), EvidenceRole.FIRST);
            sample(market, change);
        }
        memory.putLong(at + INTEREST, interest);
        memory.putLong(at + TOLD, event.sequence());
    }
}
