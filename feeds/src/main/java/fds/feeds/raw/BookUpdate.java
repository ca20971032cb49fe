package fds.feeds.raw;

import java.util.ArrayList;
import java.util.List;

import fds.market.event.Absent;
import fds.market.event.Side;

/** What one message says of a book, before its place in the venue's numbering is judged. */
public final class BookUpdate
{
    /** Levels as texts. */
    record Level(int side, String price, String quantity)
    {
    }

    final Book book;
    final boolean isSnapshot;
    final boolean isWhole; // told whole each time: of the ones behind the first only the changes are told on
    final List<Level> levels = new ArrayList<>();
    long timeNanos = Absent.VALUE;
    long receiveTimeNanos = Absent.VALUE;
    long firstId = Absent.VALUE;
    long lastId = Absent.VALUE;
    long previousId = Absent.VALUE;

    BookUpdate(final Book book, final boolean isSnapshot, final boolean isWhole)
    {
        this.book = book;
        this.isSnapshot = isSnapshot;
        this.isWhole = isWhole;
    }

    /**
     * When the venue did it.
     *
     * @param nanos UTC since 1970, or {@link Absent#VALUE}.
     * @return this.
     */
    public BookUpdate at(final long nanos)
    {
        timeNanos = nanos;
        return this;
    }

    /**
     * The number of the update, where it has one number of its own.
     *
     * @param id 0 or more.
     * @return this.
     */
    public BookUpdate id(final long id)
    {
        firstId = id;
        lastId = id;
        return this;
    }

    /**
     * The numbers of the changes it holds.
     *
     * @param first of them.
     * @param last  of them, not below the first.
     * @return this.
     */
    public BookUpdate span(final long first, final long last)
    {
        if (first > last)
        {
            throw Json.bad("first id", Long.toString(first), "at most the last, " + last);
        }
        firstId = first;
        lastId = last;
        return this;
    }

    /**
     * The number of the update it continues.
     *
     * @param id 0 or more.
     * @return this.
     */
    public BookUpdate previous(final long id)
    {
        previousId = id;
        return this;
    }

    /**
     * One level.
     *
     * @param side     one of {@link Side}.
     * @param price    decimal.
     * @param quantity decimal; 0 when the level is gone.
     * @return this.
     */
    public BookUpdate level(final int side, final String price, final String quantity)
    {
        levels.add(new Level(side, price, quantity));
        return this;
    }

    /**
     * Levels of both sides, each an object with a price and a quantity.
     *
     * @param bids     array, or nothing.
     * @param asks     array, or nothing.
     * @param price    name of the field.
     * @param quantity name of the field.
     * @return this.
     */
    public BookUpdate levels(final Json bids, final Json asks, final String price, final String quantity)
    {
        side(Side.BUY, bids, price, quantity);
        side(Side.SELL, asks, price, quantity);
        return this;
    }

    /**
     * Levels of both sides, each an array that begins with price and quantity.
     *
     * @param bids array, or nothing.
     * @param asks array, or nothing.
     * @return this.
     */
    public BookUpdate levels(final Json bids, final Json asks)
    {
        for (final Json bid : bids.items())
        {
            level(Side.BUY, bid.at(0).need(), bid.at(1).need());
        }
        for (final Json ask : asks.items())
        {
            level(Side.SELL, ask.at(0).need(), ask.at(1).need());
        }
        return this;
    }

    private void side(final int side, final Json levels, final String price, final String quantity)
    {
        for (final Json level : levels.items())
        {
            level(side, level.need(price), level.need(quantity));
        }
    }
}
