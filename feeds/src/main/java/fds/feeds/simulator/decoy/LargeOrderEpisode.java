package fds.feeds.simulator.decoy;

import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: an aggressive order that is large for its account but meant: two to five times its largest so far, with a
 * limit one per cent beyond the touch, so that it neither walks far nor surprises.
 */
public final class LargeOrderEpisode extends Episode
{
    public LargeOrderEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_large_order", "", account);
    }

    @Override
    protected long step(final long nowNanos)
    {
        final int side = 1 + random.below(2);
        final long largest = market.largestLots[account(0)];
        if (largest > 0 && market.isTwoSided())
        {
            final long opposite = market.touchTicks(Side.opposite(side));
            final long price = market.better(side, opposite, Math.max(1, opposite / 100));
            venue.submit(market, account(0), side, price, market.inRange(largest * random.between(2, 5)), Flags.IOC,
                this);
        }
        return nowNanos;
    }
}
