package fds.feeds.cme;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.source.ByteSource;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;

/**
 * The instruments of a recording, which has only their numbers: from its first 10,000 rows, with the finest decimals
 * seen there as the tick, and ranges around what was seen.
 */
final class MboInstruments
{
    private static final int ROWS = 10_000;
    private static final int DECIMALS_MAX = 9;
    private static final int TIER_UNKNOWN = 3;

    /** Of one instrument. */
    private static final class Seen
    {
        private BigDecimal price;
        private BigDecimal size;
        private int decimals;
    }

    private MboInstruments()
    {
    }

    static void find(
        final ByteSource source, final String venue, final InstrumentCatalog catalog, final List<String> notes)
    {
        final int venueId = catalog.addVenue(venue);
        look(source).forEach((symbol, seen) ->
        {
            final DecimalUnit tick = new DecimalUnit(1, -seen.decimals);
            final Ranges ranges = Ranges.around(seen.price, tick, seen.size, DecimalUnit.ONE);
            if (ranges == null)
            {
                throw new BadInputException(source.name(), 1, "price", seen.price.toPlainString(),
                    "prices and sizes whose product is below 2^62 ticks");
            }
            catalog.add(new Instrument(catalog.nextId(), 1, venueId, venue, symbol, InstrumentType.FUTURE, "", "", "",
                tick.mantissa(), tick.exponent(), 1, 0, 1, 0, TIER_UNKNOWN,
                ranges.priceMaxTicks(), ranges.quantityMaxLots()));
            notes.add(source.name() + ": instrument " + symbol + " on " + venue + ": type future, tick " +
                tick.size().toPlainString() + ", lot 1, price up to " + tick.text(ranges.priceMaxTicks()) +
                ", quantity up to " + ranges.quantityMaxLots() + ", from the first " + ROWS + " rows");
        });
    }

    private static Map<String, Seen> look(final ByteSource source)
    {
        final Map<String, Seen> instruments = new LinkedHashMap<>();
        try (MboRow row = MboRow.peek(source))
        {
            for (int count = 0; count < ROWS; count++)
            {
                try
                {
                    if (!row.next())
                    {
                        break;
                    }
                    take(row, instruments);
                }
                catch (final BadInputException ex)
                {
                    continue; // comes again, with its position, when the row is read
                }
            }
        }
        return instruments;
    }

    private static void take(final MboRow row, final Map<String, Seen> instruments)
    {
        final Seen seen = instruments.computeIfAbsent(row.instrument(), symbol -> new Seen());
        final BigDecimal price = DecimalUnit.toBigDecimal(row.price());
        if (price != null)
        {
            final int decimals = price.stripTrailingZeros().scale();
            if (decimals > DECIMALS_MAX || decimals < -DECIMALS_MAX)
            {
                return;
            }
            seen.decimals = Math.max(seen.decimals, decimals);
            seen.price = seen.price == null ? price.abs() : seen.price.max(price.abs());
            final BigDecimal size = BigDecimal.valueOf(row.size());
            seen.size = seen.size == null ? size : seen.size.max(size);
        }
    }
}
