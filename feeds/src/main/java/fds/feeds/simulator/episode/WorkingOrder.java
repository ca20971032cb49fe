package fds.feeds.simulator.episode;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;

/** An order that somebody has sent and keeps an eye on; it may be gone at any time. */
public final class WorkingOrder
{
    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final int handle;
    private long number;

    WorkingOrder(final SimulatedVenue venue, final SimulatedMarket market, final int handle, final long number)
    {
        this.venue = venue;
        this.market = market;
        this.handle = handle;
        this.number = number;
    }

    /**
     * Whether anything of it rests in the book.
     *
     * @return false when it was filled, cancelled, refused or not sent.
     */
    public boolean isLive()
    {
        return handle != MatchingBook.NONE && market.book.isLive(handle, number);
    }

    /**
     * What rests of it.
     *
     * @return lots; 0 when it is gone.
     */
    public long openLots()
    {
        return isLive() ? market.book.openLots(handle) : 0;
    }

    /**
     * Its price.
     *
     * @return ticks; only when {@linkplain #isLive() live}.
     */
    public long priceTicks()
    {
        return market.book.priceTicks(handle);
    }

    /** Take it back; nothing happens when it is gone. */
    public void cancel()
    {
        venue.cancel(market, handle, number, Reasons.USER);
    }

    /**
     * Change it; nothing happens when it is gone. The new price must not trade at once
     * ({@link SimulatedMarket#passive}).
     *
     * @param priceTicks new price.
     * @param lots       new open size, 1 or more.
     */
    public void replace(final long priceTicks, final long lots)
    {
        if (isLive())
        {
            final long renewed = venue.replace(market, handle, priceTicks, lots);
            number = renewed == 0 ? number : renewed;
        }
    }
}
