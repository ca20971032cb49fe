package fds.app.plot;

import java.util.Arrays;

/**
 * How much stood in the book, by time and price: the mean quantity, weighted by time, of every cell of a grid. Its
 * memory is that of the grid, however long the recording.
 */
public final class DepthMap
{
    private final Window window;
    private final int columns;
    private final int rows;
    private final long rowTicks;
    private final double columnNanos;
    private final double[] lotNanos;   // [column * rows + row]
    private final double[] lots;       // [row] standing now
    private final long[] changedNanos; // [row] since when
    private boolean hasLevels;

    DepthMap(final Window window, final int columns, final int rowsMax)
    {
        this.window = window;
        this.columns = columns;
        final long prices = window.highTicks() - window.lowTicks() + 1;
        rowTicks = Math.max(1, (prices + rowsMax - 1) / rowsMax);
        rows = (int)((prices + rowTicks - 1) / rowTicks);
        columnNanos = (double)(window.toNanos() - window.fromNanos()) / columns;
        lotNanos = new double[columns * rows];
        lots = new double[rows];
        changedNanos = new long[rows];
        Arrays.fill(changedNanos, window.fromNanos());
    }

    /** A level has another quantity. */
    void change(final long priceTicks, final long beforeLots, final long afterLots, final long timeNanos)
    {
        if (window.hasPrice(priceTicks))
        {
            final int row = (int)((priceTicks - window.lowTicks()) / rowTicks);
            settle(row, timeNanos);
            lots[row] += (double)afterLots - beforeLots;
            hasLevels = true;
        }
    }

    /** Nothing changes any more until the end of the window. */
    void finish(final long lastNanos)
    {
        for (int row = 0; row < rows; row++)
        {
            settle(row, Math.min(lastNanos, window.toNanos()));
        }
    }

    /**
     * Columns of the grid.
     *
     * @return 1 or more.
     */
    public int columns()
    {
        return columns;
    }

    /**
     * Rows of the grid, the lowest price first.
     *
     * @return 1 or more.
     */
    public int rows()
    {
        return rows;
    }

    /**
     * Prices in a row.
     *
     * @return ticks, 1 or more.
     */
    public long rowTicks()
    {
        return rowTicks;
    }

    /**
     * Whether any level was ever told within the window's prices.
     *
     * @return false for a recording without a book.
     */
    public boolean hasLevels()
    {
        return hasLevels;
    }

    /**
     * The mean quantity in a cell.
     *
     * @param column 0 and up.
     * @param row    0 and up.
     * @return lots.
     */
    public double meanLots(final int column, final int row)
    {
        return Math.max(0, lotNanos[column * rows + row] / columnNanos);
    }

    /** What stood in a row since its last change is added to the columns it stood in. */
    private void settle(final int row, final long timeNanos)
    {
        final long end = Math.min(timeNanos, window.toNanos());
        if (end <= changedNanos[row])
        {
            return;
        }
        if (lots[row] > 0)
        {
            final double from = (changedNanos[row] - window.fromNanos()) / columnNanos;
            final double to = (end - window.fromNanos()) / columnNanos;
            for (int column = (int)from; column < Math.min(columns, to); column++)
            {
                final double part = Math.min(to, column + 1) - Math.max(from, column);
                lotNanos[column * rows + row] += Math.max(0, part) * columnNanos * lots[row];
            }
        }
        changedNanos[row] = end;
    }
}
