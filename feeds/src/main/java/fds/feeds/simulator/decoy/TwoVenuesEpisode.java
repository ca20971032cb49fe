package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: a firm of arbitrageurs with an account on each of two venues. Whenever an asset is cheaper on one it buys
 * there and sells as much on the other at once: opposite trades of one size, again and again, for a small gain.
 */
public final class TwoVenuesEpisode extends TradingEpisode
{
    private static final int PATIENCE = 600;

    private final SimulatedMarket other;
    private final long gapNanos;
    private final long pieceUnits;
    private int tradesLeft;
    private int looks;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   of the main venue.
     * @param other    of another venue and the same asset.
     * @param accounts the firm's, on the one and on the other.
     */
    public TwoVenuesEpisode(
        final Stage stage, final SimulatedMarket market, final SimulatedMarket other, final int... accounts)
    {
        super(stage, market, "decoy_two_venues", "", accounts);
        this.other = other;
        gapNanos = Math.max(5_000_000L, market.paceNanos() * random.between(10, 200) / 100);
        pieceUnits = market.usualLots * market.scale * random.between(1, 25);
        tradesLeft = (int)random.between(8, 80);
        also(other);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (pays(market, other))
        {
            trade(market, 0, other, 1);
        }
        else if (pays(other, market))
        {
            trade(other, 1, market, 0);
        }
        return tradesLeft <= 0 || ++looks > PATIENCE ? nowNanos :
            nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }

    private static boolean pays(final SimulatedMarket cheap, final SimulatedMarket dear)
    {
        return cheap.isTwoSided() && dear.isTwoSided() &&
            dear.touchTicks(Side.BUY) > cheap.touchTicks(Side.SELL);
    }

    private void trade(
        final SimulatedMarket cheap, final int buyer, final SimulatedMarket dear, final int seller)
    {
        tradesLeft--;
        final long bought = take(cheap, account(buyer), Side.BUY, pieceUnits / cheap.scale, 0);
        if (bought > 0)
        {
            take(dear, account(seller), Side.SELL, bought * cheap.scale / dear.scale, 100);
        }
    }
}
