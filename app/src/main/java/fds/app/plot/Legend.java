package fds.app.plot;

import fds.app.draw.Numbers;
import fds.app.draw.Palette;
import fds.app.draw.Svg;
import fds.app.draw.Svg.Anchor;
import fds.app.view.Quantities;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Side;

/** What the lines, marks and shades mean; only those that are in the picture. */
final class Legend
{
    private static final double LINE = 18;
    private static final double TEXT_AT = 30;
    private static final double WIDTH = 196;

    private final PriceChart chart;
    private final Svg svg;
    private final double x;
    private double y;

    Legend(final PriceChart chart, final Svg svg, final double x, final double y)
    {
        this.chart = chart;
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    /** Draw it; shades are null when there is no book. */
    void draw(final DepthShades shades, final TradeLayer trades, final boolean hasMore)
    {
        prices();
        trades(trades);
        if (shades != null)
        {
            depth(shades);
        }
        if (!chart.watched().isEmpty())
        {
            watched();
        }
        if (chart.alert() != null)
        {
            heading("Alert");
            Badges.draw(svg, x + 10, y - 4, 1);
            text("evidence, numbered below");
            if (hasMore)
            {
                svg.circle(x + 10, y - 4, 2.6, Palette.INK);
                text("further evidence");
            }
        }
    }

    private void prices()
    {
        heading("Prices");
        if (chart.columns().hasQuotes())
        {
            svg.line(x, y - 4, x + 22, y - 4, Palette.SELL, 2);
            text("best ask");
            svg.line(x, y - 4, x + 22, y - 4, Palette.BUY, 2);
            text("best bid");
        }
        else
        {
            svg.line(x, y - 4, x + 22, y - 4, Palette.AXIS, 2);
            text("last trade");
        }
    }

    private void trades(final TradeLayer layer)
    {
        if (chart.trades().isEmpty())
        {
            return;
        }
        heading("Trades");
        trade(Side.BUY, "buyer took");
        trade(Side.SELL, "seller took");
        trade(Side.NONE, "side not told");
        final double base = Numbers.step(layer.usualLots() * lotSize() / 2);
        final StringBuilder path = new StringBuilder();
        TradeLayer.shape(path, Side.BUY, x + 10, y - 4, layer.radius(base / lotSize()));
        svg.path(path, "fill=\"none\" stroke=\"" + Palette.MUTED + "\"");
        text(Numbers.compact(base) + unit() + " (area by size)");
    }

    private void trade(final int side, final String words)
    {
        if (chart.trades().stream().anyMatch(mark -> mark.side() == side))
        {
            final StringBuilder path = new StringBuilder();
            TradeLayer.shape(path, side, x + 10, y - 4, 5);
            svg.path(path, TradeLayer.style(side));
            text(words);
        }
    }

    private void depth(final DepthShades shades)
    {
        final long rowTicks = chart.depth().rowTicks();
        heading("Book: mean" + (unit().isEmpty() ? " quantity" : unit()) + (rowTicks == 1 ? " at a price" : ""));
        if (rowTicks > 1)
        {
            y -= 3;
            svg.text(x, y, "in rows of " + Quantities.price(rowTicks, chart.instrument()) + " " +
                chart.instrument().quote(), 11, Palette.MUTED, Anchor.START);
            y += LINE;
        }
        for (int step = shades.count() - 1; step >= 0; step--)
        {
            svg.rect(x, y - 12, 22, LINE - 4, Palette.depth(step));
            text(step == 0 ? "less" : Numbers.compact(shades.limitLots(step) * lotSize()) + " and more");
        }
    }

    private void watched()
    {
        heading("Orders of " + chart.watched());
        for (final int side : new int[]{ Side.BUY, Side.SELL })
        {
            if (chart.orders().stream().anyMatch(order -> order.side() == side))
            {
                order(side, side == Side.BUY ? "buy order" : "sell order", false);
            }
        }
        if (chart.orders().stream().anyMatch(order -> order.end() == RestingOrder.End.CANCELLED))
        {
            order(Side.NONE, "cancelled", true);
        }
        final StringBuilder fill = new StringBuilder();
        OrderLayer.diamond(fill, x + 10, y - 4);
        svg.path(fill, OrderLayer.fillStyle(Side.NONE, false));
        text("filled (colour: its side)");
        if (chart.fills().stream().anyMatch(FillMark::isOwn))
        {
            final StringBuilder own = new StringBuilder();
            OrderLayer.diamond(own, x + 10, y - 4);
            svg.path(own, OrderLayer.fillStyle(Side.NONE, true));
            text("traded with each other");
        }
    }

    private void order(final int side, final String words, final boolean isCancelled)
    {
        final String colour = OrderLayer.colour(side);
        svg.line(x, y - 4, x + 20, y - 4, colour, 2.2);
        final StringBuilder path = new StringBuilder();
        if (isCancelled)
        {
            OrderLayer.cross(path, x + 20, y - 4);
        }
        else
        {
            path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y - 8)).append("v8");
        }
        svg.path(path, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"");
        text(words);
    }

    private void heading(final String text)
    {
        y += 8;
        svg.bold(x, y, Svg.fitted(text, 12, WIDTH), 12, Palette.INK, Anchor.START);
        y += LINE;
    }

    private void text(final String text)
    {
        svg.text(x + TEXT_AT, y, Svg.fitted(text, 11, WIDTH - TEXT_AT), 11, Palette.INK, Anchor.START);
        y += LINE;
    }

    private String unit()
    {
        return chart.instrument().base().isEmpty() ? "" : " " + chart.instrument().base();
    }

    private double lotSize()
    {
        return DecimalUnit.lotOf(chart.instrument()).size().doubleValue();
    }
}
