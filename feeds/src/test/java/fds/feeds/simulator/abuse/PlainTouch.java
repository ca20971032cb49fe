package fds.feeds.simulator.abuse;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import fds.market.event.Absent;
import fds.market.event.Side;

/** What rests at each price, and so the best prices between messages. */
final class PlainTouch
{
    private final Map<Integer, TreeMap<Long, Long>> bids = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Long>> asks = new HashMap<>();

    void change(final int instrument, final int side, final long priceTicks, final long lots)
    {
        of(instrument, side).merge(priceTicks, lots, (before, more) -> before + more == 0 ? null : before + more);
    }

    long bid(final int instrument)
    {
        final TreeMap<Long, Long> levels = of(instrument, Side.BUY);
        return levels.isEmpty() ? Absent.VALUE : levels.lastKey();
    }

    long ask(final int instrument)
    {
        final TreeMap<Long, Long> levels = of(instrument, Side.SELL);
        return levels.isEmpty() ? Absent.VALUE : levels.firstKey();
    }

    private TreeMap<Long, Long> of(final int instrument, final int side)
    {
        return (side == Side.BUY ? bids : asks).computeIfAbsent(instrument, i -> new TreeMap<>());
    }
}
