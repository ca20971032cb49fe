package fds.feeds.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.text.DecimalUnit;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/** What the first reading tells of an instrument: finest decimals, largest numbers. */
final class SeenInstrument
{
    private static final int DECIMALS_MAX = 18;
    private static final int TIER_UNKNOWN = 2;
    private static final int ROUNDED_DIGITS = 9; // two such numbers have a product below 2^62

    private final Draft first;
    private BigDecimal price;
    private BigDecimal quantity;
    private int priceDecimals;
    private int quantityDecimals;

    SeenInstrument(final Draft first)
    {
        this.first = first;
    }

    void take(final Draft draft)
    {
        final BigDecimal seenPrice = number(draft.price);
        if (seenPrice != null)
        {
            price = price == null ? seenPrice : price.max(seenPrice);
            priceDecimals = Math.max(priceDecimals, seenPrice.scale());
        }
        final BigDecimal seenQuantity = number(draft.quantity);
        if (seenQuantity != null)
        {
            quantity = quantity == null ? seenQuantity : quantity.max(seenQuantity);
            quantityDecimals = Math.max(quantityDecimals, seenQuantity.scale());
        }
    }

    /** Adds the instrument, unless what was seen of it does not fit; its rows are refused one by one then. */
    void addTo(final InstrumentCatalog catalog, final String venue)
    {
        final DecimalUnit tick = new DecimalUnit(1, exponent(price, priceDecimals));
        final DecimalUnit lot = new DecimalUnit(1, exponent(quantity, quantityDecimals));
        // What never has a price, such as the asset of a ledger, leaves all the room to its quantities.
        final boolean isPriced = price != null || first.type != InstrumentType.ASSET;
        final Ranges ranges = Ranges.around(isPriced ? price : BigDecimal.ONE, tick, quantity, lot);
        if (ranges != null)
        {
            catalog.add(new Instrument(catalog.nextId(), 1, 1, venue, first.symbol, first.type, first.base,
                first.quote, "", tick.mantissa(), tick.exponent(), lot.mantissa(), lot.exponent(), 1, 0,
                TIER_UNKNOWN, ranges.priceMaxTicks(), ranges.quantityMaxLots()));
        }
    }

    /** The finest decimal seen, or where numbers are rounded, one that leaves the largest its digits. */
    private int exponent(final BigDecimal largest, final int decimals)
    {
        if (!first.isRounded || largest == null)
        {
            return -decimals;
        }
        final int leading = largest.precision() - largest.scale();
        return Math.min(DECIMALS_MAX, Math.max(-decimals, leading - ROUNDED_DIGITS));
    }

    private BigDecimal number(final String text)
    {
        final BigDecimal number = DecimalUnit.toBigDecimal(text);
        if (number == null || number.signum() == 0)
        {
            return null;
        }
        final BigDecimal plain = number.abs().stripTrailingZeros();
        if (first.isRounded)
        {
            return plain.setScale(Math.min(plain.scale(), DECIMALS_MAX), RoundingMode.HALF_EVEN);
        }
        return plain.scale() > DECIMALS_MAX || plain.scale() < -DECIMALS_MAX ? null : plain;
    }
}
