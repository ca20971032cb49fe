package fds.feeds.csv;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/**
 * What the first rows of a CSV tell of its instruments: the finest decimals, the largest numbers, the kinds; and
 * whether the file uses the flag {@code last}. Rows that cannot be read are passed over here and reported when their
 * turn comes.
 */
final class FirstRows
{
    /** How many rows are looked at. */
    static final int ROWS = 10_000;

    private static final int PEEK_MAX_BYTES = 32 << 20;
    private static final long POOL_KINDS = Kind.mask(Kind.SWAP, Kind.MINT, Kind.BURN);
    private static final long DERIVATIVE_KINDS = Kind.mask(
        Kind.MARK, Kind.FUNDING, Kind.LIQUIDATION, Kind.ADL, Kind.POSITION, Kind.OPEN_INTEREST);
    private static final long ASSET_KINDS = Kind.mask(Kind.MARGIN, Kind.DEPOSIT, Kind.WITHDRAW_REQUEST, Kind.WITHDRAW,
        Kind.TRANSFER, Kind.RATE, Kind.FLASH_LOAN, Kind.WALLET_STATUS);

    /** Of one instrument. */
    static final class Seen
    {
        final String venue;
        final String symbol;
        BigDecimal price;
        BigDecimal quantity;
        int priceDecimals = -1;
        int quantityDecimals = -1;
        private long kinds;

        private Seen(final String venue, final String symbol)
        {
            this.venue = venue;
            this.symbol = symbol;
        }

        InstrumentType type()
        {
            if ((kinds & POOL_KINDS) != 0)
            {
                return InstrumentType.POOL;
            }
            if ((kinds & DERIVATIVE_KINDS) != 0)
            {
                return InstrumentType.PERP;
            }
            return kinds != 0 && (kinds & ~ASSET_KINDS) == 0 ? InstrumentType.ASSET : InstrumentType.SPOT;
        }

        private void price(final BigDecimal value)
        {
            if (value != null)
            {
                price = price == null ? value.abs() : price.max(value.abs());
                priceDecimals = Math.max(priceDecimals, decimals(value));
            }
        }

        private void quantity(final BigDecimal value)
        {
            if (value != null)
            {
                quantity = quantity == null ? value.abs() : quantity.max(value.abs());
                quantityDecimals = Math.max(quantityDecimals, decimals(value));
            }
        }
    }

    private final Map<String, Seen> instruments = new LinkedHashMap<>();
    private final Map<String, Boolean> venues = new LinkedHashMap<>();
    private boolean usesLast;

    /** Look at a source. */
    static FirstRows of(final ByteSource source, final ColumnMap map)
    {
        final FirstRows first = new FirstRows();
        try (CsvRows rows = new CsvRows(source, source.peek(ROWS + 1, PEEK_MAX_BYTES), Column.headers(), map))
        {
            // A file is read to the first "last" or to its end, a stream as far as was kept.
            final boolean hasFlags = rows.has(Column.FLAGS.ordinal());
            for (int count = 0; count < ROWS || hasFlags && !first.usesLast; count++)
            {
                try
                {
                    if (!rows.next())
                    {
                        break;
                    }
                    if (hasFlags && !first.usesLast)
                    {
                        final int flags = CsvFeed.flags(rows.cell(Column.FLAGS.ordinal()));
                        first.usesLast = flags > 0 && (flags & Flags.LAST) != 0;
                    }
                    if (count < ROWS)
                    {
                        first.take(rows);
                    }
                }
                catch (final BadInputException ex)
                {
                    continue; // comes again, with its position, when the row is read
                }
            }
        }
        return first;
    }

    /** Instruments by first appearance; the key is {@link #key}. */
    Map<String, Seen> instruments()
    {
        return instruments;
    }

    /** Names of venues by first appearance. */
    Iterable<String> venues()
    {
        return venues.keySet();
    }

    boolean usesLast()
    {
        return usesLast;
    }

    static String key(final String venue, final String symbol)
    {
        return venue + '\n' + symbol;
    }

    private void take(final CsvRows rows)
    {
        final int kind = Kind.parse(rows.cell(Column.KIND.ordinal()));
        final KindRule rule = KindRule.of(kind);
        if (rule == null)
        {
            return;
        }
        final String venue = rows.isEmpty(Column.VENUE.ordinal()) ? InstrumentCatalog.DEFAULT_VENUE :
            rows.text(Column.VENUE.ordinal());
        if (rows.cell(Column.VENUE.ordinal()).isMalformed() || rows.cell(Column.INSTRUMENT.ordinal()).isMalformed())
        {
            return;
        }
        venues.put(venue, true);
        if (rows.isEmpty(Column.INSTRUMENT.ordinal()))
        {
            return;
        }
        final String symbol = rows.text(Column.INSTRUMENT.ordinal());
        final Seen seen = instruments.computeIfAbsent(key(venue, symbol), name -> new Seen(venue, symbol));
        seen.kinds |= 1L << kind;
        seen.price(number(rows, Column.PRICE));
        seen.quantity(number(rows, Column.QUANTITY));
        if (rule.valueUnit() == ValueUnit.TICKS)
        {
            seen.price(number(rows, Column.VALUE));
        }
        else if (rule.valueUnit() == ValueUnit.LOTS)
        {
            seen.quantity(number(rows, Column.VALUE));
        }
    }

    /** Whole numbers have none, round ones such as 100 not less. */
    private static int decimals(final BigDecimal value)
    {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private static BigDecimal number(final CsvRows rows, final Column column)
    {
        final BigDecimal number = DecimalUnit.toBigDecimal(rows.cell(column.ordinal()));
        return number == null || Math.abs(number.stripTrailingZeros().scale()) > 18 ? null : number;
    }
}
