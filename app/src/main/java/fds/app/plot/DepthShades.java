package fds.app.plot;

import java.util.Arrays;

import fds.app.draw.Palette;

/** Which shade a quantity in the book has: round limits, so chosen that each shade is seen. */
final class DepthShades
{
    private static final double[] SHARES = { 0.30, 0.55, 0.75, 0.89, 0.96, 0.99 }; // of the cells that hold anything

    private final double[] limitLots; // [step - 1], ascending; a cell at or above has the shade

    private DepthShades(final double[] limitLots)
    {
        this.limitLots = limitLots;
    }

    static DepthShades of(final DepthMap depth, final double lotSize)
    {
        final double[] cells = new double[depth.columns() * depth.rows()];
        int count = 0;
        for (int column = 0; column < depth.columns(); column++)
        {
            for (int row = 0; row < depth.rows(); row++)
            {
                final double lots = depth.meanLots(column, row);
                if (lots > 0)
                {
                    cells[count++] = lots;
                }
            }
        }
        Arrays.sort(cells, 0, count);
        final double[] limits = new double[Math.min(SHARES.length, Palette.depthSteps() - 1)];
        int used = 0;
        for (int i = 0; i < limits.length && count > 0; i++)
        {
            final double limit = roundDown(cells[(int)((count - 1) * SHARES[i])] * lotSize) / lotSize;
            if (used == 0 || limit > limits[used - 1])
            {
                limits[used++] = limit;
            }
        }
        return new DepthShades(Arrays.copyOf(limits, used));
    }

    /** The shade of a cell that holds something. */
    int step(final double lots)
    {
        int step = 0;
        while (step < limitLots.length && lots >= limitLots[step])
        {
            step++;
        }
        return step;
    }

    /** Shades in use. */
    int count()
    {
        return limitLots.length + 1;
    }

    /** The least quantity of a shade, 1 and up. */
    double limitLots(final int step)
    {
        return limitLots[step - 1];
    }

    private static double roundDown(final double value)
    {
        final double power = Math.pow(10, Math.floor(Math.log10(value)));
        final double digits = value / power;
        return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
    }
}
