package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every telling and every change. */
final class PlainOpenInterestJump extends PlainBasic
{
    private final List<Long> changes = new ArrayList<>();
    private long before;
    private long told;

    PlainOpenInterestJump(final BasicShareConfig config)
    {
        super(OpenInterestJumpFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.quantityLots() == Absent.VALUE)
        {
            return;
        }
        if (before > 0)
        {
            final long change = ppm(Math.abs(event.quantityLots() - before), before);
            judge(event, findings, changes, change, change, told, EvidenceRole.FIRST);
            changes.add(change);
        }
        before = event.quantityLots();
        told = event.sequence();
    }
}
