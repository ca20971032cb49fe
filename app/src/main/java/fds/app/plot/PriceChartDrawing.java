package fds.app.plot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.app.draw.TimeAxis;
import fds.app.view.Moment;
import fds.app.view.Quantities;
import fds.market.event.Absent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;

/** Draws a {@link PriceChart} as SVG: prices over the book, traded quantity below, then what an alert is about. */
public final class PriceChartDrawing
{
    static final int WIDTH = 1280;
    static final double LEFT = 96;
    static final double RIGHT = LEFT + PriceChartBuilder.COLUMNS;
    static final double TOP = 70;
    static final double HEIGHT = 440;
    private static final double VOLUME_TOP = TOP + HEIGHT + 14;
    private static final double VOLUME_HEIGHT = 84;
    private static final double VOLUME_BOTTOM = VOLUME_TOP + VOLUME_HEIGHT;
    private static final double ALERT_TOP = VOLUME_BOTTOM + 58;
    private static final double NOTE_LINE = 15;
    private static final double BOLD = 1.12; // wider than plain
    private static final int TIME_LABELS = 8;
    private static final int PRICE_LABELS = 9;

    private static final int[] TITLE_SIZES = { 18, 16, 14, 12 };

    private final PriceChart chart;
    private final boolean isFigure; // of a page that has the alert's lists itself
    private final Instrument instrument;
    private final Window window;
    private final PriceAxis axis;
    private final AlertPanel alertPanel;
    private final double notesTop;
    private final Svg svg;

    private PriceChartDrawing(final PriceChart chart, final boolean isFigure)
    {
        this.chart = chart;
        this.isFigure = isFigure;
        instrument = chart.instrument();
        window = chart.window();
        axis = new PriceAxis(window, instrument, TOP, HEIGHT);
        alertPanel = chart.alert() == null ? null : new AlertPanel(chart, axis);
        notesTop = ALERT_TOP + (alertPanel == null || isFigure ? 0 : alertPanel.height() + 12);
        svg = new Svg(WIDTH, (int)(notesTop + chart.notes().size() * NOTE_LINE + 4), title());
    }

    /**
     * Draw a picture.
     *
     * @param chart to draw.
     * @return an SVG document; the same for the same picture on any machine.
     */
    public static byte[] svg(final PriceChart chart)
    {
        return new PriceChartDrawing(chart, false).draw();
    }

    /**
     * Draw a picture for a page that itself tells of the alert's evidence and conditions.
     *
     * @param chart of an alert.
     * @return without those lists.
     */
    public static Figure figure(final PriceChart chart)
    {
        final PriceChartDrawing drawing = new PriceChartDrawing(chart, true);
        return new Figure(new String(drawing.draw(), StandardCharsets.UTF_8), drawing.alertPanel.numbers());
    }

    /**
     * A picture within a page.
     *
     * @param svg     an SVG element.
     * @param numbers that stand in it at evidence, by sequence.
     */
    public record Figure(String svg, Map<Long, Integer> numbers)
    {
    }

    /** The pixel of a moment. */
    static double x(final Window window, final long timeNanos)
    {
        return LEFT + (RIGHT - LEFT) * ((double)(timeNanos - window.fromNanos()) /
            (window.toNanos() - window.fromNanos()));
    }

    private byte[] draw()
    {
        heading();
        svg.text(LEFT, 52, Svg.fitted(subtitle(), 12, WIDTH - LEFT - 16), 12, Palette.MUTED, Anchor.START);
        svg.beginClip("prices", LEFT, TOP, RIGHT - LEFT, HEIGHT);
        final DepthShades shades = chart.depth().hasLevels() ? new DepthLayer(chart, axis).draw(svg) : null;
        grid();
        if (alertPanel != null)
        {
            alertPanel.span(svg);
        }
        quotes();
        final TradeLayer trades = new TradeLayer(chart, axis);
        trades.draw(svg);
        final OrderLayer orders = new OrderLayer(chart, axis);
        orders.draw(svg);
        svg.endClip();
        if (alertPanel != null)
        {
            alertPanel.badges(svg);
        }
        svg.frame(LEFT, TOP, RIGHT - LEFT, HEIGHT, Palette.AXIS);
        priceAxis();
        volume();
        timeAxis();
        new Legend(chart, svg, RIGHT + 18, TOP + 4).draw(shades, trades, alertPanel != null && alertPanel.hasMore());
        if (alertPanel != null && !isFigure)
        {
            alertPanel.draw(svg, ALERT_TOP);
        }
        double y = notesTop;
        for (final String note : chart.notes())
        {
            svg.text(LEFT, y, note, 11, Palette.MUTED, Anchor.START);
            y += NOTE_LINE;
        }
        return svg.bytes();
    }

    /** In the largest size in which it fits. */
    private void heading()
    {
        int i = 0;
        while (i < TITLE_SIZES.length - 1 && Svg.width(title(), TITLE_SIZES[i]) * BOLD > WIDTH - LEFT - 16)
        {
            i++;
        }
        svg.bold(LEFT, 30, Svg.fitted(title(), TITLE_SIZES[i] * BOLD, WIDTH - LEFT - 16), TITLE_SIZES[i], Palette.INK,
            Anchor.START);
    }

    private String title()
    {
        return instrument.symbol() + " on " + instrument.venue() + " — " + chart.source() +
            (chart.alert() == null ? "" : " — " + chart.alert().title());
    }

    private String subtitle()
    {
        return Moment.text(window.fromNanos()) + " to " + Moment.text(window.toNanos()) + " (" +
            Quantities.duration(rounded(window.toNanos() - window.fromNanos())) + ") · " +
            count(chart.eventCount(), "event") + " · " + count(chart.tradeCount(), "trade") + " · tick " +
            Quantities.price(1, instrument) + " · lot " + Quantities.quantity(1, instrument);
    }

    private static String count(final long count, final String what)
    {
        return Quantities.grouped(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** To three digits: the exact ends stand beside it. */
    private static long rounded(final long nanos)
    {
        final long unit = (long)Math.pow(10, Math.max(0, Math.floor(Math.log10(nanos)) - 2));
        return nanos >= 60_000_000_000L ? Math.round(nanos / 1e9) * 1_000_000_000L : nanos / unit * unit;
    }

    private void grid()
    {
        for (final PriceAxis.Mark mark : axis.marks(PRICE_LABELS))
        {
            svg.line(LEFT, axis.at(mark.ticks()), RIGHT, axis.at(mark.ticks()), Palette.GRID, 1);
        }
        moments().forEach(moment ->
            svg.line(x(window, moment.nanos()), TOP, x(window, moment.nanos()), TOP + HEIGHT, Palette.GRID, 1));
    }

    private void priceAxis()
    {
        for (final PriceAxis.Mark mark : axis.marks(PRICE_LABELS))
        {
            svg.text(LEFT - 8, axis.at(mark.ticks()) + 4, mark.label(), 11, Palette.INK, Anchor.END);
        }
        svg.upwards(18, TOP + HEIGHT / 2, "price" + of(instrument.quote()), 12, Palette.MUTED);
    }

    private static String of(final String asset)
    {
        return asset.isEmpty() ? "" : " (" + asset + ")";
    }

    private List<TimeAxis.Moment> moments()
    {
        return TimeAxis.moments(window.fromNanos(), window.toNanos(), TIME_LABELS);
    }

    private void timeAxis()
    {
        for (final TimeAxis.Moment moment : moments())
        {
            final double x = x(window, moment.nanos());
            svg.line(x, VOLUME_BOTTOM, x, VOLUME_BOTTOM + 5, Palette.AXIS, 1);
            svg.text(x, VOLUME_BOTTOM + 18, moment.label(), 11, Palette.INK, Anchor.MIDDLE);
        }
        svg.text((LEFT + RIGHT) / 2, VOLUME_BOTTOM + 36, "time, UTC (" + TimeAxis.date(window.fromNanos()) +
            (TimeAxis.date(window.fromNanos()).equals(TimeAxis.date(window.toNanos())) ? "" :
            " to " + TimeAxis.date(window.toNanos())) + ")", 12, Palette.MUTED, Anchor.MIDDLE);
    }

    /** Best bid and ask; where there is neither, what was paid. */
    private void quotes()
    {
        if (chart.columns().hasQuotes())
        {
            line(Side.BUY, Palette.BUY);
            line(Side.SELL, Palette.SELL);
        }
        else
        {
            line(Side.NONE, Palette.AXIS);
        }
    }

    private void line(final int side, final String colour)
    {
        final StringBuilder path = new StringBuilder();
        final PriceColumns columns = chart.columns();
        String at = "";
        for (int column = 0; column < columns.columns(); column++)
        {
            if (columns.lastTicks(side, column) == Absent.VALUE)
            {
                continue;
            }
            final String low = Svg.number(axis.at(columns.lowTicks(side, column)));
            final String high = Svg.number(axis.at(columns.highTicks(side, column)));
            final String last = Svg.number(axis.at(columns.lastTicks(side, column)));
            if (path.isEmpty())
            {
                path.append('M').append(Svg.number(LEFT + column)).append(' ').append(low);
                at = low;
            }
            if (!low.equals(at) || !high.equals(at) || !last.equals(at))
            {
                path.append('H').append(Svg.number(LEFT + column + 0.5));
                path.append(low.equals(at) ? "" : "V" + low).append(high.equals(low) ? "" : "V" + high);
                path.append(last.equals(high) ? "" : "V" + last);
                at = last;
            }
        }
        if (!path.isEmpty())
        {
            path.append('H').append(Svg.number(RIGHT));
        }
        svg.path(path, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.3\" stroke-linejoin=\"round\"");
    }

    private void volume()
    {
        new VolumePanel(chart, LEFT, RIGHT, VOLUME_TOP, VOLUME_HEIGHT).draw(svg);
    }
}
