package fds.feeds.simulator.margin;

import java.util.List;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.ReferenceFault;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Absent;
import fds.market.event.Kind;

/**
 * What the main venue publishes of its own accord: index with its components, mark, open interest, funding, rates of
 * assets in USD, funding windows and the daily reset. Rounds are a second apart, or further in a slow market, so that
 * it is not all prices. Owned by the simulator's thread.
 */
public final class PriceBoard
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;

    /** Funding is the premium's average over this long before its time. */
    private static final long WINDOW_NANOS = 300 * SECOND_NANOS;

    /** Rows published between two rounds at the least, a market. */
    private static final long ROWS_PER_ROUND = 200;

    /** Rounds between two of what changes slowly. */
    private static final int SLOW_ROUNDS = 10;

    private final SimulatedVenue venue;
    private final MarketSet markets;
    private final Funding funding;
    private final SimulatorRandom random;
    private final IndexBasket[] baskets; // [market of the main venue]
    private final long[] basisQ8; // [market], the average of mid less index, ticks / 256
    private final long[] premiumSum; // [market], 10⁻⁹, of the window
    private final int mainCount;
    private final long roundNanos;
    private long premiumCount;
    private long rounds;
    private long nextNanos;
    private long nextFundingNanos;
    private long nextResetNanos;
    private boolean isWindowTold;

    /**
     * A board with nothing on it.
     *
     * @param venue          that publishes.
     * @param markets        of all venues.
     * @param funding        settles.
     * @param random         of its own.
     * @param ratePerSecond  rows a second.
     * @param startTimeNanos UTC nanoseconds since 1970.
     */
    public PriceBoard(
        final SimulatedVenue venue, final MarketSet markets, final Funding funding, final SimulatorRandom random,
        final int ratePerSecond, final long startTimeNanos)
    {
        this.venue = venue;
        this.markets = markets;
        this.funding = funding;
        this.random = random;
        mainCount = markets.mainCount();
        baskets = new IndexBasket[mainCount];
        for (int i = 0; i < mainCount; i++)
        {
            baskets[i] = new IndexBasket(markets.markets()[i], markets.markets());
        }
        basisQ8 = new long[mainCount];
        premiumSum = new long[mainCount];
        roundNanos = Math.max(SECOND_NANOS, SECOND_NANOS / ratePerSecond * ROWS_PER_ROUND * mainCount);
        nextNanos = startTimeNanos;
        nextFundingNanos = (startTimeNanos / HOUR_NANOS + 1) * HOUR_NANOS;
        nextResetNanos = (startTimeNanos / DAY_NANOS + 1) * DAY_NANOS;
    }

    /**
     * When it publishes next.
     *
     * @return UTC nanoseconds since 1970.
     */
    public long nextNanos()
    {
        return nextNanos;
    }

    /**
     * When funding is settled next.
     *
     * @return UTC nanoseconds since 1970, a full hour.
     */
    public long nextFundingNanos()
    {
        return nextFundingNanos;
    }

    /**
     * Publish.
     *
     * @param nowNanos what {@link #nextNanos} said.
     */
    public void step(final long nowNanos)
    {
        final boolean isFunding = nowNanos >= nextFundingNanos;
        if (rounds == 0)
        {
            open();
        }
        if (nowNanos >= nextFundingNanos - WINDOW_NANOS && !isWindowTold)
        {
            tellWindow();
        }
        final boolean isSlow = rounds++ % SLOW_ROUNDS == 0;
        for (int i = 0; i < mainCount; i++)
        {
            publish(markets.markets()[i], nowNanos, isSlow);
        }
        premiumCount += isWindowTold ? 1 : 0;
        if (isSlow)
        {
            tellRates();
        }
        if (isFunding)
        {
            settle();
            nextFundingNanos += HOUR_NANOS;
        }
        if (nowNanos >= nextResetNanos)
        {
            nextResetNanos += DAY_NANOS;
            tellReset();
        }
        nextNanos += roundNanos;
        if (!isFunding)
        {
            // Funding is published on the hour itself.
            nextNanos = Math.min(nextNanos, Math.max(nextFundingNanos, nowNanos + 1));
        }
    }

    private void publish(final SimulatedMarket market, final long nowNanos, final boolean isSlow)
    {
        market.advance(nowNanos);
        final IndexBasket basket = baskets[market.index];
        final long index = basket.take(random);
        final ReferenceFault fault = market.referenceFault();
        final int tag = fault == null ? 0 : fault.tag();
        if (market.isPerp())
        {
            for (int i = 0; i < basket.size(); i++)
            {
                final boolean isFaulty = fault != null && fault.isOf(i, basket.size());
                if (!isFaulty || !fault.isSilent())
                {
                    venue.announcements.price(market, Kind.INDEX_COMPONENT, basket.priceTicks(i), basket.weight(i),
                        basket.source(i), isFaulty ? tag : 0);
                }
            }
        }
        venue.announcements.price(market, Kind.INDEX, index, Absent.VALUE, null, tag);
        if (!market.isPerp())
        {
            return;
        }
        final long basis = market.midTicks() - index << 8;
        basisQ8[market.index] += rounds == 1 ? basis : (basis - basisQ8[market.index]) / 16;
        // The mark follows the book only so far: what a thin book says for a moment liquidates nobody.
        final long most = index / 50;
        final long mark = Math.max(1, index + Math.max(-most, Math.min(most, basisQ8[market.index] >> 8)));
        market.mark(mark);
        venue.announcements.price(market, Kind.MARK, mark, Absent.VALUE, null, tag);
        if (isWindowTold)
        {
            premiumSum[market.index] += (mark - index) * 1_000_000 / index * 1_000;
        }
        if (isSlow)
        {
            venue.announcements.openInterest(market, venue.ledger.openInterest(market.index));
        }
    }

    private void settle()
    {
        for (int i = 0; i < mainCount; i++)
        {
            final SimulatedMarket market = markets.markets()[i];
            if (market.isPerp())
            {
                funding.settle(market, Funding.rate(premiumSum[i] / Math.max(1, premiumCount)));
            }
            premiumSum[i] = 0;
        }
        premiumCount = 0;
        isWindowTold = false;
    }

    private void open()
    {
        venue.announce(Kind.FEED_STATUS, Absent.NO_INSTRUMENT, MatchingBook.NONE, Absent.VALUE, "matching-engine",
            "connected", null);
        tellReset();
    }

    private void tellReset()
    {
        for (int i = 0; i < mainCount; i++)
        {
            venue.announce(Kind.RESET, markets.markets()[i].id(), MatchingBook.NONE, nextResetNanos, null,
                "daily_change", null);
        }
    }

    private void tellWindow()
    {
        isWindowTold = true;
        for (int i = 0; i < mainCount; i++)
        {
            if (markets.markets()[i].isPerp())
            {
                venue.announcements.window(
                    markets.markets()[i], nextFundingNanos - WINDOW_NANOS, nextFundingNanos, "funding");
            }
        }
    }

    private void tellRates()
    {
        final List<SimulatedMarket> all = List.of(markets.markets());
        venue.announcements.rate(markets.cashAsset(0), 10_000);
        for (final SimulatedMarket market : all.subList(0, mainCount))
        {
            if (!market.isPerp())
            {
                venue.announcements.rate(markets.assetOf(market), market.midTicks());
            }
        }
    }
}
