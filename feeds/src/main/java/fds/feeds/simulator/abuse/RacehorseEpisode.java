package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Reset-time racehorse: an asset is bought before the hour at which the venue's daily change starts anew, and then
 * bought on, once or twice a second for many minutes, so that it leads the list of the day's winners and others come;
 * then it is sold to them. It begins only when the reset is near.
 */
public final class RacehorseEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;
    private static final long WAIT_MAX_NANOS = 2_700 * SECOND_NANOS;

    private final long leadNanos;
    private final int gatherPieces;
    private final long gatherLots;
    private final long runNanos;
    private final long gapNanos;
    private final long runLots;
    private final long reachPpm;
    private final int takePerMille;
    private final int joinPerMille;
    private final WindDown exit;
    private long resetNanos;
    private int turn;
    private WorkingOrder bid;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   spot.
     * @param accounts of one hand.
     */
    public RacehorseEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "reset_racehorse", "D25", accounts);
        final long minute = market.judgedMinuteLots();
        leadNanos = random.between(60, 1_500) * SECOND_NANOS;
        gatherPieces = (int)random.between(10, 120);
        gatherLots = 1 + minute * random.between(1_000, 8_000) / 1_000 / gatherPieces;
        runNanos = random.between(90, 1_500) * SECOND_NANOS;
        gapNanos = random.between(300, 2_200) * MILLI_NANOS;
        runLots = 1 + minute * random.between(150, 1_200) / 1_000 * gapNanos / (60 * SECOND_NANOS);
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(2, 20);
        takePerMille = (int)random.between(400, 1_000);
        joinPerMille = (int)random.between(0, 20);
        exit = windDown((int)random.between(5, 60), gapNanos, reachPpm / 2, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (resetNanos == 0)
        {
            resetNanos = (nowNanos / DAY_NANOS + 1) * DAY_NANOS;
            return resetNanos - nowNanos > WAIT_MAX_NANOS ? nowNanos : Math.max(nowNanos + 1, resetNanos - leadNanos);
        }
        turn = (turn + 1) % accounts();
        if (nowNanos < resetNanos)
        {
            take(market, account(turn), Side.BUY, gatherLots, 0);
            return Math.min(nowNanos + 1 + Distributions.exponential(random, leadNanos / gatherPieces),
                resetNanos + gapNanos);
        }
        if (bid != null)
        {
            bid.cancel();
            bid = null;
        }
        if (nowNanos < resetNanos + runNanos)
        {
            final long lots = runLots * random.between(40, 180) / 100;
            if (random.chancePerMille(takePerMille))
            {
                take(market, account(turn), Side.BUY, lots, reachPpm);
            }
            else
            {
                bid = rest(market, account(turn), Side.BUY, market.better(Side.BUY, market.touchTicks(Side.BUY), 2),
                    lots);
            }
            if (random.chancePerMille(joinPerMille))
            {
                market.stir(Side.BUY, market.judgedMinuteLots() / 10); // somebody has seen the list of winners
            }
            return nowNanos + gapNanos * random.between(60, 140) / 100;
        }
        return exit.step(nowNanos);
    }
}
