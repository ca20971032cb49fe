package fds.engine.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.junit.jupiter.api.Test;

class EventDoorTest
{
    private static final int PRICE_MAX = 1_000;
    private static final int QUANTITY_MAX = 500;

    private final EventDoor door = new EventDoor(4);
    private final MarketEvent event = new InboundEvent().event();

    EventDoorTest()
    {
        door.define(new Instrument(2, 1, 7, "V", "I", InstrumentType.SPOT, "A", "USD", "", 1, 0, 1, 0, 1, 0, 2,
            PRICE_MAX, QUANTITY_MAX));
    }

    @Test
    void shouldAskEachKindForWhatItNeedsAndTellTheFirstThatIsMissing()
    {
        final long[] ids = { Absent.UNKNOWN_ID, 9 };
        final long[] prices = { Absent.VALUE, -PRICE_MAX - 1, -PRICE_MAX, 0, PRICE_MAX, PRICE_MAX + 1 };
        final long[] quantities = { Absent.VALUE, -1, 0, 1, QUANTITY_MAX, QUANTITY_MAX + 1 };
        for (int kind = 0; kind < Kind.COUNT; kind++)
        {
            for (int variant = 0; variant < 2 * 2 * 6 * 6 * 4 * 2; variant++)
            {
                final long order = ids[variant & 1];
                final long account = ids[variant >>> 1 & 1];
                final long price = prices[(variant >>> 2) % 6];
                final long quantity = quantities[(variant >>> 2) / 6 % 6];
                final int side = (variant >>> 2) / 36 % 4;
                final int flags = (variant >>> 2) / 144 == 0 ? Flags.LAST : Flags.LAST | Flags.MARKET;
                event.clear().type(kind, side, flags, 2).orderId(order).accountId(account).priceTicks(price)
                    .quantityLots(quantity);
                assertEquals(plainly(kind), door.check(event, 1), () -> Kind.nameOf(event.kind()) + " order " + order +
                    " account " + account + " price " + price + " quantity " + quantity + " side " + side);
            }
        }
    }

    @Test
    void shouldKnowInstrumentsTimesAndVenues()
    {
        event.clear().type(Kind.MARK, Side.NONE, Flags.LAST, 2).priceTicks(1);
        assertNull(door.check(event, 1));
        assertEquals(7, door.venueOf(event));
        assertEquals(RejectReason.TIME, door.check(event, 0));
        assertEquals(RejectReason.TIME, door.check(event, 7_258_118_400_000_000_001L));
        for (final int other : new int[]{ -1, 0, 1, 4, 5 })
        {
            assertEquals(RejectReason.UNKNOWN_INSTRUMENT, door.check(event.instrumentId(other), 1));
        }
        event.clear().type(Kind.OWNER_GROUP, Side.NONE, Flags.LAST, Absent.NO_INSTRUMENT);
        assertEquals(RejectReason.ACCOUNT, door.check(event, 1));
        assertNull(door.check(event.accountId(3).venueId(5), 1));
        assertEquals(5, door.venueOf(event));
        assertEquals(4, door.capacity());
    }

    /** The rules one by one, of an event of a known instrument. */
    private RejectReason plainly(final int kind)
    {
        final long price = event.priceTicks();
        final long quantity = event.quantityLots();
        final boolean hasPrice = price != Absent.VALUE;
        final boolean hasSide = event.side() == Side.BUY || event.side() == Side.SELL;
        if (kind <= 0 || kind > Kind.GAP)
        {
            return RejectReason.UNKNOWN_KIND;
        }
        if (hasPrice && Math.abs(price) > PRICE_MAX)
        {
            return RejectReason.PRICE_RANGE;
        }
        if (quantity != Absent.VALUE && (quantity < 0 || quantity > QUANTITY_MAX))
        {
            return RejectReason.QUANTITY_RANGE;
        }
        final boolean hasNoOrder = event.orderId() == Absent.UNKNOWN_ID;
        final RejectReason noQuantity = quantity == Absent.VALUE ? RejectReason.QUANTITY_ABSENT :
            quantity == 0 ? RejectReason.QUANTITY_RANGE : null;
        return switch (kind)
        {
            case Kind.NEW, Kind.ORDER_REQUEST -> kind == Kind.NEW && hasNoOrder ? RejectReason.ORDER_ID :
                !hasPrice && !event.has(Flags.MARKET) ? RejectReason.PRICE_ABSENT :
                !hasSide ? RejectReason.SIDE : noQuantity;
            case Kind.REPLACE, Kind.CANCEL -> hasNoOrder ? RejectReason.ORDER_ID : null;
            case Kind.TRADE -> !hasPrice ? RejectReason.PRICE_ABSENT :
                !hasSide && event.side() != Side.NONE ? RejectReason.SIDE : noQuantity;
            case Kind.BOOK -> !hasSide ? RejectReason.SIDE : !hasPrice ? RejectReason.PRICE_ABSENT :
                quantity == Absent.VALUE ? RejectReason.QUANTITY_ABSENT : null;
            case Kind.BBO -> !hasSide ? RejectReason.SIDE :
                !hasPrice && quantity != 0 ? RejectReason.PRICE_ABSENT : null;
            case Kind.MARK, Kind.INDEX, Kind.INDEX_COMPONENT, Kind.ORACLE, Kind.RATE ->
                hasPrice ? null : RejectReason.PRICE_ABSENT;
            case Kind.OWNER_GROUP -> event.accountId() == Absent.UNKNOWN_ID ? RejectReason.ACCOUNT : null;
            default -> null;
        };
    }
}
