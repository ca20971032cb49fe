package fds.app.plot;

import java.util.ArrayList;
import java.util.List;

import fds.app.draw.Numbers;
import fds.app.view.Quantities;
import fds.feeds.text.DecimalUnit;
import fds.market.instrument.Instrument;

/** Prices from the bottom to the top of a panel, and round ones with exact labels. */
final class PriceAxis
{
    private final Window window;
    private final Instrument instrument;
    private final double top;
    private final double height;

    PriceAxis(final Window window, final Instrument instrument, final double top, final double height)
    {
        this.window = window;
        this.instrument = instrument;
        this.top = top;
        this.height = height;
    }

    /**
     * A price with its label.
     *
     * @param ticks of the instrument.
     * @param label in quote units.
     */
    record Mark(long ticks, String label)
    {
    }

    /** The pixel of a price. */
    double at(final double ticks)
    {
        return top + height * (window.highTicks() - ticks) / (window.highTicks() - window.lowTicks());
    }

    /** Round prices, about so many. */
    List<Mark> marks(final int most)
    {
        final double tickSize = DecimalUnit.tickOf(instrument).size().doubleValue();
        final double step = Numbers.step((window.highTicks() - window.lowTicks()) * tickSize / most);
        final long stepTicks = Math.max(1, Math.round(step / tickSize));
        final long first = Math.floorDiv(window.lowTicks() + stepTicks - 1, stepTicks) * stepTicks;
        int decimals = 0;
        for (long ticks = first; ticks <= window.highTicks(); ticks += stepTicks)
        {
            decimals = Math.max(decimals, decimals(Quantities.price(ticks, instrument)));
        }
        final List<Mark> marks = new ArrayList<>();
        for (long ticks = first; ticks <= window.highTicks(); ticks += stepTicks)
        {
            marks.add(new Mark(ticks, padded(Quantities.price(ticks, instrument), decimals)));
        }
        return marks;
    }

    private static int decimals(final String price)
    {
        final int point = price.indexOf('.');
        return point < 0 ? 0 : price.length() - point - 1;
    }

    /** All labels have the same decimals, so that they stand below each other. */
    private static String padded(final String price, final int decimals)
    {
        final String point = decimals > 0 && price.indexOf('.') < 0 ? "." : "";
        return Quantities.grouped(price) + point + "0".repeat(decimals - decimals(price));
    }
}
