package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * A price trick by a link between markets: two accounts of one hand trade with each other in a thin market at prices
 * that they have moved there, so that whatever is computed from it is wrong, and a third one trades the liquid market
 * that follows.
 */
public final class LinkedPriceEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final SimulatedMarket liquid;
    private final SimulatedMarket thin;
    private final int side;
    private final long stakeLots;
    private final long thinLots;
    private final long awayPpm;
    private final long gapNanos;
    private final WindDown exit;
    private int stakesLeft;
    private int roundsLeft;
    private WorkingOrder offer;
    private int offeredBy;

    /**
     * Not begun.
     *
     * @param stage  to act on.
     * @param liquid market that follows.
     * @param thin   market that it is computed from.
     * @param trader account in the liquid market.
     * @param one    account in the thin market.
     * @param other  account in the thin market.
     */
    public LinkedPriceEpisode(
        final Stage stage, final SimulatedMarket liquid, final SimulatedMarket thin, final int trader, final int one,
        final int other)
    {
        super(stage, thin, "linked_price_trick", "D23", one, other, trader);
        this.liquid = liquid;
        this.thin = thin;
        also(liquid);
        side = 1 + random.below(2);
        stakesLeft = (int)random.between(2, 15);
        stakeLots = 1 + liquid.judgedMinuteLots() * random.between(300, 4_000) / 1_000 / stakesLeft;
        roundsLeft = (int)random.between(6, 60);
        thinLots = 1 + thin.judgedMinuteLots() * random.between(10, 200) / 1_000;
        awayPpm = thin.underlying.sigmaPpb() / 1_000 * random.between(10, 200);
        gapNanos = random.between(100, 2_500) * MILLI_NANOS;
        exit = windDown((int)random.between(3, 20), gapNanos, 200, liquid, thin);
    }

    @Override
    public boolean mayMeet(final int aggressor, final int resting)
    {
        return aggressor != resting && (resting == account(0) || resting == account(1));
    }

    @Override
    public boolean isSelfTrading()
    {
        return true;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (stakesLeft > 0)
        {
            stakesLeft--;
            take(liquid, account(2), side, stakeLots, 50);
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        if (roundsLeft > 0)
        {
            if (offer == null)
            {
                offeredBy = random.below(2);
                final int selling = Side.opposite(side);
                offer = rest(thin, account(offeredBy), selling,
                    thin.better(side, thin.midTicks(), thin.midTicks() * awayPpm / 1_000_000), thinLots);
                return nowNanos + 1 + Distributions.exponential(random, gapNanos / 20);
            }
            roundsLeft--;
            // What others offer below is in the way, and is paid for.
            take(thin, account(1 - offeredBy), side, offer.isLive() ? 4 * thinLots : thinLots, 2 * awayPpm);
            offer.cancel();
            offer = null;
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        return exit.step(nowNanos);
    }
}
