package fds.feeds.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * Reads recordings whose messages are {@linkplain Draft drafts}. Owned by the thread that reads.
 * <p>
 * The files are read twice: first for each instrument's finest decimals (tick, lot) and largest numbers (ranges). A
 * recording whose messages are not in the order of their times is kept from the first reading and sorted, up to
 * {@value #SORTED_MAX} messages; its bad ones then come before its events.
 */
public final class DraftFeed implements InputFeed
{
    private static final int SORTED_MAX = 1 << 20;
    private static final long RATE_MAX = 1_000L * 1_000_000_000;
    private static final long SCORE_MAX = 1_000_000L * 1_000_000;

    /** A message that was read, and where it stands. */
    private record Message(String source, long line, List<Draft> events)
    {
    }

    /** A file, and the time of its first message. */
    private record Input(ByteSource source, long firstNanos)
    {
    }

    private final Recording recording;
    private final List<String> notes = new ArrayList<>();
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<DecimalUnit> ticks = new ArrayList<>(); // [instrument id - 1]
    private final List<DecimalUnit> lots = new ArrayList<>(); // [instrument id - 1]
    private final List<Message> sorted = new ArrayList<>();
    private final ArrayDeque<BadInputException> failures = new ArrayDeque<>();
    private final ArrayDeque<Draft> pending = new ArrayDeque<>();
    private final List<Draft> events = new ArrayList<>();
    private final InboundEvent trial = new InboundEvent();
    private final Iterator<Message> messages;
    private final Iterator<Input> inputs;
    private DraftReader reader;
    private String sourceName;
    private long messageLine;
    private long messageNumber;

    /**
     * Open files and read them once.
     *
     * @param sources   files of one venue, 1 or more.
     * @param recording what they are.
     * @throws BadInputException when one cannot be opened.
     */
    public DraftFeed(final List<ByteSource> sources, final Recording recording)
    {
        this.recording = recording;
        final ByteSource first = sources.get(0);
        sourceName = first.name();
        if (first.path() == null)
        {
            throw new BadInputException(sourceName, 1, "input", "-",
                "a file: " + recording.word() + " is read twice, which standard input cannot be");
        }
        final String venue = recording.venue(first.path().getFileName().toString());
        catalog.addVenue(venue);
        final Map<String, SeenInstrument> seen = new LinkedHashMap<>();
        final List<Input> looked = new ArrayList<>();
        for (final ByteSource source : sources)
        {
            looked.add(new Input(source, look(source, seen)));
        }
        seen.values().forEach(instrument -> instrument.addTo(catalog, venue));
        for (final Instrument instrument : catalog.instruments())
        {
            ticks.add(DecimalUnit.tickOf(instrument));
            lots.add(DecimalUnit.lotOf(instrument));
        }
        if (recording.isNewestFirst())
        {
            Collections.reverse(sorted);
        }
        sorted.sort(Comparator.comparingLong(message -> message.events.get(0).orderNanos()));
        looked.sort(Comparator.comparingLong(Input::firstNanos));
        messages = sorted.iterator();
        inputs = looked.iterator();
        notes.add(sourceName + (sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more") + ": " +
            catalog.instruments().size() + " instruments on " + venue +
            ", ticks and lots from their finest decimals, ranges from their largest numbers" +
            (recording.isInTimeOrder() ? "" : "; rows sorted by time") +
            (recording.assumption().isEmpty() ? "" : "; " + recording.assumption()));
    }

    @Override
    public List<Instrument> instruments()
    {
        return catalog.instruments();
    }

    @Override
    public List<String> venues()
    {
        return catalog.venues();
    }

    @Override
    public List<String> notes()
    {
        return List.copyOf(notes);
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
        final Draft draft = pending.poll(); // before it is filled: one that is bad is told once
        fill(event, draft, pending.isEmpty());
        return true;
    }

    @Override
    public void close()
    {
        if (reader != null)
        {
            reader.close();
        }
    }

    private boolean nextMessage()
    {
        if (!(recording.isInTimeOrder() ? read() : takeSorted()))
        {
            return false;
        }
        messageNumber++;
        // A message is whole or not there: every event of it is checked before the first of several is told.
        try
        {
            if (pending.size() > 1)
            {
                pending.forEach(draft -> fill(trial, draft, true));
            }
        }
        catch (final BadInputException ex)
        {
            pending.clear();
            throw ex;
        }
        return true;
    }

    private boolean takeSorted()
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
        sourceName = message.source;
        messageLine = message.line;
        pending.addAll(message.events);
        return true;
    }

    private boolean read()
    {
        events.clear();
        while (reader == null || !reader.next(events))
        {
            if (!inputs.hasNext())
            {
                return false;
            }
            close();
            final ByteSource source = inputs.next().source;
            sourceName = source.name();
            reader = recording.open(source);
        }
        messageLine = reader.lineNumber();
        pending.addAll(events);
        return true;
    }

    private long look(final ByteSource source, final Map<String, SeenInstrument> seen)
    {
        long firstNanos = Long.MAX_VALUE;
        try (DraftReader first = recording.open(source))
        {
            while (true)
            {
                try
                {
                    events.clear();
                    if (!first.next(events))
                    {
                        return firstNanos;
                    }
                }
                catch (final BadInputException ex)
                {
                    if (!recording.isInTimeOrder())
                    {
                        checkCount(first, failures.size());
                        failures.add(ex);
                    }
                    continue; // in a recording in order it comes again when the message is read
                }
                if (events.isEmpty())
                {
                    continue;
                }
                firstNanos = Math.min(firstNanos, events.get(0).orderNanos());
                events.forEach(draft -> take(first, seen, draft));
                if (!recording.isInTimeOrder())
                {
                    checkCount(first, sorted.size());
                    sorted.add(new Message(source.name(), first.lineNumber(), List.copyOf(events)));
                }
            }
        }
    }

    private static void take(final DraftReader first, final Map<String, SeenInstrument> seen, final Draft draft)
    {
        if (draft.symbol.isEmpty())
        {
            return;
        }
        if (!seen.containsKey(draft.symbol) && seen.size() == InstrumentCatalog.INSTRUMENTS_MAX)
        {
            throw first.bad("instrument", draft.symbol, "at most " + InstrumentCatalog.INSTRUMENTS_MAX);
        }
        seen.computeIfAbsent(draft.symbol, symbol -> new SeenInstrument(draft)).take(draft);
    }

    private static void checkCount(final DraftReader first, final int count)
    {
        if (count == SORTED_MAX)
        {
            throw first.bad("row", Integer.toString(count), "at most " + SORTED_MAX + " rows to be sorted");
        }
    }

    private void fill(final InboundEvent event, final Draft draft, final boolean isLast)
    {
        event.clear();
        final MarketEvent fields = event.event();
        fields.kind(draft.kind).feedId(1).feedSequence(messageNumber).venueId(1).venueTimeNanos(draft.timeNanos)
            .side(draft.side).flags(draft.flags | (isLast ? Flags.LAST : 0));
        event.receiveTimeNanos(draft.receiveTimeNanos);
        if (!draft.symbol.isEmpty())
        {
            instrument(fields, draft);
        }
        if (!draft.value.isEmpty())
        {
            fields.value(value(draft, fields.instrumentId()));
        }
        id(event, TextField.ACCOUNT, draft.account);
        id(event, TextField.COUNTER_ACCOUNT, draft.counterAccount);
        id(event, TextField.ORDER, draft.order);
        id(event, TextField.COUNTER_ORDER, draft.counterOrder);
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
            fields.priceTicks(
                units("price", draft.price, ticks.get(id - 1), 1, instrument.priceMaxTicks(), draft.isRounded));
        }
        if (!draft.quantity.isEmpty())
        {
            final int min = KindRule.of(draft.kind).quantityPositive() ? 1 : 0;
            fields.quantityLots(units(
                "quantity", draft.quantity, lots.get(id - 1), min, instrument.quantityMaxLots(), draft.isRounded));
        }
    }

    private long value(final Draft draft, final int id)
    {
        return switch (KindRule.of(draft.kind).valueUnit())
        {
            case RATE -> rounded(draft.value, DecimalUnit.NANO, RATE_MAX);
            case SCORE -> rounded(draft.value, DecimalUnit.MICRO, SCORE_MAX);
            case TICKS ->
                units("value", draft.value, ticks.get(id - 1), 0, catalog.instrument(id).priceMaxTicks(), false);
            default -> units("value", draft.value, DecimalUnit.ONE, 0, DecimalUnit.UNITS_MAX, false);
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

    private long units(final String field, final String text, final DecimalUnit unit, final long min,
        final long max, final boolean isRounded)
    {
        final long units = isRounded ? unit.roundedUnits(text) : unit.units(text);
        if (DecimalUnit.isError(units) || units < min || units > max)
        {
            throw bad(field, text, "a decimal number from " + unit.text(min) + " to " + unit.text(max) +
                (isRounded ? ", rounded to " : ", a multiple of ") + unit.text(1));
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
