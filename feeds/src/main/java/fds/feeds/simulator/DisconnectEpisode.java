package fds.feeds.simulator;

import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: an account builds ladders of hundreds of orders at leisure, then loses its connection, and the venue cancels
 * them all at once.
 */
final class DisconnectEpisode extends Episode
{
    private final int[] handle;
    private final long[] number;
    private final long gapNanos;
    private int placed;

    DisconnectEpisode(
        final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random, final int account)
    {
        super(venue, market, random, "decoy_disconnect", "", account);
        handle = new int[(int)random.between(120, 320)];
        number = new long[handle.length];
        gapNanos = 1_000_000_000L / random.between(20, 60);
    }

    @Override
    long step(final long nowNanos)
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
