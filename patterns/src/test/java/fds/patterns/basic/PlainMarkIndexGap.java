package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every distance. */
final class PlainMarkIndexGap extends PlainBasic
{
    private final List<Long> gaps = new ArrayList<>();
    private long mark;
    private long index;

    PlainMarkIndexGap(final BasicShareConfig config)
    {
        super(MarkIndexGapFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        mark = event.kind() == Kind.MARK ? event.priceTicks() : mark;
        index = event.kind() == Kind.INDEX ? event.priceTicks() : index;
        if (mark > 0 && index > 0)
        {
            final long gap = ppm(Math.abs(mark - index), index);
            judge(event, findings, gaps, gap, gap, 0, EvidenceRole.CAUSE);
            gaps.add(gap);
        }
    }
}
