package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * A fund with several accounts whose strategies do not know of each other: money goes from one account to another, and
 * where an order of one would meet an order of the other, the venue's self-trade prevention cancels the resting one.
 */
final class FundAgent implements Agent
{
    private static final int MOVE_PER_MILLE = 300;

    private final SimulatedVenue venue;
    private final Treasury treasury;
    private final SimulatedMarket[] markets;
    private final int marketCount;
    private final SimulatorRandom random;
    private final int account;
    private final long meanNanos;
    private SimulatedMarket market;
    private int handle = MatchingBook.NONE;
    private long number;

    FundAgent(
        final SimulatedVenue venue, final Treasury treasury, final SimulatedMarket[] markets, final int marketCount,
        final SimulatorRandom random, final int account, final long meanNanos)
    {
        this.venue = venue;
        this.treasury = treasury;
        this.markets = markets;
        this.marketCount = marketCount;
        this.random = random;
        this.account = account;
        this.meanNanos = meanNanos;
    }

    @Override
    public long step(final long nowNanos)
    {
        final int partner = venue.roster.partnerOf(account, random);
        if (market != null && market.book.isLive(handle, number))
        {
            meet(partner);
            handle = MatchingBook.NONE;
        }
        else if (random.chancePerMille(MOVE_PER_MILLE))
        {
            final boolean isBack = random.below(2) == 0;
            final int from = isBack ? partner : account;
            treasury.transfer(from, isBack ? account : partner,
                venue.freeCash(from) / 1_000 * random.between(5, 80), null);
        }
        else
        {
            rest(nowNanos);
        }
        return 1 + Distributions.exponential(random, meanNanos);
    }

    private void rest(final long nowNanos)
    {
        market = markets[random.below(marketCount)];
        market.advance(nowNanos);
        final int side = 1 + random.below(2);
        final long price =
            market.passive(side, market.better(side, market.touchTicks(side), random.below(3) - market.depthTicks));
        final long lots = price < 1 ? 0 : Math.min(market.modest(account, market.usualLots * random.between(1, 12)),
            venue.margins.affordableLots(market, account, side, price));
        if (lots >= 1)
        {
            venue.submit(market, account, side, price, lots, Flags.POST_ONLY, null);
            handle = venue.restingHandle();
            number = venue.orderNumber();
        }
    }

    private void meet(final int partner)
    {
        final int side = Side.opposite(market.book.side(handle));
        final long price = market.book.priceTicks(handle);
        final long lots = Math.min(market.modest(partner, market.book.openLots(handle)),
            venue.margins.affordableLots(market, partner, side, price));
        // Only where it does not have to walk far for it.
        if (lots >= 1 && market.isOrderly() &&
            Math.abs(price - market.touchTicks(Side.opposite(side))) <= 4 * market.halfSpreadTicks)
        {
            venue.submit(market, partner, side, price, lots, Flags.IOC, null);
        }
        venue.cancel(market, handle, number, Reasons.USER);
    }
}
