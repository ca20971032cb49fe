package fds.bench.realism;

import java.util.List;

import fds.app.draw.Palette;
import fds.app.draw.Scale;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.app.draw.Tick;

/** One small chart: lines over two axes, in the colours of their flows. */
final class Panel
{
    static final double WIDTH = 400;
    static final double HEIGHT = 290;
    private static final double LEFT = 52;
    private static final double RIGHT = 12;
    private static final double TOP = 40;
    private static final double BOTTOM = 44;
    private static final int LABELS = 5;

    private final Svg svg;
    private final int number;
    private final double left;
    private final double top;
    private final Scale across;
    private final Scale up;

    /** From where to where. */
    record Axis(double low, double high, boolean isLog)
    {
    }

    /** A line of a flow. */
    record Line(int series, List<double[]> points)
    {
    }

    Panel(final Svg svg, final int number, final double left, final double top, final Axis x, final Axis y)
    {
        this.svg = svg;
        this.number = number;
        this.left = left + LEFT;
        this.top = top + TOP;
        across = new Scale(x.low(), x.high(), left + LEFT, left + WIDTH - RIGHT, x.isLog());
        up = new Scale(y.low(), y.high(), top + HEIGHT - BOTTOM, top + TOP, y.isLog());
    }

    /** Draw title, axes and lines; the first flow last and strongest. */
    void draw(final String title, final String acrossName, final String upName, final List<Line> lines)
    {
        svg.bold(left, top - 22, title, 13, Palette.INK, Anchor.START);
        svg.text(left, top - 8, upName, 11, Palette.MUTED, Anchor.START);
        for (final Tick tick : up.ticks(LABELS))
        {
            svg.line(left, up.at(tick.value()), across.to(), up.at(tick.value()), Palette.GRID, 1);
            svg.text(left - 6, up.at(tick.value()) + 4, tick.label(), 10, Palette.INK, Anchor.END);
        }
        for (final Tick tick : across.ticks(LABELS))
        {
            svg.line(across.at(tick.value()), up.from(), across.at(tick.value()), top, Palette.GRID, 1);
            svg.text(across.at(tick.value()), up.from() + 15, tick.label(), 10, Palette.INK, Anchor.MIDDLE);
        }
        svg.text((left + across.to()) / 2, up.from() + 31, acrossName, 11, Palette.MUTED, Anchor.MIDDLE);
        svg.beginClip("panel" + number, left, top, across.to() - left, up.from() - top);
        for (int i = lines.size() - 1; i >= 0; i--)
        {
            line(lines.get(i));
        }
        svg.endClip();
        svg.frame(left, top, across.to() - left, up.from() - top, Palette.AXIS);
    }

    /** A thin line for comparison. */
    void reference(final List<double[]> points)
    {
        svg.path(path(points), "fill=\"none\" stroke=\"" + Palette.MUTED + "\" stroke-dasharray=\"3 3\"");
    }

    /** A word inside of the chart, at values of its axes. */
    void note(final double x, final double y, final String text)
    {
        svg.text(across.at(x), up.at(y), text, 10, Palette.MUTED, Anchor.START);
    }

    private void line(final Line line)
    {
        svg.path(path(line.points()), "fill=\"none\" stroke=\"" + Palette.series(line.series()) +
            "\" stroke-linejoin=\"round\" stroke-width=\"" + (line.series() == 0 ? "2.6" : "1.5") + "\"");
    }

    /** Points that fall on the pixel of the one before are left out. */
    private String path(final List<double[]> points)
    {
        final StringBuilder path = new StringBuilder();
        String before = "";
        for (final double[] point : points)
        {
            final String at = Svg.number(Math.round(2 * across.at(point[0])) / 2.0) + " " +
                Svg.number(Math.round(2 * up.at(point[1])) / 2.0);
            if (!at.equals(before))
            {
                path.append(path.isEmpty() ? 'M' : 'L').append(at);
                before = at;
            }
        }
        return path.toString();
    }
}
