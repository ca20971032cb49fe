package fds.feeds.simulator.ledger;

/** What trades cost, by who trades. */
public interface FeeSchedule
{
    /**
     * For an order that rested.
     *
     * @param account index.
     * @param isPerp  true in a perpetual.
     * @return parts per million of the notional; negative: a rebate.
     */
    long makerPpm(int account, boolean isPerp);

    /**
     * For an order that took.
     *
     * @param account index.
     * @param isPerp  true in a perpetual.
     * @return parts per million of the notional.
     */
    long takerPpm(int account, boolean isPerp);
}
