package fds.feeds.raw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import fds.feeds.csv.KindRule;
import fds.feeds.csv.ValueUnit;
import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.feeds.text.Plain;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Reads recorded messages of one venue. The files are read twice: first for each symbol's finest decimals and largest
 * numbers. Files given together are one stream, by receive time. Owned by the thread that reads.
 * <p>
 * Where neither a line nor its message tells a time, the newest time told before stands for it, at the beginning the
 * first that is told later.
 */
public final class RawFeed implements InputFeed
{
    private static final int CONTRACTS_MAX = 1 << 16;
    private static final long RATE_MAX = 1_000L * 1_000_000_000;

    private final String sourceName;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final Map<String, Contract> contracts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final ArrayDeque<Row> pending = new ArrayDeque<>();
    private final InboundEvent trial = new InboundEvent();
    private final MessageReader messages;
    private long beyondCount;
    private long clockNanos = Absent.VALUE;
    private boolean isEnded;

    /**
     * Open files and read them once for their symbols.
     *
     * @param sources files of one venue; they are read twice.
     * @param dialect makes a reader of the venue's messages that knows nothing yet.
     * @throws BadInputException when one is no file.
     */
    public RawFeed(final List<ByteSource> sources, final Supplier<Dialect> dialect)
    {
        sourceName = sources.get(0).name() + (sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more");
        for (final ByteSource source : sources)
        {
            if (source.path() == null)
            {
                throw new BadInputException(source.name(), 1, "input", "-",
                    "a file: raw-messages is read twice, which standard input cannot be");
            }
        }
        try (MessageReader first = new MessageReader(sources, dialect.get()))
        {
            learn(first);
        }
        for (final Contract contract : contracts.values())
        {
            settle(contract);
        }
        notes.add(sourceName + ": " + catalog.instruments().size() + " instruments on " +
            String.join(", ", catalog.venues()) + (sources.size() == 1 ? "" : ", one stream of " + sources.size() +
            " files") + "; ticks and lots from the finest decimals of orders and trades, ranges from the largest " +
            "numbers; marks, indexes and open interest are rounded to them");
        final long coarse = contracts.values().stream().filter(Contract::isCoarse).count();
        if (coarse > 0)
        {
            notes.add(sourceName + ": quantities of " + coarse + " instruments would not fit to their last decimal, " +
                "and are rounded to a coarser lot");
        }
        messages = new MessageReader(sources, dialect.get());
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
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        while (pending.isEmpty())
        {
            if (!messages.next())
            {
                end();
                return false;
            }
            final List<Row> rows = messages.told().rows();
            dropBeyond(rows);
            pending.addAll(rows);
            if (rows.size() > 1)
            {
                check(rows, trial);
            }
            else if (!rows.isEmpty())
            {
                check(rows, event);
                pending.clear();
                return advance(event);
            }
        }
        fill(event, pending.poll());
        return advance(event);
    }

    private boolean advance(final InboundEvent event)
    {
        final long time = event.receiveTimeNanos() != Absent.VALUE ?
            event.receiveTimeNanos() : event.event().venueTimeNanos();
        clockNanos = Math.max(clockNanos, time);
        return true;
    }

    @Override
    public void close()
    {
        messages.close();
    }

    private void learn(final MessageReader first)
    {
        while (true)
        {
            try
            {
                if (!first.next())
                {
                    return;
                }
            }
            catch (final BadInputException ex)
            {
                continue; // comes again, with its position, in the second reading
            }
            for (final Row row : first.told().rows())
            {
                final String key = Told.key(row.listing);
                if (contracts.containsKey(key) || contracts.size() < CONTRACTS_MAX)
                {
                    contracts.computeIfAbsent(key, name -> new Contract(row.listing)).learn(row);
                }
                if (clockNanos == Absent.VALUE)
                {
                    clockNanos = row.receiveTimeNanos == Absent.VALUE ? row.timeNanos : row.receiveTimeNanos;
                }
            }
        }
    }

    private void settle(final Contract contract)
    {
        final Instrument instrument = contract.settle(catalog);
        if (instrument != null)
        {
            catalog.add(instrument);
        }
    }

    /** Levels far from the market that would leave the range are not told; the one before closes the message then. */
    private void dropBeyond(final List<Row> rows)
    {
        for (int i = rows.size() - 1; i >= 0; i--)
        {
            final Row row = rows.get(i);
            final Contract contract = contracts.get(Told.key(row.listing));
            row.contract = contract;
            if (row.kind == Kind.BOOK && contract != null && contract.instrument() != null && contract.isBeyond(row))
            {
                beyondCount++;
                rows.remove(i);
                final boolean closes = (row.flags & Flags.LAST) != 0;
                if (closes && i > 0 && (rows.get(i - 1).flags & Flags.LAST) == 0)
                {
                    rows.get(i - 1).flag(Flags.LAST);
                }
            }
        }
    }

    /** A message is whole or not there: every event of it is checked before the first is told. */
    private void check(final List<Row> rows, final InboundEvent filled)
    {
        try
        {
            rows.forEach(row -> fill(filled, row));
        }
        catch (final BadInputException ex)
        {
            pending.clear();
            throw messages.refuse(ex);
        }
    }

    private void fill(final InboundEvent event, final Row row)
    {
        event.clear();
        final Contract contract = row.contract;
        if (contract == null || contract.instrument() == null)
        {
            throw Json.bad("symbol", row.listing.symbol(),
                "one whose numbers fit: price / tick * quantity / lot below 2^62");
        }
        final Instrument instrument = contract.instrument();
        final KindRule rule = KindRule.of(row.kind);
        final MarketEvent fields = event.event();
        fields.kind(row.kind).feedId(1).feedSequence(messages.messageCount()).venueId(instrument.venueId())
            .instrumentId(instrument.id()).venueTimeNanos(row.timeNanos).side(row.side).flags(row.flags);
        final boolean isTimeless = row.receiveTimeNanos == Absent.VALUE && row.timeNanos == Absent.VALUE;
        if (isTimeless && clockNanos == Absent.VALUE)
        {
            throw Json.bad("time", "(missing)", "a time in some line or message of the file");
        }
        event.receiveTimeNanos(isTimeless ? clockNanos : row.receiveTimeNanos);
        if (!row.price.isEmpty())
        {
            fields.priceTicks(contract.ticks(row));
        }
        if (!row.quantity.isEmpty())
        {
            fields.quantityLots(contract.lots(row, rule.quantityPositive() ? 1 : 0));
        }
        fields.value(row.value.isEmpty() ? row.number : value(rule, row));
        id(event, TextField.ORDER, row.order);
        id(event, TextField.COUNTER_ORDER, row.counterOrder);
        id(event, TextField.ACCOUNT, row.account);
        id(event, TextField.COUNTER_ACCOUNT, row.counterAccount);
        id(event, TextField.REFERENCE, row.reference);
        id(event, TextField.REASON, row.reason);
    }

    private static long value(final KindRule rule, final Row row)
    {
        final boolean isRate = rule.valueUnit() == ValueUnit.RATE;
        final long units = (isRate ? DecimalUnit.NANO : DecimalUnit.ONE).roundedUnits(row.value);
        if (DecimalUnit.isError(units) || Math.abs(units) > RATE_MAX || !isRate && units < 0)
        {
            throw Json.bad("value", row.value, isRate ? "a rate from -1000 to 1000" : "a whole number, 0 or more");
        }
        return units;
    }

    private static void id(final InboundEvent event, final TextField field, final String text)
    {
        if (!Plain.isLine(text) || !event.id(field, text))
        {
            throw Json.bad(field.name(), text,
                "at most " + InboundEvent.TEXT_MAX_BYTES + " bytes without control characters");
        }
    }

    private void end()
    {
        if (!isEnded)
        {
            isEnded = true;
            messages.told().counts().forEach(count -> notes.add(sourceName + ": " + count));
            if (beyondCount > 0)
            {
                notes.add(sourceName + ": " + beyondCount + " levels of a price or quantity far beyond the usual, " +
                    "and beyond the range, were passed over");
            }
        }
    }
}
