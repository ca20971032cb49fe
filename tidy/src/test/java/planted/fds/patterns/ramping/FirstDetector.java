package planted.fds.patterns.ramping;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Planted: a detector that minds its own business. */
public final class FirstDetector implements Detector
{
    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
    }
}
