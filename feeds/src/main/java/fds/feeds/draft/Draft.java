package fds.feeds.draft;

import java.math.BigDecimal;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** An event as a message tells it: numbers still as texts, in natural units; empty where the message does not tell. */
public final class Draft
{
    final int kind;
    final long timeNanos;
    long receiveTimeNanos = Absent.VALUE;
    boolean isRounded;
    String symbol = "";
    InstrumentType type = InstrumentType.SPOT;
    String base = "";
    String quote = "";
    int side = Side.NONE;
    String price = "";
    String quantity = "";
    String value = "";
    String account = "";
    String counterAccount = "";
    String order = "";
    String counterOrder = "";
    String reference = "";
    String reason = "";
    int flags;

    /**
     * An event of which nothing more is told.
     *
     * @param kind      code.
     * @param timeNanos of the venue, or {@link Absent#VALUE}; then {@link #received} must say when it came.
     */
    public Draft(final int kind, final long timeNanos)
    {
        this.kind = kind;
        this.timeNanos = timeNanos;
    }

    /**
     * A signed size of a perpetual in USDC as a POSITION; a flat one has no side.
     *
     * @param timeNanos UTC since 1970.
     * @param coin      the perpetual.
     * @param size      below 0 for a short.
     * @return without account.
     */
    public static Draft position(final long timeNanos, final String coin, final BigDecimal size)
    {
        final int side = size.signum() > 0 ? Side.BUY : size.signum() < 0 ? Side.SELL : Side.NONE;
        return new Draft(Kind.POSITION, timeNanos).on(coin, InstrumentType.PERP, coin, "USDC").side(side)
            .quantity(size.abs().toPlainString());
    }

    /**
     * When it was received.
     *
     * @param nanos UTC since 1970.
     * @return this.
     */
    public Draft received(final long nanos)
    {
        receiveTimeNanos = nanos;
        return this;
    }

    /**
     * Price and quantity may be finer than 62 bits can tell beside the largest of their instrument: they are rounded
     * half even to ticks and lots of nine digits or more. Without this a number that does not fit is refused.
     *
     * @return this.
     */
    public Draft rounded()
    {
        isRounded = true;
        return this;
    }

    /**
     * The instrument, as the first draft of it describes it.
     *
     * @param name           the venue's.
     * @param instrumentType what it is.
     * @param baseAsset      empty when not told.
     * @param quoteAsset     empty when not told.
     * @return this.
     */
    public Draft on(final String name, final InstrumentType instrumentType, final String baseAsset,
        final String quoteAsset)
    {
        symbol = name;
        type = instrumentType;
        base = baseAsset;
        quote = quoteAsset;
        return this;
    }

    /**
     * The side.
     *
     * @param of {@link Side#BUY} or {@link Side#SELL}.
     * @return this.
     */
    public Draft side(final int of)
    {
        side = of;
        return this;
    }

    /**
     * The price.
     *
     * @param decimal number.
     * @return this.
     */
    public Draft price(final String decimal)
    {
        price = decimal;
        return this;
    }

    /**
     * The quantity.
     *
     * @param decimal number.
     * @return this.
     */
    public Draft quantity(final String decimal)
    {
        quantity = decimal;
        return this;
    }

    /**
     * The value, whose meaning the kind fixes.
     *
     * @param decimal number.
     * @return this.
     */
    public Draft value(final String decimal)
    {
        value = decimal;
        return this;
    }

    /**
     * Both accounts.
     *
     * @param own     the account; empty when not told.
     * @param counter the other side; empty when not told.
     * @return this.
     */
    public Draft accounts(final String own, final String counter)
    {
        account = own;
        counterAccount = counter;
        return this;
    }

    /**
     * The order.
     *
     * @param id the venue's.
     * @return this.
     */
    public Draft order(final String id)
    {
        order = id;
        return this;
    }

    /**
     * The counter order.
     *
     * @param id the venue's.
     * @return this.
     */
    public Draft counterOrder(final String id)
    {
        counterOrder = id;
        return this;
    }

    /**
     * The reference.
     *
     * @param text id or source.
     * @return this.
     */
    public Draft reference(final String text)
    {
        reference = text;
        return this;
    }

    /**
     * The reason.
     *
     * @param text label.
     * @return this.
     */
    public Draft reason(final String text)
    {
        reason = text;
        return this;
    }

    /**
     * Flags beside {@code last}, which the feed sets.
     *
     * @param bits of {@link fds.market.event.Flags}.
     * @return this.
     */
    public Draft flags(final int bits)
    {
        flags = bits;
        return this;
    }

    /** The time that orders it. */
    long orderNanos()
    {
        return receiveTimeNanos == Absent.VALUE ? timeNanos : receiveTimeNanos;
    }
}
