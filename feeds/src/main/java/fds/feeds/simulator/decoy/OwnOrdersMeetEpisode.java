package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: an account's (or owner group's) orders would meet each other, and self-trade prevention cancels the resting
 * one: an honest house whose strategies do not know of each other.
 */
public final class OwnOrdersMeetEpisode extends Episode
{
    private int roundsLeft;
    private int side;
    private int handle = MatchingBook.NONE;
    private long number;

    public OwnOrdersMeetEpisode(
        final Stage stage, final SimulatedMarket market, final int account,
        final int partner)
    {
        super(stage, market, "decoy_stp", "", account, partner);
        roundsLeft = (int)random.between(1, 6);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (market.book.isLive(handle, number))
        {
            final long price = market.book.priceTicks(handle);
            venue.submit(market, account(1), Side.opposite(side), price, market.book.openLots(handle), Flags.IOC, this);
            venue.cancel(market, handle, number, Reasons.USER);
            handle = MatchingBook.NONE;
        }
        else if (roundsLeft-- == 0)
        {
            return nowNanos;
        }
        else
        {
            side = 1 + random.below(2);
            final long price = market.passive(side, market.better(side, market.touchTicks(side), 1));
            if (price >= 1)
            {
                final long lots = market.modest(account(1), market.modest(account(0), market.usualLots * 2));
                venue.submit(market, account(0), side, price, lots, Flags.POST_ONLY, this);
                handle = venue.restingHandle();
                number = venue.orderNumber();
            }
        }
        return nowNanos + random.between(500_000, 300_000_000);
    }
}
