package fds.feeds.simulator.agent;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.margin.PriceBoard;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Earns funding: shortly before its time it takes the side of the perpetual that will receive, hedges where the asset
 * is traded as spot, and unwinds both within a minute or two after.
 */
final class HedgerAgent implements Agent
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long BEFORE_NANOS = 45 * SECOND_NANOS;
    private static final int ORDERS = 25;

    private final SimulatedVenue venue;
    private final SimulatedMarket perp;
    private final SimulatedMarket spot; // or null
    private final PriceBoard board;
    private final SimulatorRandom random;
    private final int account;

    HedgerAgent(
        final SimulatedVenue venue, final SimulatedMarket perp, final SimulatedMarket spot, final PriceBoard board,
        final SimulatorRandom random, final int account)
    {
        this.venue = venue;
        this.perp = perp;
        this.spot = spot;
        this.board = board;
        this.random = random;
        this.account = account;
    }

    @Override
    public long step(final long nowNanos)
    {
        perp.advance(nowNanos);
        final long held = venue.ledger.lots(perp.index, account);
        final long until = board.nextFundingNanos() - nowNanos;
        if (until <= BEFORE_NANOS)
        {
            final int side = perp.valueTicks() >= perp.outsideTicks() ? Side.SELL : Side.BUY;
            if (Math.abs(held) < ORDERS * perp.usualLots * 6)
            {
                trade(side, perp.usualLots * random.between(2, 6));
            }
        }
        else if (held != 0)
        {
            trade(held > 0 ? Side.SELL : Side.BUY, Math.min(Math.abs(held), perp.usualLots * random.between(2, 8)));
        }
        return SECOND_NANOS * random.between(60, 140) / 100;
    }

    private void trade(final int side, final long wanted)
    {
        final long price = perp.better(side, perp.touchTicks(Side.opposite(side)), 2);
        final long lots =
            Math.min(perp.modest(account, wanted), venue.margins.affordableLots(perp, account, side, price));
        if (lots < 1 || !perp.isOrderly())
        {
            return;
        }
        venue.submit(perp, account, side, price, lots, Flags.IOC, null);
        final long filled = venue.filledLots();
        if (spot != null && filled > 0 && spot.isOrderly())
        {
            final int other = Side.opposite(side);
            final long spotPrice = spot.better(other, spot.touchTicks(side), 2);
            final long spotLots = Math.min(spot.modest(account, Math.max(1, filled * perp.scale / spot.scale)),
                venue.margins.affordableLots(spot, account, other, spotPrice));
            if (spotLots >= 1)
            {
                venue.submit(spot, account, other, spotPrice, spotLots, Flags.IOC, null);
            }
        }
    }
}
