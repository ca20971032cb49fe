package fds.patterns.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fds.market.event.Flags;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep the trades of each ten seconds. */
final class PlainVolumeSpike extends PlainBasic
{
    private final TreeMap<Long, List<Long>> windows = new TreeMap<>(); // notional of each trade
    private final TreeMap<Long, Long> firsts = new TreeMap<>();

    PlainVolumeSpike(final BasicCountConfig config)
    {
        super(VolumeSpikeFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        if (event.has(Flags.STP))
        {
            return;
        }
        final long now = event.engineTimeNanos() / 10_000_000_000L;
        final long notional = Math.abs(event.priceTicks()) * event.quantityLots() >>>
            market.reference().notionalShift(1);
        windows.computeIfAbsent(now, key -> new ArrayList<>()).add(notional);
        firsts.putIfAbsent(now, event.sequence());
        judge(event, findings, windows.headMap(now).values().stream().map(PlainVolumeSpike::sum).toList(),
            windows.get(now).size(), sum(windows.get(now)), firsts.get(now), EvidenceRole.FIRST);
    }

    private static long sum(final List<Long> notionals)
    {
        return notionals.stream().mapToLong(Long::longValue).sum();
    }
}
