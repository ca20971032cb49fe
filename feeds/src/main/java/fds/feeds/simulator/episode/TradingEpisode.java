package fds.feeds.simulator.episode;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/** An episode that takes and gets rid of positions, as far as its accounts can pay for them. */
public abstract class TradingEpisode extends Episode
{
    private static final long PPM = 1_000_000;

    /**
     * An episode that has not begun.
     *
     * @param stage    to act on.
     * @param market   that its label names.
     * @param typology for its label.
     * @param detector that should find it; empty for none.
     * @param accounts that act in it.
     */
    protected TradingEpisode(
        final Stage stage, final SimulatedMarket market, final String typology, final String detector,
        final int... accounts)
    {
        super(stage, market, typology, detector, accounts);
    }

    /**
     * Take what stands within reach, as much as the account can pay for.
     *
     * @param in       market.
     * @param account  one of its own.
     * @param side     which side.
     * @param lots     wanted; less than 1: nothing happens.
     * @param reachPpm how far beyond the opposite touch, 10⁻⁶ of the price.
     * @return lots that were filled.
     */
    protected final long take(
        final SimulatedMarket in, final int account, final int side, final long lots, final long reachPpm)
    {
        if (!in.isTwoSided())
        {
            return 0;
        }
        final long touch = in.touchTicks(Side.opposite(side));
        final long limit = in.better(side, touch, 1 + touch * reachPpm / PPM);
        final long size = payable(in, account, side, lots, limit);
        if (size < 1)
        {
            return 0;
        }
        venue.submit(in, account, side, limit, size, Flags.IOC, this);
        return venue.filledLots();
    }

    /**
     * Offer at a price that does not trade at once, as much as the account can pay for.
     *
     * @param in      market.
     * @param account one of its own.
     * @param side    which side.
     * @param ticks   wanted price.
     * @param lots    wanted; less than 1: nothing happens.
     * @return to keep an eye on; not live when nothing was sent.
     */
    protected final WorkingOrder rest(
        final SimulatedMarket in, final int account, final int side, final long ticks, final long lots)
    {
        final long price = in.passive(side, in.better(side, ticks, 0));
        final long size = price < 1 ? 0 : payable(in, account, side, lots, price);
        return size < 1 ? new WorkingOrder(venue, in, MatchingBook.NONE, 0) :
            place(in, account, side, price, size, Flags.POST_ONLY);
    }

    /**
     * Trade back a piece of what each account holds because of the episode.
     *
     * @param in       market.
     * @param lots     of a piece, 1 or more.
     * @param reachPpm how far beyond the opposite touch, 10⁻⁶ of the price.
     * @return lots that the accounts still hold, bought or sold.
     */
    protected final long unwind(final SimulatedMarket in, final long lots, final long reachPpm)
    {
        long left = 0;
        for (int place = 0; place < accounts(); place++)
        {
            final long held = gain().lots(in, place);
            if (held != 0)
            {
                take(in, account(place), held > 0 ? Side.SELL : Side.BUY, Math.min(lots, Math.abs(held)), reachPpm);
                left += Math.abs(gain().lots(in, place));
            }
        }
        return left;
    }

    /**
     * A plan to get rid of what it holds.
     *
     * @param pieces   in each market, 1 or more.
     * @param gapNanos mean time between them.
     * @param reachPpm how far beyond the opposite touch, 10⁻⁶ of the price.
     * @param in       markets.
     * @return not begun.
     */
    protected final WindDown windDown(
        final int pieces, final long gapNanos, final long reachPpm, final SimulatedMarket... in)
    {
        return new WindDown(this, pieces, gapNanos, reachPpm, in);
    }

    /** What its accounts hold because of it, bought or sold, added up. */
    final long heldLots(final SimulatedMarket in)
    {
        long sum = 0;
        for (int place = 0; place < accounts(); place++)
        {
            sum += Math.abs(gain().lots(in, place));
        }
        return sum;
    }

    private long payable(
        final SimulatedMarket in, final int account, final int side, final long lots, final long limit)
    {
        long size = lots < 1 ? 0 : in.inRange(Math.min(lots, venue.margins.affordableLots(in, account, side, limit)));
        while (size >= 1 && !venue.canAfford(in, account, side, limit, size, 0))
        {
            size = size * 2 / 3;
        }
        return size;
    }
}
