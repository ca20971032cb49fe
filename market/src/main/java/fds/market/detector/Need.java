package fds.market.detector;

/** What a detector has the market keep for it. What nobody needs is not kept. */
public enum Need
{
    /** Live orders: price, open and filled quantity, owner; live totals of pairs and groups. */
    ORDERS,
    /** Slots of owner groups, and their live totals when orders are kept. */
    GROUPS,
    /**
     * Price levels and best prices, to decide by: from orders where the feed has them, else from BOOK and BBO. While an
     * instrument's book is not to be trusted the detector is not shown its events.
     */
    BOOK,
    /** Order size and message rate, decaying over an hour, of an instrument. */
    BASELINES,
    /** The last fills of a group on an instrument, and its net position. */
    FILLS,
    /** Traded quantity and notional of an instrument over 5 minutes and 24 hours. */
    VOLUME,
    /** The last price each second, for returns and volatility. */
    RETURNS,
    /** The last orders of a group that are not below the mean size, live ones and ended; needs mean and group. */
    SIZABLE,
    /** How often the best prices moved away from each other within 30 seconds, by anybody. */
    MOVES,
    /** The last prices of the same underlying on other venues. */
    VENUES,
    /**
     * The same as BOOK, for evidence and for conditions that do not hold when they cannot be measured: the detector is
     * shown every event, and asks whether the book is to be trusted.
     */
    QUOTES
}
