package fds.market.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.instrument.Instrument;
import fds.market.owner.OwnerGroups;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;
import fds.market.trust.FeedWords;

/**
 * Instruments, owner groups and USD rates as of the event being handled. Each shard has its own copy and applies every
 * change in sequence order, so all copies agree. Owned by one thread.
 */
public final class ReferenceData
{
    /** Quotes that count as a dollar until a RATE says otherwise. */
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private static final long ONE_USD_NANO = VenuePrices.ONE_USD_NANO;
    private static final long CENT = 1_000_000_000L; // in the unit of usdOfUnit
    private static final MathContext PRECISION = new MathContext(40, RoundingMode.DOWN);

    private final Instrument[] instruments; // [instrumentId]
    private final long[] unitsPerQuoteKilo; // [instrumentId], scaled notional units of 1,000 quote units
    private final long[] unitsPerKiloUsd;   // [instrumentId], 0: not known
    private final QuoteLinks quotes;
    private final long[] assetTickNano;     // [instrumentId] of an ASSET: USD per tick in 1e-9
    private final long[] assetRateNano;     // [instrumentId] of an ASSET: USD in 1e-9, 0: none told yet
    private final int[] notionalShifts;     // [instrumentId]
    private final byte[] tiers;             // [instrumentId]
    private final long[] quoteOfUnit;       // [instrumentId], one scaled notional unit in 1e-11 quote units
    private final long[] usdOfUnit;         // [instrumentId], in 1e-11 USD, 0: not known
    private final OwnerGroups owners;
    private final VenuePrices venuePrices;
    private final FeedWords feedWords = new FeedWords();

    private int instrumentIdMax;

    /**
     * Make empty tables.
     *
     * @param instrumentCapacity instruments, 1 or more.
     * @param ownerCapacity      accounts with a named group or role, 1 or more.
     */
    public ReferenceData(final int instrumentCapacity, final int ownerCapacity)
    {
        final int size = instrumentCapacity + 1;
        instruments = new Instrument[size];
        unitsPerQuoteKilo = new long[size];
        unitsPerKiloUsd = new long[size];
        quotes = new QuoteLinks(instruments);
        assetTickNano = new long[size];
        assetRateNano = new long[size];
        notionalShifts = new int[size];
        tiers = new byte[size];
        quoteOfUnit = new long[size];
        usdOfUnit = new long[size];
        owners = new OwnerGroups(ownerCapacity);
        venuePrices = new VenuePrices(size);
    }

    /**
     * Take in an instrument, or a new version of one. Allocates: instruments are rare.
     *
     * @param instrument with an id within capacity.
     */
    public void define(final Instrument instrument)
    {
        final int id = instrument.id();
        final Instrument before = instruments[id];
        instruments[id] = instrument;
        tiers[id] = (byte)instrument.tier();
        notionalShifts[id] = instrument.notionalShift();
        instrumentIdMax = Math.max(instrumentIdMax, id);
        final BigDecimal unit = decimal(instrument.tickMantissa(), instrument.tickExponent())
            .multiply(decimal(instrument.lotMantissa(), instrument.lotExponent()))
            .multiply(decimal(instrument.multiplierMantissa(), instrument.multiplierExponent()))
            .multiply(BigDecimal.valueOf(1L << instrument.notionalShift()));
        final BigDecimal units = BigDecimal.valueOf(1000).divide(unit, PRECISION);
        unitsPerQuoteKilo[id] = units.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        quoteOfUnit[id] = unit.movePointRight(11).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        usdOfUnit[id] = DOLLARS.contains(instrument.quote()) ? quoteOfUnit[id] : 0;
        unitsPerKiloUsd[id] = DOLLARS.contains(instrument.quote()) ? unitsPerQuoteKilo[id] : 0;
        assetTickNano[id] = decimal(instrument.tickMantissa(), instrument.tickExponent())
            .movePointRight(9).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        quotes.define(before, id, instrumentIdMax);
        venuePrices.define(instrument, decimal(instrument.tickMantissa(), instrument.tickExponent())
            .movePointRight(12).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue(), instrumentIdMax);
        venuePrices.rate(id, DOLLARS.contains(instrument.quote()) ? ONE_USD_NANO : 0);
        // A rate that was told before stays in force for what is defined, or defined anew, after it.
        if (quotes.assetOf(id) != 0 && assetRateNano[quotes.assetOf(id)] != 0)
        {
            setRate(id, assetRateNano[quotes.assetOf(id)]);
        }
    }

    /**
     * Take in an event that changes reference data; any other is left alone.
     *
     * @param event of kind RATE.
     */
    public void onEvent(final MarketEvent event)
    {
        if (event.kind() == Kind.RATE && event.priceTicks() > 0)
        {
            onRate(event.instrumentId(), event.priceTicks());
        }
    }

    /**
     * An instrument.
     *
     * @param instrumentId any.
     * @return its newest version, or null when it was not defined.
     */
    public Instrument instrument(final int instrumentId)
    {
        return instrumentId > 0 && instrumentId < instruments.length ? instruments[instrumentId] : null;
    }

    /**
     * The largest id defined so far.
     *
     * @return 0 when none is.
     */
    public int instrumentIdMax()
    {
        return instrumentIdMax;
    }

    /**
     * Most instruments there can be.
     *
     * @return largest id allowed.
     */
    public int instrumentCapacity()
    {
        return instruments.length - 1;
    }

    /**
     * An instrument's tier.
     *
     * @param instrumentId that is defined.
     * @return 1, 2 or 3.
     */
    public int tier(final int instrumentId)
    {
        return tiers[instrumentId];
    }

    /**
     * How far tick-lots are shifted to become an instrument's scaled notional units.
     *
     * @param instrumentId that is defined.
     * @return 0 to 22.
     */
    public int notionalShift(final int instrumentId)
    {
        return notionalShifts[instrumentId];
    }

    /**
     * An amount in USD as scaled notional of an instrument.
     *
     * @param instrumentId that is defined.
     * @param usd          whole dollars, 0 or more.
     * @return units, or {@link Absent#VALUE} while no rate of its quote asset is known.
     */
    public long notionalOfUsd(final int instrumentId, final long usd)
    {
        final long perKilo = unitsPerKiloUsd[instrumentId];
        if (perKilo == 0)
        {
            return Absent.VALUE;
        }
        return Math.multiplyHigh(perKilo, usd) != 0 || perKilo * usd < 0 ? Long.MAX_VALUE : perKilo * usd / 1000;
    }

    /**
     * A scaled notional of an instrument as an amount in USD.
     *
     * @param instrumentId that is defined.
     * @param notional     scaled units of the instrument, 0 or more.
     * @return whole cents, rounded down, {@link Long#MAX_VALUE} when they do not fit; {@link Absent#VALUE} while no
     *         rate of its quote asset is known.
     */
    public long usdCentsOfNotional(final int instrumentId, final long notional)
    {
        final long unit = usdOfUnit[instrumentId];
        if (unit == 0)
        {
            return Absent.VALUE;
        }
        // notional * unit / CENT, both cut at whole cents so that each product is checked or below CENT squared.
        final long wholeUnit = unit / CENT;
        final long restUnit = unit % CENT;
        final long high = notional / CENT * restUnit + notional % CENT * restUnit / CENT;
        final boolean fits = Math.multiplyHigh(notional, wholeUnit) == 0 && notional * wholeUnit >= 0 &&
            notional * wholeUnit <= Long.MAX_VALUE - high;
        return fits ? notional * wholeUnit + high : Long.MAX_VALUE;
    }

    /**
     * Last prices of each underlying on all venues.
     *
     * @return to read, and to show trades to.
     */
    public VenuePrices venuePrices()
    {
        return venuePrices;
    }

    /**
     * The map from account to owner group.
     *
     * @return to read and, for control records, to write.
     */
    public OwnerGroups owners()
    {
        return owners;
    }

    /**
     * What the reasons of FEED_STATUS events say.
     *
     * @return to read and, for control records, to write.
     */
    public FeedWords feedWords()
    {
        return feedWords;
    }

    /**
     * Write what events changed. Instruments stand in the journal and are defined anew before {@link #read}.
     *
     * @param state to write to.
     */
    public void write(final StateWriter state)
    {
        state.putLong(instrumentIdMax);
        for (int id = 1; id <= instrumentIdMax; id++)
        {
            state.putLong(unitsPerKiloUsd[id]);
            state.putLong(usdOfUnit[id]);
            state.putLong(assetRateNano[id]);
        }
        owners.write(state);
        feedWords.write(state);
        venuePrices.write(state);
    }

    /**
     * Read what {@link #write} wrote.
     *
     * @param state to read from.
     * @throws IllegalStateException when other instruments are defined here.
     */
    public void read(final StateReader state)
    {
        final long written = state.getLong();
        if (written != instrumentIdMax)
        {
            throw new IllegalStateException(
                "written with " + written + " instruments; " + instrumentIdMax + " are defined here");
        }
        for (int id = 1; id <= instrumentIdMax; id++)
        {
            unitsPerKiloUsd[id] = state.getLong();
            usdOfUnit[id] = state.getLong();
            assetRateNano[id] = state.getLong();
        }
        owners.read(state);
        feedWords.read(state);
        venuePrices.read(state);
    }

    private void onRate(final int assetId, final long priceTicks)
    {
        final long tickNano = assetTickNano[assetId];
        final long rateNano = Math.multiplyHigh(priceTicks, tickNano) == 0 && priceTicks * tickNano > 0 ?
            priceTicks * tickNano : Long.MAX_VALUE;
        assetRateNano[assetId] = rateNano;
        for (int id = 1; id <= instrumentIdMax; id++)
        {
            if (quotes.assetOf(id) == assetId)
            {
                setRate(id, rateNano);
            }
        }
    }

    private void setRate(final int id, final long rateNano)
    {
        venuePrices.rate(id, rateNano);
        usdOfUnit[id] = VenuePrices.scaled(quoteOfUnit[id], rateNano, ONE_USD_NANO);
        final long units = unitsPerQuoteKilo[id];
        unitsPerKiloUsd[id] = Math.max(1, units < Long.MAX_VALUE / ONE_USD_NANO ?
            units * ONE_USD_NANO / rateNano : units / Math.max(1, rateNano / ONE_USD_NANO));
    }

    private static BigDecimal decimal(final long mantissa, final int exponent)
    {
        return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
    }
}
