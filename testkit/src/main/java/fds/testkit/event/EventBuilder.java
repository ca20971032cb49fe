package fds.testkit.event;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes one event after another in the same place: sequence numbers count up, time stands until it is moved. Venue
 * time
 * is engine time less {@value #VENUE_LAG_NANOS} ns, so that a test sees which one was taken.
 */
public final class EventBuilder
{
    /** The venue of all events. */
    public static final int VENUE = 1;

    /** How far venue time is behind engine time. */
    public static final long VENUE_LAG_NANOS = 3;

    private final MarketEvent event = new MarketEvent();
    private long sequence;
    private long timeNanos;
    private int instrumentId = 1;
    private int flags;
    private long idOffset;

    /** Start at sequence 1, time 0, instrument 1. */
    public EventBuilder()
    {
        event.wrap(new UnsafeBuffer(new byte[MarketEvent.LENGTH]), 0);
    }

    /**
     * The time of what follows.
     *
     * @param timeNanos engine time, not before the last.
     * @return this.
     */
    public EventBuilder at(final long timeNanos)
    {
        this.timeNanos = timeNanos;
        return this;
    }

    /**
     * Let time pass.
     *
     * @param elapsedNanos 0 or more.
     * @return this.
     */
    public EventBuilder after(final long elapsedNanos)
    {
        timeNanos += elapsedNanos;
        return this;
    }

    /**
     * The instrument of what follows.
     *
     * @param instrumentId 1 or more.
     * @return this.
     */
    public EventBuilder on(final int instrumentId)
    {
        this.instrumentId = instrumentId;
        return this;
    }

    /**
     * Flags of the next event only.
     *
     * @param flags bits of {@link fds.market.event.Flags}.
     * @return this.
     */
    public EventBuilder with(final int flags)
    {
        this.flags = flags;
        return this;
    }

    /**
     * Add to each known account and order of what follows: the same flow by other people.
     *
     * @param idOffset 0 for none.
     * @return this.
     */
    public EventBuilder idOffset(final long idOffset)
    {
        this.idOffset = idOffset;
        return this;
    }

    public long timeNanos()
    {
        return timeNanos;
    }

    public long sequence()
    {
        return sequence;
    }

    /**
     * The event as last written.
     *
     * @return the one place.
     */
    public MarketEvent event()
    {
        return event;
    }

    /**
     * An event of any kind, all else absent.
     *
     * @param kind of {@link Kind}.
     * @param side of {@link fds.market.event.Side}.
     * @return it, to be filled further.
     */
    public MarketEvent kind(final int kind, final int side)
    {
        event.clear().type(kind, side, flags, instrumentId).venueId(VENUE)
            .sequence(++sequence).engineTimeNanos(timeNanos).venueTimeNanos(timeNanos - VENUE_LAG_NANOS);
        flags = 0;
        return event;
    }

    /**
     * A message about an order.
     *
     * @param kind    NEW, ORDER_REQUEST, REPLACE, CANCEL or REJECT.
     * @param order   id.
     * @param account id, or {@link Absent#UNKNOWN_ID}.
     * @param side    of the order.
     * @param price   in ticks, or {@link Absent#VALUE}.
     * @param lots    quantity, or {@link Absent#VALUE}.
     * @return it.
     */
    public MarketEvent order(
        final int kind, final long order, final long account, final int side, final long price, final long lots)
    {
        return kind(kind, side).orderId(offset(order)).accountId(offset(account)).priceTicks(price).quantityLots(lots);
    }

    /**
     * A fill.
     *
     * @param restingOrder   id, or {@link Absent#UNKNOWN_ID}.
     * @param resting        account.
     * @param incomingOrder  id, or {@link Absent#UNKNOWN_ID}.
     * @param incoming       account of the aggressor.
     * @param aggressor      side.
     * @param price          in ticks.
     * @param lots           quantity.
     * @return it.
     */
    public MarketEvent trade(
        final long restingOrder,
        final long resting,
        final long incomingOrder,
        final long incoming,
        final int aggressor,
        final long price,
        final long lots)
    {
        return kind(Kind.TRADE, aggressor).orderId(offset(restingOrder)).accountId(offset(resting))
            .counterOrderId(offset(incomingOrder)).counterAccountId(offset(incoming)).priceTicks(price)
            .quantityLots(lots);
    }

    /**
     * A price or a level.
     *
     * @param kind  MARK, INDEX, BBO, BOOK, …
     * @param side  of a level or quote, else {@link fds.market.event.Side#NONE}.
     * @param price in ticks.
     * @param lots  quantity, or {@link Absent#VALUE}.
     * @return it.
     */
    public MarketEvent price(final int kind, final int side, final long price, final long lots)
    {
        return kind(kind, side).priceTicks(price).quantityLots(lots);
    }

    /**
     * A moment of the engine's: of no venue and no instrument.
     *
     * @return it.
     */
    public MarketEvent tick()
    {
        flags = 0;
        return event.clear().kind(Kind.TICK).sequence(++sequence).engineTimeNanos(timeNanos);
    }

    private long offset(final long id)
    {
        return id == Absent.UNKNOWN_ID ? id : id + idOffset;
    }
}
