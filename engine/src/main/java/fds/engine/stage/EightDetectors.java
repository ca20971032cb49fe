package fds.engine.stage;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/**
 * The pattern from which {@link DetectorGroups} makes a class for each set of detectors: every call below then meets
 * one type only, and the compiler can put the detector's code in its place.
 */
final class EightDetectors extends DetectorGroup
{
    private final int count;
    private final Detector first;
    private final Detector second;
    private final Detector third;
    private final Detector fourth;
    private final Detector fifth;
    private final Detector sixth;
    private final Detector seventh;
    private final Detector eighth;

    EightDetectors(final Detector[] detectors)
    {
        count = detectors.length;
        first = detectors[0];
        second = count > 1 ? detectors[1] : null;
        third = count > 2 ? detectors[2] : null;
        fourth = count > 3 ? detectors[3] : null;
        fifth = count > 4 ? detectors[4] : null;
        sixth = count > 5 ? detectors[5] : null;
        seventh = count > 6 ? detectors[6] : null;
        eighth = count > 7 ? detectors[7] : null;
    }

    @Override
    void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        first.onEvent(event, market, findings);
        if (count > 1)
        {
            second.onEvent(event, market, findings);
        }
        if (count > 2)
        {
            third.onEvent(event, market, findings);
        }
        if (count > 3)
        {
            fourth.onEvent(event, market, findings);
        }
        if (count > 4)
        {
            fifth.onEvent(event, market, findings);
        }
        if (count > 5)
        {
            sixth.onEvent(event, market, findings);
        }
        if (count > 6)
        {
            seventh.onEvent(event, market, findings);
        }
        if (count > 7)
        {
            eighth.onEvent(event, market, findings);
        }
    }
}
