package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Side;

/** Takers of one market: they come in clusters, and often on the side on which the last one was. */
final class TakerCrowd implements Agent
{
    private static final int SAME_SIDE_PER_MILLE = 450;

    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final SimulatorRandom random;
    private final TakerOrders orders;
    private final Intensity intensity;
    private int side = Side.BUY;

    TakerCrowd(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random,
        final TakerOrders orders, final long perSecondPpm)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
        this.orders = orders;
        intensity = new Intensity(random, perSecondPpm);
    }

    @Override
    public long step(final long nowNanos)
    {
        market.advance(nowNanos);
        if (market.isOrderly())
        {
            final int inMind = random.chancePerMille(SAME_SIDE_PER_MILLE) ? side : 1 + random.below(2);
            side = orders.take(market, venue.roster.trader(market.venue, random), inMind);
        }
        return intensity.nextGapNanos();
    }
}
