package fds.feeds.simulator.venue;

/** What honest participants do, for one that wants to look like them. */
public interface Crowd
{
    /**
     * An account takes liquidity as honest ones do.
     *
     * @param market  where.
     * @param account who.
     */
    void take(SimulatedMarket market, int account);

    /**
     * A size that is usual for an account.
     *
     * @param market  where.
     * @param account who: some trade four times as much as others.
     * @return lots, heavy-tailed.
     */
    long usualLots(SimulatedMarket market, int account);
}
