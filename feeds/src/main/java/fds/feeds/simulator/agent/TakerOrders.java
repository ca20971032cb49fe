package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.Crowd;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/** How honest participants take liquidity: sizes with a heavy tail, a limit a little beyond the touch, or none. */
final class TakerOrders implements Crowd
{
    private static final int MARKET_ORDER_MAX = 100; // in usual sizes: an honest one does not walk the book
    private static final int INFORMED_PER_MILLE = 850;
    private static final int ROUND_PER_MILLE = 450;
    private static final long FOLLOWER_REACH = 200;

    private final SimulatedVenue venue;
    private final SimulatorRandom random;
    private final RestingOrders[] resting; // [market]

    TakerOrders(final SimulatedVenue venue, final SimulatorRandom random, final RestingOrders[] resting)
    {
        this.venue = venue;
        this.random = random;
        this.resting = resting;
    }

    @Override
    public void take(final SimulatedMarket market, final int account)
    {
        take(market, account, 1 + random.below(2));
    }

    @Override
    public long usualLots(final SimulatedMarket market, final int account)
    {
        return Distributions.size(random, market.usualLots * (1 + account % 4));
    }

    /**
     * Take because many others do: at the price that it costs, within half a per cent.
     *
     * @param market  where.
     * @param account who.
     * @param side    which side.
     * @param most    lots.
     * @return lots that it wanted, 1 or more, whatever it got.
     */
    long follow(final SimulatedMarket market, final int account, final int side, final long most)
    {
        final long touch = market.touchTicks(Side.opposite(side));
        final long price = market.better(side, touch, 1 + touch / FOLLOWER_REACH);
        final long wanted = market.modest(account, Math.min(Math.max(1, most), Habits.size(random,
            Distributions.takerSize(random, market.usualLots * (1 + account % 4)), ROUND_PER_MILLE)));
        final long lots = Math.min(wanted, venue.margins.affordableLots(market, account, side, price));
        if (lots >= 1 && market.isTwoSided() && !market.isHalted())
        {
            venue.submit(market, account, side, price, lots, Flags.IOC, null);
        }
        return wanted;
    }

    /**
     * Take.
     *
     * @param market  where.
     * @param account who.
     * @param inMind  side, unless the other is cheap.
     * @return the side that it took.
     */
    int take(final SimulatedMarket market, final int account, final int inMind)
    {
        final long fair = market.fairTicks();
        final int cheap = market.touchTicks(Side.SELL) < fair ? Side.BUY :
            market.touchTicks(Side.BUY) > fair ? Side.SELL : Side.NONE;
        final int side = cheap != Side.NONE && random.chancePerMille(INFORMED_PER_MILLE) ? cheap : inMind;
        final long touch = market.touchTicks(Side.opposite(side));
        final long usual = Habits.size(random,
            Distributions.takerSize(random, market.usualLots * (1 + account % 4)), ROUND_PER_MILLE);
        final long reach = 1 + random.below((int)Math.min(1_000, 3 * market.halfSpreadTicks));
        final long price = market.better(side, touch, reach);
        final int style = random.below(100);
        final int flags = style < 45 ? Flags.IOC : style < 65 ? Flags.MARKET : style < 70 ? Flags.FOK : 0;
        final long wanted = market.modest(account, flags == Flags.MARKET ?
            market.depthLots(Side.opposite(side), market.better(side, touch, touch / 200),
                Math.min(usual, MARKET_ORDER_MAX * market.usualLots)) : usual);
        final long lots = Math.min(wanted, venue.margins.affordableLots(market, account, side,
            flags == Flags.MARKET ? market.better(side, touch, touch / 50) : price));
        if (lots >= 1 && market.isOrderly() && venue.submit(market, account, side, price, lots, flags, null))
        {
            resting[market.index].keep(venue.restingHandle(), venue.orderNumber());
        }
        return side;
    }
}
