package fds.feeds.raw;

import java.math.BigDecimal;
import java.util.Set;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Kind;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** What the first reading tells of an instrument: finest decimals and largest numbers. */
final class Contract
{
    private static final int TIER_MAJOR = 1;
    private static final int TIER_UNKNOWN = 2;
    private static final Set<String> MAJORS = Set.of("BTC", "XBT", "ETH");
    private static final int[] USUAL_DIGITS = { 4, 5, 3, 4, 2, 4 }; // price, quantity, …
    private static final int COARSER_MAX = 8;
    private static final long STATED = Kind.mask(Kind.MARK, Kind.INDEX, Kind.FUNDING, Kind.OPEN_INTEREST);

    private final Listing listing;
    private final SeenNumbers price = new SeenNumbers();       // of orders and trades
    private final SeenNumbers quantity = new SeenNumbers();    // of orders and trades
    private final SeenNumbers statedPrice = new SeenNumbers(); // marks and indexes, which are finer than the tick
    private final SeenNumbers statedQuantity = new SeenNumbers();
    private DecimalUnit tick;
    private DecimalUnit lot;
    private Instrument instrument;
    private boolean isCoarse;

    Contract(final Listing listing)
    {
        this.listing = listing;
    }

    /** Whether a kind states numbers of the venue's own making, which keep no step. */
    static boolean isStated(final int kind)
    {
        return (STATED >>> kind & 1) != 0;
    }

    void learn(final Row row)
    {
        (isStated(row.kind) ? statedPrice : price).take(row.price);
        (isStated(row.kind) ? statedQuantity : quantity).take(row.quantity);
    }

    /** Make the instrument; null when what was seen of it does not fit. */
    Instrument settle(final InstrumentCatalog catalog)
    {
        lot = new DecimalUnit(1, -(quantity.max() == null ? statedQuantity : quantity).decimals());
        Ranges ranges = null;
        // Numbers that only the venue states are rounded as far as they must be; those of orders stay exact.
        int decimals = (price.max() == null ? statedPrice : price).decimals();
        do
        {
            tick = new DecimalUnit(1, -decimals);
            ranges = Ranges.around(max(price.max(), statedPrice.max()), tick,
                max(quantity.max(), statedQuantity.max()), lot);
            decimals--;
        }
        while (ranges == null && price.max() == null && decimals >= 0);
        ranges = ranges == null ? Ranges.around(price.max(), tick, quantity.max(), lot) : ranges;
        for (int coarser = 0; coarser <= COARSER_MAX && ranges == null; coarser++)
        {
            lot = new DecimalUnit(1, coarser - quantity.decimals());
            isCoarse = coarser > 0;
            for (int i = 0; i < USUAL_DIGITS.length && ranges == null; i += 2)
            {
                ranges = Ranges.around(
                    price.usualMax(USUAL_DIGITS[i]), tick, quantity.usualMax(USUAL_DIGITS[i + 1]), lot);
            }
        }
        if (ranges == null)
        {
            return null;
        }
        instrument = new Instrument(catalog.nextId(), 1, catalog.addVenue(listing.venue()), listing.venue(),
            listing.symbol(), listing.type(), listing.base(), listing.quote(),
            listing.type() == InstrumentType.SPOT ? "" : listing.base(), tick.mantissa(), tick.exponent(),
            lot.mantissa(), lot.exponent(), 1, 0,
            MAJORS.contains(listing.base()) ? TIER_MAJOR : TIER_UNKNOWN, ranges.priceMaxTicks(),
            ranges.quantityMaxLots());
        return instrument;
    }

    Instrument instrument()
    {
        return instrument;
    }

    /** Whether quantities are rounded to a lot coarser than their decimals, because they would not fit. */
    boolean isCoarse()
    {
        return isCoarse;
    }

    /** Whether a level is so far from the usual that price times quantity would leave its range. */
    boolean isBeyond(final Row row)
    {
        final long ticks = tick.units(row.price);
        final long lots = lot.roundedUnits(row.quantity);
        return !DecimalUnit.isError(ticks) && ticks > instrument.priceMaxTicks() ||
            !DecimalUnit.isError(lots) && lots > instrument.quantityMaxLots();
    }

    /** Ticks of a row's price; marks and indexes are rounded half even. */
    long ticks(final Row row)
    {
        final int min = listing.type() == InstrumentType.OPTION ? 0 : 1;
        final long ticks = isStated(row.kind) ? tick.roundedUnits(row.price) : tick.units(row.price);
        return checked("price", row.price, ticks, tick, min, instrument.priceMaxTicks());
    }

    /** Lots of a row's quantity; open interest is rounded half even, and all of a coarse lot, but never to nothing. */
    long lots(final Row row, final int min)
    {
        long lots = isStated(row.kind) || isCoarse ? lot.roundedUnits(row.quantity) : lot.units(row.quantity);
        if (lots == 0 && isCoarse && DecimalUnit.toBigDecimal(row.quantity).signum() > 0)
        {
            lots = 1;
        }
        return checked("quantity", row.quantity, lots, lot, min, instrument.quantityMaxLots());
    }

    private static long checked(final String field, final String text, final long units, final DecimalUnit unit,
        final long min, final long max)
    {
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw Json.bad(field, text, "a decimal number from " + unit.text(min) + " to " + unit.text(max) +
                ", a multiple of " + unit.text(1));
        }
        return units;
    }

    private static BigDecimal max(final BigDecimal one, final BigDecimal other)
    {
        return one == null ? other : other == null ? one : one.max(other);
    }
}
