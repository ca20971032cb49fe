package fds.feeds.simulator.episode;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.venue.SimulatedMarket;

/** How an episode gets rid of what it holds: in pieces, one after another, until nothing is left or patience is. */
public final class WindDown
{
    private static final int PATIENCE = 4; // times as many tries as pieces
    private static final int TRIES_MIN = 150;

    private final TradingEpisode episode;
    private final SimulatedMarket[] markets;
    private final int pieces;
    private final long gapNanos;
    private final long reachPpm;
    private final long[] pieceLots; // [place in markets]
    private int tries;

    WindDown(
        final TradingEpisode episode, final int pieces, final long gapNanos, final long reachPpm,
        final SimulatedMarket... markets)
    {
        this.episode = episode;
        this.markets = markets.clone();
        this.pieces = pieces;
        this.gapNanos = gapNanos;
        this.reachPpm = reachPpm;
        pieceLots = new long[markets.length];
    }

    /**
     * A piece in each market.
     *
     * @param nowNanos time.
     * @return when the next one is due; now: nothing is left, or it has given up.
     */
    public long step(final long nowNanos)
    {
        long left = 0;
        for (int i = 0; i < markets.length; i++)
        {
            pieceLots[i] = Math.max(pieceLots[i], 1 + episode.heldLots(markets[i]) / pieces);
            left += episode.unwind(markets[i], pieceLots[i], reachPpm);
        }
        return left == 0 || ++tries >= Math.max(TRIES_MIN, PATIENCE * pieces) ? nowNanos :
            nowNanos + 1 + Distributions.exponential(episode.random, gapNanos);
    }
}
