package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Side;

/**
 * Those who run after a price: when one has moved within seconds much further than it usually does, some buy because it
 * rises or sell because it falls, and when many people are told to buy at once ({@link SimulatedMarket#stir}) they do.
 * A move that they have run after does not stir them again for a minute, so that they do not chase themselves.
 */
final class FollowerCrowd implements Agent
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int LOOKS = 8; // a second apart
    private static final long ROOT_LOOKS = 2_828; // of LOOKS, in 1/1000
    private static final int DEVIATIONS = 8; // of a move that stirs
    private static final long CALM_NANOS = 60 * SECOND_NANOS;
    private static final long PPB = 1_000_000_000;

    private final SimulatedVenue venue;
    private final SimulatedMarket[] markets;
    private final TakerOrders orders;
    private final SimulatorRandom random;
    private final long meanNanos;
    private final long[] mids; // [market * LOOKS + look % LOOKS]
    private final long[] calmUntilNanos; // [market]
    private long looks;
    private long nextLookNanos;

    FollowerCrowd(
        final SimulatedVenue venue, final SimulatedMarket[] markets, final TakerOrders orders,
        final SimulatorRandom random, final long meanNanos)
    {
        this.venue = venue;
        this.markets = markets;
        this.orders = orders;
        this.random = random;
        this.meanNanos = meanNanos;
        mids = new long[markets.length * LOOKS];
        calmUntilNanos = new long[markets.length];
    }

    @Override
    public long step(final long nowNanos)
    {
        if (nowNanos >= nextLookNanos)
        {
            nextLookNanos = nowNanos + SECOND_NANOS;
            for (int i = 0; i < markets.length; i++)
            {
                look(i, nowNanos);
            }
            looks++;
        }
        final int first = random.below(markets.length);
        for (int i = 0; i < markets.length; i++)
        {
            final SimulatedMarket market = markets[(first + i) % markets.length];
            if (market.appetiteLots() > 0)
            {
                market.advance(nowNanos);
                crowd(market);
                break;
            }
        }
        return 1 + Distributions.exponential(random, meanNanos);
    }

    /** The more want it, the more come at once. */
    private void crowd(final SimulatedMarket market)
    {
        final long people = 1 + Math.min(3, market.appetiteLots() / market.judgedMinuteLots());
        for (int i = 0; i < people && market.appetiteLots() > 0; i++)
        {
            market.sate(orders.follow(market, venue.roster.trader(market.venue, random), market.appetiteSide(),
                market.appetiteLots()));
        }
    }

    private void look(final int place, final long nowNanos)
    {
        final SimulatedMarket market = markets[place];
        final int at = place * LOOKS + (int)(looks % LOOKS);
        final long before = mids[at];
        mids[at] = market.midTicks();
        if (before == 0 || nowNanos < calmUntilNanos[place])
        {
            return;
        }
        final long movePpb = (mids[at] - before) * (PPB / 1_000) / before * 1_000;
        final long usualPpb = market.underlying.sigmaPpb() * Math.max(100, market.underlying.regimePercent()) / 100 *
            ROOT_LOOKS / 1_000;
        final long deviations = Math.abs(movePpb) / Math.max(1, usualPpb);
        if (deviations >= DEVIATIONS)
        {
            calmUntilNanos[place] = nowNanos + CALM_NANOS;
            // Eight deviations stir a quarter of a minute's volume, whatever moves further at most a half.
            market.stir(movePpb > 0 ? Side.BUY : Side.SELL,
                market.minuteLots() * Math.min(16, deviations) / 32);
        }
    }
}
