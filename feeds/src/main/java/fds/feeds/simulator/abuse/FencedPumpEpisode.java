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
 * Fenced pumping: a few accounts have gathered an asset; when the venue has suspended its wallet, nobody can bring more
 * of it, and they bid the price up far above that of other venues, and sell at what it has become until the wallet
 * opens again. The suspension is the venue's, not theirs, and no part of the label.
 */
public final class FencedPumpEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final String VENUE = "venue";

    private final long gatherLots;
    private final long gatherNanos;
    private final long waitNanos;
    private final long pumpLots;
    private final long pumpNanos;
    private final long reachPpm;
    private final WindDown exit;
    private int gatherLeft;
    private int pumpsLeft;
    private boolean isFenced;
    private boolean isOurFence;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   spot.
     * @param accounts of the few.
     */
    public FencedPumpEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "fenced_pump", "D26", accounts);
        final long minute = market.judgedMinuteLots();
        gatherLeft = (int)random.between(5, 80);
        gatherLots = 1 + minute * random.between(1_000, 6_000) / 1_000 / gatherLeft;
        gatherNanos = random.between(100, 2_000) * MILLI_NANOS;
        waitNanos = random.between(200, 20_000) * MILLI_NANOS;
        pumpsLeft = (int)random.between(30, 200);
        pumpLots = 1 + minute * random.between(5_000, 30_000) / 1_000 / pumpsLeft;
        pumpNanos = random.between(80, 1_200) * MILLI_NANOS;
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(10, 80);
        exit = windDown((int)random.between(5, 50), pumpNanos, reachPpm, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (gatherLeft > 0)
        {
            gatherLeft--;
            take(market, account(random.below(accounts())), Side.BUY, gatherLots * random.between(40, 160) / 100, 0);
            return nowNanos + 1 + Distributions.exponential(random, gatherLeft == 0 ? waitNanos : gatherNanos);
        }
        if (!isFenced)
        {
            isFenced = true;
            isOurFence = !market.isWalletSuspended();
            if (isOurFence)
            {
                fence(true);
            }
            return nowNanos + 1 + Distributions.exponential(random, waitNanos);
        }
        if (pumpsLeft > 0)
        {
            pumpsLeft--;
            take(market, account(random.below(accounts())), Side.BUY, pumpLots * random.between(40, 160) / 100,
                reachPpm);
            if (pumpsLeft % 16 == 0)
            {
                market.stir(Side.BUY, market.judgedMinuteLots() / 4);
            }
            return nowNanos + 1 + Distributions.exponential(random, pumpNanos);
        }
        final long next = exit.step(nowNanos);
        if (next == nowNanos && isOurFence)
        {
            fence(false);
        }
        return next;
    }

    private void fence(final boolean suspended)
    {
        market.suspendWallet(suspended);
        venue.announce(Kind.WALLET_STATUS, market.id(), MatchingBook.NONE, suspended ? 0 : 1, VENUE, "maintenance",
            null);
    }
}
