package fds.feeds.simulator.venue;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.RowQueue;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;

/** Rows that are no orders and no trades. Each call is one row, or none when no row is left. */
public final class Announcements
{
    private final SimulatedVenue venue;
    private final RowQueue rows;

    Announcements(final SimulatedVenue venue)
    {
        this.venue = venue;
        rows = venue.rows;
    }

    /**
     * A price or rate.
     *
     * @param market     of what.
     * @param kind       one of {@link Kind}.
     * @param priceTicks price, or absent.
     * @param value      what the kind says, or absent.
     * @param source     of an index component, or null.
     * @param tag        of the participant that has spoilt it, or 0.
     */
    public void price(
        final SimulatedMarket market, final int kind, final long priceTicks, final long value, final String source,
        final int tag)
    {
        if (venue.rowsLeft() > 0)
        {
            final int row = add(kind, Side.NONE, market.id(), MatchingBook.NONE, priceTicks, Absent.VALUE);
            rows.value[row] = value;
            rows.referenceText[row] = source;
            rows.tag[row] = tag;
            rows.closeMessage();
        }
    }

    /**
     * Open interest.
     *
     * @param market perpetual.
     * @param lots   that are held long.
     */
    public void openInterest(final SimulatedMarket market, final long lots)
    {
        if (venue.rowsLeft() > 0)
        {
            add(Kind.OPEN_INTEREST, Side.NONE, market.id(), MatchingBook.NONE, Absent.VALUE, lots);
            rows.closeMessage();
        }
    }

    /**
     * An asset's price in USD.
     *
     * @param asset id of its instrument.
     * @param ticks price.
     */
    public void rate(final int asset, final long ticks)
    {
        if (venue.rowsLeft() > 0)
        {
            add(Kind.RATE, Side.NONE, asset, MatchingBook.NONE, ticks, Absent.VALUE);
            rows.closeMessage();
        }
    }

    /**
     * A window in which a price is taken.
     *
     * @param market     of what.
     * @param startNanos UTC nanoseconds since 1970.
     * @param endNanos   UTC nanoseconds since 1970.
     * @param which      funding, closing, index ...
     */
    public void window(
        final SimulatedMarket market, final long startNanos, final long endNanos, final String which)
    {
        if (venue.rowsLeft() > 0)
        {
            final int row =
                add(Kind.SETTLEMENT_WINDOW, Side.NONE, market.id(), MatchingBook.NONE, Absent.VALUE, Absent.VALUE);
            rows.value[row] = startNanos;
            rows.trade[row] = endNanos;
            rows.reasonText[row] = which;
            rows.closeMessage();
        }
    }

    /**
     * What an account holds.
     *
     * @param market           perpetual.
     * @param account          index.
     * @param side             of the position; none when there is none.
     * @param lots             absolute size.
     * @param entryTicks       average entry, or absent.
     * @param liquidationTicks mark at which it is liquidated, or absent.
     */
    public void position(
        final SimulatedMarket market, final int account, final int side, final long lots, final long entryTicks,
        final long liquidationTicks)
    {
        if (venue.rowsLeft() > 0)
        {
            final int row = add(Kind.POSITION, side, market.id(), account,
                entryTicks > market.instrument.priceMaxTicks() ? Absent.VALUE : entryTicks,
                Math.min(lots, market.instrument.quantityMaxLots()));
            rows.value[row] = liquidationTicks;
            rows.closeMessage();
        }
    }

    /**
     * An account's margin balance.
     *
     * @param asset   id of the settlement asset's instrument.
     * @param account index.
     * @param lots    signed.
     */
    public void margin(final int asset, final int account, final long lots)
    {
        if (venue.rowsLeft() > 0)
        {
            final int row = add(Kind.MARGIN, Side.NONE, asset, account, Absent.VALUE, Absent.VALUE);
            rows.value[row] = lots;
            rows.closeMessage();
        }
    }

    /**
     * A position that was taken from one who gains, for one who is bankrupt.
     *
     * @param market     perpetual.
     * @param account    deleveraged.
     * @param bankrupt   the other.
     * @param side       of the deleveraged account's forced trade.
     * @param priceTicks of both.
     * @param lots       taken.
     */
    void deleveraging(
        final SimulatedMarket market, final int account, final int bankrupt, final int side, final long priceTicks,
        final long lots)
    {
        final int row = add(Kind.ADL, side, market.id(), account, priceTicks, lots);
        rows.counterAccount[row] = bankrupt;
        rows.closeMessage();
    }

    /**
     * A liquidation begins; its order follows.
     *
     * @param market     perpetual.
     * @param account    liquidated.
     * @param number     of the forced order.
     * @param side       of the forced order.
     * @param priceTicks limit.
     * @param lots       size.
     * @param tag        of the participant who has built up the position, or 0.
     */
    void liquidation(
        final SimulatedMarket market, final int account, final long number, final int side, final long priceTicks,
        final long lots, final int tag)
    {
        final int row = add(Kind.LIQUIDATION, side, market.id(), account, priceTicks, lots);
        rows.order[row] = number;
        rows.value[row] = market.valueTicks();
        rows.tag[row] = tag;
        rows.closeMessage();
    }

    private int add(
        final int kind, final int side, final int instrument, final int account, final long priceTicks,
        final long lots)
    {
        return venue.addRow(kind, side, instrument, account, priceTicks, lots, 0);
    }
}
