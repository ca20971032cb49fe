package fds.feeds.simulator.venue;

import fds.feeds.simulator.book.MatchingBook;
import fds.market.event.Absent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** One instrument at a simulated venue: its book, its fair price, and what is usual in it. */
public final class SimulatedMarket
{
    private static final int MODEST_FACTOR = 9;

    /** Fraction bits of the offset. */
    private static final int OFFSET_BITS = 16;

    /** In usual orders: a market's volume of a minute counts as this much at the least. */
    private static final long MINUTE_USUAL_MIN = 400;

    private static final long STIRRED_MINUTES = 30;

    private static final long VOLUME_MEMORY_MILLIS = 300_000;

    /** A minute's usual volume in one order moves the price by this many of a minute's deviations. */
    private static final long IMPACT = 3;

    /** Roots of 60: from a second's deviation to a minute's, in 1/1000. */
    private static final long ROOT_MINUTE = 7_746;

    /** What is displayed moves the price by at most this part of a minute's deviation. */
    private static final long LEAN_PART = 3;

    /** A taker's order is that many usual ones, on average. */
    private static final long TAKER_USUAL = 9;

    /** How long what separates a market from its underlying takes to fade. */
    private static final long OFFSET_DECAY_MILLIS = 60_000;

    /** The same where nobody can bring the asset in or out. */
    private static final long OFFSET_FENCED_MILLIS = 1_200_000;

    /** Dense number in the ledger, 0 and up. */
    public final int index;

    /** Where it is traded, 0 for the main venue. */
    public final int venue;

    /** Its definition; the id is {@link #index} + 1. */
    public final Instrument instrument;

    /** Its resting orders. */
    public final MatchingBook book = new MatchingBook();

    /** What it is a price of; markets of one underlying share it. */
    public final Underlying underlying;

    /** A small order here, in lots. */
    public final long usualLots;

    /** Distance of the makers' best quotes from the fair price. */
    public final long halfSpreadTicks;

    /** Unit in which passive orders stand away from the touch: half a basis point. */
    public final long depthTicks;

    /** Units of money ({@link fds.feeds.simulator.ledger.Ledger}) of one lot at one tick. */
    public final long scale;

    /** Largest order that an account has sent and meant so far: [account]. */
    public final long[] largestLots;

    /** Largest order that it has sent by mistake: [account]. */
    public final long[] largestMistakeLots;

    private final long openingTicks;
    private final DisplayedWeight displayed;
    private long leanTicks; // by which what is displayed moves what participants think it is worth
    private long offset; // ticks << OFFSET_BITS
    private long offsetMillis;
    private long markTicks;
    private long takenLots; // since the volume was last looked at
    private long tradedLots; // in all
    private long prints; // trades, in all
    private long openedMillis;
    private long minuteLots; // usual volume of a minute
    private long volumeMillis;
    private int appetiteSide = Side.BUY;
    private long appetiteLots;
    private boolean isWalletSuspended;
    private boolean isHalted;
    private ReferenceFault referenceFault;

    /**
     * A market that has not opened yet.
     *
     * @param index        dense number, 0 and up.
     * @param venue        0 and up.
     * @param instrument   with id index + 1.
     * @param openingTicks fair price at the start.
     * @param usualLots    a small order.
     * @param accounts     of the venue.
     * @param underlying   what it is a price of.
     */
    public SimulatedMarket(
        final int index, final int venue, final Instrument instrument, final long openingTicks,
        final long usualLots, final int accounts, final Underlying underlying)
    {
        this.index = index;
        this.venue = venue;
        this.instrument = instrument;
        this.openingTicks = openingTicks;
        this.usualLots = usualLots;
        this.underlying = underlying;
        largestLots = new long[accounts];
        largestMistakeLots = new long[accounts];
        halfSpreadTicks = Math.max(1, openingTicks / 100_000);
        depthTicks = Math.max(1, openingTicks / 20_000);
        scale = scaleOf(instrument);
        displayed = new DisplayedWeight(usualLots, depthTicks);
        markTicks = openingTicks;
        minuteLots = usualLots * MINUTE_USUAL_MIN;
    }

    /**
     * Id of the instrument.
     *
     * @return 1 and up.
     */
    public int id()
    {
        return instrument.id();
    }

    /**
     * Whether it is a perpetual.
     *
     * @return false for spot.
     */
    public boolean isPerp()
    {
        return instrument.type() == InstrumentType.PERP;
    }

    /**
     * Let time pass for the fair price.
     *
     * @param nowNanos UTC nanoseconds since 1970.
     */
    public void advance(final long nowNanos)
    {
        underlying.advance(nowNanos);
        final long millis = nowNanos / 1_000_000;
        learnVolume(millis);
        final long passed = millis - offsetMillis;
        if (passed >= 100)
        {
            // Who cannot move the asset cannot bring its price back to the world's either.
            final long decay = isWalletSuspended ? OFFSET_FENCED_MILLIS : OFFSET_DECAY_MILLIS;
            offset -= offset / decay * Math.min(passed, decay);
            offsetMillis = millis;
        }
    }

    /**
     * Somebody has taken liquidity: makers think more or less of the price from now on, by the share that this is of
     * the usual volume; three tenths of it the world believes, the rest fades within minutes.
     *
     * @param side    of the taker.
     * @param lots    taken, 0 or more.
     * @param telling those of them that tell something new.
     */
    public void onTaken(final int side, final long lots, final long telling)
    {
        takenLots += lots;
        tradedLots += lots;
        final long usualMinute = judgedMinuteLots();
        final long sharePpm = Math.min(500_000, telling * 1_000 / Math.max(1, usualMinute / 1_000));
        final long minutePpb = underlying.sigmaPpb() * ROOT_MINUTE / 1_000;
        final long ppb = minutePpb * IMPACT * sharePpm / 1_000_000 * (side == Side.BUY ? 1 : -1);
        offset += fairTicks() * ppb / 1_000 * 7 / 10 * (1 << OFFSET_BITS) / 1_000_000;
        underlying.push(ppb * 3 / 10);
    }

    /**
     * Many people want the same at once: because they were told to, or because the price runs. They send their orders
     * one after the other.
     *
     * @param side that they want to be on.
     * @param lots of all of them together, 0 or more; at most {@value #STIRRED_MINUTES} usual minutes'
     *             volume waits.
     */
    public void stir(final int side, final long lots)
    {
        final long before = side == appetiteSide ? appetiteLots : 0;
        appetiteSide = side;
        appetiteLots = Math.min(before + lots, STIRRED_MINUTES * judgedMinuteLots());
    }

    /**
     * What those whom something has stirred still want.
     *
     * @return lots, 0 or more.
     */
    public long appetiteLots()
    {
        return appetiteLots;
    }

    /**
     * On which side they are.
     *
     * @return side.
     */
    public int appetiteSide()
    {
        return appetiteSide;
    }

    /**
     * One of them has sent an order.
     *
     * @param lots of it.
     */
    public void sate(final long lots)
    {
        appetiteLots = Math.max(0, appetiteLots - lots);
    }

    /**
     * Whether its asset can be brought in and out.
     *
     * @return true: neither.
     */
    public boolean isWalletSuspended()
    {
        return isWalletSuspended;
    }

    /**
     * Open or suspend the wallet of its asset.
     *
     * @param suspended true: neither in nor out.
     */
    public void suspendWallet(final boolean suspended)
    {
        isWalletSuspended = suspended;
    }

    /**
     * What is wrong with a source of its reference price.
     *
     * @return null usually.
     */
    public ReferenceFault referenceFault()
    {
        return referenceFault;
    }

    /**
     * Something goes wrong with a source of its reference price, or is put right.
     *
     * @param fault what, or null.
     */
    public void referenceFault(final ReferenceFault fault)
    {
        referenceFault = fault;
    }

    /**
     * Whether trading is halted: orders are refused and none is changed, what rests may be cancelled.
     *
     * @return false usually.
     */
    public boolean isHalted()
    {
        return isHalted;
    }

    /**
     * Halt or resume trading.
     *
     * @param halted true: no orders.
     */
    public void halt(final boolean halted)
    {
        isHalted = halted;
    }

    /**
     * What will be usual, before anything was traded.
     *
     * @param perMinute lots traded in a minute.
     */
    public void expectVolume(final long perMinute)
    {
        minuteLots = perMinute;
    }

    /**
     * Usual volume.
     *
     * @return lots traded in a minute, on average of the last few.
     */
    public long minuteLots()
    {
        return minuteLots;
    }

    /**
     * What was traded here so far.
     *
     * @return lots.
     */
    public long tradedLots()
    {
        return tradedLots;
    }

    /**
     * How many trades there were here so far.
     *
     * @return 0 and up.
     */
    public long prints()
    {
        return prints;
    }

    /**
     * Whether hardly anybody trades here: for an hour at least, not more than once a minute.
     *
     * @param nowNanos time, UTC nanoseconds since 1970.
     * @return false while it is not known.
     */
    public boolean isQuiet(final long nowNanos)
    {
        final long minutes = (nowNanos / 1_000_000 - openedMillis) / 60_000;
        return openedMillis != 0 && minutes >= 60 && prints <= minutes;
    }

    /**
     * The volume of a minute against which makers judge what somebody takes.
     *
     * @return {@link #minuteLots}, or more in a market where hardly anything is traded.
     */
    public long judgedMinuteLots()
    {
        return Math.max(minuteLots, usualLots * MINUTE_USUAL_MIN);
    }

    /**
     * How busy the market is.
     *
     * @return usual time between two orders that take, nanoseconds, a millisecond to a minute.
     */
    public long paceNanos()
    {
        return Math.max(1_000_000L,
            60_000_000_000L / Math.max(1, minuteLots / Math.max(1, TAKER_USUAL * usualLots)));
    }

    void onShown(final int handle)
    {
        final int side = book.side(handle);
        final long away = Math.abs(book.bestTicks(side) - book.priceTicks(handle));
        displayed.show(handle, side, book.openLots(handle), away);
        lean();
    }

    void onFilled(final int handle, final long before, final long filled)
    {
        prints++;
        displayed.fill(handle, before, filled);
        lean();
    }

    void onGone(final int handle)
    {
        displayed.remove(handle);
        lean();
    }

    private void lean()
    {
        final long leanPpm = displayed.leanPpm();
        final long minutePpb = underlying.sigmaPpb() * ROOT_MINUTE / 1_000;
        leanTicks = leanPpm == 0 ? 0 :
            underlying.of(openingTicks) * (minutePpb / LEAN_PART * leanPpm / 1_000_000) / 1_000_000_000;
    }

    private void learnVolume(final long millis)
    {
        openedMillis = openedMillis == 0 ? millis : openedMillis;
        final long passed = volumeMillis == 0 ? 0 : millis - volumeMillis;
        if (passed >= 1_000)
        {
            final long perMinute = takenLots * 60_000 / passed;
            minuteLots += (perMinute - minuteLots) * Math.min(passed, VOLUME_MEMORY_MILLIS) / VOLUME_MEMORY_MILLIS;
            takenLots = 0;
        }
        volumeMillis = passed == 0 || passed >= 1_000 ? millis : volumeMillis;
    }

    /**
     * What makers think it is worth, as of the last {@link #advance}.
     *
     * @return ticks, 1 or more.
     */
    public long fairTicks()
    {
        return Math.max(1, underlying.of(openingTicks) + (offset >> OFFSET_BITS) + leanTicks);
    }

    /**
     * What the world outside of all venues pays, as of the last {@link #advance}.
     *
     * @return ticks, 1 or more.
     */
    public long outsideTicks()
    {
        return Math.max(1, underlying.of(openingTicks));
    }

    /**
     * The price at which positions are valued: the mark of a perpetual as last published, the middle of the book or
     * the fair price elsewhere.
     *
     * @return ticks, 1 or more.
     */
    public long valueTicks()
    {
        return isPerp() ? markTicks : midTicks();
    }

    /**
     * Publish a mark.
     *
     * @param ticks new mark.
     */
    public void mark(final long ticks)
    {
        markTicks = ticks;
    }

    /**
     * The middle of the best prices.
     *
     * @return ticks; the fair price when a side is empty.
     */
    public long midTicks()
    {
        return isTwoSided() ? (book.bestTicks(Side.BUY) + book.bestTicks(Side.SELL)) / 2 : fairTicks();
    }

    /**
     * Whether there are orders on both sides.
     *
     * @return false before it opens and after a sweep.
     */
    public boolean isTwoSided()
    {
        return book.levels(Side.BUY) > 0 && book.levels(Side.SELL) > 0;
    }

    /**
     * What stands between the touch and a price.
     *
     * @param side       of the resting orders.
     * @param limitTicks worst price that counts.
     * @param most       lots after which it does not look further.
     * @return lots.
     */
    public long depthLots(final int side, final long limitTicks, final long most)
    {
        long sum = 0;
        for (int rank = 0; rank < book.levels(side) && sum < most; rank++)
        {
            int at = book.firstOf(side, rank);
            final long level = book.priceTicks(at);
            if (side == Side.BUY ? level < limitTicks : level > limitTicks)
            {
                break;
            }
            for (; at != MatchingBook.NONE && sum < most; at = book.nextOf(at))
            {
                sum += book.openLots(at);
            }
        }
        return Math.min(sum, most);
    }

    /**
     * Whether an honest participant would take liquidity now.
     *
     * @return true when there are orders on both sides within one per cent of the fair price.
     */
    public boolean isOrderly()
    {
        final long most = fairTicks() / 100 + halfSpreadTicks + 1;
        return !isHalted && isTwoSided() && book.bestTicks(Side.SELL) <= fairTicks() + most &&
            book.bestTicks(Side.BUY) >= fairTicks() - most;
    }

    /**
     * Ticks between the best prices.
     *
     * @return 1 or more, or 0 when a side is empty.
     */
    public long spreadTicks()
    {
        return isTwoSided() ? book.bestTicks(Side.SELL) - book.bestTicks(Side.BUY) : 0;
    }

    /**
     * The best price of a side.
     *
     * @param side side.
     * @return ticks; the fair price when the side is empty.
     */
    public long touchTicks(final int side)
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
    public long better(final int side, final long ticks, final long by)
    {
        final long price = side == Side.BUY ? ticks + by : ticks - by;
        return Math.max(1, Math.min(instrument.priceMaxTicks(), price));
    }

    /**
     * The nearest price that does not trade at once.
     *
     * @param side  of the order.
     * @param ticks wanted.
     * @return wanted, or one tick away from the best opposite price; 0 when there is no such price, or trading is
     *         halted.
     */
    public long passive(final int side, final long ticks)
    {
        final long opposite = book.bestTicks(Side.opposite(side));
        if (isHalted)
        {
            return 0;
        }
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
    public long modest(final int account, final long lots)
    {
        final long largest = largestLots[account];
        return inRange(Math.min(lots, MODEST_FACTOR * (largest > 0 ? largest : usualLots)));
    }

    /**
     * A size within the instrument's range.
     *
     * @param lots wanted.
     * @return 1 or more.
     */
    public long inRange(final long lots)
    {
        return Math.max(1, Math.min(instrument.quantityMaxLots(), lots));
    }

    private static long scaleOf(final Instrument instrument)
    {
        long scale = instrument.tickMantissa() * instrument.lotMantissa();
        for (int i = -8; i < instrument.tickExponent() + instrument.lotExponent(); i++)
        {
            scale *= 10;
        }
        return scale;
    }
}
