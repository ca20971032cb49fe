package fds.feeds.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import fds.feeds.text.DecimalUnit;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.IdSpace;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Writes events as rows of the normalized CSV; what was written reads back as the same events. Owned by one thread.
 * <p>
 * Ticks and the engine's control records are not in a CSV: {@link #isWritable} tells.
 */
public final class CsvWriter implements AutoCloseable
{
    private static final int FLUSH_CHARS = 32 * 1024;

    private final OutputStream out;
    private final List<Instrument> instruments;
    private final List<String> venues;
    private final IdTexts texts;
    private final DecimalUnit[] ticks; // [instrument id]
    private final DecimalUnit[] lots; // [instrument id]
    private final StringBuilder rows = new StringBuilder(FLUSH_CHARS + 1024);

    /**
     * Start a file with its header.
     *
     * @param out         to write; closed with this.
     * @param instruments by ascending id from 1, as {@link fds.market.door.Feed#instruments()} gives them.
     * @param venues      names, the venue with id {@code n} at {@code n - 1}; may be empty: then the instruments'
     *                    venues are known and others are written as {@code Vn}.
     * @param texts       behind ids below 0.
     */
    public CsvWriter(
        final OutputStream out, final List<Instrument> instruments, final List<String> venues, final IdTexts texts)
    {
        this.out = out;
        this.instruments = List.copyOf(instruments);
        this.venues = List.copyOf(venues);
        this.texts = texts;
        ticks = new DecimalUnit[instruments.size() + 1];
        lots = new DecimalUnit[instruments.size() + 1];
        for (final Instrument instrument : instruments)
        {
            if (instrument.id() < 1 || instrument.id() >= ticks.length)
            {
                throw new IllegalArgumentException("instrument id is " + instrument.id() + ": must be 1 to " +
                    instruments.size() + ", without gaps");
            }
            ticks[instrument.id()] = DecimalUnit.tickOf(instrument);
            lots[instrument.id()] = DecimalUnit.lotOf(instrument);
        }
        rows.append(String.join(",", Column.headers())).append('\n');
    }

    /**
     * Whether a kind has a row in a CSV.
     *
     * @param kind code.
     * @return false for TICK and control records.
     */
    public static boolean isWritable(final int kind)
    {
        return KindRule.of(kind) != null;
    }

    /**
     * Write an event of a feed, its texts as they came.
     *
     * @param event as {@link fds.market.door.Feed#next} filled it.
     */
    public void write(final InboundEvent event)
    {
        write(event.event(), event.receiveTimeNanos(), event);
    }

    /**
     * Write an event of the journal. Its engine time stands in {@code receive_ns}, so that reading back gives the same
     * engine time.
     *
     * @param event with ids.
     */
    public void write(final MarketEvent event)
    {
        write(event, event.engineTimeNanos(), null);
    }

    /** Hand what was written to the stream, and flush it. */
    public void flush()
    {
        try
        {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
            rows.setLength(0);
            out.flush();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close()
    {
        flush();
        try
        {
            out.close();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * The text of {@code instruments.csv}.
     *
     * @param instruments to write.
     * @return with header.
     */
    public static String instrumentsCsv(final List<Instrument> instruments)
    {
        final StringBuilder text = new StringBuilder(String.join(",", Companions.INSTRUMENT_COLUMNS)).append('\n');
        for (final Instrument i : instruments)
        {
            final DecimalUnit tick = DecimalUnit.tickOf(i);
            final DecimalUnit lot = DecimalUnit.lotOf(i);
            quoted(i.symbol(), text).append(',');
            quoted(i.venue(), text).append(',').append(i.type().word()).append(',');
            quoted(i.base(), text).append(',');
            quoted(i.quote(), text).append(',').append(tick.text(1)).append(',').append(lot.text(1)).append(',');
            text.append(new DecimalUnit(i.multiplierMantissa(), i.multiplierExponent()).text(1)).append(',');
            text.append(i.tier()).append(',');
            quoted(i.underlying(), text).append(',').append(tick.text(i.priceMaxTicks())).append(',');
            text.append(lot.text(i.quantityMaxLots())).append('\n');
        }
        return text.toString();
    }

    /**
     * The text of {@code accounts.csv}.
     *
     * @param accounts to write.
     * @return with header.
     */
    public static String accountsCsv(final List<AccountOwner> accounts)
    {
        final StringBuilder text = new StringBuilder(String.join(",", Companions.ACCOUNT_COLUMNS)).append('\n');
        for (final AccountOwner account : accounts)
        {
            quoted(account.account(), text).append(',');
            quoted(account.venue(), text).append(',');
            quoted(account.ownerGroup(), text).append(',');
            quoted(account.role(), text).append('\n');
        }
        return text.toString();
    }

    private void write(final MarketEvent event, final long receiveTimeNanos, final InboundEvent slots)
    {
        final KindRule rule = KindRule.of(event.kind());
        if (rule == null)
        {
            throw new IllegalArgumentException("kind is " + event.kind() + ": must be one that a CSV has");
        }
        final int id = event.instrumentId();
        if (id < 0 || id >= ticks.length)
        {
            throw new IllegalArgumentException("instrument is " + id + ": must be 0 to " + (ticks.length - 1));
        }
        number(event.venueTimeNanos() == Absent.VALUE ? receiveTimeNanos : event.venueTimeNanos());
        number(receiveTimeNanos);
        rows.append(Kind.nameOf(event.kind())).append(',');
        quoted(id > 0 ? instruments.get(id - 1).venue() : venue(event.venueId()), rows).append(',');
        quoted(id > 0 ? instruments.get(id - 1).symbol() : "", rows).append(',');
        id(event, slots, TextField.ORDER, event.orderId());
        id(event, slots, TextField.ACCOUNT, event.accountId());
        id(event, slots, TextField.COUNTER_ORDER, event.counterOrderId());
        id(event, slots, TextField.COUNTER_ACCOUNT, event.counterAccountId());
        rows.append(event.side() == Side.BUY ? "B" : event.side() == Side.SELL ? "S" : "").append(',');
        units(event.priceTicks(), ticks[id]);
        units(event.quantityLots(), lots[id]);
        units(event.value(), switch (rule.valueUnit())
        {
            case TICKS -> ticks[id];
            case LOTS -> lots[id];
            case RATE, WEIGHT -> DecimalUnit.NANO;
            case SCORE -> DecimalUnit.MICRO;
            case FLAG, TIME, INTEGER, NONE -> DecimalUnit.ONE;
        });
        id(event, slots, TextField.REFERENCE, event.reference() == Absent.VALUE ? 0 : event.reference());
        id(event, slots, TextField.REASON, event.reasonId());
        rows.append(Flags.format(event.flags())).append('\n');
        if (rows.length() >= FLUSH_CHARS)
        {
            flush();
        }
    }

    private String venue(final int venueId)
    {
        if (venueId >= 1 && venueId <= venues.size())
        {
            return venues.get(venueId - 1);
        }
        for (final Instrument instrument : instruments)
        {
            if (instrument.venueId() == venueId)
            {
                return instrument.venue();
            }
        }
        return "V" + Math.max(venueId, 1);
    }

    private void id(final MarketEvent event, final InboundEvent slots, final TextField field, final long id)
    {
        if (slots != null && (slots.texts() & 1L << field.ordinal()) != 0)
        {
            final byte[] bytes = new byte[slots.textLength(field)];
            slots.buffer().getBytes(slots.textOffset(field), bytes);
            quoted(new String(bytes, StandardCharsets.UTF_8), rows);
        }
        else if (id > 0 && field != TextField.REASON)
        {
            final CharSequence name = texts.nameOfNumber(event.venueId(), idSpace(event, field), id);
            if (name == null)
            {
                rows.append(id);
            }
            else
            {
                quoted(name, rows);
            }
        }
        else if (id != 0)
        {
            quoted(text(event, field, id), rows);
        }
        rows.append(',');
    }

    private static int idSpace(final MarketEvent event, final TextField field)
    {
        return event.kind() == Kind.OWNER_GROUP && field == TextField.REFERENCE ? IdSpace.OWNER_GROUP : field.idSpace();
    }

    private CharSequence text(final MarketEvent event, final TextField field, final long id)
    {
        final int space = idSpace(event, field);
        CharSequence text = texts.text(event.venueId(), space, id);
        text = text == null && space != field.idSpace() ? texts.text(event.venueId(), field.idSpace(), id) : text;
        if (text == null)
        {
            throw new IllegalArgumentException("no text is known for " + field + " " + id);
        }
        return text;
    }

    private void number(final long value)
    {
        if (value != Absent.VALUE)
        {
            rows.append(value);
        }
        rows.append(',');
    }

    private void units(final long value, final DecimalUnit unit)
    {
        if (value != Absent.VALUE)
        {
            if (unit == null)
            {
                throw new IllegalArgumentException("an event without instrument has no price or quantity");
            }
            unit.append(value, rows);
        }
        rows.append(',');
    }

    private static StringBuilder quoted(final CharSequence text, final StringBuilder target)
    {
        boolean needsQuotes = false;
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            if (c < ' ' || c == 0x7F)
            {
                throw new IllegalArgumentException("'" + text + "' has a control character: it has no place in a CSV");
            }
            needsQuotes |= c == ',' || c == '"';
        }
        if (!needsQuotes)
        {
            return target.append(text);
        }
        return target.append('"').append(text.toString().replace("\"", "\"\"")).append('"');
    }
}
