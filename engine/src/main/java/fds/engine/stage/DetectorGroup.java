package fds.engine.stage;

import fds.market.detector.Detector;
import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Up to eight detectors called one behind the other. Each set of detectors has a class of its own. */
abstract class DetectorGroup
{
    static final int SIZE = 8;

    abstract void onEvent(MarketEvent event, Market market, FindingSink findings);

    /** No detector asked for this kind. */
    static final class None extends DetectorGroup
    {
        @Override
        void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
        {
            // nobody
        }
    }

    /** More than eight: groups one behind the other. */
    static final class Chain extends DetectorGroup
    {
        private final DetectorGroup[] groups;

        Chain(final DetectorGroup[] groups)
        {
            this.groups = groups;
        }

        @Override
        void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
        {
            for (final DetectorGroup group : groups)
            {
                group.onEvent(event, market, findings);
            }
        }
    }

    static DetectorGroup of(final Detector[] detectors)
    {
        if (detectors.length == 0)
        {
            return new None();
        }
        if (detectors.length <= SIZE)
        {
            return DetectorGroups.newGroup(detectors);
        }
        final DetectorGroup[] groups = new DetectorGroup[(detectors.length + SIZE - 1) / SIZE];
        for (int i = 0; i < groups.length; i++)
        {
            groups[i] = of(java.util.Arrays.copyOfRange(
                detectors, i * SIZE, Math.min(detectors.length, (i + 1) * SIZE)));
        }
        return new Chain(groups);
    }
}
