package fds.feeds.orderflow;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.collections.Long2LongHashMap;

/**
 * Orders that a REPLACE gave a new id, for which the format has no place: they keep their first one. Holds as many as
 * are live.
 */
final class RenamedOrders
{
    private final Long2LongHashMap firstIds = new Long2LongHashMap(0); // by newest id
    private final Long2LongHashMap openLots = new Long2LongHashMap(0); // by newest id

    /** The id under which an order was first written. */
    long firstId(final long id)
    {
        final long first = firstIds.isEmpty() ? 0 : firstIds.get(id);
        return first == 0 ? id : first;
    }

    /** Follow an event that was written. */
    void onEvent(final MarketEvent event)
    {
        switch (event.kind())
        {
            case Kind.REPLACE -> onReplace(event);
            case Kind.CANCEL -> reduce(event.orderId(), event.quantityLots());
            case Kind.TRADE ->
            {
                reduce(event.orderId(), event.quantityLots());
                reduce(event.counterOrderId(), event.quantityLots());
            }
            default ->
            {
                // Ends no order.
            }
        }
    }

    private void onReplace(final MarketEvent event)
    {
        final long id = event.counterOrderId() == Absent.UNKNOWN_ID ? event.orderId() : event.counterOrderId();
        final long first = firstId(event.orderId());
        if (id != first || firstIds.containsKey(event.orderId()))
        {
            firstIds.remove(event.orderId());
            openLots.remove(event.orderId());
            if (event.quantityLots() != 0)
            {
                firstIds.put(id, first);
                openLots.put(id, event.quantityLots() == Absent.VALUE ? Long.MAX_VALUE : event.quantityLots());
            }
        }
    }

    private void reduce(final long id, final long lots)
    {
        if (!firstIds.isEmpty() && firstIds.containsKey(id))
        {
            final long left = lots == Absent.VALUE ? 0 : openLots.get(id) - lots;
            if (left > 0)
            {
                openLots.put(id, left);
            }
            else
            {
                firstIds.remove(id);
                openLots.remove(id);
            }
        }
    }
}
