package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Decoy: somebody who saves in an asset, the same small purchase again and again, when its listing in another pair is
 * announced in between; it buys on as before and sells nothing.
 */
public final class ListingBuyerEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;

    private final long pieceLots;
    private final long gapNanos;
    private final int toldAt;
    private int piecesLeft;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  spot of the asset.
     * @param account whose.
     */
    public ListingBuyerEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_listing_buyer", "", account);
        piecesLeft = (int)random.between(12, 60);
        toldAt = (int)(piecesLeft * random.between(20, 70) / 100);
        pieceLots = market.modest(account, market.usualLots * random.between(1, 12));
        gapNanos = random.between(800, 5_000) * MILLI_NANOS;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (piecesLeft-- == 0)
        {
            return nowNanos;
        }
        if (piecesLeft == toldAt)
        {
            venue.announce(Kind.LISTING, market.id(), MatchingBook.NONE,
                nowNanos + random.between(600, 7_200) * SECOND_NANOS, "venue", "new_pair", null);
            market.underlying.push(market.underlying.sigmaPpb() * random.between(0, 80));
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        take(market, account(0), Side.BUY, pieceLots, 10);
        return nowNanos + gapNanos * random.between(95, 105) / 100;
    }
}
