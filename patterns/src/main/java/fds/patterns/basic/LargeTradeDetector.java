package fds.patterns.basic;

import fds.market.detector.Detector;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.money.Ppm;
import fds.market.partition.Market;
import fds.market.slots.StateLayout;

/**
 * One trade is a large part of what traded within five minutes, and many times a usual trade. A sample is the notional
 * of a trade.
 */
final class LargeTradeDetector extends UnusualValue implements Detector
{
    LargeTradeDetector(final BasicShareConfig config, final long parametersHash, final StateLayout layout)
    {
        super(LargeTradeFactory.INFO, config.leastPpm(), config.timesUsualPpm(), config.sampleCount(),
            config.repeatNanos(), parametersHash, layout);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.has(Flags.STP))
        {
            return;
        }
        final long notional = market.notional(event.priceTicks(), event.quantityLots());
        judge(event, market, findings, Ppm.of(notional, market.notional5m()), notional, 0, EvidenceRole.CAUSE);
        sample(market, notional);
    }
}
