package fds.market.event;

/** The side of an order or of an aggressor, as the code in the journal. */
public final class Side
{
    public static final int NONE = 0;
    public static final int BUY = 1;
    public static final int SELL = 2;

    private Side()
    {
    }

    /**
     * The other side.
     *
     * @param side {@link #BUY} or {@link #SELL}.
     * @return the opposite; of {@link #NONE}, 3, which no event carries.
     */
    public static int opposite(final int side)
    {
        return BUY + SELL - side;
    }
}
