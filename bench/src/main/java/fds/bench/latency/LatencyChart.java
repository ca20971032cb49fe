package fds.bench.latency;

import java.util.Locale;

import fds.app.draw.Palette;
import fds.app.draw.Scale;
import fds.app.draw.Svg;
import fds.app.draw.Tick;
import org.HdrHistogram.Histogram;

/**
 * Latency by percentile as HdrHistogram's plotter draws it: the axis is logarithmic in what lies above the percentile,
 * so that each nine has the same width. Engine in colour, its floor in the same colour and thin; undisturbed windows as
 * full lines, all windows dotted.
 */
final class LatencyChart
{
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final double LEFT = 84;
    private static final double RIGHT = 944;
    private static final double TOP = 64;
    private static final double BOTTOM = 478;
    private static final String[] PERCENTILES = { "0", "90", "99", "99.9", "99.99", "99.999" };
    private static final double LEAST_ABOVE = 1e-5; // of all events above the last percentile shown
    private static final double STEPS_A_NINE = 40;

    private final Svg svg;
    private final Scale across = Scale.log(1, 1 / LEAST_ABOVE, LEFT, RIGHT);
    private final Scale up;

    private LatencyChart(final Svg svg, final Scale up)
    {
        this.svg = svg;
        this.up = up;
    }

    /** A picture of all rates. */
    static byte[] draw(final CellResult result)
    {
        final String title = "Latency by percentile: " + result.spec().title();
        long least = Long.MAX_VALUE;
        long most = 1_000;
        for (final RateResult rate : result.rates())
        {
            least = Math.min(least, Math.min(atLeast(rate.engine().all()), atLeast(rate.floor().all())));
            most = Math.max(most, Math.max(rate.engine().all().getMaxValue(), rate.floor().all().getMaxValue()));
        }
        final double low = Math.pow(10, Math.floor(Math.log10(Math.min(least, most / 10))));
        final double high = Math.pow(10, Math.ceil(Math.log10(most) + 1e-9));
        final LatencyChart chart =
            new LatencyChart(new Svg(WIDTH, HEIGHT, title), Scale.log(low, high, BOTTOM, TOP));
        chart.axes(title);
        for (int i = 0; i < result.rates().size(); i++)
        {
            chart.rate(result.rates().get(i), Palette.series(i), i);
        }
        return chart.svg.bytes();
    }

    private static long atLeast(final Histogram histogram)
    {
        return Math.max(1, histogram.getMinValue());
    }

    private void axes(final String title)
    {
        svg.bold(LEFT, 24, title, 15, Palette.INK, Svg.Anchor.START);
        svg.text(LEFT, 44, "thick: engine, thin: floor; full: undisturbed windows, dotted: all windows", 12,
            Palette.MUTED, Svg.Anchor.START);
        for (final Tick tick : up.ticks(10))
        {
            final double y = up.at(tick.value());
            svg.line(LEFT, y, RIGHT, y, Palette.GRID, 1);
            svg.text(LEFT - 8, y + 4, Nanos.text(tick.value()), 12, Palette.MUTED, Svg.Anchor.END);
        }
        for (int i = 0; i < PERCENTILES.length; i++)
        {
            final double x = across.at(Math.pow(10, i));
            svg.line(x, TOP, x, BOTTOM, Palette.GRID, 1);
            svg.text(x, BOTTOM + 18, PERCENTILES[i] + " %", 12, Palette.MUTED, Svg.Anchor.MIDDLE);
        }
        svg.frame(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, Palette.AXIS);
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 36, "percentile of events", 12, Palette.MUTED, Svg.Anchor.MIDDLE);
    }

    private void rate(final RateResult rate, final String colour, final int index)
    {
        curve(rate.floor().all(), colour, 1, true);
        curve(rate.floor().undisturbed(), colour, 1, false);
        curve(rate.engine().all(), colour, 2.4, true);
        curve(rate.engine().undisturbed(), colour, 2.4, false);
        final double y = TOP + 20 + 18 * index;
        svg.line(LEFT + 14, y - 4, LEFT + 38, y - 4, colour, 2.4);
        svg.text(LEFT + 46, y, String.format(Locale.ROOT, "%,d events/s%s", rate.rate(),
            rate.keptUp() ? "" : " (not kept up with)"), 12, Palette.INK, Svg.Anchor.START);
    }

    private void curve(final Histogram histogram, final String colour, final double width, final boolean isDotted)
    {
        final long count = histogram.getTotalCount();
        if (count == 0)
        {
            return;
        }
        final StringBuilder path = new StringBuilder();
        for (double step = 0; step <= STEPS_A_NINE * 5; step++)
        {
            final double above = Math.pow(10, -step / STEPS_A_NINE);
            if (above * count < 1)
            {
                break;
            }
            final double nanos = Math.max(up.low(), histogram.getValueAtPercentile(100 - 100 * above));
            path.append(step == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f",
                across.at(1 / above), up.at(nanos)));
        }
        svg.path(path, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + width + "\"" +
            (isDotted ? " stroke-dasharray=\"2 4\"" : ""));
    }
}
