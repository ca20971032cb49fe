package fds.app.plot;

import java.util.List;
import java.util.TreeMap;

import fds.market.event.MarketEvent;

/** Gathers trades into marks of a few pixels, so that there are no more marks than the picture has room for. */
final class TradeMarks
{
    private static final int COLUMNS = 320;
    private static final int ROWS = 160;

    private final Window window;
    private final TreeMap<Integer, Sum> sums = new TreeMap<>(); // (column * ROWS + row) * 3 + side

    private static final class Sum
    {
        private long timeNanos;
        private double tickLots;
        private double lots;
        private long count;
    }

    TradeMarks(final Window window)
    {
        this.window = window;
    }

    void add(final MarketEvent trade)
    {
        final double part = (double)(trade.priceTicks() - window.lowTicks()) /
            (window.highTicks() - window.lowTicks());
        final int row = (int)Math.min(ROWS - 1, Math.floor(part * ROWS));
        final int cell = (window.column(trade.engineTimeNanos(), COLUMNS) * ROWS + row) * 3 + trade.side();
        final Sum sum = sums.computeIfAbsent(cell, key -> new Sum());
        sum.timeNanos = sum.count == 0 ? trade.engineTimeNanos() : sum.timeNanos;
        sum.tickLots += (double)trade.priceTicks() * trade.quantityLots();
        sum.lots += trade.quantityLots();
        sum.count++;
    }

    /** From the largest to the smallest, so that small ones are drawn over large ones. */
    List<TradeMark> marks()
    {
        return sums.entrySet().stream().map(entry -> new TradeMark(entry.getValue().timeNanos,
            entry.getValue().tickLots / entry.getValue().lots, entry.getKey() % 3, entry.getValue().lots,
            entry.getValue().count))
            .sorted((one, other) -> Double.compare(other.quantityLots(), one.quantityLots())).toList();
    }
}
