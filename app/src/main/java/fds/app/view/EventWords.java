package fds.app.view;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.feeds.csv.KindRule;
import fds.feeds.csv.ValueUnit;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.IdSpace;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;

/** An event of the journal in words, or as JSON with its numbers resolved. */
public final class EventWords
{
    private final TextResolver texts;

    /**
     * With the names of one journal.
     *
     * @param texts names behind numbers; all id spaces.
     */
    public EventWords(final TextResolver texts)
    {
        this.texts = texts;
    }

    /**
     * One line.
     *
     * @param event of the journal.
     * @return for example {@code NEW buy 1.5 @ 100.25, order 17, account A1}.
     */
    public String line(final MarketEvent event)
    {
        final StringBuilder line = new StringBuilder(kind(event.kind()));
        final boolean isTrade = event.kind() == Kind.TRADE;
        if (event.side() != Side.NONE && !isTrade)
        {
            line.append(event.side() == Side.BUY ? " buy" : " sell");
        }
        final String price = price(event);
        if (event.quantityLots() != Absent.VALUE)
        {
            line.append(' ').append(quantity(event));
        }
        if (price != null)
        {
            line.append(" @ ").append(price);
        }
        else if (event.has(Flags.MARKET))
        {
            line.append(" at market");
        }
        final String value = value(event);
        line.append(value == null ? "" : ", value " + value);
        if (isTrade)
        {
            trade(event, line);
        }
        else
        {
            add(", order ", order(event), line);
            add(event.kind() == Kind.REPLACE ? " becomes " : ", counter order ", counterOrder(event), line);
            add(", account ", account(event), line);
            add(event.kind() == Kind.TRANSFER ? " to " : ", counter account ", counterAccount(event), line);
        }
        add(", ref ", reference(event), line);
        add(", reason ", text(event, IdSpace.REASON, event.reasonId()), line);
        final String flags = Flags.format(event.flags() & ~Flags.LAST);
        return flags.isEmpty() ? line.toString() : line.append(" [").append(flags.replace("|", " ")).append(']')
            .toString();
    }

    /**
     * Write all fields of an event into an open object; absent ones are null.
     *
     * @param event of the journal.
     * @param json  inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final MarketEvent event, final JsonGenerator json) throws IOException
    {
        final Instrument instrument = instrument(event);
        json.writeNumberField("sequence", event.sequence());
        json.writeStringField("kind", kind(event.kind()));
        json.writeNumberField("engine_time_ns", event.engineTimeNanos());
        JsonLines.number(json, "timestamp_ns", event.venueTimeNanos());
        json.writeNumberField("feed", event.feedId());
        JsonLines.number(json, "feed_sequence", event.feedSequence());
        json.writeStringField("venue", texts.venue(event.venueId()));
        json.writeStringField("instrument", instrument != null ? instrument.symbol() :
            event.instrumentId() == 0 ? null : "unknown:" + event.instrumentId());
        json.writeStringField("order_id", order(event));
        json.writeStringField("account", account(event));
        json.writeStringField("counter_order_id", counterOrder(event));
        json.writeStringField("counter_account", counterAccount(event));
        json.writeStringField("side", event.side() == Side.BUY ? "B" : event.side() == Side.SELL ? "S" : null);
        json.writeStringField("price", price(event));
        json.writeStringField("quantity", event.quantityLots() == Absent.VALUE ? null : quantity(event));
        json.writeStringField("value", value(event));
        json.writeStringField("ref", reference(event));
        json.writeStringField("reason", text(event, IdSpace.REASON, event.reasonId()));
        final String flags = Flags.format(event.flags());
        JsonLines.texts(json, "flags",
            flags.isEmpty() ? List.of() : List.of(flags.split("\\|")));
        JsonLines.number(json, "price_ticks", event.priceTicks());
        JsonLines.number(json, "quantity_lots", event.quantityLots());
        JsonLines.number(json, "value_raw", event.value());
    }

    static String kind(final int kind)
    {
        final String name = Kind.nameOf(kind);
        return name == null ? "KIND_" + kind : name;
    }

    private void trade(final MarketEvent event, final StringBuilder line)
    {
        line.append(": order ").append(orUnknown(counterOrder(event)));
        add(" of ", counterAccount(event), line);
        line.append(event.side() == Side.BUY ? " bought from" : event.side() == Side.SELL ? " sold to" : " met")
            .append(" resting order ").append(orUnknown(order(event)));
        add(" of ", account(event), line);
    }

    private Instrument instrument(final MarketEvent event)
    {
        return texts.instrument(event.instrumentId(), event.sequence());
    }

    private String price(final MarketEvent event)
    {
        final Instrument instrument = instrument(event);
        return event.priceTicks() == Absent.VALUE ? null :
            instrument == null ? event.priceTicks() + " ticks" : Quantities.price(event.priceTicks(), instrument);
    }

    private String quantity(final MarketEvent event)
    {
        final Instrument instrument = instrument(event);
        return instrument == null ? event.quantityLots() + " lots" :
            Quantities.quantity(event.quantityLots(), instrument);
    }

    private String value(final MarketEvent event)
    {
        if (event.value() == Absent.VALUE)
        {
            return null;
        }
        final KindRule rule = KindRule.of(event.kind());
        final ValueUnit unit = rule == null ? ValueUnit.NONE : rule.valueUnit();
        final Instrument instrument = instrument(event);
        return switch (unit)
        {
            case TICKS -> instrument == null ? event.value() + " ticks" : Quantities.price(event.value(), instrument);
            case LOTS -> instrument == null ? event.value() + " lots" : Quantities.quantity(event.value(), instrument);
            case RATE, WEIGHT -> DecimalUnit.NANO.text(event.value());
            case SCORE -> DecimalUnit.MICRO.text(event.value());
            case FLAG, TIME, INTEGER, NONE -> Long.toString(event.value());
        };
    }

    private String order(final MarketEvent event)
    {
        return text(event, IdSpace.ORDER, event.orderId());
    }

    private String counterOrder(final MarketEvent event)
    {
        return text(event, IdSpace.ORDER, event.counterOrderId());
    }

    private String account(final MarketEvent event)
    {
        return text(event, IdSpace.ACCOUNT, event.accountId());
    }

    private String counterAccount(final MarketEvent event)
    {
        return text(event, IdSpace.ACCOUNT, event.counterAccountId());
    }

    private String reference(final MarketEvent event)
    {
        return text(event, event.kind() == Kind.OWNER_GROUP ? IdSpace.OWNER_GROUP : IdSpace.REFERENCE,
            event.reference());
    }

    private String text(final MarketEvent event, final int idSpace, final long id)
    {
        return texts.text(event.venueId(), idSpace, id);
    }

    private static String orUnknown(final String text)
    {
        return text == null ? "(unknown)" : text;
    }

    private static void add(final String before, final String text, final StringBuilder line)
    {
        if (text != null)
        {
            line.append(before).append(text);
        }
    }
}
