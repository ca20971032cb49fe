package fds.app.plot;

/** An order between its entry and its end. What it holds is as of the call that hands it out. */
public final class RestingOrder
{
    private final long accountId;
    private final int side;
    private final boolean rests;
    private final long placedNanos;
    private long id;
    private long priceTicks;
    private long openLots;
    private long sinceNanos;

    RestingOrder(
        final long id,
        final long accountId,
        final int side,
        final boolean rests,
        final long priceTicks,
        final long openLots,
        final long placedNanos)
    {
        this.id = id;
        this.accountId = accountId;
        this.side = side;
        this.rests = rests;
        this.priceTicks = priceTicks;
        this.openLots = openLots;
        this.placedNanos = placedNanos;
        sinceNanos = placedNanos;
    }

    /** What ended an order, or its stay at a price. */
    public enum End
    {
        /** Nothing is left of it. */
        FILLED,
        /** It was taken back, or the venue took it out. */
        CANCELLED,
        /** It went to another price, and goes on there. */
        MOVED,
        /** It is still there when the picture ends. */
        OPEN
    }

    void rename(final long newId)
    {
        id = newId;
    }

    void change(final long newPriceTicks, final long newOpenLots, final long timeNanos)
    {
        sinceNanos = newPriceTicks == priceTicks ? sinceNanos : timeNanos;
        priceTicks = newPriceTicks;
        openLots = newOpenLots;
    }

    void take(final long lots)
    {
        openLots -= lots;
    }

    public long id()
    {
        return id;
    }

    public long accountId()
    {
        return accountId;
    }

    /**
     * Side of the order.
     *
     * @return as in {@link fds.market.event.Side}.
     */
    public int side()
    {
        return side;
    }

    /**
     * Whether it stands in the book.
     *
     * @return false for market orders and those that are filled at once or not at all.
     */
    public boolean rests()
    {
        return rests;
    }

    public long priceTicks()
    {
        return priceTicks;
    }

    public long openLots()
    {
        return openLots;
    }

    public long placedNanos()
    {
        return placedNanos;
    }

    /**
     * Since when it stands at its price.
     *
     * @return engine time, UTC nanoseconds since 1970.
     */
    public long sinceNanos()
    {
        return sinceNanos;
    }
}
