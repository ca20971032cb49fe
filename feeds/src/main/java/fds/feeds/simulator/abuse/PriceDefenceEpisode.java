package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Floor or ceiling defence: who loses if a price falls below a level (a long position, collateral, a barrier) puts a
 * large order there, and a new one whenever it was traded, for minutes; a floor that the market has left behind is
 * raised. Then the order is taken away.
 */
public final class PriceDefenceEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final int side;
    private final long protectedLots;
    private final int protectedPieces;
    private final long wallLots;
    private final long levelTicks;
    private final long renewPercent;
    private final long lookNanos;
    private final long reactionNanos;
    private final long holdNanos;
    private final long raiseTicks;
    private final boolean isClosing;
    private final WindDown exit;
    private int piecesLeft;
    private long endNanos;
    private long wallTicks;
    private long placedLots;
    private WorkingOrder wall;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   whose price is held.
     * @param accounts of one hand: the first has what is protected, the last holds the price.
     */
    public PriceDefenceEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "price_defence", "D22", accounts);
        final long minute = market.judgedMinuteLots();
        side = market.isPerp() && random.below(3) == 0 ? Side.SELL : Side.BUY;
        protectedPieces = (int)random.between(1, 12);
        protectedLots = 1 + minute * random.between(300, 4_000) / 1_000 / protectedPieces;
        piecesLeft = protectedPieces;
        wallLots = 1 + minute * random.between(20, 500) / 1_000;
        renewPercent = random.between(30, 95);
        levelTicks = random.between(0, 3) * market.halfSpreadTicks;
        lookNanos = random.between(50, 900) * MILLI_NANOS;
        reactionNanos = random.between(5, 400) * MILLI_NANOS;
        holdNanos = random.between(40, 300) * 1_000 * MILLI_NANOS;
        raiseTicks = random.between(40, 400) * market.halfSpreadTicks;
        isClosing = random.below(2) == 0;
        exit = windDown((int)random.between(5, 40), 2 * lookNanos, 300, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (piecesLeft > 0)
        {
            piecesLeft--;
            take(market, account(0), side, protectedLots, 100);
            return nowNanos + 1 + Distributions.exponential(random, lookNanos);
        }
        endNanos = endNanos == 0 ? nowNanos + holdNanos : endNanos;
        if (nowNanos < endNanos)
        {
            return hold(nowNanos);
        }
        if (wall != null)
        {
            wall.cancel();
            wall = null;
            return nowNanos + 1 + Distributions.exponential(random, 10 * lookNanos);
        }
        return isClosing ? exit.step(nowNanos) : nowNanos;
    }

    private long hold(final long nowNanos)
    {
        final long touch = market.touchTicks(side);
        final boolean isLeftBehind = Math.abs(touch - wallTicks) > raiseTicks + 4 * levelTicks;
        if (wallTicks == 0 || isLeftBehind && (side == Side.BUY ? touch > wallTicks : touch < wallTicks))
        {
            wallTicks = market.better(side, touch, -levelTicks);
            if (wall != null)
            {
                wall.cancel();
                wall = null;
            }
        }
        if (wall == null || wall.openLots() < placedLots * renewPercent / 100)
        {
            if (wall != null)
            {
                wall.cancel();
            }
            wall = rest(market, account(accounts() - 1), side, wallTicks, wallLots * random.between(70, 130) / 100);
            placedLots = wall.openLots();
            return nowNanos + 1 + Distributions.exponential(random, lookNanos);
        }
        return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
    }
}
