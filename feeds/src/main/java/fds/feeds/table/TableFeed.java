package fds.feeds.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.csv.KindRule;
import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Reads a table with fixed columns: a row is a message of one or more events. Owned by the thread that reads.
 * <p>
 * The file is read twice: first for each instrument's finest decimals (tick, lot) and largest numbers (ranges). A table
 * whose rows are not in the order of their times is kept from the first reading and sorted, up to
 * {@value #SORTED_ROWS_MAX} rows; its bad rows then come before its events.
 */
final class TableFeed implements InputFeed
{
    private static final int SORTED_ROWS_MAX = 1 << 20;
    private static final long RATE_MAX = 1_000L * 1_000_000_000;
    private static final long SCORE_MAX = 1_000_000L * 1_000_000;

    /** A row that was read, and where it stands. */
    private record Message(long line, List<Draft> events)
    {
    }

    private final Table table;
    private final String fileName;
    private final String sourceName;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<DecimalUnit> ticks = new ArrayList<>(); // [instrument id - 1]
    private final List<DecimalUnit> lots = new ArrayList<>(); // [instrument id - 1]
    private final List<Message> sorted = new ArrayList<>();
    private final ArrayDeque<BadInputException> failures = new ArrayDeque<>();
    private final ArrayDeque<Draft> pending = new ArrayDeque<>();
    private final List<Draft> events = new ArrayList<>();
    private final TableRows rows;
    private final TableRow row;
    private final Iterator<Message> messages;
    private long messageLine;
    private long messageNumber;

    TableFeed(final ByteSource source, final Table table)
    {
        this.table = table;
        sourceName = source.name();
        if (source.path() == null)
        {
            throw new BadInputException(sourceName, 1, "input", "-",
                "a file: " + table.word() + " is read twice, which standard input cannot be");
        }
        fileName = source.path().getFileName().toString();
        final String venue = table.venue(fileName);
        catalog.addVenue(venue);
        final Map<String, SeenInstrument> seen = new LinkedHashMap<>();
        try (TableRows first = table.rows(source))
        {
            look(first, seen);
        }
        seen.values().forEach(instrument -> instrument.addTo(catalog, venue));
        for (final Instrument instrument : catalog.instruments())
        {
            ticks.add(DecimalUnit.tickOf(instrument));
            lots.add(DecimalUnit.lotOf(instrument));
        }
        sorted.sort(Comparator.comparingLong(message -> message.events.get(0).timeNanos));
        messages = sorted.iterator();
        rows = table.rows(source);
        row = new TableRow(rows, table.columns());
    }

    @Override
    public List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    @Override
    public List<AccountOwner> accounts()
    {
        return List.of();
    }

    @Override
    public List<String> venues()
    {
        return catalog.venues();
    }

    @Override
    public List<String> notes()
    {
        return List.of(sourceName + ": " + catalog.instruments().size() + " instruments on " +
            catalog.venues().get(0) + ", ticks and lots from their finest decimals, ranges from their largest numbers" +
            (table.isInTimeOrder() ? "" : "; rows sorted by time"));
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        while (pending.isEmpty())
        {
            if (!nextMessage())
            {
                return false;
            }
        }
        final Draft draft = pending.poll();
        try
        {
            fill(event, draft, pending.isEmpty());
        }
        catch (final BadInputException ex)
        {
            pending.clear();
            throw ex;
        }
        return true;
    }

    @Override
    public void close()
    {
        rows.close();
    }

    private boolean nextMessage()
    {
        if (!table.isInTimeOrder())
        {
            if (!failures.isEmpty())
            {
                throw failures.poll();
            }
            if (!messages.hasNext())
            {
                return false;
            }
            final Message message = messages.next();
            messageLine = message.line;
            pending.addAll(message.events);
        }
        else
        {
            if (!rows.next())
            {
                return false;
            }
            messageLine = rows.lineNumber();
            events.clear();
            table.read(row, fileName, events);
            pending.addAll(events);
        }
        messageNumber++;
        // A message is whole or not there: every event of it is checked before the first is told.
        try
        {
            final InboundEvent trial = new InboundEvent();
            pending.forEach(draft -> fill(trial, draft, true));
        }
        catch (final BadInputException ex)
        {
            pending.clear();
            throw ex;
        }
        return true;
    }

    private void look(final TableRows first, final Map<String, SeenInstrument> seen)
    {
        final TableRow looked = new TableRow(first, table.columns());
        while (true)
        {
            try
            {
                if (!first.next())
                {
                    return;
                }
                events.clear();
                table.read(looked, fileName, events);
            }
            catch (final BadInputException ex)
            {
                if (!table.isInTimeOrder())
                {
                    checkCount(first, failures.size());
                    failures.add(ex);
                }
                continue; // in a table in order it comes again when the row is read
            }
            for (final Draft draft : events)
            {
                take(first, seen, draft);
            }
            if (!table.isInTimeOrder() && !events.isEmpty())
            {
                checkCount(first, sorted.size());
                sorted.add(new Message(first.lineNumber(), List.copyOf(events)));
            }
        }
    }

    private static void take(final TableRows first, final Map<String, SeenInstrument> seen, final Draft draft)
    {
        if (draft.symbol.isEmpty())
        {
            return;
        }
        if (!seen.containsKey(draft.symbol) && seen.size() == InstrumentCatalog.INSTRUMENTS_MAX)
        {
            throw first.bad("instrument", draft.symbol, "at most " + InstrumentCatalog.INSTRUMENTS_MAX);
        }
        seen.computeIfAbsent(draft.symbol, symbol -> new SeenInstrument(draft)).take(draft.price, draft.quantity);
    }

    private static void checkCount(final TableRows first, final int count)
    {
        if (count == SORTED_ROWS_MAX)
        {
            throw first.bad("row", Integer.toString(count), "at most " + SORTED_ROWS_MAX + " rows to be sorted");
        }
    }

    private void fill(final InboundEvent event, final Draft draft, final boolean isLast)
    {
        event.clear();
        final MarketEvent fields = event.event();
        fields.kind(draft.kind).feedId(1).feedSequence(messageNumber).venueId(1).venueTimeNanos(draft.timeNanos)
            .side(draft.side).flags(draft.flags | (isLast ? Flags.LAST : 0));
        if (!draft.symbol.isEmpty())
        {
            instrument(fields, draft);
        }
        if (!draft.value.isEmpty())
        {
            fields.value(value(draft));
        }
        id(event, TextField.ACCOUNT, draft.account);
        id(event, TextField.COUNTER_ACCOUNT, draft.counterAccount);
        id(event, TextField.ORDER, draft.order);
        id(event, TextField.REFERENCE, draft.reference);
        id(event, TextField.REASON, draft.reason);
    }

    private void instrument(final MarketEvent fields, final Draft draft)
    {
        final int id = catalog.find(1, draft.symbol);
        if (id == 0)
        {
            throw bad("instrument", draft.symbol, "one whose numbers fit: price / tick * quantity / lot below 2^62");
        }
        final Instrument instrument = catalog.instrument(id);
        fields.instrumentId(id);
        if (!draft.price.isEmpty())
        {
            fields.priceTicks(units("price", draft.price, ticks.get(id - 1), 1, instrument.priceMaxTicks()));
        }
        if (!draft.quantity.isEmpty())
        {
            final int min = KindRule.of(draft.kind).quantityPositive() ? 1 : 0;
            fields.quantityLots(
                units("quantity", draft.quantity, lots.get(id - 1), min, instrument.quantityMaxLots()));
        }
    }

    private long value(final Draft draft)
    {
        return switch (KindRule.of(draft.kind).valueUnit())
        {
            case RATE -> rounded(draft.value, DecimalUnit.NANO, RATE_MAX);
            case SCORE -> rounded(draft.value, DecimalUnit.MICRO, SCORE_MAX);
            default -> units("value", draft.value, DecimalUnit.ONE, 0, DecimalUnit.UNITS_MAX);
        };
    }

    private long rounded(final String text, final DecimalUnit unit, final long max)
    {
        final long units = unit.roundedUnits(text);
        if (DecimalUnit.isError(units) || units < -max || units > max)
        {
            throw bad("value", text, "a number from " + unit.text(-max) + " to " + unit.text(max));
        }
        return units;
    }

    private long units(
        final String field, final String text, final DecimalUnit unit, final long min, final long max)
    {
        final long units = unit.units(text);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw bad(field, text, "a decimal number from " + unit.text(min) + " to " + unit.text(max) +
                ", a multiple of " + unit.text(1));
        }
        return units;
    }

    private void id(final InboundEvent event, final TextField field, final String text)
    {
        if (text.isEmpty())
        {
            return;
        }
        if (!event.id(field, text))
        {
            throw bad(field.name(), text, "at most " + InboundEvent.TEXT_MAX_BYTES + " bytes");
        }
    }

    private BadInputException bad(final String field, final String value, final String allowed)
    {
        return new BadInputException(sourceName, messageLine, field, value, allowed);
    }
}
