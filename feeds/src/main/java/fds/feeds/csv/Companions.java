package fds.feeds.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import fds.feeds.csv.FirstRows.Seen;
import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.source.ByteSource;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.InboundEvent;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;

/** Reads {@code instruments.csv} and {@code accounts.csv}, or takes instruments from the first rows instead. */
final class Companions
{
    static final String[] INSTRUMENT_COLUMNS = { "instrument", "venue", "type", "base", "quote", "tick_size",
        "lot_size", "multiplier", "tier", "underlying", "price_max", "quantity_max" };
    static final String[] ACCOUNT_COLUMNS = { "account", "venue", "owner_group", "role" };

    private static final int SYMBOL = 0;
    private static final int VENUE = 1;
    private static final int TYPE = 2;
    private static final int BASE = 3;
    private static final int QUOTE = 4;
    private static final int TICK_SIZE = 5;
    private static final int LOT_SIZE = 6;
    private static final int MULTIPLIER = 7;
    private static final int TIER = 8;
    private static final int UNDERLYING = 9;
    private static final int PRICE_MAX = 10;
    private static final int QUANTITY_MAX = 11;
    private static final int OWNER_GROUP = 2;
    private static final int ROLE = 3;
    private static final int ACCOUNTS_MAX = 10_000_000;
    private static final int NOTES_MAX = 20;
    private static final int TIER_UNKNOWN = 2;
    private static final DecimalUnit UNIT_UNSEEN = new DecimalUnit(1, -8);

    private Companions()
    {
    }

    /** Fill the catalog from an instruments file. */
    static void readInstruments(
        final ByteSource source, final FirstRows first, final InstrumentCatalog catalog, final List<String> notes)
    {
        try (CsvRows rows = new CsvRows(source, source.open(), INSTRUMENT_COLUMNS, ColumnMap.NONE))
        {
            for (final int column : new int[]{ SYMBOL, TICK_SIZE, LOT_SIZE })
            {
                if (!rows.has(column))
                {
                    throw rows.bad("header", INSTRUMENT_COLUMNS[column], "a column that must be there");
                }
            }
            while (rows.next())
            {
                addInstrument(rows, first, catalog, notes);
            }
        }
    }

    /** Fill the catalog from the first rows, and say what was taken. */
    static void takeInstruments(
        final String source, final FirstRows first, final InstrumentCatalog catalog, final List<String> notes)
    {
        int told = 0;
        for (final Seen seen : first.instruments().values())
        {
            final DecimalUnit tick = unit(seen.priceDecimals);
            final DecimalUnit lot = unit(seen.quantityDecimals);
            final Ranges ranges = Ranges.around(seen.price, tick, seen.quantity, lot);
            if (ranges == null)
            {
                throw new BadInputException(source, 1, "instrument", seen.symbol,
                    "an instruments file: its prices and quantities are too fine and too large to guess ticks");
            }
            catalog.add(new Instrument(catalog.nextId(), 1, catalog.addVenue(seen.venue), seen.venue, seen.symbol,
                seen.type(), "", "", "", tick.mantissa(), tick.exponent(), lot.mantissa(), lot.exponent(), 1, 0,
                TIER_UNKNOWN, ranges.priceMaxTicks(), ranges.quantityMaxLots()));
            if (told++ < NOTES_MAX)
            {
                notes.add(source + ": no instruments file; " + seen.symbol + " on " + seen.venue + ": type " +
                    seen.type().word() + ", tick " + tick.text(1) + ", lot " + lot.text(1) + ", price up to " +
                    tick.text(ranges.priceMaxTicks()) + ", quantity up to " + lot.text(ranges.quantityMaxLots()));
            }
        }
        if (told > NOTES_MAX)
        {
            notes.add(source + ": no instruments file; " + (told - NOTES_MAX) + " more instruments likewise");
        }
    }

    /** Read an accounts file. */
    static void readAccounts(
        final ByteSource source, final InstrumentCatalog catalog, final List<AccountOwner> accounts)
    {
        try (CsvRows rows = new CsvRows(source, source.open(), ACCOUNT_COLUMNS, ColumnMap.NONE))
        {
            if (!rows.has(SYMBOL))
            {
                throw rows.bad("header", ACCOUNT_COLUMNS[0], "a column that must be there");
            }
            while (rows.next())
            {
                final String account = checked(rows, 0, InboundEvent.TEXT_MAX_BYTES);
                final String venue = rows.isEmpty(VENUE) ? InstrumentCatalog.DEFAULT_VENUE : text(rows, VENUE);
                if (account.isEmpty())
                {
                    throw rows.bad(0, "the account's id");
                }
                if (accounts.size() == ACCOUNTS_MAX)
                {
                    throw rows.bad(0, "at most " + ACCOUNTS_MAX + " accounts");
                }
                catalog.addVenue(venue);
                accounts.add(new AccountOwner(
                    venue, account, checked(rows, OWNER_GROUP, InboundEvent.TEXT_MAX_BYTES), text(rows, ROLE)));
            }
        }
    }

    private static void addInstrument(
        final CsvRows rows, final FirstRows first, final InstrumentCatalog catalog, final List<String> notes)
    {
        final String symbol = text(rows, SYMBOL);
        if (symbol.isEmpty())
        {
            throw rows.bad(SYMBOL, "the instrument's name");
        }
        final String venue = rows.isEmpty(VENUE) ? InstrumentCatalog.DEFAULT_VENUE : text(rows, VENUE);
        final InstrumentType type = rows.isEmpty(TYPE) ? InstrumentType.SPOT : InstrumentType.parse(rows.text(TYPE));
        if (type == null)
        {
            throw rows.bad(TYPE, "one of spot perp future option pool asset");
        }
        final DecimalUnit tick = size(rows, TICK_SIZE);
        final DecimalUnit lot = size(rows, LOT_SIZE);
        final DecimalUnit multiplier = rows.isEmpty(MULTIPLIER) ? DecimalUnit.ONE : size(rows, MULTIPLIER);
        final int tier = rows.isEmpty(TIER) ? TIER_UNKNOWN : (int)DecimalUnit.ONE.units(rows.cell(TIER));
        if (tier < 1 || tier > 3)
        {
            throw rows.bad(TIER, "1, 2 or 3");
        }

        final Seen seen = first.instruments().get(FirstRows.key(venue, symbol));
        final Ranges guess = Ranges.around(seen == null ? null : seen.price, tick, seen == null ? null : seen.quantity,
            lot);
        final boolean isStated = !rows.isEmpty(PRICE_MAX) && !rows.isEmpty(QUANTITY_MAX);
        if (!isStated && guess == null)
        {
            throw rows.bad(PRICE_MAX, "price_max and quantity_max, since the first rows do not tell ranges that fit");
        }
        final long priceMaxTicks = rows.isEmpty(PRICE_MAX) ? guess.priceMaxTicks() : max(rows, PRICE_MAX, tick);
        final long quantityMaxLots =
            rows.isEmpty(QUANTITY_MAX) ? guess.quantityMaxLots() : max(rows, QUANTITY_MAX, lot);
        if (!isStated && notes.size() < NOTES_MAX)
        {
            notes.add(symbol + " on " + venue + ": price up to " + tick.text(priceMaxTicks) + ", quantity up to " +
                lot.text(quantityMaxLots) + ", taken from the first rows");
        }
        if (Math.multiplyHigh(priceMaxTicks, quantityMaxLots) != 0 ||
            priceMaxTicks * quantityMaxLots < 0 || priceMaxTicks * quantityMaxLots >= 1L << 62)
        {
            throw rows.bad(PRICE_MAX, "price_max / tick_size * quantity_max / lot_size below 2^62; quantity_max is " +
                lot.text(quantityMaxLots));
        }
        final boolean isNew = catalog.add(new Instrument(catalog.nextId(), 1, catalog.addVenue(venue), venue, symbol,
            type, text(rows, BASE), text(rows, QUOTE), text(rows, UNDERLYING), tick.mantissa(), tick.exponent(),
            lot.mantissa(), lot.exponent(), multiplier.mantissa(), multiplier.exponent(), tier, priceMaxTicks,
            quantityMaxLots));
        if (!isNew)
        {
            throw rows.bad(SYMBOL, "each instrument of a venue once");
        }
    }

    private static long max(final CsvRows rows, final int column, final DecimalUnit unit)
    {
        // Rounded down to whole units: a range need not be a multiple, a price does.
        final BigDecimal value = DecimalUnit.toBigDecimal(rows.cell(column));
        if (value == null || value.signum() <= 0 || value.compareTo(unit.size()) < 0 ||
            value.divideToIntegralValue(unit.size()).toBigInteger().bitLength() > 62)
        {
            throw rows.bad(column, "a number from one tick or lot to 2^62 of them");
        }
        return value.divideToIntegralValue(unit.size()).longValueExact();
    }

    private static DecimalUnit size(final CsvRows rows, final int column)
    {
        final DecimalUnit unit = DecimalUnit.parse(rows.cell(column));
        if (unit == null)
        {
            throw rows.bad(column, "a decimal number above 0 with at most 18 decimals");
        }
        return unit;
    }

    private static DecimalUnit unit(final int decimals)
    {
        return decimals < 0 ? UNIT_UNSEEN : new DecimalUnit(1, -decimals);
    }

    private static String text(final CsvRows rows, final int column)
    {
        return checked(rows, column, 255);
    }

    private static String checked(final CsvRows rows, final int column, final int bytesMax)
    {
        if (rows.cell(column).isMalformed())
        {
            throw rows.bad(column, "UTF-8 text without control characters");
        }
        final String text = rows.text(column);
        if (text.getBytes(StandardCharsets.UTF_8).length > bytesMax)
        {
            throw rows.bad(column, "at most " + bytesMax + " bytes");
        }
        return text;
    }
}
