package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep the messages of each second. */
final class PlainOrderRateBurst extends PlainBasic
{
    private final TreeMap<Long, List<Long>> seconds = new TreeMap<>(); // sequences

    PlainOrderRateBurst(final BasicCountConfig config)
    {
        super(OrderRateBurstFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = event.engineTimeNanos() / 1_000_000_000L;
        seconds.computeIfAbsent(now, key -> new ArrayList<>()).add(event.sequence());
        final List<Long> current = seconds.get(now);
        judge(event, findings, seconds.headMap(now).values().stream().map(List::size).map(Integer::longValue).toList(),
            current.size(), current.size(), current.get(0), EvidenceRole.BURST_START);
    }
}
