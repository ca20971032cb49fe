package fds.feeds.table;

import java.math.BigDecimal;

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

    private final Draft first;
    private BigDecimal price;
    private BigDecimal quantity;
    private int priceDecimals;
    private int quantityDecimals;

    SeenInstrument(final Draft first)
    {
        this.first = first;
    }

    void take(final String priceText, final String quantityText)
    {
        final BigDecimal seenPrice = number(priceText);
        if (seenPrice != null)
        {
            price = price == null ? seenPrice : price.max(seenPrice);
            priceDecimals = Math.max(priceDecimals, seenPrice.scale());
        }
        final BigDecimal seenQuantity = number(quantityText);
        if (seenQuantity != null)
        {
            quantity = quantity == null ? seenQuantity : quantity.max(seenQuantity);
            quantityDecimals = Math.max(quantityDecimals, seenQuantity.scale());
        }
    }

    /** Adds the instrument, unless what was seen of it does not fit; its rows are refused one by one then. */
    void addTo(final InstrumentCatalog catalog, final String venue)
    {
        final DecimalUnit tick = new DecimalUnit(1, -priceDecimals);
        final DecimalUnit lot = new DecimalUnit(1, -quantityDecimals);
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

    private static BigDecimal number(final String text)
    {
        final BigDecimal number = DecimalUnit.toBigDecimal(text);
        if (number == null || number.signum() == 0)
        {
            return null;
        }
        final BigDecimal plain = number.abs().stripTrailingZeros();
        return plain.scale() > DECIMALS_MAX || plain.scale() < -DECIMALS_MAX ? null : plain;
    }
}
