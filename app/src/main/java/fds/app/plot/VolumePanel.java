package fds.app.plot;

import fds.app.draw.Numbers;
import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Side;

/** Traded quantity by time: what buyers took upwards, what sellers took downwards; without sides all upwards. */
final class VolumePanel
{
    private static final int BAR = 4; // columns

    private final PriceChart chart;
    private final double left;
    private final double right;
    private final double top;
    private final double height;

    VolumePanel(
        final PriceChart chart, final double left, final double right, final double top, final double height)
    {
        this.chart = chart;
        this.left = left;
        this.right = right;
        this.top = top;
        this.height = height;
    }

    void draw(final Svg svg)
    {
        final int bars = chart.columns().columns() / BAR;
        double up = 0;
        double down = 0;
        for (int bar = 0; bar < bars; bar++)
        {
            up = Math.max(up, lots(bar, Side.BUY) + lots(bar, Side.NONE));
            down = Math.max(down, lots(bar, Side.SELL));
        }
        svg.rect(left, top, right - left, height, "#ffffff");
        if (up + down > 0)
        {
            final double zero = top + 4 + (height - 8) * (up / (up + down));
            final double perLot = (height - 8) / (up + down);
            bars(svg, bars, zero, perLot);
            svg.line(left, zero, right, zero, Palette.AXIS, 1);
            label(svg, zero - up * perLot, up);
            if (down > 0)
            {
                label(svg, zero + down * perLot, down);
            }
        }
        else
        {
            svg.text((left + right) / 2, top + height / 2 + 4, "no trades", 12, Palette.MUTED, Anchor.MIDDLE);
        }
        svg.frame(left, top, right - left, height, Palette.AXIS);
        svg.upwards(18, top + height / 2, "traded" +
            (chart.instrument().base().isEmpty() ? "" : " (" + chart.instrument().base() + ")"), 12, Palette.MUTED);
    }

    private void bars(final Svg svg, final int bars, final double zero, final double perLot)
    {
        final StringBuilder bought = new StringBuilder();
        final StringBuilder untold = new StringBuilder();
        final StringBuilder sold = new StringBuilder();
        final double width = (right - left) / bars;
        for (int bar = 0; bar < bars; bar++)
        {
            final double x = left + bar * width;
            final double rise = lots(bar, Side.BUY) * perLot;
            bar(bought, x, zero, -rise, width);
            bar(untold, x, zero - rise, -lots(bar, Side.NONE) * perLot, width);
            bar(sold, x, zero, lots(bar, Side.SELL) * perLot, width);
        }
        svg.path(bought, "fill=\"" + Palette.BUY + "\"");
        svg.path(untold, "fill=\"" + Palette.NEUTRAL + "\"");
        svg.path(sold, "fill=\"" + Palette.SELL + "\"");
    }

    /** A bar that holds anything is at least half a pixel tall. */
    private static void bar(
        final StringBuilder path, final double x, final double y, final double height, final double width)
    {
        if (height != 0)
        {
            path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y)).append('v')
                .append(Svg.number(height < 0 ? Math.min(-0.5, height) : Math.max(0.5, height))).append('h')
                .append(Svg.number(width - 0.5)).append('V').append(Svg.number(y)).append('z');
        }
    }

    private void label(final Svg svg, final double y, final double lots)
    {
        svg.text(left - 8, y + 4, Numbers.compact(lots * DecimalUnit.lotOf(chart.instrument()).size().doubleValue()),
            11, Palette.INK, Anchor.END);
    }

    private double lots(final int bar, final int side)
    {
        double lots = 0;
        for (int column = bar * BAR; column < (bar + 1) * BAR; column++)
        {
            lots += chart.columns().tradedLots(side, column);
        }
        return lots;
    }
}
