package fds.feeds.simulator.label;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Row numbers that ascend, kept as runs of neighbours. Grows with the number of runs, at most {@value #RUNS_MAX}: rows
 * beyond are counted by the label, but not listed.
 */
public final class RowRuns
{
    /** Most runs that are kept: more than the busiest episode has. */
    public static final int RUNS_MAX = 1 << 16;

    private long[] bounds = new long[8]; // [2 * run] first row, [2 * run + 1] last row
    private int runs;

    /**
     * Runs that are known already.
     *
     * @param bounds first and last row of each run, in pairs that ascend.
     * @return with these rows.
     */
    public static RowRuns of(final long... bounds)
    {
        final RowRuns rows = new RowRuns();
        rows.bounds = Arrays.copyOf(bounds, Math.max(2, bounds.length));
        rows.runs = bounds.length / 2;
        return rows;
    }

    /**
     * Another row.
     *
     * @param row above all so far.
     */
    public void add(final long row)
    {
        if (runs > 0 && bounds[2 * runs - 1] + 1 == row)
        {
            bounds[2 * runs - 1] = row;
        }
        else if (runs < RUNS_MAX)
        {
            if (2 * runs == bounds.length)
            {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[2 * runs] = row;
            bounds[2 * runs + 1] = row;
            runs++;
        }
    }

    /**
     * A copy that stays as it is.
     *
     * @return equal to this.
     */
    public RowRuns copy()
    {
        return of(Arrays.copyOf(bounds, 2 * runs));
    }

    /**
     * Each row.
     *
     * @param each is told of them in ascending order.
     */
    public void forEach(final LongConsumer each)
    {
        for (int run = 0; run < runs; run++)
        {
            for (long row = bounds[2 * run]; row <= bounds[2 * run + 1]; row++)
            {
                each.accept(row);
            }
        }
    }

    @Override
    public boolean equals(final Object other)
    {
        return other instanceof RowRuns that && runs == that.runs &&
            Arrays.equals(bounds, 0, 2 * runs, that.bounds, 0, 2 * runs);
    }

    @Override
    public int hashCode()
    {
        int hash = runs;
        for (int i = 0; i < 2 * runs; i++)
        {
            hash = 31 * hash + Long.hashCode(bounds[i]);
        }
        return hash;
    }

    /**
     * As it stands in a label's row.
     *
     * @return runs with {@code ;} between them, a run of more than one row as {@code first-last}.
     */
    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder();
        for (int run = 0; run < runs; run++)
        {
            text.append(run == 0 ? "" : ";").append(bounds[2 * run]);
            if (bounds[2 * run + 1] > bounds[2 * run])
            {
                text.append('-').append(bounds[2 * run + 1]);
            }
        }
        return text.toString();
    }
}
