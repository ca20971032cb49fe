package fds.engine.sequencer;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;

/**
 * Checks every message before it gets a place in the order, so that the arithmetic behind is provably in range. Owned
 * by the sequencer's thread.
 */
final class EventDoor
{
    private static final long TIME_MAX_NANOS = 7_258_118_400_000_000_000L; // the year 2200

    private static final long WITHOUT_INSTRUMENT = Kind.mask(Kind.LOGIN, Kind.DEVICE_CHANGE, Kind.API_KEY_CHANGE,
        Kind.NEWS, Kind.SOCIAL, Kind.REGULATORY, Kind.OWNER_GROUP, Kind.BLOCK_END, Kind.RETRACT, Kind.FEED_STATUS,
        Kind.GAP);

    private final long[] priceMaxTicks;   // [instrumentId], 0: not defined
    private final long[] quantityMaxLots; // [instrumentId]
    private final int[] venueIds;         // [instrumentId]

    EventDoor(final int instrumentCapacity)
    {
        priceMaxTicks = new long[instrumentCapacity + 1];
        quantityMaxLots = new long[instrumentCapacity + 1];
        venueIds = new int[instrumentCapacity + 1];
    }

    void define(final Instrument instrument)
    {
        priceMaxTicks[instrument.id()] = instrument.priceMaxTicks();
        quantityMaxLots[instrument.id()] = instrument.quantityMaxLots();
        venueIds[instrument.id()] = instrument.venueId();
    }

    int capacity()
    {
        return priceMaxTicks.length - 1;
    }

    /** The venue of an event: its instrument's, or else what the feed said. */
    int venueOf(final MarketEvent event)
    {
        final int id = event.instrumentId();
        return id > 0 ? venueIds[id] : event.venueId();
    }

    /** Null when the message may pass. */
    RejectReason check(final MarketEvent event, final long timeNanos)
    {
        final int kind = event.kind();
        if (kind <= 0 || kind > Kind.GAP)
        {
            return RejectReason.UNKNOWN_KIND;
        }
        if (timeNanos <= 0 || timeNanos > TIME_MAX_NANOS)
        {
            return RejectReason.TIME;
        }
        final int id = event.instrumentId();
        if (id <= 0 || id >= priceMaxTicks.length || priceMaxTicks[id] == 0)
        {
            return id == Absent.NO_INSTRUMENT && (WITHOUT_INSTRUMENT >>> kind & 1) != 0 ?
                checkAccount(event, kind) : RejectReason.UNKNOWN_INSTRUMENT;
        }
        final long price = event.priceTicks();
        if (price != Absent.VALUE && (price > priceMaxTicks[id] || price < -priceMaxTicks[id]))
        {
            return RejectReason.PRICE_RANGE;
        }
        final long quantity = event.quantityLots();
        if (quantity != Absent.VALUE && (quantity < 0 || quantity > quantityMaxLots[id]))
        {
            return RejectReason.QUANTITY_RANGE;
        }
        return switch (kind)
        {
            case Kind.NEW, Kind.ORDER_REQUEST -> checkOrder(event, price, quantity);
            case Kind.REPLACE, Kind.CANCEL ->
                event.orderId() == Absent.UNKNOWN_ID ? RejectReason.ORDER_ID : null;
            case Kind.TRADE -> checkTrade(event, price, quantity);
            case Kind.BOOK -> checkLevel(event, price, quantity);
            case Kind.BBO -> checkBbo(event, price, quantity);
            case Kind.MARK, Kind.INDEX, Kind.INDEX_COMPONENT, Kind.ORACLE, Kind.RATE ->
                price == Absent.VALUE ? RejectReason.PRICE_ABSENT : null;
            default -> checkAccount(event, kind);
        };
    }

    private static RejectReason checkOrder(final MarketEvent event, final long price, final long quantity)
    {
        if (event.orderId() == Absent.UNKNOWN_ID && event.kind() == Kind.NEW)
        {
            return RejectReason.ORDER_ID;
        }
        if (price == Absent.VALUE && !event.has(Flags.MARKET))
        {
            return RejectReason.PRICE_ABSENT;
        }
        return checkSided(event, quantity);
    }

    private static RejectReason checkTrade(final MarketEvent event, final long price, final long quantity)
    {
        if (price == Absent.VALUE)
        {
            return RejectReason.PRICE_ABSENT;
        }
        // Not every source tells who was the aggressor (auctions, one party's own fills): the side may be absent.
        return event.side() == Side.NONE ? checkQuantity(quantity) : checkSided(event, quantity);
    }

    private static RejectReason checkSided(final MarketEvent event, final long quantity)
    {
        if (event.side() != Side.BUY && event.side() != Side.SELL)
        {
            return RejectReason.SIDE;
        }
        return checkQuantity(quantity);
    }

    private static RejectReason checkQuantity(final long quantity)
    {
        if (quantity == Absent.VALUE)
        {
            return RejectReason.QUANTITY_ABSENT;
        }
        return quantity == 0 ? RejectReason.QUANTITY_RANGE : null;
    }

    private static RejectReason checkLevel(final MarketEvent event, final long price, final long quantity)
    {
        if (event.side() != Side.BUY && event.side() != Side.SELL)
        {
            return RejectReason.SIDE;
        }
        if (price == Absent.VALUE)
        {
            return RejectReason.PRICE_ABSENT;
        }
        return quantity == Absent.VALUE ? RejectReason.QUANTITY_ABSENT : null;
    }

    private static RejectReason checkBbo(final MarketEvent event, final long price, final long quantity)
    {
        if (event.side() != Side.BUY && event.side() != Side.SELL)
        {
            return RejectReason.SIDE;
        }
        return price == Absent.VALUE && quantity != 0 ? RejectReason.PRICE_ABSENT : null;
    }

    private static RejectReason checkAccount(final MarketEvent event, final int kind)
    {
        return kind == Kind.OWNER_GROUP && event.accountId() == Absent.UNKNOWN_ID ? RejectReason.ACCOUNT : null;
    }
}
