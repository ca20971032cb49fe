package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Pinging: strings of tiny orders that are gone at once, to learn who answers and how much stands behind the touch;
 * then the order that all this was for takes what was found, ahead of it or against it.
 */
public final class PingingEpisode extends Episode
{
    private final long pingLots;
    private final long gapNanos;
    private final long lifeNanos;
    private final long pauseNanos;
    private final int pingsMax;
    private final int restingPerMille; // of pings that rest for a moment inside the spread; the others are IOC
    private final long strikeTimes;
    private int volleysLeft;
    private int pingsLeft;
    private int side = 1 + random.below(2);
    private WorkingOrder resting;

    /**
     * Somebody who has not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public PingingEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "pinging", "D18", account);
        pingLots = Math.max(1, market.usualLots / random.between(4, 60));
        gapNanos = random.between(2, 40) * random.between(1, 10) * 1_000_000; // 2 to 400 ms
        lifeNanos = random.between(1, 60) * random.between(1, 10) * 100_000; // 0.1 to 60 ms
        pauseNanos = Math.max(200_000_000L, market.paceNanos() * random.between(2, 30));
        pingsMax = (int)random.between(6, 50);
        restingPerMille = (int)random.between(0, 1_000);
        strikeTimes = random.between(15, 400);
        volleysLeft = (int)random.between(1, 9);
        pingsLeft = 1 + random.below(pingsMax);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (resting != null)
        {
            resting.cancel();
            resting = null;
            return nowNanos + 1 + Distributions.exponential(random, gapNanos);
        }
        if (pingsLeft-- > 0)
        {
            ping();
            return nowNanos + 1 + Distributions.exponential(random, resting == null ? gapNanos : lifeNanos);
        }
        send(Side.opposite(side), 1, pingLots * strikeTimes * random.between(50, 150) / 100);
        pingsLeft = pingsMax / 2 + random.below(pingsMax);
        side = 1 + random.below(2);
        return --volleysLeft <= 0 ? nowNanos : nowNanos + 1 + Distributions.exponential(random, pauseNanos);
    }

    private void ping()
    {
        final long lots = 1 + random.below((int)Math.min(1 << 30, pingLots));
        if (market.spreadTicks() > 1 && random.chancePerMille(restingPerMille))
        {
            final long price = market.passive(side, market.better(side, market.touchTicks(side), 1));
            if (price >= 1 && venue.canAfford(market, account(0), side, price, lots, Flags.POST_ONLY))
            {
                resting = place(market, account(0), side, price, lots, Flags.POST_ONLY);
            }
            return;
        }
        send(side, -random.below(2), lots);
    }

    private void send(final int of, final long beyond, final long lots)
    {
        final long price = market.better(of, market.touchTicks(Side.opposite(of)), beyond);
        final long most = Math.min(market.modest(account(0), lots),
            venue.margins.affordableLots(market, account(0), of, price));
        if (most >= 1)
        {
            place(market, account(0), of, price, most, Flags.IOC);
        }
    }
}
