package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: a stop-loss. When the price has gone a certain way against what its owner holds, one market order throws it
 * out, whatever it meets: it walks the book, and he loses by it.
 */
public final class StopLossEpisode extends Episode
{
    private static final int PATIENCE = 4_000;

    private final int side;
    private final long lots;
    private final long stopTicks;
    private final long lookNanos;
    private int looks;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public StopLossEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_stop_loss", "", account);
        side = 1 + random.below(2);
        lots = market.usualLots * random.between(20, 400);
        final long away = market.midTicks() * (market.underlying.sigmaPpb() / 1_000 * random.between(1, 6)) / 1_000_000;
        stopTicks = market.better(side, market.midTicks(), 1 + away);
        lookNanos = random.between(1, 50) * 1_000_000;
    }

    @Override
    protected long step(final long nowNanos)
    {
        final boolean isReached = side == Side.BUY ? market.midTicks() >= stopTicks : market.midTicks() <= stopTicks;
        if (isReached && market.isTwoSided())
        {
            final long price = market.better(side, market.touchTicks(Side.opposite(side)), 0);
            final long size = Math.min(market.modest(account(0), lots),
                venue.margins.affordableLots(market, account(0), side, price));
            if (size >= 1 && venue.canAfford(market, account(0), side, price, size, Flags.MARKET))
            {
                place(market, account(0), side, price, size, Flags.MARKET);
            }
            return nowNanos;
        }
        return ++looks > PATIENCE ? nowNanos : nowNanos + 1 + Distributions.exponential(random, lookNanos);
    }
}
