package fds.feeds.table;

import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** An event as a row tells it: numbers still as texts, in natural units; empty where the row does not tell. */
final class Draft
{
    final int kind;
    final long timeNanos;
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
    String reference = "";
    String reason = "";
    int flags;

    Draft(final int kind, final long timeNanos)
    {
        this.kind = kind;
        this.timeNanos = timeNanos;
    }

    Draft on(final String name, final InstrumentType instrumentType, final String baseAsset, final String quoteAsset)
    {
        symbol = name;
        type = instrumentType;
        base = baseAsset;
        quote = quoteAsset;
        return this;
    }

    Draft side(final int of)
    {
        side = of;
        return this;
    }

    Draft price(final String decimal)
    {
        price = decimal;
        return this;
    }

    Draft quantity(final String decimal)
    {
        quantity = decimal;
        return this;
    }

    Draft value(final String decimal)
    {
        value = decimal;
        return this;
    }

    Draft accounts(final String own, final String counter)
    {
        account = own;
        counterAccount = counter;
        return this;
    }

    Draft order(final String id)
    {
        order = id;
        return this;
    }

    Draft reference(final String text)
    {
        reference = text;
        return this;
    }

    Draft reason(final String text)
    {
        reason = text;
        return this;
    }

    Draft flags(final int bits)
    {
        flags = bits;
        return this;
    }
}
