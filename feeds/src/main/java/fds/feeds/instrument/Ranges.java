package fds.feeds.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

import fds.feeds.text.DecimalUnit;

/**
 * Largest price and quantity of an instrument whose source does not state them: powers of two around what was seen,
 * with headroom, such that their product stays below 2^62 tick-lots.
 *
 * @param priceMaxTicks   1 or more.
 * @param quantityMaxLots 1 or more.
 */
public record Ranges(long priceMaxTicks, long quantityMaxLots)
{
    /** What stands for a price or quantity of which nothing was seen. */
    public static final long UNSEEN = 1L << 26;

    private static final int PRODUCT_BITS = 62;
    private static final int PRICE_HEADROOM_BITS = 4;
    private static final int QUANTITY_HEADROOM_BITS = 10;

    /**
     * Ranges with as much headroom as fits: up to 16 times the price and 1,024 times the quantity.
     *
     * @param priceTicks   largest seen, or {@link #UNSEEN}.
     * @param quantityLots largest seen, or {@link #UNSEEN}.
     * @return ranges, or null when even what was seen does not fit.
     */
    public static Ranges around(final long priceTicks, final long quantityLots)
    {
        final int priceBits = bits(priceTicks);
        final int quantityBits = bits(quantityLots);
        final int spareBits = PRODUCT_BITS - priceBits - quantityBits;
        if (spareBits < 0)
        {
            return null;
        }
        final int priceHeadroom = Math.min(PRICE_HEADROOM_BITS, spareBits / 3);
        final int quantityHeadroom = Math.min(QUANTITY_HEADROOM_BITS, spareBits - priceHeadroom);
        return new Ranges((1L << priceBits + priceHeadroom) - 1, (1L << quantityBits + quantityHeadroom) - 1);
    }

    /**
     * Ranges around the largest numbers seen.
     *
     * @param price    largest absolute price seen, null for none.
     * @param tick     its unit.
     * @param quantity largest seen, null for none.
     * @param lot      its unit.
     * @return ranges, or null when what was seen does not fit.
     */
    public static Ranges around(
        final BigDecimal price,
        final DecimalUnit tick,
        final BigDecimal quantity,
        final DecimalUnit lot)
    {
        final long priceTicks = ceilUnits(price, tick);
        final long quantityLots = ceilUnits(quantity, lot);
        return priceTicks < 0 || quantityLots < 0 ? null : around(priceTicks, quantityLots);
    }

    private static long ceilUnits(final BigDecimal value, final DecimalUnit unit)
    {
        if (value == null)
        {
            return UNSEEN;
        }
        final BigDecimal units = value.abs().divide(unit.size(), 0, RoundingMode.CEILING);
        return units.toBigInteger().bitLength() > PRODUCT_BITS ? -1 : Math.max(1, units.longValueExact());
    }

    private static int bits(final long value)
    {
        return 64 - Long.numberOfLeadingZeros(Math.max(value, 1));
    }
}
