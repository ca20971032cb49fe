package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Smoking: shows a better price for a small size, so that others send orders for it, and changes it to a worse price
 * for more at the moment when they come; some of them trade there. It turns what it got back now and then.
 */
public final class BaitEpisode extends TradingEpisode
{
    private static final long MICRO_NANOS = 1_000;
    private static final long MILLI_NANOS = 1_000_000;

    private final long baitNanos;
    private final long trapNanos;
    private final long restNanos;
    private final long baitLots;
    private final long trapLots;
    private final long worseTicks;
    private final long inventoryMax;
    private int roundsLeft;
    private int side;
    private boolean isTrap;
    private WorkingOrder order;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account that shows prices.
     */
    public BaitEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "smoking", "D20", account);
        baitNanos = random.between(300, 60_000) * MICRO_NANOS;
        trapNanos = random.between(2, 400) * MILLI_NANOS;
        restNanos = random.between(20, 1_500) * MILLI_NANOS;
        baitLots = market.usualLots * random.between(1, 4);
        trapLots = market.usualLots * random.between(2, 40);
        worseTicks = random.between(1, 12) * market.halfSpreadTicks;
        inventoryMax = trapLots * random.between(2, 8);
        roundsLeft = (int)random.between(30, 300);
        side = 1 + random.below(2);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (order == null)
        {
            if (roundsLeft-- == 0)
            {
                return nowNanos;
            }
            turnBack();
            final long better = market.spreadTicks() > 1 ? 1 : 0;
            order = rest(market, account(0), side, market.better(side, market.touchTicks(side), better), baitLots);
            isTrap = false;
            return nowNanos + 1 + Distributions.exponential(random, baitNanos);
        }
        if (!isTrap && order.isLive())
        {
            isTrap = true;
            final long price = market.passive(side, market.better(side, order.priceTicks(), -worseTicks));
            if (price >= 1)
            {
                order.replace(price, order.openLots());
                final long more = trapLots - order.openLots();
                if (more > 0 && random.below(2) == 0)
                {
                    // As one order where it can pay for it, else what is there stays small.
                    final WorkingOrder whole = rest(market, account(0), side, price, more);
                    order.cancel();
                    order = whole.isLive() ? whole : order;
                }
            }
            return nowNanos + 1 + Distributions.exponential(random, trapNanos);
        }
        order.cancel();
        order = null;
        side = random.below(3) == 0 ? Side.opposite(side) : side;
        return nowNanos + 1 + Distributions.exponential(random, restNanos);
    }

    private void turnBack()
    {
        final long held = gain().lots(market);
        if (Math.abs(held) > inventoryMax)
        {
            unwind(market, Math.abs(held), 200);
            side = held > 0 ? Side.SELL : Side.BUY;
        }
    }
}
