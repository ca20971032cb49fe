package fds.feeds.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.Cell;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;

/**
 * Reads the normalized CSV, row by row, each checked by its kind's {@link KindRule}. Owned by the thread that reads; a
 * row costs no allocation.
 * <p>
 * {@code last}: a file that uses it nowhere has one message a row, so every event carries {@link Flags#LAST}; of a file
 * that uses it, the events carry what the rows say, and a last row that leaves its message open is an error. A file is
 * looked through for it beforehand; standard input only in its first {@value FirstRows#ROWS} rows, and a {@code last}
 * that first comes behind them is refused.
 */
public final class CsvFeed implements InputFeed
{
    private static final long TIME_MAX = DecimalUnit.UNITS_MAX;
    private static final long EVENT_TIME_MAX_NANOS = 7_258_118_400_000_000_000L; // the year 2200
    private static final long RATE_MAX = 1_000L * 1_000_000_000;
    private static final long WEIGHT_MAX = 1_000_000_000;
    private static final long SCORE_MAX = 1_000_000L * 1_000_000;

    private final CsvRows rows;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<AccountOwner> accounts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean usesLast;
    private final String instrumentsFrom;
    private final DecimalUnit[] ticks; // [instrument id]
    private final DecimalUnit[] lots; // [instrument id]
    private final long venueTimeUnitNanos;
    private final long receiveTimeUnitNanos;
    private long rowNumber;
    private boolean isOpenMessage;

    /**
     * Open a CSV.
     *
     * @param source      of the rows.
     * @param instruments file; null: {@code instruments.csv} beside the source if it is there, else what the first
     *                    rows tell.
     * @param accounts    file; null: {@code accounts.csv} beside the source if it is there.
     * @param map         of the source's columns to ours.
     * @throws BadInputException when a header or a companion cannot be read.
     */
    public CsvFeed(final ByteSource source, final Path instruments, final Path accounts, final ColumnMap map)
    {
        final FirstRows first = FirstRows.of(source, map);
        usesLast = first.usesLast();
        final Path instrumentsFile = instruments != null ? instruments : beside(source, "instruments.csv");
        final Path accountsFile = accounts != null ? accounts : beside(source, "accounts.csv");
        instrumentsFrom = instrumentsFile != null ? instrumentsFile.toString() :
            "the first " + FirstRows.ROWS + " rows (no instruments file is beside it)";
        if (instrumentsFile != null)
        {
            Companions.readInstruments(ByteSource.of(instrumentsFile), first, catalog, notes);
        }
        else
        {
            Companions.takeInstruments(source.name(), first, catalog, notes);
        }
        if (accountsFile != null)
        {
            Companions.readAccounts(ByteSource.of(accountsFile), catalog, this.accounts);
        }
        first.venues().forEach(catalog::addVenue);
        if (catalog.venues().isEmpty())
        {
            catalog.addVenue(InstrumentCatalog.DEFAULT_VENUE);
        }

        final int count = catalog.instruments().size();
        ticks = new DecimalUnit[count + 1];
        lots = new DecimalUnit[count + 1];
        for (final Instrument instrument : catalog.instruments())
        {
            ticks[instrument.id()] = DecimalUnit.tickOf(instrument);
            lots[instrument.id()] = DecimalUnit.lotOf(instrument);
        }
        venueTimeUnitNanos = map.nanosPerUnit(Column.TIMESTAMP_NS.header());
        receiveTimeUnitNanos = map.nanosPerUnit(Column.RECEIVE_NS.header());
        rows = new CsvRows(source, source.open(), Column.headers(), map);
        for (final Column column : new Column[]{ Column.TIMESTAMP_NS, Column.KIND })
        {
            if (!rows.has(column.ordinal()))
            {
                rows.close();
                throw new BadInputException(
                    source.name(), 1, "header", column.header(), "a column that must be there");
            }
        }
    }

    @Override
    public List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return Collections.unmodifiableList(accounts);
    }

    @Override
    public List<String> venues()
    {
        return catalog.venues();
    }

    @Override
    public List<String> notes()
    {
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        if (!rows.next())
        {
            if (isOpenMessage)
            {
                isOpenMessage = false;
                throw rows.bad(Column.FLAGS.header(), "(end of file)",
                    "last on the row that closes a message; the file ends inside one");
            }
            return false;
        }
        rowNumber++;
        event.clear();
        final MarketEvent fields = event.event();
        final KindRule rule = kind();
        final Instrument instrument = instrument(fields, rule);
        checkColumns(rule);
        fields.kind(rule.kind()).feedId(1).feedSequence(rowNumber);
        times(event);
        side(fields);
        final int flags = flags();
        fields.flags(flags);
        price(fields, rule, instrument, flags);
        if (!isEmpty(Column.QUANTITY))
        {
            fields.quantityLots(amount(Column.QUANTITY, instrument, rule.quantityPositive() ? 1 : 0));
        }
        if (rule.kind() == Kind.BBO && isEmpty(Column.PRICE) && fields.quantityLots() != 0)
        {
            throw bad(Column.PRICE, "a price, unless quantity is 0");
        }
        if (!isEmpty(Column.VALUE))
        {
            fields.value(value(rule, instrument));
        }
        id(event, TextField.ORDER, Column.ORDER_ID);
        id(event, TextField.COUNTER_ORDER, Column.COUNTER_ORDER_ID);
        id(event, TextField.ACCOUNT, Column.ACCOUNT);
        id(event, TextField.COUNTER_ACCOUNT, Column.COUNTER_ACCOUNT);
        id(event, TextField.REASON, Column.REASON);
        if (rule.refIsTime())
        {
            fields.reference(time(Column.REF, 1));
            if (fields.reference() == 0)
            {
                throw bad(Column.REF, "UTC nanoseconds since 1970, 1 or more");
            }
        }
        else
        {
            id(event, TextField.REFERENCE, Column.REF);
        }
        isOpenMessage = (flags & Flags.LAST) == 0;
        return true;
    }

    @Override
    public void close()
    {
        rows.close();
    }

    /** Bits of a flags cell, or -1 when a word in it is no flag. */
    static int flags(final Cell cell)
    {
        if (cell.length() == 0)
        {
            return 0;
        }
        int flags = 0;
        int from = 0;
        for (int i = 0; i <= cell.length(); i++)
        {
            if (i == cell.length() || cell.charAt(i) == '|')
            {
                final int flag = flag(cell, from, i);
                if (flag == 0)
                {
                    return -1;
                }
                flags |= flag;
                from = i + 1;
            }
        }
        return flags;
    }

    private static int flag(final Cell cell, final int from, final int to)
    {
        // The commonest word by far, kept from making a substring.
        if (to - from == 4 && cell.charAt(from) == 'l' && cell.charAt(from + 1) == 'a' &&
            cell.charAt(from + 2) == 's' && cell.charAt(from + 3) == 't')
        {
            return Flags.LAST;
        }
        return Flags.parse(cell.subSequence(from, to));
    }

    private KindRule kind()
    {
        final KindRule rule = KindRule.of(Kind.parse(cell(Column.KIND)));
        if (rule == null)
        {
            throw bad(Column.KIND, "a kind such as NEW, CANCEL, TRADE, BOOK (market/EVENTS.md lists all)");
        }
        return rule;
    }

    private Instrument instrument(final MarketEvent fields, final KindRule rule)
    {
        final int venueId = isEmpty(Column.VENUE) ? catalog.venueId(InstrumentCatalog.DEFAULT_VENUE) :
            catalog.venueId(cell(Column.VENUE));
        if (venueId == 0)
        {
            throw bad(Column.VENUE, "one of " + some(catalog.venues()) + " (empty: V1)");
        }
        fields.venueId(venueId);
        if (isEmpty(Column.INSTRUMENT))
        {
            return null; // whether it may be is the rule's to say
        }
        final int id = catalog.find(venueId, cell(Column.INSTRUMENT));
        if (id == 0)
        {
            // What is no number anywhere is the plainer complaint.
            requireNumber(Column.PRICE);
            requireNumber(Column.QUANTITY);
            throw bad(Column.INSTRUMENT,
                "an instrument of " + instrumentsFrom + " on venue " + catalog.venues().get(venueId - 1));
        }
        fields.instrumentId(id);
        return catalog.instrument(id);
    }

    private void requireNumber(final Column column)
    {
        if (!isEmpty(column) && DecimalUnit.toBigDecimal(cell(column)) == null)
        {
            throw bad(column, "a decimal number");
        }
    }

    private void checkColumns(final KindRule rule)
    {
        int present = 0;
        for (int column = Column.INSTRUMENT.ordinal(); column <= Column.REASON.ordinal(); column++)
        {
            present |= rows.isEmpty(column) ? 0 : 1 << column;
        }
        final int missing = rule.required() & ~present;
        if (missing != 0)
        {
            throw bad(Column.at(Integer.numberOfTrailingZeros(missing)),
                "not empty for " + Kind.nameOf(rule.kind()));
        }
        final int extra = present & ~(rule.required() | rule.optional());
        if (extra != 0)
        {
            throw bad(Column.at(Integer.numberOfTrailingZeros(extra)), "empty for " + Kind.nameOf(rule.kind()));
        }
    }

    private void times(final InboundEvent event)
    {
        if (isEmpty(Column.TIMESTAMP_NS))
        {
            throw bad(Column.TIMESTAMP_NS, "UTC nanoseconds since 1970");
        }
        final long venueNanos = time(Column.TIMESTAMP_NS, venueTimeUnitNanos);
        event.event().venueTimeNanos(venueNanos);
        if (isEmpty(Column.RECEIVE_NS))
        {
            checkEventTime(Column.TIMESTAMP_NS, venueNanos);
        }
        else
        {
            final long receiveNanos = time(Column.RECEIVE_NS, receiveTimeUnitNanos);
            event.receiveTimeNanos(receiveNanos);
            checkEventTime(Column.RECEIVE_NS, receiveNanos);
        }
    }

    /** The time that windows and timers go by. */
    private void checkEventTime(final Column column, final long nanos)
    {
        if (nanos <= 0 || nanos > EVENT_TIME_MAX_NANOS)
        {
            throw bad(column, "a time from 1970 to 2200, in UTC nanoseconds since 1970");
        }
    }

    private void side(final MarketEvent fields)
    {
        if (isEmpty(Column.SIDE))
        {
            return;
        }
        final Cell side = cell(Column.SIDE);
        if (side.length() != 1 || side.charAt(0) != 'B' && side.charAt(0) != 'S')
        {
            throw bad(Column.SIDE, "B or S");
        }
        fields.side(side.charAt(0) == 'B' ? Side.BUY : Side.SELL);
    }

    private int flags()
    {
        if (isEmpty(Column.FLAGS))
        {
            return usesLast ? 0 : Flags.LAST;
        }
        final int flags = flags(cell(Column.FLAGS));
        if (flags < 0)
        {
            throw bad(Column.FLAGS, "words of ioc fok post_only market reduce_only liquidation stp hidden api web " +
                "app snapshot last, with | between");
        }
        if (usesLast)
        {
            return flags;
        }
        if ((flags & Flags.LAST) != 0)
        {
            throw bad(Column.FLAGS, "last within the first " + FirstRows.ROWS +
                " rows of a stream, or nowhere; read this input from a file");
        }
        return flags | Flags.LAST;
    }

    private void price(final MarketEvent fields, final KindRule rule, final Instrument instrument, final int flags)
    {
        if (rule.kind() == Kind.NEW || rule.kind() == Kind.ORDER_REQUEST)
        {
            final boolean isMarket = (flags & Flags.MARKET) != 0;
            if (isMarket != isEmpty(Column.PRICE))
            {
                throw bad(Column.PRICE, isMarket ? "empty with the flag market" : "a price, or the flag market");
            }
        }
        if (!isEmpty(Column.PRICE))
        {
            fields.priceTicks(priceTicks(Column.PRICE, instrument));
        }
    }

    private long priceTicks(final Column column, final Instrument instrument)
    {
        final DecimalUnit tick = ticks[instrument.id()];
        final long units = tick.units(cell(column));
        checkUnits(units, column, tick, "tick", instrument);
        final boolean mayBeZero =
            instrument.type() == InstrumentType.OPTION || instrument.type() == InstrumentType.POOL;
        if (units < (mayBeZero ? 0 : 1) || units > instrument.priceMaxTicks())
        {
            throw bad(column, "a price from " + (mayBeZero ? "0" : tick.text(1)) + " to " +
                tick.text(instrument.priceMaxTicks()) + " for " + instrument.symbol());
        }
        return units;
    }

    private long amount(final Column column, final Instrument instrument, final long min)
    {
        final DecimalUnit lot = lots[instrument.id()];
        final long units = lot.units(cell(column));
        checkUnits(units, column, lot, "lot", instrument);
        if (units < min || units > instrument.quantityMaxLots())
        {
            throw bad(column, "a quantity from " + lot.text(min) + " to " + lot.text(instrument.quantityMaxLots()) +
                " for " + instrument.symbol());
        }
        return units;
    }

    private void checkUnits(
        final long units, final Column column, final DecimalUnit unit, final String name, final Instrument instrument)
    {
        if (units == DecimalUnit.NOT_A_NUMBER)
        {
            throw bad(column, "a decimal number");
        }
        if (units == DecimalUnit.OFF_STEP)
        {
            throw bad(column, "a whole multiple of the " + name + " " + unit.text(1) + " of " + instrument.symbol());
        }
        if (units == DecimalUnit.OVERFLOW)
        {
            throw bad(column, "below 2^62 times the " + name + " " + unit.text(1) + " of " + instrument.symbol());
        }
    }

    private long value(final KindRule rule, final Instrument instrument)
    {
        return switch (rule.valueUnit())
        {
            case TICKS -> priceTicks(Column.VALUE, instrument);
            case LOTS -> amount(Column.VALUE, instrument, -instrument.quantityMaxLots());
            case RATE -> number(DecimalUnit.NANO, -RATE_MAX, RATE_MAX, "a fraction from -1000 to 1000");
            case WEIGHT -> number(DecimalUnit.NANO, 0, WEIGHT_MAX, "a fraction from 0 to 1");
            case SCORE -> number(DecimalUnit.MICRO, -SCORE_MAX, SCORE_MAX, "a score from -1000000 to 1000000");
            case FLAG -> number(DecimalUnit.ONE, 0, 1, "0 or 1");
            case TIME -> time(Column.VALUE, 1);
            case INTEGER -> number(DecimalUnit.ONE, 0, DecimalUnit.UNITS_MAX, "a whole number, 0 or more");
            case NONE -> throw bad(Column.VALUE, "empty for " + Kind.nameOf(rule.kind()));
        };
    }

    private long number(final DecimalUnit unit, final long min, final long max, final String allowed)
    {
        final Cell cell = cell(Column.VALUE);
        final long units = unit.exponent() < 0 ? unit.roundedUnits(cell) : unit.units(cell);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw bad(Column.VALUE, allowed);
        }
        return units;
    }

    private long time(final Column column, final long unitNanos)
    {
        final long count = DecimalUnit.ONE.units(cell(column));
        if (DecimalUnit.isError(count) || count < 0 || count > TIME_MAX / unitNanos)
        {
            throw bad(column, unitNanos == 1 ? "UTC nanoseconds since 1970, a whole number" :
                "a whole number of units of " + unitNanos + " ns since 1970, UTC");
        }
        return count * unitNanos;
    }

    private void id(final InboundEvent event, final TextField field, final Column column)
    {
        if (isEmpty(column))
        {
            return;
        }
        final Cell cell = cell(column);
        if (cell.isMalformed())
        {
            throw bad(column, "UTF-8 text without control characters");
        }
        if (!event.id(field, cell))
        {
            throw bad(column, "at most " + InboundEvent.TEXT_MAX_BYTES + " bytes");
        }
    }

    private boolean isEmpty(final Column column)
    {
        return rows.isEmpty(column.ordinal());
    }

    private Cell cell(final Column column)
    {
        return rows.cell(column.ordinal());
    }

    private BadInputException bad(final Column column, final String allowed)
    {
        return rows.bad(column.ordinal(), allowed);
    }

    private static String some(final List<String> names)
    {
        return names.size() <= 10 ? String.join(" ", names) : String.join(" ", names.subList(0, 10)) + " ...";
    }

    private static Path beside(final ByteSource source, final String name)
    {
        if (source.path() == null)
        {
            return null;
        }
        final Path file = source.path().resolveSibling(name);
        return Files.isRegularFile(file) ? file : null;
    }
}
