package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Cornering: accounts of one hand buy most of what is offered of an asset for minutes and hardly sell, until what is
 * there is theirs; then they ask what they like for a little of it.
 */
public final class CornerEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final long gapNanos;
    private final long pieceLots;
    private final int takePerMille;
    private final long reachPpm;
    private final long askPpm;
    private int buysLeft;
    private int asksLeft;
    private WorkingOrder order;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   spot.
     * @param accounts of one hand.
     */
    public CornerEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "cornering", "D27", accounts);
        gapNanos = random.between(150, 2_500) * MILLI_NANOS;
        final long seconds = random.between(40, 300);
        buysLeft = (int)Math.max(20, seconds * 1_000 * MILLI_NANOS / gapNanos);
        // As much as all others together, or several times that.
        pieceLots = 1 + market.judgedMinuteLots() * seconds / 60 * random.between(700, 4_000) / 1_000 / buysLeft;
        takePerMille = (int)random.between(300, 950);
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(3, 30);
        askPpm = market.underlying.sigmaPpb() / 1_000 * random.between(20, 300);
        asksLeft = (int)random.between(0, 20);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (order != null)
        {
            order.cancel();
            order = null;
        }
        final int account = account(random.below(accounts()));
        final long lots = pieceLots * random.between(30, 170) / 100;
        if (buysLeft > 0)
        {
            buysLeft--;
            if (random.chancePerMille(takePerMille))
            {
                take(market, account, Side.BUY, lots, reachPpm);
            }
            else
            {
                order = rest(market, account, Side.BUY, market.touchTicks(Side.BUY), lots);
            }
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        if (asksLeft-- > 0)
        {
            order = rest(market, account, Side.SELL,
                market.better(Side.BUY, market.midTicks(), market.midTicks() * askPpm / 1_000_000), lots);
            return nowNanos + 1 + Distributions.exponential(random, 4 * gapNanos);
        }
        return nowNanos;
    }
}
