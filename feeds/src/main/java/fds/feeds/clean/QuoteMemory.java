package fds.feeds.clean;

/** Since when the quotes of one instrument have said the same: best bid, best ask, mark, index. */
final class QuoteMemory
{
    static final int BID = 0;
    static final int ASK = 1;
    static final int MARK = 2;
    static final int INDEX = 3;
    private static final int COUNT = 4;

    private final long[] prices = new long[COUNT];
    private final long[] lots = new long[COUNT];
    private final long[] sinceNanos = new long[COUNT];
    private final boolean[] isTold = new boolean[COUNT];

    /** For how long it has said this, 0 when it says something new. */
    long same(final int quote, final long priceTicks, final long quantityLots, final long timeNanos)
    {
        if (isTold[quote] && prices[quote] == priceTicks && lots[quote] == quantityLots)
        {
            return Math.max(0, timeNanos - sinceNanos[quote]);
        }
        isTold[quote] = true;
        prices[quote] = priceTicks;
        lots[quote] = quantityLots;
        sinceNanos[quote] = timeNanos;
        return 0;
    }
}
