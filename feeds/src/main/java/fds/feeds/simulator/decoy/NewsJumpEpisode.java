package fds.feeds.simulator.decoy;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Decoy: a genuine jump. News is told, the price is somewhere else at once, many people trade on it, and a second
 * message follows. Nobody knew before.
 */
public final class NewsJumpEpisode extends Episode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SCORE = 1_000_000;

    private final long jumpPpb;
    private final long readersLots;
    private final long lastsNanos;
    private boolean isTold;

    /**
     * Not begun.
     *
     * @param stage  to act on.
     * @param market whose asset the news is about.
     */
    public NewsJumpEpisode(final Stage stage, final SimulatedMarket market)
    {
        super(stage, market, "decoy_news_jump", "");
        jumpPpb = market.underlying.sigmaPpb() * random.between(25, 200) * (random.below(2) == 0 ? 1 : -1);
        readersLots = market.judgedMinuteLots() * random.between(200, 3_000) / 1_000;
        lastsNanos = random.between(5_000, 60_000) * MILLI_NANOS;
    }

    @Override
    protected long step(final long nowNanos)
    {
        final long score = Math.max(-SCORE, Math.min(SCORE, jumpPpb / 10));
        venue.announce(Kind.NEWS, market.id(), MatchingBook.NONE, score, "wire", isTold ? "follow_up" : "market", this);
        if (isTold)
        {
            return nowNanos;
        }
        isTold = true;
        market.underlying.push(jumpPpb);
        market.stir(jumpPpb > 0 ? Side.BUY : Side.SELL, readersLots);
        return nowNanos + lastsNanos;
    }
}
