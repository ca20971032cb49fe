package fds.market.partition;

/** What a partition counted of messages it could not take at their word. Written by the owner thread. */
public final class MarketCounters
{
    long unknownOrders;
    long duplicateOrders;
    long overfills;
    long levelsDropped;

    /**
     * Cancels, replaces and fills that name an order which is not live here.
     *
     * @return messages.
     */
    public long unknownOrders()
    {
        return unknownOrders;
    }

    /**
     * New orders whose id was still live; the older order was forgotten.
     *
     * @return messages.
     */
    public long duplicateOrders()
    {
        return duplicateOrders;
    }

    /**
     * Fills and cancels larger than what was open; what was open went.
     *
     * @return messages.
     */
    public long overfills()
    {
        return overfills;
    }

    /**
     * Levels that a full side of a book gave up.
     *
     * @return levels.
     */
    public long levelsDropped()
    {
        return levelsDropped;
    }
}
