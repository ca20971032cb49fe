package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Decoy: a large order that is meant. It stands at the touch or close behind for long, is filled when somebody comes,
 * and is taken back late, because news has changed its owner's mind. Nothing was traded on the other side.
 */
public final class WithdrawnOrderEpisode extends TradingEpisode
{
    private final int side;
    private final long lots;
    private final long away;
    private final long patienceNanos;
    private final long reactionNanos;
    private WorkingOrder order;
    private boolean isTold;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public WithdrawnOrderEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_withdrawn_order", "", account);
        side = 1 + random.below(2);
        lots = market.usualLots * random.between(40, 900);
        away = random.below(4) * market.depthTicks;
        patienceNanos = Math.max(3_000_000_000L, market.paceNanos() * random.between(10, 120));
        reactionNanos = random.between(50, 4_000) * 1_000_000;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (order == null)
        {
            order = rest(market, account(0), side, market.better(side, market.touchTicks(side), -away),
                market.modest(account(0), lots));
            return order.isLive() ? nowNanos + 1 + Distributions.exponential(random, patienceNanos) : nowNanos;
        }
        if (!isTold && order.isLive())
        {
            isTold = true;
            final long score = random.between(100_000, 900_000) * (side == Side.BUY ? -1 : 1);
            venue.announce(Kind.NEWS, market.id(), MatchingBook.NONE, score, "wire", "market", this);
            return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
        }
        order.cancel();
        return nowNanos;
    }
}
