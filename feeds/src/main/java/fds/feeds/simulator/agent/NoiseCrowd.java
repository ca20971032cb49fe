package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Small participants of one market who let orders rest at heavy-tailed distances and take them back: at round prices
 * and in round sizes more often than not.
 */
final class NoiseCrowd implements Agent
{
    private static final int RESTING_MIN = 120;
    private static final int DEEP_PER_MILLE = 80;
    private static final int INSIDE_PER_MILLE = 150;
    private static final int ROUND_PRICE_PER_MILLE = 300;
    private static final int ROUND_SIZE_PER_MILLE = 450;
    private static final int SOON_PER_MILLE = 500; // of acts that follow closely on another

    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final SimulatorRandom random;
    private final RestingOrders orders;
    private final TakerOrders sizes;
    private final long meanNanos;

    NoiseCrowd(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random,
        final RestingOrders orders, final TakerOrders sizes, final long meanNanos)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
        this.orders = orders;
        this.sizes = sizes;
        this.meanNanos = meanNanos;
    }

    @Override
    public long step(final long nowNanos)
    {
        market.advance(nowNanos);
        final int what = random.below(100);
        if (what < 47 || orders.count() < RESTING_MIN)
        {
            rest();
        }
        else if (what < 94)
        {
            orders.withdraw();
        }
        else
        {
            amend();
        }
        final boolean isSoon = orders.count() >= RESTING_MIN && random.chancePerMille(SOON_PER_MILLE);
        return 1 + Distributions.exponential(random, isSoon ? meanNanos / 10 : meanNanos * 19 / 10);
    }

    private void rest()
    {
        final int account = venue.roster.trader(market.venue, random);
        final int side = 1 + random.below(2);
        // Nobody offers more than it is worth because somebody else still does.
        final long fair = market.fairTicks();
        final long best = market.touchTicks(side);
        final long touch = side == Side.BUY ? Math.min(best, fair) : Math.max(best, fair);
        final long away = random.chancePerMille(DEEP_PER_MILLE) ? touch * random.between(10, 90) / 1_000 :
            market.spreadTicks() > 2 && random.chancePerMille(INSIDE_PER_MILLE) ? -1 :
            Math.min(touch / 12, Distributions.distance(random, market.depthTicks) - market.depthTicks);
        final long wanted = market.better(side, touch, -away);
        final long price =
            market.passive(side, away < 0 ? wanted : Habits.price(random, wanted, ROUND_PRICE_PER_MILLE));
        if (price >= 1)
        {
            final long usual = Habits.size(random, sizes.usualLots(market, account), ROUND_SIZE_PER_MILLE);
            final long lots = Math.min(market.modest(account, usual),
                venue.margins.affordableLots(market, account, side, price));
            final int flags = random.chancePerMille(300) ? Flags.POST_ONLY : 0;
            if (lots >= 1 && venue.submit(market, account, side, price, lots, flags, null))
            {
                orders.keep(venue.restingHandle(), venue.orderNumber());
            }
        }
    }

    private void amend()
    {
        final int at = orders.any();
        if (at < 0)
        {
            return;
        }
        final int handle = orders.handle(at);
        final long open = market.book.openLots(handle);
        final long now = market.book.priceTicks(handle);
        final int side = market.book.side(handle);
        final boolean isShrinking = open > 1 && random.below(2) == 0;
        final long price = isShrinking ? now : market.passive(side, market.better(side, now, random.between(1, 5)));
        if (price >= 1)
        {
            orders.replace(at, price, isShrinking ? open - open / 3 - 1 : open);
        }
    }
}
