package fds.feeds.simulator.abuse;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;

/**
 * A cascade of liquidations: the price of an asset falls (or rises) by much within seconds, with or without news, and
 * who has too much leverage is closed by the venue, which moves it further. Nobody has brought it about; its rows are
 * those of the liquidations, and no account is named.
 */
public final class CascadeEpisode extends Episode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SCORE = 1_000_000;

    private final long stepPpb;
    private final long gapNanos;
    private final long lastsNanos;
    private final boolean isTold;
    private int stepsLeft;
    private boolean isBegun;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param perp     of the asset.
     * @param typology for its label.
     * @param detector that should find it, or empty.
     * @param most     by how many of a second's deviations the price moves at most, 100 and up.
     */
    public CascadeEpisode(
        final Stage stage, final SimulatedMarket perp, final String typology, final String detector, final int most)
    {
        super(stage, perp, typology, detector);
        stepsLeft = (int)random.between(1, 20);
        stepPpb = perp.underlying.sigmaPpb() * random.between(100, most) / stepsLeft *
            (random.below(3) == 0 ? 1 : -1);
        gapNanos = random.between(50, 1_000) * MILLI_NANOS;
        lastsNanos = random.between(8_000, 40_000) * MILLI_NANOS;
        isTold = random.below(2) == 0;
    }

    @Override
    protected boolean claims(final SimulatedMarket where)
    {
        return isBegun && where == market;
    }

    @Override
    public void onFill(
        final SimulatedMarket where, final int account, final int side, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        // other people's money
    }

    @Override
    public void onPayment(final int account, final long units)
    {
        // as above
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            if (isTold)
            {
                venue.announce(Kind.NEWS, market.id(), MatchingBook.NONE, stepPpb > 0 ? SCORE : -SCORE, "wire",
                    "market", null);
            }
        }
        if (stepsLeft == 0)
        {
            return nowNanos;
        }
        market.underlying.push(stepPpb);
        return --stepsLeft == 0 ? nowNanos + lastsNanos : nowNanos + gapNanos;
    }
}
