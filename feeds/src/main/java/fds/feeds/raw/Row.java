package fds.feeds.raw;

import fds.market.event.Absent;
import fds.market.event.Side;

/** One event as a message tells it, numbers still as texts; empty or absent where it does not tell. */
public final class Row
{
    final int kind;
    final Listing listing;
    final long timeNanos;
    final long receiveTimeNanos;
    int side = Side.NONE;
    String price = "";
    String quantity = "";
    String value = "";
    long number = Absent.VALUE; // value of what counts, such as a gap
    String order = "";
    String counterOrder = "";
    String account = "";
    String counterAccount = "";
    String reference = "";
    String reason = "";
    int flags;
    Contract contract; // once the feed has looked it up

    Row(final int kind, final Listing listing, final long timeNanos, final long receiveTimeNanos)
    {
        this.kind = kind;
        this.listing = listing;
        this.timeNanos = timeNanos;
        this.receiveTimeNanos = receiveTimeNanos;
    }

    /**
     * The side.
     *
     * @param of one of {@link Side}.
     * @return this.
     */
    public Row side(final int of)
    {
        side = of;
        return this;
    }

    /**
     * The price.
     *
     * @param decimal in natural units; empty for none.
     * @return this.
     */
    public Row price(final String decimal)
    {
        price = decimal;
        return this;
    }

    /**
     * The quantity.
     *
     * @param decimal in natural units; empty for none.
     * @return this.
     */
    public Row quantity(final String decimal)
    {
        quantity = decimal;
        return this;
    }

    /**
     * The value, as its kind says.
     *
     * @param decimal empty for none.
     * @return this.
     */
    public Row value(final String decimal)
    {
        value = decimal;
        return this;
    }

    /**
     * The orders.
     *
     * @param resting  the order it is about, of a trade the resting one; empty for none.
     * @param incoming the other order; empty for none.
     * @return this.
     */
    public Row orders(final String resting, final String incoming)
    {
        order = resting;
        counterOrder = incoming;
        return this;
    }

    /**
     * The accounts.
     *
     * @param resting  the account it is about, of a trade the resting one; empty for none.
     * @param incoming the other account; empty for none.
     * @return this.
     */
    public Row accounts(final String resting, final String incoming)
    {
        account = resting;
        counterAccount = incoming;
        return this;
    }

    /**
     * The venue's id of what happened.
     *
     * @param id text or number; empty for none.
     * @return this.
     */
    public Row reference(final String id)
    {
        reference = id;
        return this;
    }

    /**
     * Why, in the venue's words.
     *
     * @param text empty for none.
     * @return this.
     */
    public Row reason(final String text)
    {
        reason = text;
        return this;
    }

    /**
     * Add flags.
     *
     * @param bits of {@link fds.market.event.Flags}.
     * @return this.
     */
    public Row flag(final int bits)
    {
        flags |= bits;
        return this;
    }
}
