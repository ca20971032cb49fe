package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/**
 * The venue's mark price leaves the index. Looked at whenever one of them is told; each look is a sample. Prices of 0
 * and below are not measured.
 */
final class MarkIndexGapDetector extends UnusualValue implements Detector
{
    MarkIndexGapDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(MarkIndexGapFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long mark = market.markTicks();
        final long index = market.indexTicks();
        if (mark == Absent.VALUE || index == Absent.VALUE || mark <= 0 || index <= 0)
        {
            return;
        }
        final long gap = Ppm.of(Math.abs(mark - index), index);
        judge(event, market, findings, gap, gap, 0, EvidenceRole.CAUSE);
        sample(market, gap);
    }
}
