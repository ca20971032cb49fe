package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Circular trading: a lot goes from hand to hand among three and more accounts of different owners until it is back
 * where it was, so that no two of them trade both ways. One round or several, the lot the same or nearly.
 */
public final class CircularEpisode extends MeetingEpisode
{
    private final long lots;
    private final int variedPercent;
    private final int direction;
    private int hopsLeft;
    private int seller;

    /**
     * Accounts that have agreed.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts three or more, of different owners.
     */
    public CircularEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "circular_trading", "D04", market.paceNanos() * stage.random().between(10, 200) / 100,
            stage.random().between(20, 400) * stage.random().between(1, 60) * 1_000, accounts);
        lots = Distributions.size(random, market.usualLots * random.between(2, 20));
        variedPercent = random.below(2) == 0 ? 0 : (int)random.between(1, 8);
        direction = random.below(2) == 0 ? 1 : accounts.length - 1;
        seller = random.below(accounts.length);
        hopsLeft = accounts.length * (int)random.between(1, 8);
    }

    @Override
    Deal next()
    {
        final int buyer = (seller + direction) % accounts();
        final boolean isSellerFirst = random.below(2) == 0;
        return dealInside(isSellerFirst ? seller : buyer, isSellerFirst ? buyer : seller,
            isSellerFirst ? Side.SELL : Side.BUY, lots * (100 + random.between(-variedPercent, variedPercent)) / 100);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        // What somebody else took is tried again; most of the lot is enough to go on.
        if (met * 2 > done.lots())
        {
            seller = (seller + direction) % accounts();
            hopsLeft--;
        }
    }

    @Override
    boolean isFinished()
    {
        return hopsLeft == 0;
    }
}
