package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: a market maker in a lively market. It moves two quotes 100 to 300 messages a second and cancels nearly
 * everything, but it is there to trade: its quotes stand at the touch most of the time.
 */
public final class BusyMakerEpisode extends Episode
{
    private final long gapNanos;
    private final int[] handle = {MatchingBook.NONE, MatchingBook.NONE, MatchingBook.NONE}; // [side]
    private final long[] number = new long[3];
    private long endNanos;
    private boolean isBegun;
    private int side = Side.BUY;

    public BusyMakerEpisode(
        final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_market_maker", "", account);
        gapNanos = 2_000_000_000L / random.between(100, 300); // a step is a cancel and a new order
        endNanos = random.between(4_000, 12_000) * 1_000_000L; // a duration until the first step
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            endNanos += nowNanos;
        }
        if (nowNanos >= endNanos)
        {
            venue.cancel(market, handle[Side.BUY], number[Side.BUY], Reasons.USER);
            venue.cancel(market, handle[Side.SELL], number[Side.SELL], Reasons.USER);
            return nowNanos;
        }
        side = Side.opposite(side);
        venue.cancel(market, handle[side], number[side], Reasons.USER);
        final long price = market.passive(side, market.better(side, market.touchTicks(side), random.below(2)));
        if (price >= 1)
        {
            final long lots = market.modest(account(0), market.usualLots * random.between(1, 4));
            venue.submit(market, account(0), side, price, lots, Flags.POST_ONLY, this);
            handle[side] = venue.restingHandle();
            number[side] = venue.orderNumber();
        }
        return nowNanos + 1 + gapNanos * random.between(70, 130) / 100;
    }
}
