package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Cross-product manipulation: a position in a perpetual is worth more when the spot market under it moves, so spot is
 * traded at a loss until it has, and the position is closed.
 */
public final class CrossProductEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final SimulatedMarket perp;
    private final SimulatedMarket spot;
    private final int side;
    private final long stakeLots;
    private final long stakeNanos;
    private final long pushLots;
    private final long pushNanos;
    private final long reachPpm;
    private final WindDown exitPerp;
    private final WindDown exitSpot;
    private int stakesLeft;
    private int pushesLeft;
    private boolean isPerpDone;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param perp     in which it gains.
     * @param spot     of the same asset and venue, which it moves.
     * @param accounts of one hand: the first has the position, the last moves spot.
     */
    public CrossProductEpisode(
        final Stage stage, final SimulatedMarket perp, final SimulatedMarket spot, final int... accounts)
    {
        super(stage, spot, "cross_product", "D37", accounts);
        this.perp = perp;
        this.spot = spot;
        also(perp);
        side = 1 + random.below(2);
        stakesLeft = (int)random.between(2, 25);
        stakeLots = 1 + perp.judgedMinuteLots() * random.between(500, 8_000) / 1_000 / stakesLeft;
        stakeNanos = random.between(50, 3_000) * MILLI_NANOS;
        pushesLeft = (int)random.between(8, 120);
        pushLots = 1 + spot.judgedMinuteLots() * random.between(2_000, 15_000) / 1_000 / pushesLeft;
        pushNanos = random.between(30, 1_200) * MILLI_NANOS;
        reachPpm = spot.underlying.sigmaPpb() / 1_000 * random.between(3, 40);
        exitPerp = windDown((int)random.between(2, 25), stakeNanos / 2, reachPpm / 4, perp);
        exitSpot = windDown((int)random.between(4, 60), pushNanos, reachPpm / 8, spot);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (stakesLeft > 0)
        {
            stakesLeft--;
            take(perp, account(0), side, stakeLots, 50);
            return nowNanos + 1 + Distributions.exponential(random, stakeNanos);
        }
        if (pushesLeft > 0)
        {
            pushesLeft--;
            take(spot, account(accounts() - 1), side, pushLots * random.between(40, 160) / 100, reachPpm);
            return nowNanos + 1 + Distributions.exponential(random, pushNanos);
        }
        if (!isPerpDone)
        {
            final long next = exitPerp.step(nowNanos);
            isPerpDone = next == nowNanos;
            return isPerpDone ? nowNanos + pushNanos : next;
        }
        return exitSpot.step(nowNanos);
    }
}
