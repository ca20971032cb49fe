package fds.app.plot;

import fds.market.event.Absent;

/**
 * A price of a book and what stands at it.
 *
 * @param priceTicks   of the instrument.
 * @param quantityLots above 0, or {@link Absent#VALUE} when it is not told.
 */
public record BookLevel(long priceTicks, long quantityLots)
{
}
