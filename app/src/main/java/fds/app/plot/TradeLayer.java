package fds.app.plot;

import java.util.List;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.market.event.Side;

/** Trades: triangles that point the way the aggressor pushed, discs where that is not told, in area by quantity. */
final class TradeLayer
{
    private static final double RADIUS_MIN = 2.2;
    private static final double RADIUS_MAX = 9;
    private static final double RADIUS_USUAL = 7;

    private final PriceChart chart;
    private final PriceAxis axis;
    private final double usualLots; // nearly none is larger

    TradeLayer(final PriceChart chart, final PriceAxis axis)
    {
        this.chart = chart;
        this.axis = axis;
        final List<TradeMark> marks = chart.trades();
        usualLots = marks.isEmpty() ? 1 : marks.get(marks.size() / 50).quantityLots();
    }

    void draw(final Svg svg)
    {
        for (final int side : new int[]{ Side.NONE, Side.SELL, Side.BUY })
        {
            final StringBuilder path = new StringBuilder();
            for (final TradeMark mark : chart.trades())
            {
                if (mark.side() == side)
                {
                    shape(path, side, PriceChartDrawing.x(chart.window(), mark.timeNanos()),
                        axis.at(mark.priceTicks()), radius(mark.quantityLots()));
                }
            }
            svg.path(path, style(side));
        }
    }

    /** How large a quantity is drawn. */
    double radius(final double lots)
    {
        return Math.max(RADIUS_MIN, Math.min(RADIUS_MAX, RADIUS_USUAL * Math.sqrt(lots / usualLots)));
    }

    /** A quantity whose mark has the usual size at most. */
    double usualLots()
    {
        return usualLots;
    }

    static String style(final int side)
    {
        return "fill=\"" + (side == Side.BUY ? Palette.BUY : side == Side.SELL ? Palette.SELL : Palette.NEUTRAL) +
            "\" fill-opacity=\"0.75\" stroke=\"#ffffff\" stroke-width=\"0.4\"";
    }

    /** A mark around a point. */
    static void shape(final StringBuilder path, final int side, final double x, final double y, final double radius)
    {
        final String half = Svg.number(radius * 0.9);
        final String base = Svg.number(2 * Math.round(radius * 9) / 10.0);
        if (side == Side.NONE)
        {
            path.append('M').append(Svg.number(x - radius)).append(' ').append(Svg.number(y)).append('a')
                .append(Svg.number(radius)).append(' ').append(Svg.number(radius)).append(" 0 1 0 ")
                .append(Svg.number(2 * radius)).append(" 0a").append(Svg.number(radius)).append(' ')
                .append(Svg.number(radius)).append(" 0 1 0 -").append(Svg.number(2 * radius)).append(" 0z");
            return;
        }
        final boolean isBuy = side == Side.BUY;
        final double tip = isBuy ? y - radius : y + radius;
        final String rise = Svg.number(isBuy ? 1.7 * radius : -1.7 * radius);
        path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(tip)).append('l').append(half)
            .append(' ').append(rise).append("h-").append(base).append('z');
    }
}
