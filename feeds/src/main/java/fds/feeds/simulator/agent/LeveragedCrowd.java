package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Traders who open perpetuals with nearly as much leverage as they get, after the last move more often than against it,
 * add as long as they can, and close when they have had enough; those who have lost everything bring new money. They
 * are who is liquidated.
 */
final class LeveragedCrowd implements Agent
{
    private static final int CLOSE_PER_MILLE = 15;
    private static final int ADD_PER_MILLE = 120;
    private static final int OPEN_PER_MILLE = 120;
    private static final int REFILL_PER_MILLE = 60;
    private static final long POOR = 30 * 100 * Treasury.CENT;
    private static final long REFILL = 150 * 100 * Treasury.CENT;

    private final SimulatedVenue venue;
    private final Treasury treasury;
    private final SimulatedMarket[] perps;
    private final SimulatorRandom random;
    private final long meanNanos;

    LeveragedCrowd(
        final SimulatedVenue venue, final Treasury treasury, final SimulatorRandom random, final long meanNanos)
    {
        this.venue = venue;
        this.treasury = treasury;
        this.random = random;
        this.meanNanos = meanNanos;
        perps = venue.margins.perps();
    }

    @Override
    public long step(final long nowNanos)
    {
        final int account = venue.roster.leveragedTrader(random);
        final SimulatedMarket perp = perps[account % perps.length];
        perp.advance(nowNanos);
        final long held = venue.ledger.lots(perp.index, account);
        if (!perp.isOrderly())
        {
            return 1 + Distributions.exponential(random, meanNanos);
        }
        if (held != 0)
        {
            final int side = held > 0 ? Side.BUY : Side.SELL;
            final long more =
                venue.margins.affordableLots(perp, account, side, perp.touchTicks(Side.opposite(side)));
            if (random.chancePerMille(CLOSE_PER_MILLE))
            {
                take(perp, account, Side.opposite(side), Math.abs(held), Flags.REDUCE_ONLY);
            }
            else if (more > Math.abs(held) / 8 && random.chancePerMille(ADD_PER_MILLE))
            {
                take(perp, account, side, more, 0);
            }
        }
        else if (venue.ledger.cash(account) < POOR)
        {
            if (random.chancePerMille(REFILL_PER_MILLE))
            {
                treasury.deposit(account, Distributions.size(random, REFILL), Addresses.of(account, 0), null);
            }
        }
        else if (random.chancePerMille(OPEN_PER_MILLE))
        {
            final boolean isUp = perp.fairTicks() > perp.valueTicks();
            final int side = isUp == random.chancePerMille(600) ? Side.BUY : Side.SELL;
            final long most = venue.margins.affordableLots(perp, account, side, perp.touchTicks(Side.opposite(side)));
            take(perp, account, side, most * random.between(70, 100) / 100, 0);
        }
        return 1 + Distributions.exponential(random, meanNanos);
    }

    private void take(
        final SimulatedMarket perp, final int account, final int side, final long lots, final int flags)
    {
        final long touch = perp.touchTicks(Side.opposite(side));
        final long limit = perp.better(side, touch, Math.max(2, touch / 2_000));
        // They open in pieces as large as they are used to: nobody's order is ten times the largest before.
        final long sent = perp.modest(account, lots);
        if (lots >= 1 && venue.canAfford(perp, account, side, limit, sent, 0))
        {
            venue.submit(perp, account, side, limit, sent, Flags.IOC | flags, null);
        }
    }
}
