package fds.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.app.view.Quantities;
import fds.market.event.Absent;

/** What an alert is about: its evidence marked in the picture and told below, its conditions as bars. */
final class AlertPanel
{
    private static final int BADGES_MAX = 14;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    private static final double LINE = 18;
    private static final double WRAPPED_LINE = 14;
    private static final double CONDITION_LINE = 38;
    private static final int SUMMARY_LINES_MAX = 4;
    private static final double EDGE = 10; // from an edge at which what lies beyond it is marked
    private static final double CONDITIONS_AT = PriceChartDrawing.LEFT + 760;
    private static final double CONDITIONS_WIDTH = PriceChartDrawing.WIDTH - 16 - CONDITIONS_AT;
    private static final double RATIO_MAX = 2; // thresholds stand in the middle of the bar

    private final PriceChart chart;
    private final PriceAxis axis;
    private final AlertScene alert;
    private final List<String> summary;
    private final List<AlertScene.Evidence> told = new ArrayList<>();

    AlertPanel(final PriceChart chart, final PriceAxis axis)
    {
        this.chart = chart;
        this.axis = axis;
        alert = chart.alert();
        summary = Svg.wrapped(alert.summary(), 13, PriceChartDrawing.WIDTH - PriceChartDrawing.LEFT - 16,
            SUMMARY_LINES_MAX);
        choose();
    }

    /** Pixels it takes below the picture. */
    double height()
    {
        double left = 60 + (omitted() > 0 ? LINE : 0);
        for (final AlertScene.Evidence one : told)
        {
            left += LINE + (words(one).size() - 1) * WRAPPED_LINE;
        }
        double right = 60;
        for (final AlertScene.Condition condition : alert.conditions())
        {
            right += conditionHeight(condition);
        }
        return summary.size() * LINE - LINE + Math.max(left, right);
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
                beyond(svg, told.get(i));
                badges.put(svg, x(told.get(i)), y(told.get(i)), i + 1);
            }
        }
    }

    /** The numbers of the evidence that has one, by its sequence. */
    Map<Long, Integer> numbers()
    {
        final Map<Long, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < told.size(); i++)
        {
            if (isShown(told.get(i)))
            {
                numbers.put(told.get(i).sequence(), i + 1);
            }
        }
        return numbers;
    }

    /** The lists. */
    void draw(final Svg svg, final double top)
    {
        final double left = PriceChartDrawing.LEFT;
        double y = top;
        for (final String line : summary)
        {
            svg.text(left, y, line, 13, Palette.INK, Anchor.START);
            y += LINE;
        }
        final double lists = y + 30 - LINE;
        svg.bold(left, lists, "Evidence", 12, Palette.INK, Anchor.START);
        y = lists + LINE + 2;
        for (int i = 0; i < told.size(); i++)
        {
            final AlertScene.Evidence one = told.get(i);
            Badges.draw(svg, left + 8, y - 4, i + 1);
            svg.text(left + 26, y, after(one.afterNanos()), 11, Palette.MUTED, Anchor.START);
            svg.bold(left + 104, y, Svg.fitted(one.roles(), 11, 126), 11, Palette.INK, Anchor.START);
            double wordsAt = y;
            for (final String line : words(one))
            {
                svg.text(left + 234, wordsAt, line, 11, Palette.INK, Anchor.START);
                wordsAt += WRAPPED_LINE;
            }
            y = wordsAt - WRAPPED_LINE + LINE;
        }
        if (omitted() > 0)
        {
            svg.text(left + 26, y, "and " + Quantities.grouped(omitted()) + " more", 11, Palette.MUTED, Anchor.START);
        }
        conditions(svg, lists);
    }

    private void conditions(final Svg svg, final double top)
    {
        svg.bold(CONDITIONS_AT, top, "Measured against thresholds", 12, Palette.INK, Anchor.START);
        double y = top + LINE + 2;
        for (final AlertScene.Condition condition : alert.conditions())
        {
            svg.text(CONDITIONS_AT, y, Svg.fitted(condition.name(), 11, CONDITIONS_WIDTH), 11, Palette.INK,
                Anchor.START);
            final double wordsAt = y + conditionHeight(condition) - CONDITION_LINE;
            svg.bold(CONDITIONS_AT + CONDITIONS_WIDTH, wordsAt, Svg.fitted(words(condition), 11, CONDITIONS_WIDTH), 11,
                Palette.INK, Anchor.END);
            if (!Double.isNaN(condition.ratio()))
            {
                bar(svg, wordsAt + 6, CONDITIONS_WIDTH, condition);
            }
            y += conditionHeight(condition);
        }
    }

    private static String words(final AlertScene.Condition condition)
    {
        return !condition.isMeasured() ? "not measured" :
            condition.measured() + " " + condition.comparison().replace(">=", "≥").replace("<=", "≤") + " " +
            condition.threshold() + (condition.holds() ? "" : " does not hold");
    }

    /** Values that have no room beside their name stand below it. */
    private static double conditionHeight(final AlertScene.Condition condition)
    {
        final boolean fits =
            Svg.width(condition.name(), 11) + Svg.width(words(condition), 11.5) + 12 <= CONDITIONS_WIDTH;
        return fits ? CONDITION_LINE : CONDITION_LINE + WRAPPED_LINE;
    }

    private static List<String> words(final AlertScene.Evidence one)
    {
        return Svg.wrapped(one.words(), 11, CONDITIONS_AT - PriceChartDrawing.LEFT - 244, 2);
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

    /** To four digits, from a minute on to the second, from an hour on to the minute. */
    private static String after(final long nanos)
    {
        final long unit = nanos >= HOUR_NANOS ? MINUTE_NANOS : nanos >= MINUTE_NANOS ? SECOND_NANOS :
            (long)Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, nanos))) - 3));
        return "+" + Quantities.duration(nanos / unit * unit);
    }

    private long omitted()
    {
        return alert.evidence().size() - told.size() + alert.missing();
    }

    private boolean isShown(final AlertScene.Evidence one)
    {
        return one.event() != null && one.event().instrumentId() == chart.instrument().id() &&
            chart.window().hasTime(one.timeNanos()) && ticks(one) != Absent.VALUE;
    }

    /** A price that lies beyond the picture is told at its edge. */
    private void beyond(final Svg svg, final AlertScene.Evidence one)
    {
        if (chart.window().hasPrice(ticks(one)))
        {
            return;
        }
        final String price = (ticks(one) > chart.window().highTicks() ? "▲ " : "▼ ") +
            Quantities.price(ticks(one), chart.instrument());
        final double width = Svg.width(price, 11) + 8;
        final boolean isLeft = x(one) + 8 + width > PriceChartDrawing.RIGHT;
        final double from = isLeft ? x(one) - 8 - width : x(one) + 8;
        svg.rect(from, y(one) - 8, width, 15, "#ffffff");
        svg.frame(from, y(one) - 8, width, 15, Palette.INK);
        svg.text(from + 4, y(one) + 4, price, 11, Palette.INK, Anchor.START);
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
        return Math.max(PriceChartDrawing.TOP + EDGE,
            Math.min(PriceChartDrawing.TOP + PriceChartDrawing.HEIGHT - EDGE, axis.at(ticks(one))));
    }
}
