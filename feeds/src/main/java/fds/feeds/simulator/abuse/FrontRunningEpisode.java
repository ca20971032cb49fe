package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Front-running of a client's order: a client's large order has reached the venue and waits (for approval, for its
 * execution in the dealing room); somebody who sees it trades first on the same side, offers what it has got where the
 * client's order will come by, and trades the rest back when that has moved the price. The client is not accused: its
 * order is not in the label.
 */
public final class FrontRunningEpisode extends TradingEpisode
{
    private static final int REQUEST = 0;
    private static final int RUN = 1;
    private static final int SEND = 2;
    private static final long MILLI_NANOS = 1_000_000;

    private final int client;
    private final long clientPerMille;
    private final long delayNanos;
    private final long reactionNanos;
    private final int sharePerMille;
    private final int runPieces;
    private final long exitNanos;
    private final boolean isServing;
    private final long offerPpm;
    private final List<WorkingOrder> offers = new ArrayList<>();
    private int roundsLeft;
    private int phase = REQUEST;
    private int runsLeft;
    private int exitTries;
    private int side;
    private long priceTicks;
    private long clientLots;
    private long requested;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param client   whose orders are known to them.
     * @param accounts of those who see.
     */
    public FrontRunningEpisode(
        final Stage stage, final SimulatedMarket market, final int client, final int... accounts)
    {
        super(stage, market, "front_running", "D39", accounts);
        this.client = client;
        roundsLeft = (int)random.between(1, 6);
        clientPerMille = random.between(300, 5_000);
        delayNanos = random.between(150, 6_000) * MILLI_NANOS;
        reactionNanos = random.between(1, 400) * random.between(1, 10) * MILLI_NANOS / 10;
        sharePerMille = (int)random.between(30, 350);
        runPieces = (int)random.between(1, 5);
        exitNanos = random.between(20, 4_000) * MILLI_NANOS;
        isServing = random.below(3) > 0;
        offerPpm = random.between(300, 3_500);
    }

    @Override
    protected long step(final long nowNanos)
    {
        switch (phase)
        {
            case REQUEST:
                return request(nowNanos);
            case RUN:
                return run(nowNanos);
            case SEND:
                return send(nowNanos);
            default:
                return close(nowNanos);
        }
    }

    private long request(final long nowNanos)
    {
        if (roundsLeft-- == 0 || !market.isTwoSided())
        {
            return nowNanos;
        }
        side = 1 + random.below(2);
        final long touch = market.touchTicks(Side.opposite(side));
        priceTicks = market.better(side, touch, touch / 150);
        clientLots = Math.min(market.inRange(market.judgedMinuteLots() * clientPerMille / 1_000),
            venue.margins.affordableLots(market, client, side, priceTicks) / 2);
        requested = clientLots < 1 ? 0 :
            venue.request(market, client, side, priceTicks, clientLots, Flags.IOC, null);
        if (requested == 0)
        {
            return nowNanos + 1 + delayNanos;
        }
        phase = RUN;
        runsLeft = runPieces;
        return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
    }

    private long run(final long nowNanos)
    {
        take(market, account(random.below(accounts())), side, 1 + clientLots * sharePerMille / 1_000 / runPieces, 200);
        if (--runsLeft > 0)
        {
            return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
        }
        phase = SEND;
        return nowNanos + 1 + Distributions.exponential(random, delayNanos);
    }

    private long send(final long nowNanos)
    {
        for (int place = 0; isServing && place < accounts(); place++)
        {
            final long price = market.touchTicks(Side.opposite(side));
            offers.add(rest(market, account(place), Side.opposite(side),
                market.better(side, price, 1 + price / 1_000 * offerPpm / 1_000),
                Math.abs(gain().lots(market, place))));
        }
        venue.submit(market, client, side, priceTicks, clientLots, Flags.IOC, null, requested);
        phase = SEND + 1;
        exitTries = 0;
        return nowNanos + 1 + Distributions.exponential(random, exitNanos);
    }

    private long close(final long nowNanos)
    {
        offers.forEach(WorkingOrder::cancel);
        offers.clear();
        final long left = unwind(market, 1 + clientLots * sharePerMille / 1_000, 300);
        if (left != 0 && ++exitTries < 40)
        {
            return nowNanos + 1 + Distributions.exponential(random, exitNanos / 4 + 1);
        }
        phase = REQUEST;
        return nowNanos + 1 + Distributions.exponential(random, 4 * delayNanos);
    }
}
