package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: a taker with a price in mind who sends IOC and FOK orders until he has what he wants. Most find too little
 * and are gone at once: many messages, few trades, nothing that anybody could have seen.
 */
public final class ImpatientTakerEpisode extends Episode
{
    private final int side;
    private final long pieceLots;
    private final long gapNanos;
    private final int wholePerMille; // FOK instead of IOC
    private final int reachMax; // in half spreads
    private int ordersLeft;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public ImpatientTakerEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_ioc_taker", "", account);
        side = 1 + random.below(2);
        pieceLots = market.usualLots * random.between(1, 20);
        gapNanos = Math.max(2_000_000L, market.paceNanos() * random.between(2, 80) / 100);
        wholePerMille = (int)random.between(0, 1_000);
        reachMax = (int)random.between(1, 6);
        ordersLeft = (int)random.between(20, 250);
    }

    @Override
    protected long step(final long nowNanos)
    {
        final int flags = random.chancePerMille(wholePerMille) ? Flags.FOK : Flags.IOC;
        final long touch = market.touchTicks(Side.opposite(side));
        final long price = market.better(side, touch, 1 - random.below(reachMax + 1) * market.halfSpreadTicks);
        final long lots = market.modest(account(0), Distributions.size(random, pieceLots));
        if (venue.canAfford(market, account(0), side, price, lots, flags))
        {
            place(market, account(0), side, price, lots, flags);
        }
        return --ordersLeft <= 0 ? nowNanos : nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
