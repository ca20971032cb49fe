package fds.feeds.simulator.book;

/** The words for why an order was cancelled or refused, by number. */
public final class Reasons
{
    public static final byte NONE = 0;
    public static final byte USER = 1;
    public static final byte STP = 2;
    public static final byte REMAINDER = 3;
    public static final byte POST_ONLY = 4;
    public static final byte FOK = 5;
    public static final byte DISCONNECT = 6;
    public static final byte PRICE_BAND = 7;
    public static final byte CAPACITY = 8;

    public static final byte FUNDS = 9;
    public static final byte LIQUIDATION = 10;
    public static final byte HALTED = 11;

    private static final String[] TEXTS = {
        "", "user", "stp", "ioc_remainder", "post_only_would_cross", "fok_not_filled", "disconnect", "price_band",
        "book_full", "insufficient_balance", "liquidation", "halted" };

    private Reasons()
    {
    }

    /**
     * The word of a reason.
     *
     * @param reason one of the constants.
     * @return as it stands in rows; empty for none.
     */
    public static String text(final int reason)
    {
        return TEXTS[reason];
    }
}
