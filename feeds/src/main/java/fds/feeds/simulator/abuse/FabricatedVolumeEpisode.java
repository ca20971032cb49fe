package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Volume made by a program that lets accounts trade with each other. Its sizes give it away: either drawn evenly from a
 * range, so that large first digits are as frequent as small ones, or of a natural spread but never round, as no human
 * orders are.
 */
public final class FabricatedVolumeEpisode extends MeetingEpisode
{
    private final boolean isEven;
    private final long smallestLots;
    private final long largestLots;
    private int tradesLeft;

    /**
     * Accounts of a program.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param isEven   sizes are drawn evenly; false: never round.
     * @param accounts two or more of different owners.
     */
    public FabricatedVolumeEpisode(
        final Stage stage, final SimulatedMarket market, final boolean isEven, final int... accounts)
    {
        super(stage, market, isEven ? "even_sizes" : "unround_sizes", isEven ? "D07" : "D08",
            market.paceNanos() * stage.random().between(5, 120) / 100,
            stage.random().between(20, 400) * stage.random().between(1, 20) * 1_000, accounts);
        this.isEven = isEven;
        smallestLots = market.usualLots * random.between(50, 400) / 100;
        largestLots = smallestLots * random.between(3, 60);
        tradesLeft = (int)random.between(60, 700);
    }

    @Override
    Deal next()
    {
        final int poster = random.below(accounts());
        final int hitter = (poster + 1 + random.below(accounts() - 1)) % accounts();
        final long lots = isEven ?
            smallestLots + (largestLots - smallestLots) * random.below(1 << 20) / (1 << 20) :
            unround(Math.min(largestLots, Distributions.size(random, smallestLots)));
        return dealInside(poster, hitter, 1 + random.below(2), lots);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        tradesLeft--;
    }

    @Override
    boolean isFinished()
    {
        return tradesLeft <= 0;
    }

    private long unround(final long lots)
    {
        final long shifted = lots + random.between(1, 9);
        return shifted % 5 == 0 ? shifted + random.between(1, 4) : shifted;
    }
}
