package fds.app.plot;

import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.event.Side;

/**
 * Prices and traded quantity by column of pixels: of each column the lowest, highest and last best bid, best ask and
 * trade, and what was bought and sold in it.
 */
public final class PriceColumns
{
    private final Window window;
    private final int columns;
    private final long[] bid; // [column * 3] lowest, highest, last
    private final long[] ask; // [column * 3]
    private final long[] last; // [column * 3] of trades
    private final double[] traded; // [column * 3 + aggressor's side]
    private boolean hasQuotes;

    PriceColumns(final Window window, final int columns)
    {
        this.window = window;
        this.columns = columns;
        bid = new long[columns * 3];
        ask = new long[columns * 3];
        last = new long[columns * 3];
        traded = new double[columns * 3];
        Arrays.fill(bid, Absent.VALUE);
        Arrays.fill(ask, Absent.VALUE);
        Arrays.fill(last, Absent.VALUE);
    }

    void quote(final long timeNanos, final long bidTicks, final long askTicks)
    {
        final int at = window.column(timeNanos, columns) * 3;
        note(bid, at, bidTicks);
        note(ask, at, askTicks);
        hasQuotes = true;
    }

    void trade(final long timeNanos, final int side, final long priceTicks, final long quantityLots)
    {
        note(last, window.column(timeNanos, columns) * 3, priceTicks);
        traded[window.column(timeNanos, columns) * 3 + side] += quantityLots;
    }

    /**
     * Columns.
     *
     * @return 1 or more.
     */
    public int columns()
    {
        return columns;
    }

    /**
     * Whether best prices are known anywhere.
     *
     * @return false for a recording of trades alone.
     */
    public boolean hasQuotes()
    {
        return hasQuotes;
    }

    /**
     * The lowest price of a column.
     *
     * @param side   {@link Side#BUY} the best bid, {@link Side#SELL} the best ask, {@link Side#NONE} what was paid.
     * @param column 0 and up.
     * @return ticks, or {@link Absent#VALUE} when nothing was quoted in it: then the last of an earlier column stands.
     */
    public long lowTicks(final int side, final int column)
    {
        return prices(side)[column * 3];
    }

    /**
     * The highest price of a column.
     *
     * @param side   {@link Side#BUY} the best bid, {@link Side#SELL} the best ask, {@link Side#NONE} what was paid.
     * @param column 0 and up.
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long highTicks(final int side, final int column)
    {
        return prices(side)[column * 3 + 1];
    }

    /**
     * The last price of a column.
     *
     * @param side   {@link Side#BUY} the best bid, {@link Side#SELL} the best ask, {@link Side#NONE} what was paid.
     * @param column 0 and up.
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long lastTicks(final int side, final int column)
    {
        return prices(side)[column * 3 + 2];
    }

    /**
     * What traded in a column.
     *
     * @param side   of the aggressor; {@link Side#NONE} when it was not told.
     * @param column 0 and up.
     * @return lots.
     */
    public double tradedLots(final int side, final int column)
    {
        return traded[column * 3 + side];
    }

    private long[] prices(final int side)
    {
        return side == Side.BUY ? bid : side == Side.SELL ? ask : last;
    }

    private static void note(final long[] prices, final int at, final long ticks)
    {
        prices[at] = prices[at] == Absent.VALUE ? ticks : Math.min(prices[at], ticks);
        prices[at + 1] = prices[at + 1] == Absent.VALUE ? ticks : Math.max(prices[at + 1], ticks);
        prices[at + 2] = ticks;
    }
}
