package fds.feeds.simulator.abuse;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * A collateral's price falls in one venue's own book only: coins are brought and sold there faster than anybody brings
 * money, while other venues stay where they were. What is valued by that book (the asset's rate) is valued wrongly. The
 * sellers are not named: a price alone accuses nobody.
 */
public final class CollateralDepegEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final long pieceLots;
    private final long gapNanos;
    private final long reachPpm;
    private int piecesLeft;
    private int brought;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   spot of the collateral.
     * @param accounts that sell.
     */
    public CollateralDepegEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "collateral_depeg", "D32", accounts);
        piecesLeft = (int)random.between(40, 250);
        pieceLots = 1 + market.judgedMinuteLots() * random.between(15_000, 90_000) / 1_000 / piecesLeft;
        gapNanos = random.between(30, 500) * MILLI_NANOS;
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(20, 200);
    }

    @Override
    protected boolean isAccusing()
    {
        return false;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (brought < accounts())
        {
            final int account = account(brought++);
            stage.treasury().depositAsset(market, account, market.inRange(pieceLots * piecesLeft * 2 / accounts()),
                Addresses.of(account, 6), this);
            return nowNanos + 1 + Distributions.exponential(random, 10 * gapNanos);
        }
        if (piecesLeft-- == 0)
        {
            return nowNanos;
        }
        take(market, account(random.below(accounts())), Side.SELL, pieceLots * random.between(40, 160) / 100, reachPpm);
        return nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
