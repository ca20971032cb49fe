package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.Crowd;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * The honest flow of the simulated venue: makers that quote both sides and follow the fair price, passive orders at
 * heavy-tailed distances, takers of heavy-tailed size, cancels, and the venue's own prices.
 */
public final class BackgroundFlow implements Crowd
{
    private static final int MAKERS = 8; // of each instrument
    private static final int QUOTES = 4; // of each maker on a side
    private static final int QUOTE_SLOTS = MAKERS * 2 * QUOTES;
    private static final int PASSIVE_MAX = 400; // of each instrument
    private static final int PASSIVE_MIN = 120;
    private static final int DEEP_PER_MILLE = 80; // of passive orders
    private static final int MARKET_ORDER_MAX = 100; // in usual sizes: an honest one does not walk the book
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;

    /** Rows published between two rounds of marks at the least, so that a slow venue is not all marks. */
    private static final long ROWS_PER_MARK = 200;

    private final SimulatedVenue venue;
    private final SimulatedMarket[] markets;
    private final SimulatorRandom random;
    private final SimulatorRandom arrivals;
    private final long meanGapQ8; // nanoseconds a row, in 1/256
    private final long markIntervalNanos;

    private final int[] quoteHandle; // [market * QUOTE_SLOTS + (maker * 2 + side - 1) * QUOTES + level]
    private final long[] quoteNumber;
    private final int[] passiveHandle; // [market * PASSIVE_MAX + place]
    private final long[] passiveNumber;
    private final int[] passiveCount; // [market]
    private int openingsLeft;
    private long burstLeft;
    private boolean isBurst;
    private long nextNanos;
    private long nextMarkNanos;
    private long nextFundingNanos;

    public BackgroundFlow(
        final long seed, final int ratePerSecond, final long startTimeNanos, final SimulatedVenue venue,
        final SimulatedMarket[] markets)
    {
        this.venue = venue;
        this.markets = markets;
        random = SimulatorRandom.of(seed, 1);
        arrivals = SimulatorRandom.of(seed, 2);
        meanGapQ8 = 256 * SECOND_NANOS / ratePerSecond;
        markIntervalNanos = Math.max(SECOND_NANOS, (meanGapQ8 * ROWS_PER_MARK >> 8) * markets.length);
        quoteHandle = new int[markets.length * QUOTE_SLOTS];
        quoteNumber = new long[markets.length * QUOTE_SLOTS];
        passiveHandle = new int[markets.length * PASSIVE_MAX];
        passiveNumber = new long[markets.length * PASSIVE_MAX];
        passiveCount = new int[markets.length];
        openingsLeft = markets.length * (QUOTE_SLOTS + PASSIVE_MIN);
        nextNanos = startTimeNanos;
        nextMarkNanos = startTimeNanos;
        nextFundingNanos = (startTimeNanos / HOUR_NANOS + 1) * HOUR_NANOS;
    }

    /**
     * When the flow acts next.
     *
     * @return UTC nanoseconds since 1970.
     */
    public long nextNanos()
    {
        return Math.min(nextNanos, nextMarkNanos);
    }

    /**
     * Let somebody act, or publish the venue's prices.
     *
     * @param nowNanos what {@link #nextNanos} said.
     */
    public void step(final long nowNanos)
    {
        if (nextMarkNanos <= nextNanos)
        {
            publish(nowNanos);
            return;
        }
        final long before = venue.rowsMade();
        if (openingsLeft > 0)
        {
            open(--openingsLeft);
        }
        else
        {
            act(nowNanos);
        }
        // The gap grows with the rows made: so the rate of rows is the one that was asked for.
        nextNanos += gapNanos() * (venue.rowsMade() - before);
    }

    @Override
    public void take(final SimulatedMarket market, final int account)
    {
        final long fair = market.fairTicks();
        final int cheap = market.touchTicks(Side.SELL) < fair ? Side.BUY :
            market.touchTicks(Side.BUY) > fair ? Side.SELL : Side.NONE;
        final int side = cheap != Side.NONE && random.chancePerMille(850) ? cheap :
            random.below(2) == 0 ? Side.BUY : Side.SELL;
        final long usual = usualLots(market, account);
        final long reach = 1 + random.below((int)Math.min(1_000, 3 * market.halfSpreadTicks));
        final long price = market.better(side, market.touchTicks(Side.opposite(side)), reach);
        final int style = random.below(100);
        final int flags = style < 45 ? Flags.IOC : style < 65 ? Flags.MARKET : style < 70 ? Flags.FOK : 0;
        final long lots = flags == Flags.MARKET ? Math.min(usual, MARKET_ORDER_MAX * market.usualLots) : usual;
        if (venue.submit(market, account, side, price, market.modest(account, lots), flags, null))
        {
            keep(market.id() - 1, venue.restingHandle(), venue.orderNumber());
        }
    }

    @Override
    public long usualLots(final SimulatedMarket market, final int account)
    {
        return Distributions.size(random, market.usualLots * (1 + account % 4));
    }

    private void act(final long nowNanos)
    {
        // The smaller of two: the first instruments are the busiest.
        final int index = Math.min(random.below(markets.length), random.below(markets.length));
        final SimulatedMarket market = markets[index];
        market.advance(nowNanos);
        final int what = random.below(1000);
        if (what < 640)
        {
            quote(index, random.below(QUOTE_SLOTS));
        }
        else if (what < 775)
        {
            rest(index);
        }
        else if (what < 930)
        {
            withdraw(index);
        }
        else if (what < 955)
        {
            amend(index);
        }
        else
        {
            take(market, venue.roster.anyTrader(random));
        }
    }

    private void open(final int left)
    {
        final int index = left % markets.length;
        final int slot = QUOTE_SLOTS + PASSIVE_MIN - 1 - left / markets.length;
        if (slot < QUOTE_SLOTS)
        {
            quote(index, slot);
        }
        else
        {
            rest(index);
        }
    }

    private void quote(final int index, final int slot)
    {
        final SimulatedMarket market = markets[index];
        final int maker = slot / (2 * QUOTES);
        final int account = (index * 3 + maker) % venue.roster.makerCount();
        final int side = 1 + slot / QUOTES % 2;
        final int level = slot % QUOTES;
        final int at = index * QUOTE_SLOTS + slot;
        final long half = market.halfSpreadTicks;
        final long away = half + random.below((int)half + 1) + level * (half + 1);
        final long price = market.passive(side, market.better(side, market.fairTicks(), -away));
        if (price < 1)
        {
            return;
        }
        final long lots = market.modest(account, market.usualLots * random.between(3, 12));

        if (market.book.isLive(quoteHandle[at], quoteNumber[at]))
        {
            if (maker % 2 == 1 && random.below(3) > 0)
            {
                final long number = venue.replace(market, quoteHandle[at], price, lots);
                quoteNumber[at] = number;
                return;
            }
            venue.cancel(market, quoteHandle[at], quoteNumber[at], Reasons.USER);
        }
        final boolean isWrong = random.chancePerMille(3) && market.isTwoSided();
        // Now and then a maker is late: its quote would trade at once, and post-only refuses it.
        final long sent = isWrong ? market.touchTicks(Side.opposite(side)) : price;
        venue.submit(market, account, side, sent, lots, Flags.POST_ONLY, null);
        quoteHandle[at] = venue.restingHandle();
        quoteNumber[at] = venue.orderNumber();
    }

    private void rest(final int index)
    {
        final SimulatedMarket market = markets[index];
        final int account = venue.roster.anyTrader(random);
        final int side = random.below(2) == 0 ? Side.BUY : Side.SELL;
        final long touch = market.touchTicks(side);
        final long spread = market.spreadTicks();
        final long away = random.chancePerMille(DEEP_PER_MILLE) ? touch * random.between(10, 90) / 1_000 :
            spread > 2 && random.chancePerMille(150) ? -1 :
            Math.min(touch / 12, Distributions.distance(random, market.depthTicks) - market.depthTicks);
        final long price = market.passive(side, market.better(side, touch, -away));
        if (price >= 1)
        {
            final int flags = random.chancePerMille(300) ? Flags.POST_ONLY : 0;
            final long lots = market.modest(account, usualLots(market, account));
            if (venue.submit(market, account, side, price, lots, flags, null))
            {
                keep(index, venue.restingHandle(), venue.orderNumber());
            }
        }
    }

    private void withdraw(final int index)
    {
        final int count = passiveCount[index];
        if (count > PASSIVE_MIN)
        {
            final int at = index * PASSIVE_MAX + random.below(count);
            venue.cancel(markets[index], passiveHandle[at], passiveNumber[at], Reasons.USER);
            drop(index, at);
        }
    }

    private void amend(final int index)
    {
        final SimulatedMarket market = markets[index];
        final int count = passiveCount[index];
        if (count == 0)
        {
            return;
        }
        final int at = index * PASSIVE_MAX + random.below(count);
        final int handle = passiveHandle[at];
        if (!market.book.isLive(handle, passiveNumber[at]))
        {
            drop(index, at);
            return;
        }
        final long open = market.book.openLots(handle);
        final long now = market.book.priceTicks(handle);
        final int side = market.book.side(handle);
        final boolean isShrinking = open > 1 && random.below(2) == 0;
        final long price = isShrinking ? now :
            market.passive(side, market.better(side, now, random.between(1, 5)));
        if (price >= 1)
        {
            final long number = venue.replace(market, handle, price, isShrinking ? open - open / 3 - 1 : open);
            passiveNumber[at] = number == 0 ? passiveNumber[at] : number;
        }
    }

    /** Remember a resting order, so that it ends one day; a full memory ends another one first. */
    private void keep(final int index, final int handle, final long number)
    {
        if (passiveCount[index] == PASSIVE_MAX)
        {
            final int at = index * PASSIVE_MAX + random.below(PASSIVE_MAX);
            venue.cancel(markets[index], passiveHandle[at], passiveNumber[at], Reasons.USER);
            drop(index, at);
        }
        final int place = index * PASSIVE_MAX + passiveCount[index]++;
        passiveHandle[place] = handle;
        passiveNumber[place] = number;
    }

    private void drop(final int index, final int at)
    {
        final int last = index * PASSIVE_MAX + --passiveCount[index];
        passiveHandle[at] = passiveHandle[last];
        passiveNumber[at] = passiveNumber[last];
    }

    private void publish(final long nowNanos)
    {
        final boolean isFunding = nowNanos >= nextFundingNanos;
        for (final SimulatedMarket market : markets)
        {
            market.advance(nowNanos);
            final long fair = market.fairTicks();
            final long jitter = random.between(-market.halfSpreadTicks, market.halfSpreadTicks);
            venue.publish(market, Kind.INDEX, Math.max(1, fair + jitter), Absent.VALUE);
            if (market.isPerp())
            {
                market.mark(fair);
                venue.publish(market, Kind.MARK, fair, Absent.VALUE);
                if (isFunding)
                {
                    venue.publish(market, Kind.FUNDING, fair, random.between(-50_000, 150_000));
                }
            }
        }
        nextMarkNanos += markIntervalNanos;
        if (isFunding)
        {
            nextFundingNanos += HOUR_NANOS;
        }
        else
        {
            // Funding is published on the hour itself.
            nextMarkNanos = Math.min(nextMarkNanos, Math.max(nextFundingNanos, nowNanos + 1));
        }
    }

    /** Arrivals come in clusters: three in ten actions stand five times as close as on average. */
    private long gapNanos()
    {
        if (--burstLeft <= 0)
        {
            isBurst = !isBurst;
            burstLeft = 1 + Distributions.exponential(arrivals, isBurst ? 30 : 70);
        }
        final long gap = Distributions.exponential(arrivals, meanGapQ8) >> 8;
        return isBurst ? gap / 5 : gap * 4 / 3;
    }
}
