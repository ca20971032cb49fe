package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: earns funding without a view. In the minutes before the hour it sells the perpetual and buys as much spot (or
 * the other way round where it has spot to sell), piece by piece at the touch, and takes both back after.
 */
public final class FundingHedgerEpisode extends TradingEpisode
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;
    private static final long WAIT_MAX_NANOS = 1_200 * SECOND_NANOS;

    private final SimulatedMarket spot;
    private final long leadNanos;
    private final int pieces;
    private final long pieceLots;
    private final WindDown exit;
    private long hourNanos;
    private int side;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param perp    that pays funding.
     * @param spot    of the same asset and venue.
     * @param account whose.
     */
    public FundingHedgerEpisode(
        final Stage stage, final SimulatedMarket perp, final SimulatedMarket spot, final int account)
    {
        super(stage, perp, "decoy_funding_hedger", "", account);
        this.spot = spot;
        also(spot);
        leadNanos = random.between(60, 400) * SECOND_NANOS;
        pieces = (int)random.between(15, 80);
        pieceLots = 1 + perp.judgedMinuteLots() * random.between(300, 3_000) / 1_000 / pieces;
        exit = windDown(pieces, random.between(1, 5) * SECOND_NANOS, 20, perp, spot);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (hourNanos == 0)
        {
            hourNanos = (nowNanos / HOUR_NANOS + 1) * HOUR_NANOS;
            return hourNanos - nowNanos > WAIT_MAX_NANOS ? nowNanos : Math.max(nowNanos + 1, hourNanos - leadNanos);
        }
        if (nowNanos >= hourNanos)
        {
            return exit.step(nowNanos);
        }
        side = side != Side.NONE ? side : market.valueTicks() >= market.outsideTicks() ? Side.SELL : Side.BUY;
        final long filled = take(market, account(0), side, pieceLots, 10);
        if (filled > 0)
        {
            take(spot, account(0), Side.opposite(side), Math.max(1, filled * market.scale / spot.scale), 10);
        }
        return Math.min(nowNanos + 1 + Distributions.exponential(random, leadNanos / pieces),
            hourNanos + 2 * SECOND_NANOS);
    }
}
