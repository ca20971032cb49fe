package fds.feeds.simulator;

/** The words for why an order was cancelled or refused, by number. */
final class Reasons
{
    static final byte NONE = 0;
    static final byte USER = 1;
    static final byte STP = 2;
    static final byte REMAINDER = 3;
    static final byte POST_ONLY = 4;
    static final byte FOK = 5;
    static final byte DISCONNECT = 6;
    static final byte PRICE_BAND = 7;
    static final byte CAPACITY = 8;

    private static final String[] TEXTS = {
        "", "user", "stp", "ioc_remainder", "post_only_would_cross", "fok_not_filled", "disconnect", "price_band",
        "book_full" };

    private Reasons()
    {
    }

    static String text(final int reason)
    {
        return TEXTS[reason];
    }
}
