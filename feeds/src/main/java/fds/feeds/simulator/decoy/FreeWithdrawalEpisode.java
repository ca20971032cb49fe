package fds.feeds.simulator.decoy;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Decoy: an account without any position takes most of its money out at once: large, and of no consequence to anybody.
 */
public final class FreeWithdrawalEpisode extends Episode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final int percent;
    private long askedUnits;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  that it used to trade, for the label.
     * @param account without positions.
     */
    public FreeWithdrawalEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_free_withdrawal", "", account);
        percent = (int)random.between(50, 100);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (askedUnits != 0)
        {
            stage.treasury().withdraw(account(0), askedUnits, Addresses.of(account(0), 0), this);
            return nowNanos;
        }
        askedUnits = venue.freeCash(account(0)) / 100 * percent;
        return stage.treasury().requestWithdrawal(account(0), askedUnits, Addresses.of(account(0), 0), this) ?
            nowNanos + random.between(200, 30_000) * MILLI_NANOS : nowNanos;
    }
}
