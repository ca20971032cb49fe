package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: an executor works a large order in small pieces. A TWAP takes a piece at even intervals; an iceberg shows one
 * piece, and the next when that is gone.
 */
public final class SlicedOrderEpisode extends Episode
{
    private static final int ICEBERG_PATIENCE = 2_000;

    private final boolean isIceberg;
    private final int side;
    private final long pieceLots;
    private final long gapNanos;
    private int piecesLeft;
    private int looks;
    private int handle = MatchingBook.NONE;
    private long number;

    public SlicedOrderEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_sliced_order", "", account);
        isIceberg = random.below(2) == 0;
        side = 1 + random.below(2);
        pieceLots = market.modest(account, market.usualLots * random.between(1, 6));
        gapNanos = isIceberg ? random.between(1, 10) * 1_000_000 : random.between(40, 200) * 1_000_000;
        piecesLeft = (int)random.between(20, 60);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (market.book.isLive(handle, number))
        {
            if (++looks > ICEBERG_PATIENCE)
            {
                venue.cancel(market, handle, number, Reasons.USER);
                return nowNanos;
            }
            return nowNanos + gapNanos;
        }
        if (piecesLeft-- == 0)
        {
            return nowNanos;
        }
        if (isIceberg)
        {
            final long price = market.passive(side, market.touchTicks(side));
            if (price >= 1)
            {
                venue.submit(market, account(0), side, price, pieceLots, Flags.POST_ONLY, this);
                handle = venue.restingHandle();
                number = venue.orderNumber();
            }
        }
        else
        {
            final long price = market.better(side, market.touchTicks(Side.opposite(side)), 2);
            venue.submit(market, account(0), side, price, pieceLots, Flags.IOC, this);
        }
        return nowNanos + gapNanos;
    }
}
