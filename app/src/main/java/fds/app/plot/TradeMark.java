package fds.app.plot;

/**
 * Trades that fall together in the picture: one aggressor's side, about one moment and price.
 *
 * @param timeNanos    of the first of them, engine time.
 * @param priceTicks   mean, weighted by quantity.
 * @param side         of the aggressor, {@link fds.market.event.Side#NONE} when it was not told.
 * @param quantityLots of all of them.
 * @param count        of trades.
 */
public record TradeMark(long timeNanos, double priceTicks, int side, double quantityLots, long count)
{
}
