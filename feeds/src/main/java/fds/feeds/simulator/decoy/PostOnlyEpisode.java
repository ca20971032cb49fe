package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: somebody who wants to be first in the queue and never to pay for taking. His post-only orders come too late
 * again and again, are refused, and come back a tick worse until one rests.
 */
public final class PostOnlyEpisode extends Episode
{
    private final long lots;
    private final long gapNanos;
    private final long restNanos;
    private int side = 1 + random.below(2);
    private int back; // ticks behind the opposite touch
    private int ordersLeft;
    private WorkingOrder order;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public PostOnlyEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_post_only", "", account);
        lots = market.usualLots * random.between(1, 10);
        gapNanos = random.between(1, 60) * 1_000_000;
        restNanos = Math.max(20_000_000L, market.paceNanos() * random.between(20, 400) / 100);
        ordersLeft = (int)random.between(15, 160);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (order != null && order.isLive())
        {
            order.cancel();
            side = random.below(3) == 0 ? Side.opposite(side) : side;
            back = 0;
        }
        if (ordersLeft-- <= 0)
        {
            return nowNanos;
        }
        final long price = market.better(side, market.touchTicks(Side.opposite(side)), -back);
        final long size = market.modest(account(0), lots);
        order = venue.canAfford(market, account(0), side, price, size, Flags.POST_ONLY) ?
            place(market, account(0), side, price, size, Flags.POST_ONLY) : null;
        final boolean isResting = order != null && order.isLive();
        back += isResting ? 0 : 1;
        return nowNanos + 1 + Distributions.exponential(random, isResting ? restNanos : gapNanos);
    }
}
