package fds.feeds.simulator.agent;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Underlying;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Firms that buy an asset where it is cheap and sell it where it is dear, across venues and between spot and perpetual,
 * when the difference pays the fees. That is what keeps the markets of one asset together.
 */
final class ArbitrageAgent implements Agent
{
    private static final long SPOT_PPM = 110; // difference that pays, between spot markets
    private static final long PERP_PPM = 400; // between spot and perpetual, which may be apart a little
    private static final int ORDER_USUAL = 20; // largest order in usual ones

    private final SimulatedVenue venue;
    private final SimulatedMarket[] markets; // of one asset, in the same ticks
    private final SimulatorRandom random;
    private final long meanNanos;

    ArbitrageAgent(
        final SimulatedVenue venue, final Underlying underlying, final SimulatedMarket[] all,
        final SimulatorRandom random, final long meanNanos)
    {
        this.venue = venue;
        this.random = random;
        this.meanNanos = meanNanos;
        final List<SimulatedMarket> found = new ArrayList<>();
        for (final SimulatedMarket market : all)
        {
            if (market.underlying == underlying && (found.isEmpty() ||
                market.instrument.tickExponent() == found.get(0).instrument.tickExponent()))
            {
                found.add(market);
            }
        }
        markets = found.toArray(new SimulatedMarket[0]);
    }

    @Override
    public long step(final long nowNanos)
    {
        for (final SimulatedMarket cheap : markets)
        {
            for (final SimulatedMarket dear : markets)
            {
                if (cheap != dear && !cheap.isWalletSuspended() && !dear.isWalletSuspended() && pays(cheap, dear))
                {
                    trade(cheap, dear);
                    return 1 + Distributions.exponential(random, meanNanos);
                }
            }
        }
        return 1 + Distributions.exponential(random, meanNanos);
    }

    int size()
    {
        return markets.length;
    }

    private static boolean pays(final SimulatedMarket cheap, final SimulatedMarket dear)
    {
        final long ask = cheap.touchTicks(Side.SELL);
        final long bid = dear.touchTicks(Side.BUY);
        return bid > ask && cheap.isOrderly() && dear.isOrderly() &&
            (bid - ask) * 1_000_000 > ask * (cheap.isPerp() || dear.isPerp() ? PERP_PPM : SPOT_PPM);
    }

    private void trade(final SimulatedMarket cheap, final SimulatedMarket dear)
    {
        final int firm = random.below(AccountRoster.ARBITRAGEURS);
        // Money of the asset, in the smaller market's measure.
        final long units = Math.min(
            cheap.usualLots * cheap.scale, dear.usualLots * dear.scale) * random.between(2, ORDER_USUAL);
        take(cheap, venue.roster.arbitrageur(cheap.venue, firm), Side.BUY, units);
        take(dear, venue.roster.arbitrageur(dear.venue, firm), Side.SELL, units);
    }

    private void take(final SimulatedMarket market, final int account, final int side, final long units)
    {
        final long price = market.touchTicks(Side.opposite(side));
        final long lots = Math.min(market.modest(account, Math.max(1, units / market.scale)),
            venue.margins.affordableLots(market, account, side, price));
        if (lots >= 1)
        {
            venue.submit(market, account, side, price, lots, Flags.IOC, null);
        }
    }
}
