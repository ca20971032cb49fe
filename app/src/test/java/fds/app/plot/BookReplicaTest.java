package fds.app.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import org.junit.jupiter.api.Test;

class BookReplicaTest
{
    private final List<String> told = new ArrayList<>();
    private final BookReplica book = new BookReplica(new BookListener()
    {
        @Override
        public void onLevel(final int side, final long price, final long before, final long after, final long time)
        {
            told.add((side == Side.BUY ? "bid " : "ask ") + price + ": " + before + " to " + after);
        }

        @Override
        public void onEnd(final RestingOrder order, final RestingOrder.End end, final long time)
        {
            told.add("order " + order.id() + " at " + order.priceTicks() + " " + end + " after " +
                (time - order.sinceNanos()));
        }
    });
    private long time;

    @Test
    void shouldTellWhatBecomesOfAnOrder()
    {
        accept(Kind.NEW, Side.BUY, 1, 100, 5, Flags.LAST);
        accept(Kind.NEW, Side.BUY, 2, 100, 3, Flags.LAST);
        accept(Kind.CANCEL, Side.NONE, 1, Absent.VALUE, 2, Flags.LAST);
        accept(Kind.TRADE, Side.SELL, 1, 100, 3, Flags.LAST);
        accept(Kind.CANCEL, Side.NONE, 2, Absent.VALUE, Absent.VALUE, Flags.LAST);
        assertEquals(List.of("bid 100: 0 to 5", "bid 100: 5 to 8", "bid 100: 8 to 6", "bid 100: 6 to 3",
            "order 1 at 100 FILLED after 3", "bid 100: 3 to 0", "order 2 at 100 CANCELLED after 3"), told);
        assertEquals(Absent.VALUE, book.bestBidTicks());
    }

    @Test
    void shouldTellOfAMoveAndFollowTheNewName()
    {
        accept(Kind.NEW, Side.SELL, 1, 105, 5, Flags.LAST);
        final MarketEvent move = event(Kind.REPLACE, Side.NONE, 1, 104, 4, Flags.LAST);
        move.counterOrderId(7);
        book.accept(move);
        assertEquals(List.of("ask 105: 0 to 5", "ask 105: 5 to 0", "order 1 at 105 MOVED after 1", "ask 104: 0 to 4"),
            told);
        assertNull(book.order(1));
        assertEquals(104, book.order(7).priceTicks());
        assertEquals(104, book.bestAskTicks());
    }

    @Test
    void shouldLetACrossingOrderTradeBeforeItRests()
    {
        accept(Kind.NEW, Side.SELL, 1, 101, 5, Flags.LAST);
        told.clear();
        accept(Kind.NEW, Side.BUY, 2, 101, 8, 0);
        final MarketEvent trade = event(Kind.TRADE, Side.BUY, 1, 101, 5, Flags.LAST);
        trade.counterOrderId(2);
        book.accept(trade);
        assertEquals(List.of("ask 101: 5 to 0", "order 1 at 101 FILLED after 2", "bid 101: 0 to 3"), told);
        assertEquals(101, book.bestBidTicks());
    }

    @Test
    void shouldNotRestWhatIsFilledAtOnceOrNotAtAll()
    {
        accept(Kind.NEW, Side.BUY, 1, 100, 5, Flags.LAST | Flags.IOC);
        accept(Kind.NEW, Side.BUY, 2, Absent.VALUE, 5, Flags.LAST | Flags.MARKET);
        assertEquals(List.of(), told);
        assertFalse(book.order(1).rests());
    }

    @Test
    void shouldFollowTheVenueOnceItTellsLevels()
    {
        accept(Kind.NEW, Side.BUY, 1, 100, 5, Flags.LAST);
        accept(Kind.BOOK, Side.SELL, 0, 102, 9, 0);
        accept(Kind.BOOK, Side.BUY, 0, 99, 4, Flags.LAST);
        accept(Kind.NEW, Side.BUY, 2, 101, 5, Flags.LAST);
        accept(Kind.BOOK_CLEAR, Side.SELL, 0, Absent.VALUE, Absent.VALUE, Flags.LAST);
        assertEquals(List.of("bid 100: 0 to 5", "bid 100: 5 to 0", "ask 102: 0 to 9", "bid 99: 0 to 4",
            "ask 102: 9 to 0"), told);
        assertEquals(99, book.bestBidTicks());
        assertFalse(book.hasSpread());
    }

    @Test
    void shouldTakeQuotesWhereThereAreNoLevels()
    {
        accept(Kind.BBO, Side.BUY, 0, 99, Absent.VALUE, Flags.LAST);
        accept(Kind.BBO, Side.SELL, 0, 101, 4, Flags.LAST);
        assertEquals(99, book.bestBidTicks());
        assertEquals(101, book.bestAskTicks());
        accept(Kind.BBO, Side.SELL, 0, 101, 0, Flags.LAST);
        assertFalse(book.hasSpread());
    }

    private void accept(
        final int kind, final int side, final long order, final long price, final long quantity, final int flags)
    {
        book.accept(event(kind, side, order, price, quantity, flags));
    }

    private MarketEvent event(
        final int kind, final int side, final long order, final long price, final long quantity, final int flags)
    {
        return new InboundEvent().clear().event().type(kind, side, flags, 1).orderId(order).priceTicks(price)
            .quantityLots(quantity).engineTimeNanos(++time);
    }
}
