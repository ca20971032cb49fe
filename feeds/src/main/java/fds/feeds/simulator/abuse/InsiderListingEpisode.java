package fds.feeds.simulator.abuse;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Front-running of a listing or of other news that will please: accounts of those who know buy the asset before it is
 * told, and sell when everybody else has read it and buys. The announcement is the venue's and no part of the label.
 */
public final class InsiderListingEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;
    private static final long SCORE = 1_000_000;

    private final long pieceLots;
    private final long gatherNanos;
    private final long leadNanos;
    private final boolean isListing;
    private final long jumpPpb;
    private final long readersLots;
    private final WindDown exit;
    private int piecesLeft;
    private boolean isTold;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   spot of the asset.
     * @param accounts of those who know.
     */
    public InsiderListingEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "listing_front_running", "D38", accounts);
        final long minute = market.judgedMinuteLots();
        piecesLeft = (int)random.between(1, 60);
        pieceLots = 1 + minute * random.between(100, 3_000) / 1_000 / piecesLeft;
        gatherNanos = random.between(100, 4_000) * MILLI_NANOS;
        leadNanos = random.between(500, 60_000) * MILLI_NANOS;
        isListing = random.below(4) > 0;
        jumpPpb = market.underlying.sigmaPpb() * random.between(30, 300);
        readersLots = minute * random.between(300, 5_000) / 1_000;
        exit = windDown((int)random.between(1, 25), random.between(50, 3_000) * MILLI_NANOS,
            market.underlying.sigmaPpb() / 1_000 * random.between(1, 20), market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (piecesLeft > 0)
        {
            piecesLeft--;
            take(market, account(random.below(accounts())), Side.BUY, pieceLots * random.between(40, 160) / 100, 50);
            return nowNanos + 1 + Distributions.exponential(random, piecesLeft == 0 ? leadNanos : gatherNanos);
        }
        if (!isTold)
        {
            isTold = true;
            tell(nowNanos);
            return nowNanos + random.between(300, 15_000) * MILLI_NANOS;
        }
        return exit.step(nowNanos);
    }

    private void tell(final long nowNanos)
    {
        if (isListing)
        {
            venue.announce(Kind.LISTING, market.id(), MatchingBook.NONE,
                nowNanos + random.between(600, 7_200) * SECOND_NANOS, "venue", "new_pair", null);
        }
        else
        {
            venue.announce(Kind.NEWS, market.id(), MatchingBook.NONE, SCORE, "wire", "partnership", null);
        }
        market.underlying.push(jumpPpb);
        market.stir(Side.BUY, readersLots);
    }
}
