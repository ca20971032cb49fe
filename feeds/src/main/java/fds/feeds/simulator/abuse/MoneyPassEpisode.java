package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Money pass: one account loses to another on purpose, trade by trade: it buys from it dear and sells to it cheap, at
 * prices off the middle, taking what little stands between. What both hold in the end is what they had; the money is
 * elsewhere.
 */
public final class MoneyPassEpisode extends MeetingEpisode
{
    private static final int RECEIVER = 0;
    private static final int PAYER = 1;

    private final int offBasisPoints;
    private final long lots;
    private int side = 1 + random.below(2); // of the receiver's order
    private int dealsLeft;

    /**
     * A receiver and a payer.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts the receiver, then the payer.
     */
    public MoneyPassEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "money_pass", "D06", market.paceNanos() * stage.random().between(20, 600) / 100,
            stage.random().between(1, 400) * 1_000_000, accounts);
        offBasisPoints = (int)random.between(3, 120);
        lots = Distributions.size(random, market.usualLots * random.between(20, 300));
        dealsLeft = 2 * (int)random.between(2, 14);
    }

    @Override
    Deal next()
    {
        if (!market.isTwoSided())
        {
            return null;
        }
        // As far off as they like, unless others would get most of it.
        for (long off = market.midTicks() * offBasisPoints / 10_000; off >= 1; off /= 2)
        {
            final long price = market.passive(side, market.better(side, market.midTicks(), -off));
            final long ahead = price < 1 ? lots : market.depthLots(side, price, lots);
            if (ahead * 2 < lots)
            {
                return new Deal(RECEIVER, PAYER, side, price, lots, ahead);
            }
        }
        return dealInside(RECEIVER, PAYER, side, lots);
    }

    @Override
    void onMet(final Deal done, final long met)
    {
        side = met > 0 ? Side.opposite(side) : side;
        dealsLeft--;
    }

    @Override
    boolean isFinished()
    {
        return dealsLeft <= 0;
    }
}
