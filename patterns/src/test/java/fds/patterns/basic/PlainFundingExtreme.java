package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every rate. */
final class PlainFundingExtreme extends PlainBasic
{
    private final List<Long> rates = new ArrayList<>();

    PlainFundingExtreme(final BasicShareConfig config)
    {
        super(FundingExtremeFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.value() != Absent.VALUE)
        {
            final long rate = Math.abs(event.value()) / 1_000;
            judge(event, findings, rates, rate, rate, 0, EvidenceRole.CAUSE);
            rates.add(rate);
        }
    }
}
