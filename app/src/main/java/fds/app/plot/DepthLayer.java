package fds.app.plot;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.feeds.text.DecimalUnit;

/** The book as shades of grey: one path a shade, a stroke wherever neighbouring columns have the same shade. */
final class DepthLayer
{
    private final PriceChart chart;
    private final PriceAxis axis;

    DepthLayer(final PriceChart chart, final PriceAxis axis)
    {
        this.chart = chart;
        this.axis = axis;
    }

    /** Draw it, and tell the shades for the legend. */
    DepthShades draw(final Svg svg)
    {
        final DepthMap depth = chart.depth();
        final DepthShades shades = DepthShades.of(depth,
            DecimalUnit.lotOf(chart.instrument()).size().doubleValue());
        final StringBuilder[] paths = new StringBuilder[shades.count()];
        for (int step = 0; step < paths.length; step++)
        {
            paths[step] = new StringBuilder();
        }
        for (int row = 0; row < depth.rows(); row++)
        {
            row(depth, row, shades, paths);
        }
        final double height = axis.at(0) - axis.at(depth.rowTicks());
        for (int step = 0; step < paths.length; step++)
        {
            svg.path(paths[step], "fill=\"none\" stroke=\"" + Palette.depth(step) + "\" stroke-width=\"" +
                Svg.number(height + 0.1) + "\" shape-rendering=\"crispEdges\"");
        }
        return shades;
    }

    private void row(final DepthMap depth, final int row, final DepthShades shades, final StringBuilder[] paths)
    {
        final double middle = chart.window().lowTicks() + (row + 0.5) * depth.rowTicks() - 0.5;
        final String y = Svg.number(axis.at(middle));
        final double width = (PriceChartDrawing.RIGHT - PriceChartDrawing.LEFT) / depth.columns();
        int begin = 0;
        int before = -1;
        for (int column = 0; column <= depth.columns(); column++)
        {
            final double lots = column < depth.columns() ? depth.meanLots(column, row) : 0;
            final int step = lots > 0 ? shades.step(lots) : -1;
            if (step != before)
            {
                if (before >= 0)
                {
                    paths[before].append('M').append(Svg.number(PriceChartDrawing.LEFT + begin * width)).append(' ')
                        .append(y).append('h').append(Svg.number((column - begin) * width));
                }
                begin = column;
                before = step;
            }
        }
    }
}
