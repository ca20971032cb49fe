package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Decoy: a fund moves money and holdings between its own accounts. It tries to cross orders in the market, which self-
 * trade prevention keeps apart, and books the rest as transfers.
 */
public final class FundMoveEpisode extends TradingEpisode
{
    private final long pieceLots;
    private final long gapNanos;
    private final int transferPerMille;
    private int roundsLeft;
    private int side;
    private WorkingOrder order;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param accounts two of one fund.
     */
    public FundMoveEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "decoy_fund_move", "", accounts);
        pieceLots = market.usualLots * random.between(3, 60);
        gapNanos = random.between(5, 80) * random.between(1, 20) * 1_000_000;
        transferPerMille = (int)random.between(100, 700);
        roundsLeft = (int)random.between(3, 25);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (order != null && order.isLive())
        {
            final long size = order.openLots();
            final long price = order.priceTicks();
            if (venue.canAfford(market, account(1), Side.opposite(side), price, size, Flags.IOC))
            {
                place(market, account(1), Side.opposite(side), price, size, Flags.IOC);
            }
            order.cancel();
            order = null;
        }
        else if (random.chancePerMille(transferPerMille))
        {
            final int from = random.below(2);
            final long units = venue.freeCash(account(from)) / 1_000 * random.between(2, 60);
            stage.treasury().transfer(account(from), account(1 - from), units, this);
        }
        else
        {
            side = 1 + random.below(2);
            order = rest(market, account(0), side, market.better(side, market.touchTicks(side), random.below(2)),
                market.modest(account(0), Distributions.size(random, pieceLots)));
        }
        final boolean isOver = roundsLeft-- <= 0 && (order == null || !order.isLive());
        return isOver ? nowNanos : nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
