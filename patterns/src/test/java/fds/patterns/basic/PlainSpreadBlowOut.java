package fds.patterns.basic;

import java.util.ArrayList;
import java.util.TreeMap;

import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep what stood in each second. */
final class PlainSpreadBlowOut extends PlainBasic
{
    private final TreeMap<Long, Long> spreads = new TreeMap<>(); // by second

    PlainSpreadBlowOut(final BasicShareConfig config)
    {
        super(SpreadBlowOutFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long second = event.engineTimeNanos() / 1_000_000_000L;
        final long bid = market.bestBidTicks();
        final long ask = market.bestAskTicks();
        if (event.has(Flags.LAST) && bid > 0 && ask > bid && !spreads.containsKey(second))
        {
            final long spread = ppm(2 * (ask - bid), ask + bid);
            judge(event, findings, new ArrayList<>(spreads.values()), spread, spread, 0, EvidenceRole.CAUSE);
            spreads.put(second, spread);
        }
    }
}
