package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: an account builds ladders of hundreds of orders at leisure, then loses its connection, and the venue cancels
 * them all at once.
 */
public final class DisconnectEpisode extends Episode
{
    private final int[] handle;
    private final long[] number;
    private final long gapNanos;
    private int placed;

    public DisconnectEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_disconnect", "", account);
        handle = new int[(int)random.between(120, 320)];
        number = new long[handle.length];
        gapNanos = 1_000_000_000L / random.between(20, 60);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (placed == handle.length)
        {
            for (int i = 0; i < handle.length; i++)
            {
                venue.cancel(market, handle[i], number[i], Reasons.DISCONNECT);
            }
            return nowNanos;
        }
        final int side = 1 + placed % 2;
        final long away = (2 + placed / 2 % 50) * market.depthTicks;
        final long price = market.passive(side, market.better(side, market.touchTicks(side), -away));
        handle[placed] = MatchingBook.NONE;
        if (price >= 1)
        {
            final long lots = market.modest(account(0), market.usualLots);
            venue.submit(market, account(0), side, price, lots, Flags.POST_ONLY, this);
            handle[placed] = venue.restingHandle();
            number[placed] = venue.orderNumber();
        }
        placed++;
        return nowNanos + 1 + gapNanos * random.between(80, 120) / 100;
    }
}
