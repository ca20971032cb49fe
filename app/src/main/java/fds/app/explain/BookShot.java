package fds.app.explain;

import java.util.List;

import fds.app.plot.BookLevel;
import fds.app.plot.BookReplica;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;

/**
 * The book around an event.
 *
 * @param before  best levels before it.
 * @param after   best levels behind it.
 * @param side    at which the event acts, {@link Side#NONE}: at none.
 * @param ticks   price at which it acts, or absent.
 * @param atPrice lots there before and behind it.
 */
record BookShot(Tops before, Tops after, int side, long ticks, long[] atPrice)
{
    static final int LEVELS = 5;

    /**
     * The best levels of both sides.
     *
     * @param bids the best first.
     * @param asks the best first.
     */
    record Tops(List<BookLevel> bids, List<BookLevel> asks)
    {
        static Tops of(final BookReplica book)
        {
            return new Tops(book.levels(Side.BUY, LEVELS), book.levels(Side.SELL, LEVELS));
        }

        boolean isEmpty()
        {
            return bids.isEmpty() && asks.isEmpty();
        }
    }

    /** Shows an event to a book, and says what it was before and is then. */
    static BookShot around(final MarketEvent event, final BookReplica book)
    {
        final Tops before = Tops.of(book);
        final var order = book.order(event.orderId());
        final int side = event.kind() == Kind.TRADE ? (event.side() == Side.NONE ? Side.NONE :
            Side.opposite(event.side())) : event.side() == Side.NONE && order != null ? order.side() : event.side();
        final long ticks = event.priceTicks() == Absent.VALUE && order != null ? order.priceTicks() :
            event.priceTicks();
        final boolean isPlace = side != Side.NONE && ticks != Absent.VALUE;
        final long lotsBefore = isPlace ? book.quantityLots(side, ticks) : 0;
        book.accept(event);
        final long lotsAfter = isPlace ? book.quantityLots(side, ticks) : 0;
        return new BookShot(before, Tops.of(book), isPlace ? side : Side.NONE, ticks,
            new long[]{ lotsBefore, lotsAfter });
    }

    boolean isEmpty()
    {
        return before.isEmpty() && after.isEmpty();
    }
}
