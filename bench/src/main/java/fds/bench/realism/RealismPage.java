package fds.bench.realism;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;

/** The statistics of several flows as one page of small charts and as a table; the first flow is the simulator's. */
final class RealismPage
{
    private static final int COLUMNS = 3;
    private static final double HEAD = 78;
    private static final double GAP = 8;
    private static final double SHARE_MIN = 1e-4;
    private static final long TRADES_MIN = 50;
    private static final long RETURNS_MIN = 200;

    private final List<String> names;
    private final List<FlowStatistics> flows;
    private final Svg svg;
    private int panels;

    private RealismPage(final List<String> names, final List<FlowStatistics> flows)
    {
        this.names = names;
        this.flows = flows;
        svg = new Svg((int)(COLUMNS * (Panel.WIDTH + GAP) + 2 * GAP), (int)(HEAD + 3 * (Panel.HEIGHT + GAP) + GAP),
            "Simulated flow beside recordings");
    }

    /** The page as SVG. */
    static byte[] svg(final List<String> names, final List<FlowStatistics> flows)
    {
        final RealismPage page = new RealismPage(names, flows);
        page.head();
        page.waits("Waits between orders that took", flow -> flow.trades() < TRADES_MIN ? null : flow.tradeGapNanos);
        page.waits("Waits between order messages", flow -> flow.hasOrders() ? flow.messageGapNanos : null);
        page.lifetimes();
        page.sizes("Sizes that took", flow -> flow.trades() < TRADES_MIN ? null : flow.tradeLots);
        page.sizes("Sizes entered", flow -> flow.hasOrders() ? flow.orderLots : null);
        page.spreads();
        page.lags("Who took: signs", FlowStatistics.SIGN_LAGS, "orders that took before", flow -> flow.signs,
            flow -> flow.signs.count() >= TRADES_MIN, 0.8);
        page.lags("Absolute returns of a second", FlowStatistics.RETURN_LAGS, "seconds before",
            flow -> flow.absoluteReturns, flow -> flow.absoluteReturns.count() >= RETURNS_MIN, 0.6);
        page.endings();
        return page.svg.bytes();
    }

    /** The table as Markdown. */
    static List<String> table(final List<String> names, final List<FlowStatistics> flows)
    {
        final List<String> lines = new ArrayList<>();
        lines.add("| | " + String.join(" | ", names) + " | simulator |");
        lines.add("| --- |" + " --- |".repeat(names.size() + 1));
        lines.add("| events; seconds | " + String.join(" | ", flows.stream().map(flow ->
            String.format(Locale.ROOT, "%,d; %,.0f", flow.events(), flow.seconds())).toList()) + " | |");
        for (final Measure measure : Measure.ALL)
        {
            lines.add("| " + measure.name() + " | " +
                String.join(" | ", flows.stream().map(measure::text).toList()) + " | " +
                measure.verdict(flows.get(0), flows.subList(1, flows.size())) + " |");
        }
        return lines;
    }

    private void head()
    {
        svg.bold(2 * GAP, 28, "Simulated honest flow beside recordings", 18, Palette.INK, Anchor.START);
        double x = 2 * GAP;
        for (int i = 0; i < names.size(); i++)
        {
            svg.line(x, 52, x + 24, 52, Palette.series(i), i == 0 ? 3 : 2);
            svg.text(x + 30, 56, names.get(i), 12, Palette.INK, Anchor.START);
            x += 54 + Svg.width(names.get(i), 12);
        }
    }

    /** In units of their mean; what comes by chance alone follows the dashed line. */
    private void waits(final String title, final Function<FlowStatistics, Distribution> of)
    {
        final Panel panel = panel(new Panel.Axis(1e-4, 100, true), new Panel.Axis(SHARE_MIN, 1, true));
        panel.draw(title, "wait, in units of the mean", "share that is longer", exceeding(of, Distribution::mean));
        panel.reference(curve(1e-4, 100, wait -> Math.exp(-wait), SHARE_MIN));
        panel.note(1.5e-4, 1.6e-4, "dashed: by chance alone");
    }

    private void sizes(final String title, final Function<FlowStatistics, Distribution> of)
    {
        panel(new Panel.Axis(0.01, 10_000, true), new Panel.Axis(SHARE_MIN, 1, true))
            .draw(title, "size, in units of the median", "share that is larger",
                exceeding(of, distribution -> distribution.quantile(0.5)));
    }

    private void lifetimes()
    {
        panel(new Panel.Axis(1e-5, 10_000, true), new Panel.Axis(0, 1, false))
            .draw("Life of cancelled orders", "seconds", "share that lives longer", exceeding(
                flow -> flow.hasOrders() ? flow.cancelledNanos : null, distribution -> 1e9));
    }

    private void spreads()
    {
        panel(new Panel.Axis(0.001, 1_000, true), new Panel.Axis(0, 1, false))
            .draw("Spread", "basis points of the price", "share of time in which it is wider", exceeding(
                flow -> flow.spreadPpm100.count() == 0 ? null : flow.spreadPpm100, distribution -> 1e4));
    }

    private void lags(
        final String title,
        final int lagMax,
        final String across,
        final Function<FlowStatistics, Autocorrelation> of,
        final Predicate<FlowStatistics> isLong,
        final double high)
    {
        final List<Panel.Line> lines = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++)
        {
            if (isLong.test(flows.get(i)))
            {
                lines.add(new Panel.Line(i, smoothed(of.apply(flows.get(i)))));
            }
        }
        panel(new Panel.Axis(1, lagMax, true), new Panel.Axis(-0.2, high, false))
            .draw(title, across, "autocorrelation", lines);
    }

    /** Means over lags that are ever more, as far as a series is long enough to tell. */
    private static List<double[]> smoothed(final Autocorrelation series)
    {
        final List<double[]> points = new ArrayList<>();
        final int last = (int)Math.min(series.lagMax(), series.count() / 5);
        for (int lag = 1; lag <= last; lag += Math.max(1, lag / 4))
        {
            final int to = Math.min(last, lag + Math.max(1, lag / 4) - 1);
            points.add(new double[]{ Math.sqrt((double)lag * to), series.mean(lag, to) });
        }
        return points;
    }

    /** How resting orders end, as bars. */
    private void endings()
    {
        final double left = left();
        final double top = top();
        panels++;
        svg.bold(left + 52, top + 18, "How resting orders end", 13, Palette.INK, Anchor.START);
        svg.text(left + 52, top + 32, "cancelled, in % of all that ended", 11, Palette.MUTED, Anchor.START);
        double y = top + 62;
        for (int i = 0; i < flows.size(); i++)
        {
            final double ratio = flows.get(i).cancelRatio();
            final double width = Panel.WIDTH - 64;
            svg.text(left + 52, y, names.get(i), 11, Palette.INK, Anchor.START);
            svg.text(left + 52 + width, y, Double.isNaN(ratio) ? "not told" :
                String.format(Locale.ROOT, "%.1f %%", ratio * 100), 11, Palette.INK, Anchor.END);
            svg.rect(left + 52, y + 5, width, 10, "#eceef0");
            if (!Double.isNaN(ratio))
            {
                svg.rect(left + 52, y + 5, width * ratio, 10, Palette.series(i));
            }
            y += 36;
        }
    }

    private List<Panel.Line> exceeding(
        final Function<FlowStatistics, Distribution> of, final Function<Distribution, Double> unit)
    {
        final List<Panel.Line> lines = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++)
        {
            final Distribution distribution = of.apply(flows.get(i));
            if (distribution != null && distribution.count() > 0)
            {
                final double one = unit.apply(distribution);
                lines.add(new Panel.Line(i, steps(distribution, one)));
            }
        }
        return lines;
    }

    /** Up to a value, and the value itself included, as many are at least so large; behind it fewer are. */
    private static List<double[]> steps(final Distribution distribution, final double one)
    {
        final List<double[]> points = new ArrayList<>();
        double before = Double.NaN;
        for (final Distribution.Point point : distribution.exceeding())
        {
            if (!Double.isNaN(before))
            {
                points.add(new double[]{ before, point.share() });
            }
            if (point.value() > 0)
            {
                before = point.value() / one;
                points.add(new double[]{ before, point.share() });
            }
        }
        return points;
    }

    /** A function at even steps of a logarithmic axis, as long as it is not too small. */
    private static List<double[]> curve(
        final double low, final double high, final DoubleUnaryOperator function, final double least)
    {
        final List<double[]> points = new ArrayList<>();
        final int steps = 100;
        for (int i = 0; i <= steps; i++)
        {
            final double x = low * StrictMath.pow(high / low, (double)i / steps);
            if (function.applyAsDouble(x) >= least)
            {
                points.add(new double[]{ x, function.applyAsDouble(x) });
            }
        }
        return points;
    }

    private Panel panel(final Panel.Axis across, final Panel.Axis up)
    {
        final Panel panel = new Panel(svg, panels, left(), top(), across, up);
        panels++;
        return panel;
    }

    private double left()
    {
        return GAP + panels % COLUMNS * (Panel.WIDTH + GAP);
    }

    private double top()
    {
        return HEAD + panels / COLUMNS * (Panel.HEIGHT + GAP);
    }
}
