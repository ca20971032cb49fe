package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: two busy traders of different owners who both quote at the touch and both take when they have too much. They
 * meet each other again and again because hardly anybody else is there, and neither knows.
 */
public final class MakersMeetEpisode extends TradingEpisode
{
    private final WorkingOrder[] quotes = new WorkingOrder[4]; // [trader * 2 + side - 1]
    private final long[] usual = new long[2];
    private final long gapNanos;
    private final int takePerMille;
    private int turnsLeft;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param accounts two of different owners.
     */
    public MakersMeetEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "decoy_makers_meet", "", accounts);
        usual[0] = market.usualLots * random.between(1, 9);
        usual[1] = market.usualLots * random.between(1, 9);
        gapNanos = Math.max(4_000_000L, market.paceNanos() * random.between(5, 60) / 100);
        takePerMille = (int)random.between(60, 300);
        turnsLeft = (int)random.between(100, 700);
    }

    @Override
    protected long step(final long nowNanos)
    {
        final int trader = random.below(2);
        final int side = 1 + random.below(2);
        final int at = trader * 2 + side - 1;
        if (quotes[at] != null)
        {
            quotes[at].cancel();
        }
        if (turnsLeft-- <= 0)
        {
            for (final WorkingOrder quote : quotes)
            {
                if (quote != null)
                {
                    quote.cancel();
                }
            }
            return nowNanos;
        }
        final long lots = market.modest(account(trader), Distributions.size(random, usual[trader]));
        if (random.chancePerMille(takePerMille))
        {
            take(market, account(trader), side, lots, 0);
        }
        else
        {
            quotes[at] = rest(market, account(trader), side,
                market.better(side, market.touchTicks(side), random.below(2)), lots);
        }
        return nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
