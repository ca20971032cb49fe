package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Kind;

/** What is said about assets: news when a price has jumped, and chatter that means nothing. */
final class NewsAgent implements Agent
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long SCORE = 1_000_000;
    private static final int CHATTER_PER_MILLE = 60;

    private final SimulatedVenue venue;
    private final MarketSet markets;
    private final SimulatorRandom random;

    NewsAgent(final SimulatedVenue venue, final MarketSet markets, final SimulatorRandom random)
    {
        this.venue = venue;
        this.markets = markets;
        this.random = random;
    }

    @Override
    public long step(final long nowNanos)
    {
        final SimulatedMarket market = markets.markets()[random.below(markets.mainCount())];
        final long jump = market.underlying.takeJumpPpb();
        if (jump != 0)
        {
            // A hundredth up or down is a score of 1.
            venue.announce(Kind.NEWS, market.id(), MatchingBook.NONE,
                Math.max(-SCORE, Math.min(SCORE, jump / 10)), "wire", "market", null);
        }
        else if (random.chancePerMille(CHATTER_PER_MILLE))
        {
            venue.announce(Kind.SOCIAL, market.id(), MatchingBook.NONE, random.between(-SCORE, SCORE), "chat",
                "chatter", null);
        }
        return SECOND_NANOS / 4 + Distributions.exponential(random, SECOND_NANOS / 2);
    }
}
