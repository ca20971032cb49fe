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
 * Pump and dump: a few accounts buy a small asset quietly; then a call goes to many people, the organisers' own orders
 * make the price jump in the first seconds, those who were called buy what they can get, and the organisers sell to
 * them. Those who were called are not accused: their orders are not in the label.
 */
public final class PumpAndDumpEpisode extends TradingEpisode
{
    private static final int GATHER = 0;
    private static final int PUMP = 1;
    private static final int DUMP = 2;
    private static final long MILLI_NANOS = 1_000_000;
    private static final long CERTAIN = 1_000_000; // score

    private final long pieceLots;
    private final long gatherNanos;
    private final boolean isPublic;
    private final long rushLots;
    private final long rushNanos;
    private final int sameMomentPerMille;
    private final long calledLots;
    private final long reachPpm;
    private final long holdNanos;
    private final WindDown exit;
    private int piecesLeft;
    private int rushLeft;
    private int phase = GATHER;
    private boolean isCalled;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   of a small asset.
     * @param accounts of the organisers.
     */
    public PumpAndDumpEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "pump_and_dump", "D24", accounts);
        final long minute = market.judgedMinuteLots();
        piecesLeft = (int)random.between(10, 150);
        pieceLots = 1 + minute * random.between(1_000, 6_000) / 1_000 / piecesLeft;
        gatherNanos = random.between(200, 2_000) * MILLI_NANOS;
        isPublic = random.below(3) > 0;
        rushLeft = (int)random.between(8, 60);
        rushLots = 1 + minute * random.between(500, 5_000) / 1_000 / rushLeft;
        rushNanos = random.between(20, 400) * MILLI_NANOS;
        sameMomentPerMille = (int)random.between(100, 800);
        calledLots = minute * random.between(3_000, 15_000) / 1_000;
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(5, 60);
        holdNanos = random.between(500, 30_000) * MILLI_NANOS;
        exit = windDown((int)random.between(3, 50), random.between(50, 2_000) * MILLI_NANOS, reachPpm / 2, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        switch (phase)
        {
            case GATHER:
                return gather(nowNanos);
            case PUMP:
                return pump(nowNanos);
            default:
                return exit.step(nowNanos);
        }
    }

    private long gather(final long nowNanos)
    {
        take(market, account(random.below(accounts())), Side.BUY, pieceLots * random.between(30, 170) / 100, 0);
        if (--piecesLeft > 0)
        {
            return nowNanos + 1 + Distributions.exponential(random, gatherNanos);
        }
        phase = PUMP;
        return nowNanos + 1 + holdNanos;
    }

    private long pump(final long nowNanos)
    {
        if (!isCalled)
        {
            isCalled = true;
            if (isPublic)
            {
                // Somebody's message, seen by all: the venue's flow tells it without an account.
                venue.announce(Kind.SOCIAL, market.id(), MatchingBook.NONE, CERTAIN, "chat", "call", null);
            }
            market.stir(Side.BUY, calledLots);
        }
        take(market, account(random.below(accounts())), Side.BUY, rushLots * random.between(40, 160) / 100, reachPpm);
        if (--rushLeft > 0)
        {
            return nowNanos + 1 +
                (random.chancePerMille(sameMomentPerMille) ? 0 : Distributions.exponential(random, rushNanos));
        }
        phase = DUMP;
        return nowNanos + 1 + Distributions.exponential(random, holdNanos / 4);
    }
}
