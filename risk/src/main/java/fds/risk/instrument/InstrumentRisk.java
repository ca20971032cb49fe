package fds.risk.instrument;

import java.util.Arrays;

import fds.market.account.MarketView;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.features.Decay;
import fds.market.instrument.Instrument;
import fds.market.money.Ppm;
import fds.market.reference.ReferenceData;
import fds.market.risk.RiskPart;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.risk.table.Exact;
import fds.risk.table.Parts;

/**
 * What the market of each instrument is like. A dense record an instrument: the newest price, mark, index, best prices
 * and depth it was shown, a decayed sum of squared returns sampled once a second, the usual depth, decayed quantities
 * liquidated and traded. What was not told is not judged. Owned by one thread.
 */
public final class InstrumentRisk
{
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long RETURN_MAX_PPM = 1_000_000L;
    private static final long SUM_MAX = 1L << 61;

    private static final int VOLATILITY_POINTS = 25;
    private static final int PART_POINTS = 15;
    private static final int POINTS_MAX = 100;
    private static final long SHOWN_PER_POINT = 10_000;

    // words of an instrument; Absent.VALUE where nothing was told
    private static final int PRICE = 0;
    private static final int SAMPLE_SECOND = 1;
    private static final int SAMPLE_PRICE = 2;
    private static final int SQUARES = 3;
    private static final int SQUARES_TIME = 4;
    private static final int BID = 5;
    private static final int ASK = 6;
    private static final int BID_LOTS = 7;
    private static final int ASK_LOTS = 8;
    private static final int USUAL_LOTS = 9;
    private static final int USUAL_TIME = 10;
    private static final int MARK = 11;
    private static final int INDEX = 12;
    private static final int OPEN_INTEREST = 13;
    private static final int LIQUIDATED = 14;
    private static final int LIQUIDATED_TIME = 15;
    private static final int TRADED = 16;
    private static final int TRADED_TIME = 17;
    private static final int LEVEL = 18;
    private static final int POINTS = 19;
    private static final int FOUND = 20; // severity points of findings in 1/10,000
    private static final int FOUND_TIME = 21;
    private static final int WORDS = 22;

    private static final long BOOK_KINDS = Kind.mask(Kind.TRADE, Kind.BBO, Kind.MARK, Kind.INDEX);

    private final MarketConfig config;
    private final ReferenceData reference;
    private final VenueTwins twins;
    private final long[] words; // [instrumentId * WORDS + word]
    private final int[] counts = new int[POINTS_MAX + 1]; // [points], instruments that have so many
    private int pointsMax;
    private boolean isOpenInterestTold;

    /**
     * Of all instruments there can be.
     *
     * @param config    where parts give all their points.
     * @param reference of the account stage.
     */
    public InstrumentRisk(final MarketConfig config, final ReferenceData reference)
    {
        this.config = config;
        this.reference = reference;
        twins = new VenueTwins(reference.instrumentCapacity());
        words = new long[(reference.instrumentCapacity() + 1) * WORDS];
        for (int id = 1; id <= reference.instrumentIdMax(); id++)
        {
            if (reference.instrument(id) != null)
            {
                onInstrument(reference.instrument(id));
            }
        }
    }

    /**
     * Bytes of memory.
     *
     * @param instruments there can be.
     * @return bytes.
     */
    public static long bytes(final int instruments)
    {
        return (instruments + 1L) * WORDS * 8;
    }

    /**
     * An instrument was defined, or has a new version: old ticks and lots mean nothing in new ones.
     *
     * @param instrument as defined.
     */
    public void onInstrument(final Instrument instrument)
    {
        final int at = instrument.id() * WORDS;
        final long level = words[at + LEVEL];
        final long points = words[at + POINTS];
        for (int word = 0; word < WORDS; word++)
        {
            words[at + word] = Absent.VALUE;
        }
        words[at + POINTS] = points;
        words[at + SQUARES] = 0;
        words[at + LIQUIDATED] = 0;
        words[at + TRADED] = 0;
        words[at + FOUND] = 0;
        words[at + LEVEL] = level;
        points(at, 0);
        twins.define(instrument, reference);
    }

    /**
     * Take an event in.
     *
     * @param event with an instrument that is defined.
     * @param view  of its market.
     * @return true when a second has passed since the instrument was looked at: it is worth judging anew.
     */
    public boolean onEvent(final MarketEvent event, final MarketView view)
    {
        final int at = event.instrumentId() * WORDS;
        final long timeNanos = event.engineTimeNanos();
        switch (event.kind())
        {
            case Kind.TRADE -> addDecayed(at, TRADED, timeNanos, event.quantityLots());
            case Kind.SWAP -> words[at + PRICE] = event.priceTicks();
            case Kind.OPEN_INTEREST ->
            {
                words[at + OPEN_INTEREST] = event.quantityLots();
                isOpenInterestTold = true;
            }
            case Kind.LIQUIDATION, Kind.ADL -> addDecayed(at, LIQUIDATED, timeNanos, event.quantityLots());
            default ->
            {
            }
        }
        if ((BOOK_KINDS >>> event.kind() & 1) != 0)
        {
            look(at, view);
        }
        return sample(at, timeNanos);
    }

    /**
     * Judge an instrument.
     *
     * @param instrumentId that is defined.
     * @param timeNanos    engine time.
     * @param parts        to add to.
     * @return points, 0 to 100.
     */
    public int judge(final int instrumentId, final long timeNanos, final Parts parts)
    {
        final int at = instrumentId * WORDS;
        final int tier = reference.tier(instrumentId);
        final long volatility = volatilityPpm(at, timeNanos);
        final long fall = depthFallPpm(at);
        final long spread = spreadPpm(at);
        final long mark = words[at + MARK] == Absent.VALUE ? -1 : distancePpm(words[at + MARK], words[at + INDEX]);
        final long venue = venueDeviationPpm(instrumentId);
        final long liquidation = liquidationPpm(at, timeNanos);
        final long found = decayed(at, FOUND, timeNanos);
        final int sum =
            parts.points(RiskPart.VOLATILITY, volatility,
                Exact.points(volatility, config.volatilityPpm().of(tier), VOLATILITY_POINTS)) +
            parts.points(RiskPart.DEPTH_FALL, fall, Exact.points(fall, config.depthFallPpm().of(tier), PART_POINTS)) +
            parts.points(RiskPart.SPREAD, spread, Exact.points(spread, config.spreadPpm().of(tier), PART_POINTS)) +
            parts.points(RiskPart.MARK_DEVIATION, mark,
                Exact.points(mark, config.markDeviationPpm().of(tier), PART_POINTS)) +
            parts.points(RiskPart.VENUE_DEVIATION, venue,
                Exact.points(venue, config.venueDeviationPpm().of(tier), PART_POINTS)) +
            parts.points(RiskPart.LIQUIDATION_PRESSURE, liquidation,
                Exact.points(liquidation, config.liquidationPpm().of(tier), PART_POINTS)) +
            parts.points(RiskPart.BASIC_PATTERNS, found,
                Exact.points(found, config.findingPoints() * SHOWN_PER_POINT, PART_POINTS));
        final int points = Math.min(POINTS_MAX, sum);
        points(at, points);
        return points;
    }

    /**
     * Something was found about the market itself: a basic pattern.
     *
     * @param instrumentId   that is defined.
     * @param severityPoints of the finding.
     * @param score          0 to 100.
     * @param timeNanos      engine time.
     */
    public void onFinding(final int instrumentId, final long severityPoints, final int score, final long timeNanos)
    {
        addDecayed(instrumentId * WORDS, FOUND, timeNanos, severityPoints * score * (SHOWN_PER_POINT / 100));
    }

    /**
     * The most points that any instrument has.
     *
     * @return 0 to 100.
     */
    public int pointsMax()
    {
        return pointsMax;
    }

    /**
     * Whether an open interest was ever told.
     *
     * @return false while nobody's share of one can be measured.
     */
    public boolean isOpenInterestTold()
    {
        return isOpenInterestTold;
    }

    /**
     * The points of the newest judgement.
     *
     * @param instrumentId that is defined.
     * @return 0 to 100.
     */
    public int points(final int instrumentId)
    {
        return (int)words[instrumentId * WORDS + POINTS];
    }

    /**
     * The level last told.
     *
     * @param instrumentId that is defined.
     * @return code.
     */
    public int level(final int instrumentId)
    {
        return (int)words[instrumentId * WORDS + LEVEL];
    }

    /**
     * A level was told.
     *
     * @param instrumentId that is defined.
     * @param level        code.
     */
    public void level(final int instrumentId, final int level)
    {
        words[instrumentId * WORDS + LEVEL] = level;
    }

    /**
     * The price that a position is worth: mark, else the newest price.
     *
     * @param instrumentId that is defined.
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long priceTicks(final int instrumentId)
    {
        final long mark = words[instrumentId * WORDS + MARK];
        return mark != Absent.VALUE ? mark : words[instrumentId * WORDS + PRICE];
    }

    /**
     * The open interest.
     *
     * @param instrumentId that is defined.
     * @return lots, or {@link Absent#VALUE}.
     */
    public long openInterestLots(final int instrumentId)
    {
        return words[instrumentId * WORDS + OPEN_INTEREST];
    }

    /**
     * What a position would be closed into.
     *
     * @param instrumentId that is defined.
     * @param isLong       whether the position is sold to close it.
     * @return lots, or {@link Absent#VALUE}.
     */
    public long depthLots(final int instrumentId, final boolean isLong)
    {
        return words[instrumentId * WORDS + (isLong ? BID_LOTS : ASK_LOTS)];
    }

    /**
     * Write all.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        for (int i = 0; i < (reference.instrumentIdMax() + 1) * WORDS; i++)
        {
            state.putLong(words[i]);
        }
    }

    /**
     * Read what {@link #write} wrote; the same instruments are defined here.
     *
     * @param state to read from.
     */
    public void read(final StateReader state)
    {
        for (int id = 1; id <= reference.instrumentIdMax(); id++)
        {
            if (reference.instrument(id) != null)
            {
                twins.define(reference.instrument(id), reference);
            }
        }
        for (int i = 0; i < (reference.instrumentIdMax() + 1) * WORDS; i++)
        {
            words[i] = state.getLong();
        }
        Arrays.fill(counts, 0);
        pointsMax = 0;
        isOpenInterestTold = false;
        for (int id = 1; id <= reference.instrumentIdMax(); id++)
        {
            final int points = (int)words[id * WORDS + POINTS];
            counts[points]++;
            pointsMax = Math.max(pointsMax, points);
            isOpenInterestTold |= reference.instrument(id) != null &&
                words[id * WORDS + OPEN_INTEREST] != Absent.VALUE;
        }
    }

    /** The points of the newest judgement, and with them the most of all. */
    private void points(final int at, final int points)
    {
        counts[(int)words[at + POINTS]]--;
        counts[points]++;
        words[at + POINTS] = points;
        pointsMax = Math.max(pointsMax, points);
        while (pointsMax > 0 && counts[pointsMax] == 0)
        {
            pointsMax--;
        }
    }

    private void look(final int at, final MarketView view)
    {
        final long bid = view.bestBidTicks();
        final long ask = view.bestAskTicks();
        final boolean hasBook = view.isBookTrusted() && bid != Absent.VALUE && ask != Absent.VALUE && bid <= ask;
        words[at + BID] = hasBook ? bid : Absent.VALUE;
        words[at + ASK] = hasBook ? ask : Absent.VALUE;
        words[at + BID_LOTS] = hasBook && view.bidLots() > 0 ? view.bidLots() : Absent.VALUE;
        words[at + ASK_LOTS] = hasBook && view.askLots() > 0 ? view.askLots() : Absent.VALUE;
        words[at + MARK] = view.markTicks();
        words[at + INDEX] = view.indexTicks();
        if (view.lastPriceTicks() != Absent.VALUE)
        {
            words[at + PRICE] = view.lastPriceTicks();
        }
        else if (hasBook)
        {
            words[at + PRICE] = bid + (ask - bid) / 2;
        }
    }

    /** Once a second: the return since the last sample, and the usual depth. */
    private boolean sample(final int at, final long timeNanos)
    {
        final long second = timeNanos / SECOND_NANOS;
        if (second == words[at + SAMPLE_SECOND])
        {
            return false;
        }
        words[at + SAMPLE_SECOND] = second;
        final long price = words[at + PRICE];
        final long before = words[at + SAMPLE_PRICE];
        if (price != Absent.VALUE && before != Absent.VALUE && before > 0)
        {
            final long move = Math.min(RETURN_MAX_PPM, distancePpm(price, before));
            addDecayed(at, SQUARES, timeNanos, move * move);
        }
        words[at + SAMPLE_PRICE] = price;
        if (words[at + BID_LOTS] != Absent.VALUE && words[at + ASK_LOTS] != Absent.VALUE)
        {
            final long depth = words[at + BID_LOTS] + words[at + ASK_LOTS];
            final long usual = words[at + USUAL_LOTS];
            if (usual == Absent.VALUE)
            {
                words[at + USUAL_LOTS] = depth;
            }
            else
            {
                final long left = Decay.after(
                    Math.abs(usual - depth), timeNanos - words[at + USUAL_TIME], config.depthHalfLifeNanos());
                words[at + USUAL_LOTS] = usual > depth ? depth + left : depth - left;
            }
            words[at + USUAL_TIME] = timeNanos;
        }
        return true;
    }

    private void addDecayed(final int at, final int word, final long timeNanos, final long value)
    {
        words[at + word] = Math.min(SUM_MAX, decayed(at, word, timeNanos) + Math.min(SUM_MAX, value));
        words[at + word + 1] = timeNanos;
    }

    /** A sum whose time is in the word behind it. */
    private long decayed(final int at, final int word, final long timeNanos)
    {
        final long sum = words[at + word];
        return sum == 0 ? 0 : Decay.after(sum, Math.max(0, timeNanos - words[at + word + 1]), config.halfLifeNanos());
    }

    private long volatilityPpm(final int at, final long timeNanos)
    {
        return Exact.squareRoot(decayed(at, SQUARES, timeNanos));
    }

    private long depthFallPpm(final int at)
    {
        final long usual = words[at + USUAL_LOTS];
        if (usual == Absent.VALUE || usual == 0 || words[at + BID_LOTS] == Absent.VALUE ||
            words[at + ASK_LOTS] == Absent.VALUE)
        {
            return -1;
        }
        return Math.max(0, Ppm.ONE - Ppm.of(words[at + BID_LOTS] + words[at + ASK_LOTS], usual));
    }

    private long spreadPpm(final int at)
    {
        final long bid = words[at + BID];
        return bid == Absent.VALUE || bid <= 0 ? -1 :
            Ppm.of(words[at + ASK] - bid, bid + (words[at + ASK] - bid) / 2);
    }

    private long venueDeviationPpm(final int instrumentId)
    {
        final long own = twins.comparable(instrumentId, words[instrumentId * WORDS + PRICE]);
        long nearest = -1;
        for (int other = twins.next(instrumentId); other != instrumentId && own > 0; other = twins.next(other))
        {
            final long price = twins.comparable(other, words[other * WORDS + PRICE]);
            if (price > 0)
            {
                final long distance = distancePpm(own, price);
                nearest = nearest < 0 ? distance : Math.min(nearest, distance);
            }
        }
        return nearest;
    }

    private long liquidationPpm(final int at, final long timeNanos)
    {
        final long liquidated = decayed(at, LIQUIDATED, timeNanos);
        if (liquidated == 0)
        {
            return 0;
        }
        final long open = words[at + OPEN_INTEREST];
        return Math.min(Ppm.ONE, Ppm.of(liquidated, open != Absent.VALUE ? open : decayed(at, TRADED, timeNanos)));
    }

    private static long distancePpm(final long value, final long base)
    {
        return base == Absent.VALUE || base <= 0 ? -1 : Ppm.of(Math.abs(value - base), base);
    }
}
