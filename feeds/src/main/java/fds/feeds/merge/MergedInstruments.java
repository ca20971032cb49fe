package fds.feeds.merge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.instrument.Instrument;

/**
 * The instruments of several inputs as one list: the same venue and symbol is the same instrument. Where inputs took
 * different ticks or lots for it, the finer holds, and the other input's numbers are multiplied; the ranges are the
 * wider ones as far as they fit.
 */
final class MergedInstruments
{
    private static final BigInteger PRODUCT_MAX = BigInteger.ONE.shiftLeft(62).subtract(BigInteger.ONE);

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> venues = new ArrayList<>();
    private final int[][] venueIds; // [input][venue id there]
    private final int[][] instrumentIds; // [input][instrument id there]
    private final long[][] priceFactors; // [input][instrument id there]
    private final long[][] quantityFactors; // [input][instrument id there]

    MergedInstruments(final List<InputFeed> inputs)
    {
        final int count = inputs.size();
        venueIds = new int[count][];
        instrumentIds = new int[count][];
        priceFactors = new long[count][];
        quantityFactors = new long[count][];
        final Map<String, Integer> idByName = new HashMap<>();
        for (int input = 0; input < count; input++)
        {
            addVenues(input, inputs.get(input).venues());
            addInstruments(input, inputs.get(input).instruments(), idByName);
        }
        for (int input = 0; input < count; input++)
        {
            setFactors(input, inputs.get(input).instruments());
        }
    }

    List<Instrument> instruments()
    {
        return Collections.unmodifiableList(instruments);
    }

    List<String> venues()
    {
        return Collections.unmodifiableList(venues);
    }

    int venueId(final int input, final int venueId)
    {
        return venueIds[input][venueId];
    }

    int instrumentId(final int input, final int instrumentId)
    {
        return instrumentIds[input][instrumentId];
    }

    long priceFactor(final int input, final int instrumentId)
    {
        return priceFactors[input][instrumentId];
    }

    long quantityFactor(final int input, final int instrumentId)
    {
        return quantityFactors[input][instrumentId];
    }

    private void addVenues(final int input, final List<String> names)
    {
        venueIds[input] = new int[names.size() + 1];
        for (int i = 0; i < names.size(); i++)
        {
            int at = venues.indexOf(names.get(i));
            if (at < 0)
            {
                at = venues.size();
                venues.add(names.get(i));
            }
            venueIds[input][i + 1] = at + 1;
        }
    }

    private void addInstruments(
        final int input, final List<Instrument> added, final Map<String, Integer> idByName)
    {
        instrumentIds[input] = new int[added.size() + 1];
        for (final Instrument instrument : added)
        {
            final String name = instrument.venue() + '\n' + instrument.symbol();
            final Integer known = idByName.get(name);
            if (known == null)
            {
                final int id = instruments.size() + 1;
                idByName.put(name, id);
                instrumentIds[input][instrument.id()] = id;
                instruments.add(with(instrument, id, venueIds[input][instrument.venueId()], instrument.tickMantissa(),
                    instrument.tickExponent(), instrument.lotMantissa(), instrument.lotExponent(),
                    instrument.priceMaxTicks(), instrument.quantityMaxLots()));
            }
            else
            {
                instrumentIds[input][instrument.id()] = known;
                instruments.set(known - 1, unified(instruments.get(known - 1), instrument));
            }
        }
    }

    private static Instrument unified(final Instrument one, final Instrument other)
    {
        if (one.multiplierMantissa() != other.multiplierMantissa() ||
            one.multiplierExponent() != other.multiplierExponent())
        {
            throw conflict(other, "multiplier");
        }
        final DecimalUnit tick = finer(DecimalUnit.tickOf(one), DecimalUnit.tickOf(other), other, "tick_size");
        final DecimalUnit lot = finer(DecimalUnit.lotOf(one), DecimalUnit.lotOf(other), other, "lot_size");
        final BigInteger price = units(one.priceMaxTicks(), DecimalUnit.tickOf(one), tick)
            .max(units(other.priceMaxTicks(), DecimalUnit.tickOf(other), tick));
        BigInteger quantity = units(one.quantityMaxLots(), DecimalUnit.lotOf(one), lot)
            .max(units(other.quantityMaxLots(), DecimalUnit.lotOf(other), lot));
        quantity = quantity.min(PRODUCT_MAX.divide(price));
        if (price.bitLength() > 62 || quantity.signum() == 0)
        {
            throw conflict(other, "price_max");
        }
        return with(one, one.id(), one.venueId(), tick.mantissa(), tick.exponent(), lot.mantissa(), lot.exponent(),
            price.longValueExact(), quantity.longValueExact());
    }

    private void setFactors(final int input, final List<Instrument> own)
    {
        priceFactors[input] = new long[own.size() + 1];
        quantityFactors[input] = new long[own.size() + 1];
        for (final Instrument instrument : own)
        {
            final Instrument merged = instruments.get(instrumentIds[input][instrument.id()] - 1);
            priceFactors[input][instrument.id()] =
                units(1, DecimalUnit.tickOf(instrument), DecimalUnit.tickOf(merged)).longValueExact();
            quantityFactors[input][instrument.id()] =
                units(1, DecimalUnit.lotOf(instrument), DecimalUnit.lotOf(merged)).longValueExact();
        }
    }

    private static DecimalUnit finer(
        final DecimalUnit one, final DecimalUnit other, final Instrument instrument, final String field)
    {
        final DecimalUnit fine = one.size().compareTo(other.size()) <= 0 ? one : other;
        final DecimalUnit coarse = fine == one ? other : one;
        final BigDecimal[] parts = coarse.size().divideAndRemainder(fine.size());
        if (parts[1].signum() != 0 || parts[0].toBigInteger().bitLength() > 62)
        {
            throw conflict(instrument, field);
        }
        return fine;
    }

    private static BigInteger units(final long count, final DecimalUnit from, final DecimalUnit to)
    {
        return BigDecimal.valueOf(count).multiply(from.size()).divideToIntegralValue(to.size()).toBigInteger();
    }

    private static BadInputException conflict(final Instrument instrument, final String field)
    {
        return new BadInputException("instruments", 1, field, instrument.symbol() + " on " + instrument.venue(),
            "one that fits what another input says of the same instrument; give an instruments file");
    }

    private static Instrument with(final Instrument i, final int id, final int venueId, final long tickMantissa,
        final int tickExponent, final long lotMantissa, final int lotExponent, final long priceMaxTicks,
        final long quantityMaxLots)
    {
        return new Instrument(id, i.version(), venueId, i.venue(), i.symbol(), i.type(), i.base(), i.quote(),
            i.underlying(), tickMantissa, tickExponent, lotMantissa, lotExponent, i.multiplierMantissa(),
            i.multiplierExponent(), i.tier(), priceMaxTicks, quantityMaxLots);
    }
}
