package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Ramping: lifts a price step by step, by bids that better its own and by purchases above the last trade in small
 * pieces, regardless of the price, over minutes; then sells into it, or keeps what it has marked up. In perpetuals it
 * also presses prices down.
 */
public final class RampingEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final int side;
    private final int takePerMille;
    private final long pieceLots;
    private final long gapNanos;
    private final long aboveTicks;
    private final long targetTicks;
    private final boolean isSelling;
    private final long pauseNanos;
    private final WindDown exit;
    private int stepsLeft;
    private int turn;
    private WorkingOrder bid;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   whose price is to move.
     * @param accounts of one hand; they take turns.
     */
    public RampingEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "ramping", "D21", accounts);
        final long minute = market.judgedMinuteLots();
        side = market.isPerp() && random.below(3) == 0 ? Side.SELL : Side.BUY;
        takePerMille = (int)random.between(150, 950);
        stepsLeft = (int)random.between(25, 260);
        pieceLots = 1 + minute * random.between(1_500, 12_000) / 1_000 / stepsLeft;
        gapNanos = random.between(250, 3_000) * MILLI_NANOS;
        aboveTicks = random.between(1, 8) * market.halfSpreadTicks;
        // It stops when it has what it wants: forty to four hundred of a second's deviations.
        targetTicks = market.better(side, market.midTicks(),
            market.midTicks() / 1_000 * random.between(40, 400) * market.underlying.sigmaPpb() / 1_000_000);
        isSelling = random.below(4) > 0;
        pauseNanos = random.between(100, 4_000) * MILLI_NANOS;
        exit = windDown((int)random.between(2, 30), pauseNanos, market.underlying.sigmaPpb() / 1_000, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (stepsLeft > 0 && !isThere())
        {
            stepsLeft--;
            lift();
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        stepsLeft = 0;
        if (bid != null)
        {
            bid.cancel();
            bid = null;
            return nowNanos + 1 + pauseNanos;
        }
        return isSelling ? exit.step(nowNanos) : nowNanos;
    }

    private boolean isThere()
    {
        return side == Side.BUY ? market.midTicks() >= targetTicks : market.midTicks() <= targetTicks;
    }

    private void lift()
    {
        turn = (turn + 1) % accounts();
        final long lots = pieceLots * random.between(40, 180) / 100;
        if (random.chancePerMille(takePerMille))
        {
            take(market, account(turn), side, lots, aboveTicks * 1_000_000 / market.midTicks());
            return;
        }
        if (bid != null)
        {
            bid.cancel();
        }
        bid = rest(market, account(turn), side, market.better(side, market.touchTicks(side),
            1 + random.below((int)Math.min(1_000, aboveTicks))), lots);
    }
}
