package fds.feeds.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Takes what a dialect reads out of a message: events, updates of books, or that a message is no event of the market.
 * Owned by the thread that reads.
 */
public final class Told
{
    private static final int SYMBOLS_MAX = 1 << 16;

    private final List<Row> rows = new ArrayList<>();
    private final Books books = new Books(rows);
    private final Map<String, String> fundings = new LinkedHashMap<>();
    private final Map<String, Long> nothings = new TreeMap<>();
    private long receiveTimeNanos = Absent.VALUE;
    private long timeNanos = Absent.VALUE;
    private boolean isAnswered;

    /**
     * Whether the last message told an event.
     *
     * @return false behind one that was no event, or was refused.
     */
    public boolean hasEvents()
    {
        return !rows.isEmpty();
    }

    void begin(final long receiveNanos)
    {
        rows.clear();
        books.begin();
        receiveTimeNanos = receiveNanos;
        timeNanos = Absent.VALUE;
        isAnswered = false;
    }

    List<Row> rows()
    {
        return rows;
    }

    /** Whether the message was understood, if only to be no event. */
    boolean isAnswered()
    {
        return isAnswered || !rows.isEmpty();
    }

    /**
     * When the venue did or sent what is told from here on in this message.
     *
     * @param nanos UTC since 1970, or {@link Absent#VALUE}.
     * @return this.
     */
    public Told at(final long nanos)
    {
        timeNanos = nanos;
        return this;
    }

    /**
     * That a message is no event of the market.
     *
     * @param what of a small fixed set of words, such as {@code heartbeat}; counted.
     */
    public void nothing(final String what)
    {
        isAnswered = true;
        nothings.merge(what, 1L, Long::sum);
    }

    /**
     * One event.
     *
     * @param kind of {@link Kind}; not of a book.
     * @param on   what it is about.
     * @return to be filled.
     */
    public Row row(final int kind, final Listing on)
    {
        final Row row = new Row(kind, on, timeNanos, receiveTimeNanos).flag(Flags.LAST);
        rows.add(row);
        return row;
    }

    /**
     * A trade.
     *
     * @param on       what was traded.
     * @param side     the aggressor's; {@link Side#NONE} where not told.
     * @param price    decimal.
     * @param quantity decimal.
     * @param id       of the trade; empty where not told.
     * @return to be filled further.
     */
    public Row trade(final Listing on, final int side, final String price, final String quantity, final String id)
    {
        return row(Kind.TRADE, on).side(side).price(price).quantity(quantity).reference(id);
    }

    /**
     * Best prices; a side without price, or with a price of 0, is empty.
     *
     * @param on          whose.
     * @param bid         decimal or empty.
     * @param bidQuantity decimal; empty where not told.
     * @param ask         decimal or empty.
     * @param askQuantity decimal; empty where not told.
     */
    public void quote(
        final Listing on, final String bid, final String bidQuantity, final String ask, final String askQuantity)
    {
        quote(on, bid, bidQuantity, ask, askQuantity, "");
    }

    /**
     * Best prices with the number of the book's update they are of.
     *
     * @param on          as above.
     * @param bid         as above.
     * @param bidQuantity as above.
     * @param ask         as above.
     * @param askQuantity as above.
     * @param id          number; empty where not told.
     */
    public void quote(final Listing on, final String bid, final String bidQuantity, final String ask,
        final String askQuantity, final String id)
    {
        best(on, Side.BUY, bid, bidQuantity).reference(id).flags = 0; // the other side closes the message
        best(on, Side.SELL, ask, askQuantity).reference(id);
    }

    /**
     * The best price of one side.
     *
     * @param on       whose.
     * @param side     one of {@link Side}.
     * @param price    decimal; empty or 0 for an empty side.
     * @param quantity decimal; empty where not told.
     * @return to be filled further.
     */
    public Row best(final Listing on, final int side, final String price, final String quantity)
    {
        final boolean isEmpty = price.isEmpty() || price.matches("0*\\.?0*");
        return row(Kind.BBO, on).side(side).price(isEmpty ? "" : price).quantity(isEmpty ? "0" : quantity);
    }

    /**
     * A mark price, where it is told.
     *
     * @param on    whose.
     * @param price decimal; empty where not told.
     */
    public void mark(final Listing on, final String price)
    {
        price(Kind.MARK, on, price);
    }

    /**
     * An index price, where it is told.
     *
     * @param on    whose.
     * @param price decimal; empty where not told.
     */
    public void index(final Listing on, final String price)
    {
        price(Kind.INDEX, on, price);
    }

    /**
     * Open contracts, where they are told.
     *
     * @param on       whose.
     * @param quantity decimal; empty where not told.
     */
    public void openInterest(final Listing on, final String quantity)
    {
        if (!quantity.isEmpty())
        {
            row(Kind.OPEN_INTEREST, on).quantity(quantity);
        }
    }

    /**
     * A funding rate, where it is told; one that is told again unchanged is not told on.
     *
     * @param on              whose.
     * @param rate            fraction for the interval; empty where not told.
     * @param settlementNanos when it is paid; {@link Absent#VALUE} where not told.
     */
    public void funding(final Listing on, final String rate, final long settlementNanos)
    {
        if (rate.isEmpty())
        {
            return;
        }
        isAnswered = true;
        final String state = rate + "@" + settlementNanos;
        if (fundings.size() == SYMBOLS_MAX)
        {
            fundings.clear(); // each is told once more
        }
        if (!state.equals(fundings.put(key(on), state)))
        {
            // What settles later must not carry the engine's clock there: the message's time stands for its arrival.
            final boolean hasReceipt = receiveTimeNanos != Absent.VALUE;
            final Row row = new Row(Kind.FUNDING, on, settlementNanos == Absent.VALUE ? timeNanos : settlementNanos,
                hasReceipt ? receiveTimeNanos : timeNanos);
            rows.add(row.value(rate).flag(Flags.LAST));
        }
    }

    /**
     * A forced order.
     *
     * @param on       what it trades.
     * @param side     of the forced order.
     * @param price    decimal; empty where not told.
     * @param quantity decimal.
     * @return to be filled further.
     */
    public Row liquidation(final Listing on, final int side, final String price, final String quantity)
    {
        return row(Kind.LIQUIDATION, on).side(side).price(price).quantity(quantity);
    }

    /**
     * The book of an instrument. Where several channels tell it, the one named first is used, and updates of the
     * others are told nothing.
     *
     * @param on        whose.
     * @param channel   the venue's name of what tells it.
     * @param numbering of its updates.
     * @param waits     whether its snapshot is asked for by HTTP, so that diffs come before it.
     * @return it; its updates are passed over when another channel tells this book already.
     */
    public Book book(final Listing on, final String channel, final Numbering numbering, final boolean waits)
    {
        return books.find(on, channel, numbering, waits);
    }

    /**
     * A whole book, to be filled and given to {@link #apply}.
     *
     * @param book whose.
     * @return update.
     */
    public BookUpdate snapshot(final Book book)
    {
        return new BookUpdate(book, true, false).at(timeNanos);
    }

    /**
     * A whole book of a channel that tells it whole each time, to be filled and given to {@link #apply}: behind the
     * first one only what changed is told on. What is not in it any more is gone, or beyond the depth told.
     *
     * @param book whose.
     * @return update.
     */
    public BookUpdate whole(final Book book)
    {
        return new BookUpdate(book, true, true).at(timeNanos);
    }

    /**
     * Changed levels, to be filled and given to {@link #apply}.
     *
     * @param book whose.
     * @return update.
     */
    public BookUpdate diff(final Book book)
    {
        return new BookUpdate(book, false, false).at(timeNanos);
    }

    /**
     * Judge an update by the venue's numbering, and tell what follows from it.
     *
     * @param update whole.
     * @return whether its levels are in the book now.
     */
    public boolean apply(final BookUpdate update)
    {
        isAnswered = true;
        update.receiveTimeNanos = receiveTimeNanos;
        return books.apply(update);
    }

    /**
     * The book is not what the venue says it is: it is cleared until the next snapshot.
     *
     * @param update behind which this showed.
     */
    public void distrust(final BookUpdate update)
    {
        isAnswered = true;
        update.receiveTimeNanos = receiveTimeNanos;
        books.distrust(update);
    }

    /**
     * Messages of a channel that tells orders are missing.
     *
     * @param on      whose orders.
     * @param channel the venue's name of it.
     * @param count   of them, 1 or more.
     */
    public void missing(final Listing on, final String channel, final long count)
    {
        books.countGap();
        row(Kind.GAP, on).reference(channel).number = count;
        row(Kind.FEED_STATUS, on).reference(channel).reason(Books.UNTRUSTED);
    }

    /**
     * Messages of the connection are missing: every book may lack something, and is cleared until its next snapshot.
     *
     * @param count of them; {@link Absent#VALUE} where not known.
     */
    public void missed(final long count)
    {
        books.missed(timeNanos, receiveTimeNanos, count);
    }

    /** The message is refused: updates in it are lost, and any where it cannot be told whose they were. */
    void lose(final boolean isAny)
    {
        books.lose(isAny);
        rows.clear();
    }

    /** What was counted. */
    List<String> counts()
    {
        final List<String> counts = new ArrayList<>();
        final String ofBooks = books.counts();
        if (ofBooks != null)
        {
            counts.add(ofBooks);
        }
        counts.add("told nothing: " + (nothings.isEmpty() ? "none" : nothings.toString()));
        return counts;
    }

    private void price(final int kind, final Listing on, final String price)
    {
        if (!price.isEmpty())
        {
            row(kind, on).price(price);
        }
    }

    static String key(final Listing on)
    {
        return on.venue() + ' ' + on.symbol();
    }
}
