package fds.app.plot;

/**
 * A trade of someone who is watched.
 *
 * @param timeNanos    when, engine time.
 * @param priceTicks   of it.
 * @param quantityLots of it.
 * @param side         what who is watched did, of a trade among them the aggressor; as in
 *                     {@link fds.market.event.Side}, NONE when it was not told.
 * @param isOwn        whether both sides are watched.
 */
public record FillMark(long timeNanos, long priceTicks, long quantityLots, int side, boolean isOwn)
{
}
