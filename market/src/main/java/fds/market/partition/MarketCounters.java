package fds.market.partition;

/** What a partition counted of messages it could not take at their word. Written by the owner thread. */
public final class MarketCounters
{
    long unknownOrders;
    long duplicateOrders;
    long overfills;
    long levelsDropped;
    long crossed;
    long locked;
    long unseen;

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

    /**
     * Messages behind which a book was crossed, while its instrument was not halted.
     *
     * @return messages.
     */
    public long crossed()
    {
        return crossed;
    }

    /**
     * Messages behind which best bid and best ask were equal.
     *
     * @return messages.
     */
    public long locked()
    {
        return locked;
    }

    /**
     * Events of instruments whose book was not to be trusted: what reads the book was not shown them.
     *
     * @return events.
     */
    public long unseen()
    {
        return unseen;
    }

    /** A message left a book crossed. */
    public void onCrossed()
    {
        crossed++;
    }

    /** A message left a book locked. */
    public void onLocked()
    {
        locked++;
    }

    /** An event was not shown to what reads the book. */
    public void onUnseen()
    {
        unseen++;
    }
}
