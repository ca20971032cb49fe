package fds.risk.table;

import fds.market.risk.RiskPart;

/** The parts of a score, written in place: no allocation after construction. */
public final class Parts
{
    private static final int MAX = RiskPart.values().length;

    private final int[] codes = new int[MAX];
    private final long[] measured = new long[MAX];
    private final int[] contributions = new int[MAX];
    private int count;

    /** Forget all. */
    public void clear()
    {
        count = 0;
    }

    /**
     * Add a part.
     *
     * @param part         not added before.
     * @param value        measured, in the part's unit.
     * @param contribution points it gave, or of an area 1/10,000 of a point of the total.
     */
    public void add(final RiskPart part, final long value, final int contribution)
    {
        codes[count] = part.ordinal();
        measured[count] = value;
        contributions[count++] = contribution;
    }

    /**
     * Add a part if it gave points.
     *
     * @param part   not added before.
     * @param value  measured, in the part's unit.
     * @param points it gave.
     * @return the points.
     */
    public int points(final RiskPart part, final long value, final int points)
    {
        if (points > 0)
        {
            add(part, value, points);
        }
        return points;
    }

    public int count()
    {
        return count;
    }

    public int code(final int index)
    {
        return codes[index];
    }

    public long measured(final int index)
    {
        return measured[index];
    }

    public int contribution(final int index)
    {
        return contributions[index];
    }
}
