package fds.feeds.simulator.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class IndexBasketTest
{
    private final SmallVenue small = new SmallVenue();

    @Test
    void shouldBeTheWeightedMeanOfTheVenues()
    {
        final IndexBasket basket = new IndexBasket(small.perp, small.markets.markets());
        assertEquals(3, basket.size());
        assertEquals("SIM", basket.source(0));
        assertEquals("ALPHA", basket.source(1));
        assertEquals("BETA", basket.source(2));
        assertEquals(1_000_000_000, basket.weight(0) + basket.weight(1) + basket.weight(2));

        quote(small.spot, 649_000);
        for (final SimulatedMarket market : small.markets.markets())
        {
            if (market.venue > 0 && market.underlying == small.perp.underlying)
            {
                quote(market, market.venue == 1 ? 651_000 : 656_000);
            }
        }
        final long index = basket.take(SimulatorRandom.of(1, 1));
        long sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += basket.priceTicks(i) * basket.weight(i);
        }
        assertEquals(649_000, basket.priceTicks(0));
        assertEquals(651_000, basket.priceTicks(1));
        assertEquals(656_000, basket.priceTicks(2));
        assertEquals(Math.round(sum / 1e9), index);
    }

    @Test
    void shouldAskOutsideWhereTooFewVenuesListTheAsset()
    {
        final IndexBasket basket = new IndexBasket(small.perp, new SimulatedMarket[] { small.spot, small.perp });
        assertEquals(2, basket.size());
        assertEquals("OUTSIDE", basket.source(1));
        quote(small.spot, 640_000);
        final long index = basket.take(SimulatorRandom.of(1, 1));
        assertTrue(index > 640_000 && index < 650_000, "index " + index);
    }

    private void quote(final SimulatedMarket market, final long ticks)
    {
        final int maker = small.roster.maker(market.venue, 0);
        small.ledger.addCash(maker, 100_000 * SmallVenue.USDT);
        small.ledger.addLots(market.index, maker, 1_000);
        small.venue.submit(market, maker, Side.BUY, ticks - 10, 100, 0, null);
        small.venue.submit(market, maker, Side.SELL, ticks + 10, 100, 0, null);
        assertEquals(ticks, market.midTicks());
        small.rows();
    }
}
