package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep every trade; look at each ten seconds by themselves. */
final class PlainPriceSpike extends PlainBasic
{
    private record Print(long window, long ticks, long sequence)
    {
    }

    private final List<Print> prints = new ArrayList<>();

    PlainPriceSpike(final BasicShareConfig config)
    {
        super(PriceSpikeFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.priceTicks() <= 0 || event.has(Flags.STP))
        {
            return;
        }
        final long now = event.engineTimeNanos() / 10_000_000_000L;
        prints.add(new Print(now, event.priceTicks(), event.sequence()));
        final TreeMap<Long, Long> farthest = new TreeMap<>();
        Print open = prints.get(0);
        for (int i = 0; i < prints.size(); i++)
        {
            open = i > 0 && prints.get(i).window() != prints.get(i - 1).window() ? prints.get(i - 1) : open;
            farthest.merge(prints.get(i).window(),
                ppm(Math.abs(prints.get(i).ticks() - open.ticks()), open.ticks()), Math::max);
        }
        final long move = ppm(Math.abs(event.priceTicks() - open.ticks()), open.ticks());
        judge(event, findings, new ArrayList<>(farthest.headMap(now).values()), move, move, open.sequence(),
            EvidenceRole.REFERENCE_PRICE);
    }
}
