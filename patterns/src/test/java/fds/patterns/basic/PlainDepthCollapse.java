package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;

import fds.market.book.PriceLevels;
import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every look at the book, and what was missing at it. */
final class PlainDepthCollapse extends PlainBasic
{
    private final List<Long> depths = new ArrayList<>();
    private final List<Long> missings = new ArrayList<>();
    private long looked = -1;

    PlainDepthCollapse(final BasicShareConfig config)
    {
        super(DepthCollapseFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long second = event.engineTimeNanos() / 1_000_000_000L;
        if (!event.has(Flags.LAST) || second == looked)
        {
            return;
        }
        looked = second;
        final long lots = Math.min(lots(market.bids()), lots(market.asks()));
        final List<Long> last = depths.subList(Math.max(0, depths.size() - 32), depths.size());
        final long sum = last.stream().mapToLong(Long::longValue).sum();
        if (sum > 0)
        {
            final long missing = Math.max(0, 1_000_000 - ppm(lots * last.size(), sum));
            judge(event, findings, missings, missing, missing, 0, EvidenceRole.CAUSE);
            missings.add(missing);
        }
        depths.add(lots);
    }

    private static long lots(final PriceLevels levels)
    {
        long lots = 0;
        for (int rank = 0; rank < Math.min(5, levels.size()); rank++)
        {
            lots += levels.quantityLots(rank);
        }
        return lots;
    }
}
