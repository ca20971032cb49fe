package fds.app.plot;

import java.util.ArrayList;
import java.util.List;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.app.view.Quantities;
import fds.market.event.Absent;

/** What an alert is about: its evidence marked in the picture and told below, its conditions as bars. */
final class AlertPanel
{
    private static final int BADGES_MAX = 14;
    private static final double LINE = 18;
    private static final double CONDITION_LINE = 38;
    private static final double CONDITIONS_AT = PriceChartDrawing.LEFT + 760;
    private static final double RATIO_MAX = 2; // thresholds stand in the middle of the bar

    private final PriceChart chart;
    private final PriceAxis axis;
    private final AlertScene alert;
    private final List<AlertScene.Evidence> told = new ArrayList<>();

    AlertPanel(final PriceChart chart, final PriceAxis axis)
    {
        this.chart = chart;
        this.axis = axis;
        alert = chart.alert();
        choose();
    }

    /** Pixels it takes below the picture. */
    double height()
    {
        final double left = 60 + LINE * (told.size() + (omitted() > 0 ? 1 : 0));
        return Math.max(left, 60 + CONDITION_LINE * alert.conditions().size());
    }

    /** The stretch of time from the first to the last evidence. */
    void span(final Svg svg)
    {
        final long[] times = alert.times();
        if (times[0] != Absent.VALUE)
        {
            final double from = PriceChartDrawing.x(chart.window(), times[0]);
            final double to = PriceChartDrawing.x(chart.window(), times[1]);
            svg.path("M" + Svg.number(from) + " " + Svg.number(PriceChartDrawing.TOP) + "V" +
                Svg.number(PriceChartDrawing.TOP + PriceChartDrawing.HEIGHT) + "M" + Svg.number(to) + " " +
                Svg.number(PriceChartDrawing.TOP) + "V" +
                Svg.number(PriceChartDrawing.TOP + PriceChartDrawing.HEIGHT),
                "fill=\"none\" stroke=\"" + Palette.MUTED + "\" stroke-dasharray=\"4 4\"");
        }
    }

    /** Numbers at the evidence that is told below, dots at the rest. */
    void badges(final Svg svg)
    {
        final Badges badges = new Badges(PriceChartDrawing.LEFT, PriceChartDrawing.TOP, PriceChartDrawing.RIGHT,
            PriceChartDrawing.TOP + PriceChartDrawing.HEIGHT);
        for (final AlertScene.Evidence one : alert.evidence())
        {
            if (!told.contains(one) && isShown(one))
            {
                svg.circle(x(one), y(one), 2.6, Palette.INK);
            }
        }
        told.stream().filter(this::isShown).forEach(one -> badges.avoid(x(one), y(one)));
        for (int i = 0; i < told.size(); i++)
        {
            if (isShown(told.get(i)))
            {
                badges.put(svg, x(told.get(i)), y(told.get(i)), i + 1);
            }
        }
    }

    /** The lists. */
    void draw(final Svg svg, final double top)
    {
        final double left = PriceChartDrawing.LEFT;
        svg.text(left, top, Svg.fitted(alert.summary(), 13, PriceChartDrawing.WIDTH - left - 16), 13, Palette.INK,
            Anchor.START);
        svg.bold(left, top + 30, "Evidence", 12, Palette.INK, Anchor.START);
        double y = top + 30 + LINE + 2;
        for (int i = 0; i < told.size(); i++)
        {
            final AlertScene.Evidence one = told.get(i);
            Badges.draw(svg, left + 8, y - 4, i + 1);
            svg.text(left + 26, y, after(one.afterNanos()), 11, Palette.MUTED, Anchor.START);
            svg.bold(left + 104, y, Svg.fitted(one.roles(), 11, 126), 11, Palette.INK, Anchor.START);
            svg.text(left + 234, y, Svg.fitted(one.words(), 11, CONDITIONS_AT - left - 244), 11, Palette.INK,
                Anchor.START);
            y += LINE;
        }
        if (omitted() > 0)
        {
            svg.text(left + 26, y, "and " + Quantities.grouped(omitted()) + " more", 11, Palette.MUTED, Anchor.START);
        }
        conditions(svg, top + 30);
    }

    private void conditions(final Svg svg, final double top)
    {
        svg.bold(CONDITIONS_AT, top, "Measured against thresholds", 12, Palette.INK, Anchor.START);
        double y = top + LINE + 2;
        for (final AlertScene.Condition condition : alert.conditions())
        {
            final double width = PriceChartDrawing.WIDTH - 16 - CONDITIONS_AT;
            final String words = !condition.isMeasured() ? "not measured" :
                condition.measured() + " " + condition.comparison().replace(">=", "≥").replace("<=", "≤") + " " +
                condition.threshold() + (condition.holds() ? "" : " does not hold");
            svg.text(CONDITIONS_AT, y, Svg.fitted(condition.name(), 11, width - Svg.width(words, 11) - 8), 11,
                Palette.INK, Anchor.START);
            svg.bold(CONDITIONS_AT + width, y, words, 11, Palette.INK, Anchor.END);
            if (!Double.isNaN(condition.ratio()))
            {
                bar(svg, y + 6, width, condition);
            }
            y += CONDITION_LINE;
        }
    }

    private static void bar(final Svg svg, final double y, final double width, final AlertScene.Condition condition)
    {
        final double length = width * Math.min(1, condition.ratio() / RATIO_MAX);
        final double threshold = CONDITIONS_AT + width / RATIO_MAX;
        svg.rect(CONDITIONS_AT, y, width, 8, "#eceef0");
        svg.rect(CONDITIONS_AT, y, length, 8, condition.holds() ? Palette.HOLDS : Palette.NEUTRAL);
        if (condition.ratio() > RATIO_MAX)
        {
            svg.path("M" + Svg.number(CONDITIONS_AT + width - 8) + " " + Svg.number(y) + "l4 4l-4 4m4 -8l4 4l-4 4",
                "fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.5\"");
        }
        svg.line(threshold, y - 2, threshold, y + 10, Palette.INK, 2);
    }

    /** What says more than that it is one of many goes first; those that are told stand in their order. */
    private void choose()
    {
        final List<AlertScene.Evidence> all = alert.evidence();
        final List<AlertScene.Evidence> ranked = new ArrayList<>(all);
        ranked.sort((one, other) -> Integer.compare(rank(one, all), rank(other, all)));
        final List<AlertScene.Evidence> chosen = ranked.subList(0, Math.min(BADGES_MAX, ranked.size()));
        all.stream().filter(chosen::contains).forEach(told::add);
    }

    private static int rank(final AlertScene.Evidence one, final List<AlertScene.Evidence> all)
    {
        final int index = all.indexOf(one);
        return index == 0 || index == all.size() - 1 ? 0 :
            one.roles().contains("cause") || one.roles().contains("first") ? 1 :
            one.roles().contains("message") ? 3 : 2;
    }

    /** Whether evidence is marked that has no number. */
    boolean hasMore()
    {
        return alert.evidence().stream().anyMatch(one -> !told.contains(one) && isShown(one));
    }

    /** To four digits: the exact times are in the journal. */
    private static String after(final long nanos)
    {
        final long unit = (long)Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, nanos))) - 3));
        return "+" + Quantities.duration(nanos / unit * unit);
    }

    private long omitted()
    {
        return alert.evidence().size() - told.size() + alert.missing();
    }

    private boolean isShown(final AlertScene.Evidence one)
    {
        return one.event() != null && one.event().instrumentId() == chart.instrument().id() &&
            chart.window().hasTime(one.timeNanos()) && ticks(one) != Absent.VALUE &&
            chart.window().hasPrice(ticks(one));
    }

    private long ticks(final AlertScene.Evidence one)
    {
        return one.event().priceTicks() != Absent.VALUE ? one.event().priceTicks() :
            chart.prices().getOrDefault(one.sequence(), Absent.VALUE);
    }

    private double x(final AlertScene.Evidence one)
    {
        return PriceChartDrawing.x(chart.window(), one.timeNanos());
    }

    private double y(final AlertScene.Evidence one)
    {
        return axis.at(ticks(one));
    }
}
