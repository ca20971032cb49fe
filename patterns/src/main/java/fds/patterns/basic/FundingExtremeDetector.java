package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/**
 * The funding rate of an interval is large, to either side, and many times the mean size of the last ones. Each rate
 * is a sample.
 */
final class FundingExtremeDetector extends UnusualValue implements Detector
{
    private static final long NANOS_OF_PPM = 1_000; // rates come in parts of 10^9

    FundingExtremeDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(FundingExtremeFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.value() == Absent.VALUE)
        {
            return;
        }
        final long rate = Math.abs(event.value() / NANOS_OF_PPM);
        judge(event, market, findings, rate, rate, 0, EvidenceRole.CAUSE);
        sample(market, rate);
    }
}
