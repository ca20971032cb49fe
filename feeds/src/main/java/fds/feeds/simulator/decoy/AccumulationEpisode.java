package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: a genuine large buyer who takes minutes for it, in pieces at even intervals, resting or taking at the touch,
 * never above it, pausing when the price has risen, and keeps what it has bought.
 */
public final class AccumulationEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final long pieceLots;
    private final long gapNanos;
    private final int restPerMille;
    private final long dearTicks;
    private int piecesLeft;
    private int pauses;
    private WorkingOrder bid;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account whose.
     */
    public AccumulationEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_accumulation", "", account);
        piecesLeft = (int)random.between(30, 200);
        pieceLots = market.modest(account,
            1 + market.judgedMinuteLots() * random.between(300, 2_500) / 1_000 / piecesLeft);
        gapNanos = random.between(400, 2_500) * MILLI_NANOS;
        restPerMille = (int)random.between(0, 900);
        dearTicks = market.midTicks() / 1_000 * random.between(15, 60) * market.underlying.sigmaPpb() / 1_000_000 +
            market.midTicks();
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (bid != null)
        {
            bid.cancel();
            bid = null;
        }
        if (piecesLeft <= 0)
        {
            return nowNanos;
        }
        if (market.midTicks() > dearTicks && pauses++ < 40)
        {
            return nowNanos + 4 * gapNanos;
        }
        piecesLeft--;
        if (random.chancePerMille(restPerMille))
        {
            bid = rest(market, account(0), Side.BUY, market.touchTicks(Side.BUY), pieceLots);
        }
        else
        {
            take(market, account(0), Side.BUY, pieceLots, 0);
        }
        return nowNanos + 1 + gapNanos * random.between(90, 110) / 100;
    }
}
