package fds.app.plot;

/**
 * An order's stay at one price.
 *
 * @param orderId    number of the order.
 * @param accountId  of its account.
 * @param side       of the order.
 * @param priceTicks where it stood.
 * @param fromNanos  since when, engine time.
 * @param toNanos    until when.
 * @param end        what ended it.
 */
public record OrderLine(
    long orderId,
    long accountId,
    int side,
    long priceTicks,
    long fromNanos,
    long toNanos,
    RestingOrder.End end)
{
}
