package fds.feeds.simulator.margin;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.InstrumentCatalog;
import fds.feeds.simulator.venue.ReferenceFault;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * What the index of a market is made of: the spot markets of the same asset on all venues, and an outside source where
 * those are fewer than three. The index is their weighted mean.
 */
public final class IndexBasket
{
    private static final int WHOLE = 1_000_000_000;
    private static final int COMPONENTS_MIN = 3;
    private static final String OUTSIDE = "OUTSIDE";

    private final SimulatedMarket market;
    private final SimulatedMarket[] sources; // null: the outside source
    private final int[] weights; // 10⁻⁹
    private final long[] prices;

    IndexBasket(final SimulatedMarket market, final SimulatedMarket[] all)
    {
        this.market = market;
        final List<SimulatedMarket> found = new ArrayList<>();
        for (final SimulatedMarket other : all)
        {
            if (!other.isPerp() && other.underlying == market.underlying &&
                other.instrument.tickExponent() == market.instrument.tickExponent())
            {
                found.add(other);
            }
        }
        if (found.size() < COMPONENTS_MIN)
        {
            found.add(null);
        }
        sources = found.toArray(new SimulatedMarket[0]);
        weights = new int[sources.length];
        prices = new long[sources.length];
        int left = WHOLE;
        for (int i = sources.length - 1; i > 0; i--)
        {
            // The first, the main venue's where it lists the asset, weighs a little more than the others.
            weights[i] = WHOLE / 20 * (20 / sources.length - 1);
            left -= weights[i];
        }
        weights[0] = left;
    }

    /**
     * Look at the components' prices.
     *
     * @param random for the outside source.
     * @return the index in ticks, 1 or more; wrong while the market has a {@link ReferenceFault}.
     */
    public long take(final SimulatorRandom random)
    {
        final ReferenceFault fault = market.referenceFault();
        long sum = 0;
        for (int i = 0; i < sources.length; i++)
        {
            prices[i] = sources[i] != null ? sources[i].midTicks() : Math.max(1, market.outsideTicks() +
                random.between(-market.halfSpreadTicks, market.halfSpreadTicks));
            if (fault != null && fault.isOf(i, sources.length))
            {
                prices[i] = fault.tell(prices[i], market.instrument.priceMaxTicks());
            }
            sum += prices[i] * (weights[i] / 1_000);
        }
        return Math.max(1, (sum + WHOLE / 2_000) / (WHOLE / 1_000));
    }

    /**
     * How many components there are.
     *
     * @return 1 to 3.
     */
    public int size()
    {
        return sources.length;
    }

    /**
     * Price of a component when it was last {@linkplain #take taken}.
     *
     * @param component 0 and up.
     * @return ticks.
     */
    public long priceTicks(final int component)
    {
        return prices[component];
    }

    /**
     * Weight of a component.
     *
     * @param component 0 and up.
     * @return 10⁻⁹; all of them make 1.
     */
    public int weight(final int component)
    {
        return weights[component];
    }

    /**
     * Name of a component.
     *
     * @param component 0 and up.
     * @return the venue's, or {@value #OUTSIDE}.
     */
    public String source(final int component)
    {
        return sources[component] == null ? OUTSIDE : InstrumentCatalog.venue(sources[component].venue);
    }
}
