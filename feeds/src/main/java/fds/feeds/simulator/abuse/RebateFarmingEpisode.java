package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Farming of rebates and points: an account with a maker's rebate rests, befriended accounts take nobody but it, to and
 * fro without a view of the price, for the rebate, the volume tier or the points of a campaign. The first account is
 * the one that rests.
 */
public final class RebateFarmingEpisode extends MeetingEpisode
{
    private final long pieceLots;
    private final boolean isVaried;
    private final long[] boughtLots; // [account] of the first, less sold to it
    private int tradesLeft;

    /**
     * Accounts that have agreed.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts who rests, then who takes: one or more.
     */
    public RebateFarmingEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "rebate_farming", "D11", market.paceNanos() * stage.random().between(5, 200) / 100,
            stage.random().between(20, 400) * stage.random().between(1, 60) * 1_000, accounts);
        pieceLots = Distributions.size(random, market.usualLots * random.between(2, 40));
        isVaried = random.below(3) > 0;
        boughtLots = new long[accounts.length];
        tradesLeft = (int)random.between(20, 300);
    }

    @Override
    Deal next()
    {
        final int taker = 1 + random.below(accounts() - 1);
        // Nobody wants to be left with anything: who has bought sells next.
        final int side = boughtLots[taker] > 0 ? Side.BUY : boughtLots[taker] < 0 ? Side.SELL : 1 + random.below(2);
        final long lots = boughtLots[taker] != 0 ? Math.abs(boughtLots[taker]) :
            isVaried ? pieceLots * random.between(40, 160) / 100 : pieceLots;
        return dealInside(0, taker, side, lots);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        boughtLots[done.hitter()] += done.side() == Side.SELL ? met : -met;
        tradesLeft--;
    }

    @Override
    boolean isFinished()
    {
        return tradesLeft <= 0;
    }
}
