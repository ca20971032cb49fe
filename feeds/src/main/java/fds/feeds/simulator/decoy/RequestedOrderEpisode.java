package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/** An ordinary order that waits for its verdict before it is sent: nothing to label. */
public final class RequestedOrderEpisode extends Episode
{
    private final int side;
    private final long lots;
    private long priceTicks;
    private long requested;

    public RequestedOrderEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "", "", account);
        side = 1 + random.below(2);
        lots = market.modest(account, Distributions.size(random, market.usualLots));
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (requested == 0)
        {
            priceTicks = market.better(side, market.touchTicks(Side.opposite(side)), random.below(4));
            requested = venue.request(market, account(0), side, priceTicks, lots, Flags.IOC, this);
            return requested == 0 ? nowNanos : nowNanos + random.between(20_000, 300_000);
        }
        venue.submit(market, account(0), side, priceTicks, lots, Flags.IOC, this, requested);
        return nowNanos;
    }
}
