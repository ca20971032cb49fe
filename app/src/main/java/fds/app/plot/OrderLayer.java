package fds.app.plot;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.market.event.Side;

/** Orders of who is watched as lines at their price, from entry to end, and their fills. */
final class OrderLayer
{
    private final PriceChart chart;
    private final PriceAxis axis;

    OrderLayer(final PriceChart chart, final PriceAxis axis)
    {
        this.chart = chart;
        this.axis = axis;
    }

    void draw(final Svg svg)
    {
        for (final int side : new int[]{ Side.BUY, Side.SELL })
        {
            final StringBuilder lines = new StringBuilder();
            final StringBuilder begins = new StringBuilder();
            final StringBuilder crosses = new StringBuilder();
            for (final OrderLine order : chart.orders())
            {
                if (order.side() == side)
                {
                    order(order, lines, begins, crosses);
                }
            }
            final String colour = colour(side);
            // A white rim lets lines be seen over the book and over one another.
            svg.path(lines, "fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4.4\" stroke-opacity=\"0.8\"");
            svg.path(lines, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2.2\"");
            svg.path(begins, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2.2\"");
            svg.path(crosses, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.8\"");
        }
        for (final FillMark fill : chart.fills())
        {
            final StringBuilder path = new StringBuilder();
            diamond(path, PriceChartDrawing.x(chart.window(), fill.timeNanos()), axis.at(fill.priceTicks()));
            svg.path(path, fillStyle(fill.side(), fill.isOwn()));
        }
    }

    static String colour(final int side)
    {
        return side == Side.BUY ? "#003f73" : side == Side.SELL ? "#8f2d00" : Palette.NEUTRAL;
    }

    static String fillStyle(final int side, final boolean isOwn)
    {
        return "fill=\"" + (isOwn ? "#f0e442" : "#ffffff") + "\" stroke=\"" + colour(side) + "\" stroke-width=\"1.8\"";
    }

    static void diamond(final StringBuilder path, final double x, final double y)
    {
        path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y - 5)).append("l5 5l-5 5l-5 -5z");
    }

    static void cross(final StringBuilder path, final double x, final double y)
    {
        path.append('M').append(Svg.number(x - 3.5)).append(' ').append(Svg.number(y - 3.5)).append("l7 7m0 -7l-7 7");
    }

    private void order(
        final OrderLine order, final StringBuilder lines, final StringBuilder begins, final StringBuilder crosses)
    {
        final Window window = chart.window();
        final double y = axis.at(order.priceTicks());
        final double from = PriceChartDrawing.x(window, Math.max(order.fromNanos(), window.fromNanos()));
        final double to = Math.max(from + 1, PriceChartDrawing.x(window, Math.min(order.toNanos(), window.toNanos())));
        lines.append('M').append(Svg.number(from)).append(' ').append(Svg.number(y)).append('H')
            .append(Svg.number(to));
        if (order.fromNanos() >= window.fromNanos())
        {
            begins.append('M').append(Svg.number(from)).append(' ').append(Svg.number(y - 4)).append("v8");
        }
        if (order.toNanos() <= window.toNanos() && order.end() == RestingOrder.End.CANCELLED)
        {
            cross(crosses, to, y);
        }
    }
}
