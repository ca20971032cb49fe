package fds.patterns.basic;

import java.util.TreeMap;

import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.finding.EvidenceRole;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;

/** Keep cancels and trades of each ten seconds. */
final class PlainCancelRatioJump extends PlainBasic
{
    private record Window(long first, long cancels, long trades)
    {
        private long ratio()
        {
            return ppm(cancels, trades + 1);
        }
    }

    private final TreeMap<Long, Window> windows = new TreeMap<>();

    PlainCancelRatioJump(final BasicCountConfig config)
    {
        super(CancelRatioJumpFactory.INFO, config);
    }

    @Override
    public void onEvent(final MarketEvent event, final Market market, final FindingSink findings)
    {
        final long now = event.engineTimeNanos() / 10_000_000_000L;
        final boolean isTrade = event.kind() == Kind.TRADE;
        final Window before = windows.getOrDefault(now, new Window(event.sequence(), 0, 0));
        final Window window = new Window(
            before.first(), before.cancels() + (isTrade ? 0 : 1), before.trades() + (isTrade ? 1 : 0));
        windows.put(now, window);
        if (!isTrade)
        {
            judge(event, findings, windows.headMap(now).values().stream().map(Window::ratio).toList(),
                window.cancels(), window.ratio(), window.first(), EvidenceRole.FIRST);
        }
    }
}
