package fds.app.plot;

/** Told what becomes of levels and orders in a {@link BookReplica}. Times are engine times, UTC nanoseconds. */
public interface BookListener
{
    /**
     * A level has another quantity.
     *
     * @param side       as in {@link fds.market.event.Side}.
     * @param priceTicks of the level.
     * @param beforeLots 0: it is new.
     * @param afterLots  0: it is gone.
     * @param timeNanos  when.
     */
    default void onLevel(
        final int side, final long priceTicks, final long beforeLots, final long afterLots, final long timeNanos)
    {
        // not everyone watches levels
    }

    /**
     * An order's stay at a price has ended. For {@link RestingOrder.End#MOVED} it goes on at another price.
     *
     * @param order     as it was before.
     * @param end       how.
     * @param timeNanos when.
     */
    default void onEnd(final RestingOrder order, final RestingOrder.End end, final long timeNanos)
    {
        // not everyone watches orders
    }
}
