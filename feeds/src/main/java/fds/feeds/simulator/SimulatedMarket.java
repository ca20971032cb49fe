package fds.feeds.simulator;

import fds.market.event.Absent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;

/** One instrument at the simulated venue: its book, its fair price, and what is usual in it. */
final class SimulatedMarket
{
    private static final int MODEST_FACTOR = 9;

    /** Fraction bits of the fair price. */
    private static final int FAIR_BITS = 16;

    final Instrument instrument;
    final MatchingBook book = new MatchingBook();

    /** A small order here. */
    final long usualLots;

    /** Distance of the makers' best quotes from the fair price. */
    final long halfSpreadTicks;

    /** Unit in which passive orders stand away from the touch: half a basis point. */
    final long depthTicks;

    /** Largest order that an account has sent and meant so far: [account]. */
    final long[] largestLots;

    /** Largest order that it has sent by mistake: [account]. */
    final long[] largestMistakeLots;

    private final long openingFair;
    private final long stepFair;
    private final SimulatedMarket spot; // of the same base and tick, or null
    private long fair; // ticks << FAIR_BITS

    /**
     * A market that has not opened yet.
     *
     * @param id       of the instrument.
     * @param accounts of the venue.
     * @param spot     the market that this one follows, in the same ticks; null: it goes its own way.
     */
    SimulatedMarket(final int id, final int accounts, final SimulatedMarket spot)
    {
        this.spot = spot;
        instrument = InstrumentCatalog.instrument(id);
        usualLots = InstrumentCatalog.usualLots(id);
        largestLots = new long[accounts];
        largestMistakeLots = new long[accounts];
        final long openingTicks = InstrumentCatalog.openingTicks(id);
        halfSpreadTicks = Math.max(1, openingTicks / 100_000);
        depthTicks = Math.max(1, openingTicks / 20_000);
        openingFair = openingTicks << FAIR_BITS;
        stepFair = openingFair / 300_000;
        fair = openingFair;
    }

    int id()
    {
        return instrument.id();
    }

    long fairTicks()
    {
        return fair >> FAIR_BITS;
    }

    /**
     * One step of the random walk. It is drawn back a little to where it began, so that it stays in range for ever; a
     * derivative is drawn to its spot market instead, and more.
     *
     * @param random source of chance.
     */
    void drift(final SimulatorRandom random)
    {
        final long pull = spot == null ? openingFair - fair >> 22 :
            spot.fair - spot.openingFair - (fair - openingFair) >> 10;
        fair += (random.below(2001) - 1000) * stepFair / 600 + pull;
        fair = Math.max(openingFair / 2, Math.min(openingFair * 2, fair));
    }

    boolean isTwoSided()
    {
        return book.levels(Side.BUY) > 0 && book.levels(Side.SELL) > 0;
    }

    /**
     * Ticks between the best prices.
     *
     * @return 1 or more, or 0 when a side is empty.
     */
    long spreadTicks()
    {
        return isTwoSided() ? book.bestTicks(Side.SELL) - book.bestTicks(Side.BUY) : 0;
    }

    /**
     * The best price of a side.
     *
     * @param side side.
     * @return ticks; the fair price when the side is empty.
     */
    long touchTicks(final int side)
    {
        final long best = book.bestTicks(side);
        return best == Absent.VALUE ? fairTicks() : best;
    }

    /**
     * A price that many ticks better than another.
     *
     * @param side  whose view: a buyer's better price is higher.
     * @param ticks price.
     * @param by    ticks; negative: worse.
     * @return within the instrument's range.
     */
    long better(final int side, final long ticks, final long by)
    {
        final long price = side == Side.BUY ? ticks + by : ticks - by;
        return Math.max(1, Math.min(instrument.priceMaxTicks(), price));
    }

    /**
     * The nearest price that does not trade at once.
     *
     * @param side  of the order.
     * @param ticks wanted.
     * @return wanted, or one tick away from the best opposite price; 0 when there is no such price.
     */
    long passive(final int side, final long ticks)
    {
        final long opposite = book.bestTicks(Side.opposite(side));
        if (opposite == Absent.VALUE)
        {
            return Math.max(1, ticks);
        }
        return side == Side.BUY ? Math.min(ticks, opposite - 1) : Math.max(ticks, opposite + 1);
    }

    /**
     * A size that would surprise nobody who knows the account: at most nine times its largest so far. What exceeds
     * that is a fat finger, and those are made on purpose.
     *
     * @param account who.
     * @param lots    wanted.
     * @return within the instrument's range, 1 or more.
     */
    long modest(final int account, final long lots)
    {
        final long largest = largestLots[account];
        return inRange(Math.min(lots, MODEST_FACTOR * (largest > 0 ? largest : usualLots)));
    }

    long inRange(final long lots)
    {
        return Math.max(1, Math.min(instrument.quantityMaxLots(), lots));
    }
}
