package planted.fds.patterns.ramping;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Planted: a detector that asks its neighbour. */
public final class KnowsOtherDetector implements Detector
{
    private final FirstDetector other = new FirstDetector();

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        other.onEvent(event, market, findings);
    }
}
