package fds.feeds.simulator.venue;

/**
 * Who sends orders in a purpose of its own that the venue's rows must be traced to. Whoever has none sends with null:
 * honest background flow. Called on the simulator's thread, from within {@link SimulatedVenue}'s calls.
 */
public interface Participant
{
    /**
     * What its orders and rows are marked with.
     *
     * @return 1 and up.
     */
    int tag();

    /**
     * Whether a trade of these two is what it is for, so that self-trade prevention lets it pass and the row says so.
     *
     * @param aggressor account that acts for the participant.
     * @param resting   account of the order it meets.
     * @return false unless it trades with itself on purpose.
     */
    default boolean mayMeet(final int aggressor, final int resting)
    {
        return false;
    }

    /**
     * Whether its orders say that they go without self-trade prevention.
     *
     * @return false unless it trades with itself on purpose.
     */
    default boolean isSelfTrading()
    {
        return false;
    }

    /**
     * Whether its orders are mistakes that say nothing about what is usual for the account.
     *
     * @return false unless it is a fat finger.
     */
    default boolean isErroneous()
    {
        return false;
    }

    /**
     * One of its orders has traded, or the venue has closed a part of its position (liquidation, deleveraging). It must
     * not send orders from within.
     *
     * @param market      where.
     * @param account     one of its own.
     * @param side        that the account was on.
     * @param priceTicks  of the trade.
     * @param lots        traded, 1 or more.
     * @param feeUnits    what it paid, in {@link fds.feeds.simulator.ledger.Ledger} units; negative: a rebate.
     * @param isAggressor false: its order rested.
     */
    default void onFill(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        // most look at the book or the ledger when they act next
    }

    /**
     * Money came or went that is no trade: funding, the venue's fine. Deposits, withdrawals and transfers are not told.
     *
     * @param account one of its own.
     * @param units   in {@link fds.feeds.simulator.ledger.Ledger} units; negative: paid.
     */
    default void onPayment(final int account, final long units)
    {
        // as above
    }
}
