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

    // What a kind may ask of an event, the one that is told first in the lowest bit.
    private static final int ORDER = 1;
    private static final int SIDE_OF_BOOK = 1 << 1;
    private static final int PRICE = 1 << 2;
    private static final int PRICE_OR_MARKET = 1 << 3;
    private static final int PRICE_OR_NOTHING = 1 << 4; // a best price that is gone has none
    private static final int SIDE = 1 << 5;
    private static final int SIDE_IF_ANY = 1 << 6;
    private static final int QUANTITY = 1 << 7;
    private static final int NOT_ZERO = 1 << 8;
    private static final int ACCOUNT = 1 << 9;

    private static final RejectReason[] MISSING = {
        RejectReason.ORDER_ID, RejectReason.SIDE, RejectReason.PRICE_ABSENT, RejectReason.PRICE_ABSENT,
        RejectReason.PRICE_ABSENT, RejectReason.SIDE, RejectReason.SIDE, RejectReason.QUANTITY_ABSENT,
        RejectReason.QUANTITY_RANGE, RejectReason.ACCOUNT }; // [bit]

    private static final int[] ASKED = new int[Kind.COUNT];

    static
    {
        ASKED[Kind.NEW] = ORDER | PRICE_OR_MARKET | SIDE | QUANTITY | NOT_ZERO;
        ASKED[Kind.ORDER_REQUEST] = PRICE_OR_MARKET | SIDE | QUANTITY | NOT_ZERO;
        ASKED[Kind.REPLACE] = ORDER;
        ASKED[Kind.CANCEL] = ORDER;
        // Not every source tells who was the aggressor (auctions, one party's own fills): the side may be absent.
        ASKED[Kind.TRADE] = PRICE | SIDE_IF_ANY | QUANTITY | NOT_ZERO;
        ASKED[Kind.BOOK] = SIDE_OF_BOOK | PRICE | QUANTITY;
        ASKED[Kind.BBO] = SIDE_OF_BOOK | PRICE_OR_NOTHING;
        ASKED[Kind.MARK] = PRICE;
        ASKED[Kind.INDEX] = PRICE;
        ASKED[Kind.INDEX_COMPONENT] = PRICE;
        ASKED[Kind.ORACLE] = PRICE;
        ASKED[Kind.RATE] = PRICE;
        ASKED[Kind.OWNER_GROUP] = ACCOUNT;
    }

    // [instrumentId * WORDS]: largest price in ticks, 0 when not defined; largest quantity in lots; venue
    private static final int WORDS = 4;
    private static final int QUANTITY_MAX = 1;
    private static final int VENUE = 2;
    private final long[] bounds;

    EventDoor(final int instrumentCapacity)
    {
        bounds = new long[(instrumentCapacity + 1) * WORDS];
    }

    void define(final Instrument instrument)
    {
        final int at = instrument.id() * WORDS;
        bounds[at] = instrument.priceMaxTicks();
        bounds[at + QUANTITY_MAX] = instrument.quantityMaxLots();
        bounds[at + VENUE] = instrument.venueId();
    }

    int capacity()
    {
        return bounds.length / WORDS - 1;
    }

    /** The venue of an event: its instrument's, or else what the feed said. */
    int venueOf(final MarketEvent event)
    {
        final int id = event.instrumentId();
        return id > 0 ? (int)bounds[id * WORDS + VENUE] : event.venueId();
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
        if (id <= 0 || id > capacity() || bounds[id * WORDS] == 0)
        {
            return id == Absent.NO_INSTRUMENT && (WITHOUT_INSTRUMENT >>> kind & 1) != 0 ?
                missing(ASKED[kind] & ~given(event)) : RejectReason.UNKNOWN_INSTRUMENT;
        }
        final long priceMax = bounds[id * WORDS];
        final long price = event.priceTicks();
        if (price != Absent.VALUE && (price > priceMax || price < -priceMax))
        {
            return RejectReason.PRICE_RANGE;
        }
        final long quantity = event.quantityLots();
        if (quantity != Absent.VALUE && (quantity < 0 || quantity > bounds[id * WORDS + QUANTITY_MAX]))
        {
            return RejectReason.QUANTITY_RANGE;
        }
        return missing(ASKED[kind] & ~given(event));
    }

    private static RejectReason missing(final int bits)
    {
        return bits == 0 ? null : MISSING[Integer.numberOfTrailingZeros(bits)];
    }

    /** What an event has of all that a kind may ask for: no branch depends on the kind, which nobody can guess. */
    private static int given(final MarketEvent event)
    {
        final long quantity = event.quantityLots();
        final int side = event.side();
        final boolean hasPrice = event.priceTicks() != Absent.VALUE;
        final boolean hasSide = side == Side.BUY || side == Side.SELL;
        return (event.orderId() != Absent.UNKNOWN_ID ? ORDER : 0) |
            (hasSide ? SIDE_OF_BOOK | SIDE | SIDE_IF_ANY : side == Side.NONE ? SIDE_IF_ANY : 0) |
            (hasPrice ? PRICE | PRICE_OR_MARKET | PRICE_OR_NOTHING : 0) |
            (event.has(Flags.MARKET) ? PRICE_OR_MARKET : 0) |
            (quantity != 0 ? NOT_ZERO : PRICE_OR_NOTHING) |
            (quantity != Absent.VALUE ? QUANTITY : 0) |
            (event.accountId() != Absent.UNKNOWN_ID ? ACCOUNT : 0);
    }
}
