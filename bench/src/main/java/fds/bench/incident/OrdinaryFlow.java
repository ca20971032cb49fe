package fds.bench.incident;

import java.util.ArrayDeque;
import java.util.Random;
import java.util.Set;

/**
 * Ordinary people in one market of a case: makers who quote about what they think the price is, customers who rest and
 * withdraw, and takers. What they think moves a little by itself and follows trades; they lean to the side that shows
 * less. The same seed and rate give the same flow.
 */
final class OrdinaryFlow
{
    private static final int MAKERS = 4;
    private static final int LADDER = 4;
    private static final int CUSTOMERS = 60;
    private static final int RESTING_MAX = 60;
    private static final double LEAN_TICKS = 2.5;
    private static final double WALK_TICKS = 0.15; // of half a spread, by the square root of seconds
    private static final Set<String> NO_STEP = Set.of();

    private final CaseMarket market;
    private final Random random;
    private final String prefix;
    private final long meanGapNanos;
    private final long medianLots;
    private final long halfSpreadTicks;
    private final ArrayDeque<String> resting = new ArrayDeque<>(); // of customers, oldest first
    private final String[] quotes = new String[MAKERS * LADDER * 2]; // [maker * LADDER * 2 + level * 2 + side]
    private double fairTicks;
    private long believedTicks; // the trade that was followed last
    private long nextNanos;
    private long orders;

    /**
     * A market that is about to open.
     *
     * @param market         to act in.
     * @param seed           of chance.
     * @param startNanos     of the first message.
     * @param ratePerSecond  messages.
     * @param priceTicks     at the start.
     * @param medianLots     of an order.
     * @param halfSpreadTicks from what makers think to their best quotes.
     */
    OrdinaryFlow(final CaseMarket market, final long seed, final long startNanos, final double ratePerSecond,
        final long priceTicks, final long medianLots, final long halfSpreadTicks)
    {
        this.market = market;
        random = new Random(seed);
        prefix = market.instrument + "-";
        meanGapNanos = Math.round(1e9 / ratePerSecond);
        this.medianLots = medianLots;
        this.halfSpreadTicks = halfSpreadTicks;
        fairTicks = priceTicks;
        nextNanos = startNanos;
    }

    long nextNanos()
    {
        return nextNanos;
    }

    /** The next message, at its time. */
    void act()
    {
        final long now = nextNanos;
        nextNanos += Math.max(1, Math.round(-StrictMath.log(1 - random.nextDouble()) * meanGapNanos));
        final long last = market.lastTicks();
        if (last != 0 && last != believedTicks)
        {
            fairTicks += (last - fairTicks) * 0.25;
            believedTicks = last;
        }
        fairTicks = Math.max(2 + halfSpreadTicks, fairTicks + random.nextGaussian() * WALK_TICKS *
            StrictMath.sqrt(meanGapNanos / 1e9) * Math.max(1, halfSpreadTicks));
        final int chance = orders < quotes.length ? 0 : random.nextInt(100);
        if (chance < 55)
        {
            quote(now, orders < quotes.length ? (int)orders : random.nextInt(quotes.length));
        }
        else if (chance < 75)
        {
            rest(now);
        }
        else if (chance < 92)
        {
            withdraw(now);
        }
        else
        {
            take(now);
        }
    }

    private void quote(final long now, final int place)
    {
        final boolean isBuy = place % 2 == 0;
        final int level = place / 2 % LADDER;
        final double lean = lean();
        final long away = halfSpreadTicks + (long)level * Math.max(1, halfSpreadTicks);
        long ticks = Math.round(fairTicks + lean + (isBuy ? -away : away));
        final long other = market.bestTicks(!isBuy);
        if (other != 0)
        {
            ticks = isBuy ? Math.min(ticks, other - 1) : Math.max(ticks, other + 1);
        }
        final long atTicks = Math.max(1, ticks);
        if (quotes[place] != null && market.isLive(quotes[place]))
        {
            market.replace(now, quotes[place], atTicks, lots(), NO_STEP);
            return;
        }
        quotes[place] = nextId();
        enter(now, quotes[place], "maker" + (1 + place / (2 * LADDER)), isBuy, atTicks, lots(), "post_only");
    }

    /** Towards the side that shows less. */
    private double lean()
    {
        final double bids = market.depthLots(true, 10);
        final double asks = market.depthLots(false, 10);
        final double imbalance = bids + asks == 0 ? 0 : (bids - asks) / (bids + asks);
        return Math.abs(imbalance) < 0.4 ? 0 : imbalance * LEAN_TICKS * Math.max(1, halfSpreadTicks);
    }

    private void rest(final long now)
    {
        if (resting.size() >= RESTING_MAX)
        {
            withdraw(now);
            return;
        }
        final boolean isBuy = random.nextBoolean();
        final long other = market.bestTicks(!isBuy);
        final long away = 1 + (long)(StrictMath.pow(random.nextDouble(), 2) * 15 * Math.max(1, halfSpreadTicks));
        final long from = other == 0 ? Math.round(fairTicks) : other;
        final String id = nextId();
        resting.addLast(id);
        enter(now, id, customer(), isBuy, Math.max(1, isBuy ? from - away : from + away), lots(), "");
    }

    private void withdraw(final long now)
    {
        while (!resting.isEmpty())
        {
            final String id = resting.pollFirst();
            if (market.isLive(id))
            {
                market.cancel(now, id, NO_STEP, "");
                return;
            }
        }
    }

    private void take(final long now)
    {
        final boolean isBuy = random.nextBoolean();
        if (market.bestTicks(!isBuy) != 0)
        {
            enter(now, nextId(), customer(), isBuy, 0, lots(), "market|stp");
        }
    }

    private void enter(final long now, final String id, final String account, final boolean isBuy, final long ticks,
        final long lots, final String flags)
    {
        market.enter(now, "NEW", new CaseMarket.Order(id, account, isBuy, NO_STEP, ticks, lots), flags);
    }

    private String customer()
    {
        return "customer" + (1 + random.nextInt(CUSTOMERS));
    }

    private long lots()
    {
        return Math.max(1, Math.round(medianLots * StrictMath.exp(random.nextGaussian() * 0.7)));
    }

    private String nextId()
    {
        return prefix + ++orders;
    }
}
