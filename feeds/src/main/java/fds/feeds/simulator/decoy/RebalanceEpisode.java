package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: an index is rebalanced. One account sells what has become too much and buys what has become too little, in
 * pieces, in several markets at a time: one-sided flow without regard of the price, known to everybody in advance.
 */
public final class RebalanceEpisode extends TradingEpisode
{
    private final SimulatedMarket[] basket;
    private final int[] sides; // [market of the basket]
    private final long pieceUnits;
    private final long gapNanos;
    private int piecesLeft;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param basket  two markets or more, the first is the label's.
     * @param account who.
     */
    public RebalanceEpisode(final Stage stage, final SimulatedMarket[] basket, final int account)
    {
        super(stage, basket[0], "decoy_index_rebalance", "", account);
        this.basket = basket.clone();
        sides = new int[basket.length];
        for (int i = 0; i < basket.length; i++)
        {
            sides[i] = i == 0 ? Side.SELL : 1 + random.below(2);
        }
        for (int i = 1; i < basket.length; i++)
        {
            also(basket[i]);
        }
        pieceUnits = market.usualLots * market.scale * random.between(2, 30);
        gapNanos = Math.max(5_000_000L, market.paceNanos() * random.between(5, 80) / 100);
        piecesLeft = basket.length * (int)random.between(8, 60);
    }

    @Override
    protected long step(final long nowNanos)
    {
        final int at = random.below(basket.length);
        final SimulatedMarket in = basket[at];
        take(in, account(0), sides[at],
            market.modest(account(0), pieceUnits / in.scale * random.between(60, 140) / 100), 200);
        return --piecesLeft <= 0 ? nowNanos : nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
