package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Pre-arranged trading: two parties of different owners send opposite orders of one size at one price at a time that
 * they have agreed on, so that they meet each other and nobody else. Some alternate, some move a holding from one to
 * the other piece by piece.
 */
public final class MatchedOrdersEpisode extends MeetingEpisode
{
    private final boolean isOneWay;
    private final int firstSide;
    private final long pieceLots;
    private int roundsLeft;

    /**
     * Two that have agreed.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts two of different owners.
     */
    public MatchedOrdersEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        // Quick enough that nobody comes between in this market, as far as people and programs can.
        super(stage, market, "matched_orders", "D05", market.paceNanos() * stage.random().between(50, 1_500) / 100,
            Math.min(3_000_000_000L, market.paceNanos() * stage.random().between(1, 60) / 100), accounts);
        isOneWay = random.below(3) == 0;
        firstSide = 1 + random.below(2);
        pieceLots = Distributions.size(random, market.usualLots * random.between(2, 30));
        roundsLeft = (int)random.between(3, 30);
    }

    @Override
    Deal next()
    {
        final int poster = random.below(2);
        final int sideOfFirst = isOneWay ? firstSide : 1 + random.below(2);
        final int side = poster == 0 ? sideOfFirst : 3 - sideOfFirst;
        return dealInside(poster, 1 - poster, side, pieceLots * random.between(70, 130) / 100);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        roundsLeft--;
    }

    @Override
    boolean isFinished()
    {
        return roundsLeft <= 0;
    }
}
