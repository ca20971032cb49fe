package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Far more messages about orders come within a second of engine time than usual. A sample is the number of a second in
 * which there were any.
 */
final class OrderRateBurstDetector extends UnusualValue implements Detector
{
    static final long SECOND_NANOS = 1_000_000_000L;

    private static final int SECOND = 0; // number of the current one + 1
    private static final int MESSAGES = 8;
    private static final int FIRST = 16; // sequence of its first message
    private static final int WORDS = 3;

    private final int words;

    OrderRateBurstDetector(final BasicCountConfig config, final long parametersHash, final StateLayout layout)
    {
        super(OrderRateBurstFactory.INFO, config.leastCount(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
        words = layout.reserve(SlotKind.INSTRUMENT, WORDS);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final UnsafeBuffer memory = market.records(SlotKind.INSTRUMENT);
        final int at = record(market) + words;
        final long second = event.engineTimeNanos() / SECOND_NANOS + 1;
        if (memory.getLong(at + SECOND) != second)
        {
            if (memory.getLong(at + SECOND) != 0)
            {
                sample(market, memory.getLong(at + MESSAGES));
            }
            memory.putLong(at + SECOND, second);
            memory.putLong(at + MESSAGES, 0);
            memory.putLong(at + FIRST, event.sequence());
        }
        final long messages = memory.getLong(at + MESSAGES) + 1;
        memory.putLong(at + MESSAGES, messages);
        judge(event, market, findings, messages, messages, memory.getLong(at + FIRST), EvidenceRole.BURST_START);
    }
}
