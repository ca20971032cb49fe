package fds.feeds.bitstamp;

/**
 * What the venue tells of an order at one moment.
 *
 * @param number        of the message, 1 and up.
 * @param line          of the file, 1 and up.
 * @param id            of the order; ids ascend in time.
 * @param receiveMillis when it was received.
 * @param venueMillis   when the order was created.
 * @param priceTicks    cents.
 * @param volumeLots    open satoshi; of a deleted order, what was open still.
 * @param action        what happened.
 * @param side          of the order.
 */
record Row(long number, long line, long id, long receiveMillis, long venueMillis, long priceTicks, long volumeLots,
    Action action, int side)
{
    /** What happened to the order. */
    enum Action
    {
        CREATED,
        CHANGED,
        DELETED
    }
}
