package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: an order pegged to the touch. Its owner's program moves it whenever the best price moves, within
 * milliseconds, and puts the next one when it was filled: many changes for a few trades, all of them meant.
 */
public final class PeggedOrderEpisode extends TradingEpisode
{
    private final int side;
    private final long lots;
    private final long lookNanos;
    private final boolean isReplacing;
    private int fillsLeft;
    private long endNanos;
    private boolean isBegun;
    private WorkingOrder order;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public PeggedOrderEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_pegged_order", "", account);
        side = 1 + random.below(2);
        lots = market.usualLots * random.between(1, 20);
        lookNanos = random.between(2, 40) * 1_000_000;
        isReplacing = random.below(2) == 0;
        fillsLeft = (int)random.between(1, 12);
        endNanos = Math.max(8_000_000_000L, market.paceNanos() * random.between(20, 200)); // a duration until then
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            endNanos += nowNanos;
        }
        final boolean isFilled = order == null || !order.isLive();
        fillsLeft -= order != null && isFilled ? 1 : 0;
        if (nowNanos >= endNanos || fillsLeft <= 0)
        {
            if (order != null)
            {
                order.cancel();
            }
            return nowNanos;
        }
        final long touch = market.touchTicks(side);
        if (isFilled)
        {
            order = rest(market, account(0), side, touch, market.modest(account(0), lots));
        }
        else if (order.priceTicks() != touch)
        {
            move(touch);
        }
        return nowNanos + 1 + Distributions.exponential(random, lookNanos);
    }

    private void move(final long touch)
    {
        final long open = order.openLots();
        if (isReplacing)
        {
            order.replace(market.passive(side, touch), open);
        }
        else
        {
            order.cancel();
            order = rest(market, account(0), side, touch, open);
        }
    }
}
