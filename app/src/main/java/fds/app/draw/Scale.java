package fds.app.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to pixels, evenly or by powers of ten.
 *
 * @param low   value at {@code from}; above 0 when it is logarithmic.
 * @param high  value at {@code to}, above {@code low}.
 * @param from  pixel.
 * @param to    pixel; below {@code from} on an axis that points up.
 * @param isLog by powers of ten.
 */
public record Scale(double low, double high, double from, double to, boolean isLog)
{
    /** Checks the values. */
    public Scale
    {
        if (!(low < high) || isLog && !(low > 0))
        {
            throw new IllegalArgumentException("scale from " + low + " to " + high + ": must ascend" +
                (isLog ? ", from above 0" : ""));
        }
    }

    /**
     * Evenly spaced.
     *
     * @param low  value at {@code from}.
     * @param high value at {@code to}, above {@code low}.
     * @param from pixel.
     * @param to   pixel.
     * @return the scale.
     */
    public static Scale linear(final double low, final double high, final double from, final double to)
    {
        return new Scale(low, high, from, to, false);
    }

    /**
     * By powers of ten.
     *
     * @param low  value at {@code from}, above 0.
     * @param high value at {@code to}, above {@code low}.
     * @param from pixel.
     * @param to   pixel.
     * @return the scale.
     */
    public static Scale log(final double low, final double high, final double from, final double to)
    {
        return new Scale(low, high, from, to, true);
    }

    /**
     * Where a value lies.
     *
     * @param value above 0 when logarithmic.
     * @return pixel; outside of the axis for a value outside.
     */
    public double at(final double value)
    {
        final double part = isLog ? Math.log10(value / low) / Math.log10(high / low) : (value - low) / (high - low);
        return from + part * (to - from);
    }

    /**
     * Round values along the axis.
     *
     * @param most about so many.
     * @return ascending.
     */
    public List<Tick> ticks(final int most)
    {
        return isLog ? decades(most) : steps(most);
    }

    private List<Tick> steps(final int most)
    {
        final double step = Numbers.step((high - low) / Math.max(1, most));
        final List<Tick> ticks = new ArrayList<>();
        for (long n = (long)Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n++)
        {
            ticks.add(new Tick(n * step, Numbers.stepped(n * step, step)));
        }
        return ticks;
    }

    private List<Tick> decades(final int most)
    {
        final int first = (int)Math.ceil(Math.log10(low) - 1e-9);
        final int last = (int)Math.floor(Math.log10(high) + 1e-9);
        final int every = Math.max(1, (last - first + most) / Math.max(1, most));
        final List<Tick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++)
        {
            ticks.add(new Tick(Math.pow(10, decade),
                Math.floorMod(decade, every) == 0 ? Numbers.compact(Math.pow(10, decade)) : ""));
        }
        return ticks;
    }
}
