package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every trade. */
final class PlainLargeTrade extends PlainBasic
{
    private final List<Long> notionals = new ArrayList<>();

    PlainLargeTrade(final BasicShareConfig config)
    {
        super(LargeTradeFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (!event.has(Flags.STP))
        {
            final long notional = Math.abs(event.priceTicks()) * event.quantityLots() >>>
                market.reference().notionalShift(1);
            judge(event, findings, notionals, ppm(notional, market.notional5m()), notional, 0, EvidenceRole.CAUSE);
            notionals.add(notional);
        }
    }
}
