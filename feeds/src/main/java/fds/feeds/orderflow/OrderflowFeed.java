package fds.feeds.orderflow;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.instrument.Ranges;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import fds.market.owner.AccountOwner;
import org.agrona.IoUtil;
import org.agrona.collections.Int2IntCounterMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the binary order flow where it lies: memory-mapped, no parsing, no allocation a record. Owned by the thread
 * that reads.
 * <p>
 * Instruments are {@code I1}, {@code I2}, …, perpetuals of tick 1 and lot 1 on venue {@code V1}; accounts and orders
 * are their numbers. Our TRADE names the resting side first, so the file's taker becomes the counter side. A BOOK
 * record becomes two BBO events with one {@code feedSequence}: the bid, then the ask, which closes the message. A NEW
 * of price 0 is a market order; a CANCEL of quantity 0 removes all that is left. Prices and quantities are checked
 * against what the file held when it was opened, with headroom.
 */
public final class OrderflowFeed implements InputFeed
{
    private static final long SEGMENT_BYTES = 1L << 30;
    private static final int ACCOUNTS_MAX = 1 << 26;
    private static final int SCANNED_INSTRUMENTS_MAX = 1 << 16;
    private static final int TIER_UNKNOWN = 2;
    private static final int META_MAX_BYTES = 64 * 1024;
    private static final Ranges RANGES_UNKNOWN = new Ranges((1L << 31) - 1, (1L << 31) - 1);

    private static final int[] KINDS = {
        0, Kind.NEW, Kind.CANCEL, Kind.REPLACE, Kind.TRADE, Kind.BBO, Kind.MARK, Kind.INDEX }; // [type]

    private final String name;
    private final List<MappedByteBuffer> segments = new ArrayList<>();
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<AccountOwner> accounts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final long lengthBytes;
    private final long eventsExpected;
    private final UnsafeBuffer segment = new UnsafeBuffer(0, 0);
    private long[] priceMaxTicks; // [instrument id]
    private long[] quantityMaxLots; // [instrument id]
    private int segmentIndex = -1;
    private int position;
    private int limit;
    private long recordNumber;
    private long nextSequence;
    private boolean isAskDue;
    private boolean isEndChecked;

    /**
     * Map a file and look through it once for its instruments and ranges.
     *
     * @param path of {@code events.bin} or of its directory.
     * @throws BadInputException when there is no such file, or {@code owners.bin} or {@code meta.txt} cannot be read.
     */
    public OrderflowFeed(final Path path)
    {
        final Path file = Files.isDirectory(path) ? path.resolve(OrderflowLayout.EVENTS_FILE) : path;
        name = file.toString();
        if (name.endsWith(".gz"))
        {
            throw new BadInputException(name, 1, "file", name,
                "a file that is not compressed: orderflow is memory-mapped; decompress it first");
        }
        try
        {
            lengthBytes = map(file);
            final long[] meta = readMeta(file.resolveSibling(OrderflowLayout.META_FILE));
            eventsExpected = meta[0];
            scan((int)meta[1]);
            readOwners(file.resolveSibling(OrderflowLayout.OWNERS_FILE));
        }
        catch (final IOException ex)
        {
            close();
            throw new BadInputException(name, 1, "file", String.valueOf(ex.getMessage()),
                "events.bin, or a directory that holds it");
        }
        catch (final RuntimeException ex)
        {
            close();
            throw ex;
        }
        notes.add(name + ": " + lengthBytes / OrderflowLayout.LENGTH + " records, " + catalog.instruments().size() +
            " instruments I1 to I" + catalog.instruments().size() + " of tick 1 and lot 1, " + accounts.size() +
            " accounts in shared owner groups");
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
        if (isAskDue)
        {
            isAskDue = false;
            ask(event);
            return true;
        }
        if (position == limit && !nextSegment())
        {
            return false;
        }
        final int at = position;
        position += OrderflowLayout.LENGTH;
        recordNumber++;

        // Each word is read once; whatever looks wrong, or is rare, goes the slow way that says what it is.
        final long sequence = segment.getLong(at + OrderflowLayout.SEQUENCE, LITTLE_ENDIAN);
        final long timestampNanos = segment.getLong(at + OrderflowLayout.TIMESTAMP_NANOS, LITTLE_ENDIAN);
        final long orderId = segment.getLong(at + OrderflowLayout.ORDER_ID, LITTLE_ENDIAN);
        final long counterOrderId = segment.getLong(at + OrderflowLayout.COUNTER_ORDER_ID, LITTLE_ENDIAN);
        final long priceTicks = segment.getLong(at + OrderflowLayout.PRICE_TICKS, LITTLE_ENDIAN);
        final long quantityLots = segment.getLong(at + OrderflowLayout.QUANTITY_LOTS, LITTLE_ENDIAN);
        final long accountPair = segment.getLong(at + OrderflowLayout.ACCOUNT_ID, LITTLE_ENDIAN);
        final long tail = segment.getLong(at + OrderflowLayout.INSTRUMENT_ID, LITTLE_ENDIAN);
        final int instrumentId = (int)tail;
        final int type = (byte)(tail >>> Integer.SIZE);
        final int side = (byte)(tail >>> Integer.SIZE + Byte.SIZE);
        if (sequence != nextSequence || tail >>> Integer.SIZE + Short.SIZE != 0 ||
            (side | 3) != 3 || !isPlain(type) || instrumentId < 1 || instrumentId >= priceMaxTicks.length ||
            (timestampNanos | orderId | counterOrderId | accountPair | accountPair << Integer.SIZE |
            priceTicks - 1 | priceMaxTicks[instrumentId] - priceTicks |
            quantityLots - 1 | quantityMaxLots[instrumentId] - quantityLots | side - 1 | 2 - side | orderId - 1) < 0)
        {
            check(at);
        }
        nextSequence = sequence + 1;

        event.clear();
        final MarketEvent fields = event.event();
        fields.feedSequence(recordNumber);
        fields.venueTimeNanos(timestampNanos);
        fields.instrumentId(instrumentId);
        fields.priceTicks(priceTicks);
        fields.feedId(1);
        fields.venueId(1);
        fields.flags(Flags.LAST);
        fields.kind(KINDS[type]);
        if (type <= OrderflowLayout.ORDER_MODIFY)
        {
            fields.orderId(orderId);
            fields.accountId((int)accountPair);
            fields.side(side);
            fields.quantityLots(quantityLots == 0 ? Absent.VALUE : quantityLots); // a cancel of all that is left
            if (priceTicks == 0)
            {
                fields.priceTicks(Absent.VALUE);
                fields.flags(type == OrderflowLayout.ORDER_NEW ? Flags.LAST | Flags.MARKET : Flags.LAST);
            }
        }
        else if (type == OrderflowLayout.TRADE)
        {
            fields.orderId(counterOrderId);
            fields.counterOrderId(orderId);
            fields.accountId(accountPair >>> Integer.SIZE);
            fields.counterAccountId((int)accountPair);
            fields.quantityLots(quantityLots);
            fields.side(side);
        }
        else if (type == OrderflowLayout.BOOK)
        {
            fields.side(Side.BUY);
            fields.flags(0);
            isAskDue = true;
        }
        return true;
    }

    @Override
    public void close()
    {
        segment.wrap(0, 0);
        position = limit;
        segmentIndex = segments.size();
        segments.forEach(IoUtil::unmap);
        segments.clear();
        isEndChecked = true;
        isAskDue = false;
    }

    private void ask(final InboundEvent event)
    {
        final int at = position - OrderflowLayout.LENGTH;
        event.clear();
        event.event().feedSequence(recordNumber)
            .venueTimeNanos(segment.getLong(at + OrderflowLayout.TIMESTAMP_NANOS, LITTLE_ENDIAN))
            .instrumentId(segment.getInt(at + OrderflowLayout.INSTRUMENT_ID, LITTLE_ENDIAN))
            .priceTicks(segment.getLong(at + OrderflowLayout.PRICE_TICKS, LITTLE_ENDIAN) +
                segment.getLong(at + OrderflowLayout.QUANTITY_LOTS, LITTLE_ENDIAN))
            .feedId(1)
            .venueId(1)
            .kind(Kind.BBO)
            .side(Side.SELL)
            .flags(Flags.LAST);
    }

    private static boolean isPlain(final int type)
    {
        return type >= OrderflowLayout.ORDER_NEW && type <= OrderflowLayout.TRADE;
    }

    private void check(final int at)
    {
        final int instrumentId = segment.getInt(at + OrderflowLayout.INSTRUMENT_ID, LITTLE_ENDIAN);
        final int type = segment.getByte(at + OrderflowLayout.TYPE);
        final int side = segment.getByte(at + OrderflowLayout.SIDE);
        final long price = segment.getLong(at + OrderflowLayout.PRICE_TICKS, LITTLE_ENDIAN);
        final long quantity = segment.getLong(at + OrderflowLayout.QUANTITY_LOTS, LITTLE_ENDIAN);
        final long sequence = segment.getLong(at + OrderflowLayout.SEQUENCE, LITTLE_ENDIAN);
        final long expected = nextSequence;
        nextSequence = sequence + 1;
        if (sequence != expected && expected != 0)
        {
            throw bad("sequence", sequence, expected + ", one more than in the record before");
        }
        if (type < OrderflowLayout.ORDER_NEW || type > OrderflowLayout.INDEX)
        {
            throw bad("eventType", type, "1 to 7");
        }
        if (instrumentId < 1 || instrumentId >= priceMaxTicks.length)
        {
            throw bad("instrumentId", instrumentId, "1 to " + (priceMaxTicks.length - 1));
        }
        final boolean isOrder = type <= OrderflowLayout.TRADE;
        final boolean needsSide = isOrder && type != OrderflowLayout.ORDER_CANCEL;
        if (side < (needsSide ? 1 : 0) || side > (isOrder ? 2 : 0))
        {
            throw bad("side", side, isOrder ? "1 buy or 2 sell" : "0");
        }
        if (segment.getShort(at + OrderflowLayout.FLAGS, LITTLE_ENDIAN) != 0)
        {
            throw bad("flags", segment.getShort(at + OrderflowLayout.FLAGS, LITTLE_ENDIAN), "0");
        }
        final long priceMax = priceMaxTicks[instrumentId];
        if (price > priceMax || price < (type <= OrderflowLayout.ORDER_MODIFY ? 0 : 1))
        {
            throw bad("priceTicks", price,
                (type <= OrderflowLayout.ORDER_MODIFY ? "0 to " : "1 to ") + priceMax + " for I" + instrumentId);
        }
        final boolean mayBeZero = type == OrderflowLayout.ORDER_CANCEL || type >= OrderflowLayout.BOOK;
        final long quantityMax = type == OrderflowLayout.BOOK ? priceMax - price : quantityMaxLots[instrumentId];
        if (quantity < (mayBeZero ? 0 : 1) || quantity > quantityMax)
        {
            throw bad("quantityLots", quantity, (mayBeZero ? "0" : "1") + " to " + quantityMax);
        }
        if (segment.getLong(at + OrderflowLayout.TIMESTAMP_NANOS, LITTLE_ENDIAN) < 0)
        {
            throw bad("timestampNanos", segment.getLong(at + OrderflowLayout.TIMESTAMP_NANOS, LITTLE_ENDIAN),
                "nanoseconds since 1970");
        }
        final long order = segment.getLong(at + OrderflowLayout.ORDER_ID, LITTLE_ENDIAN);
        final long counterOrder = segment.getLong(at + OrderflowLayout.COUNTER_ORDER_ID, LITTLE_ENDIAN);
        if (order < 0 || isOrder && type != OrderflowLayout.TRADE && order == 0)
        {
            throw bad("orderId", order, "1 or more");
        }
        if (counterOrder < 0)
        {
            throw bad("counterOrderId", counterOrder, "0 or more");
        }
        final int account = segment.getInt(at + OrderflowLayout.ACCOUNT_ID, LITTLE_ENDIAN);
        final int counterAccount = segment.getInt(at + OrderflowLayout.COUNTER_ACCOUNT_ID, LITTLE_ENDIAN);
        if ((account | counterAccount) < 0)
        {
            throw bad(account < 0 ? "accountId" : "counterAccountId", Math.min(account, counterAccount), "0 or more");
        }
    }

    private BadInputException bad(final String field, final long value, final String allowed)
    {
        return new BadInputException(name, recordNumber, field, Long.toString(value), allowed);
    }

    private boolean nextSegment()
    {
        if (segmentIndex + 1 < segments.size())
        {
            final MappedByteBuffer next = segments.get(++segmentIndex);
            segment.wrap(next);
            position = 0;
            limit = next.capacity();
            return true;
        }
        if (!isEndChecked)
        {
            isEndChecked = true;
            final long records = lengthBytes / OrderflowLayout.LENGTH;
            final long rest = lengthBytes % OrderflowLayout.LENGTH;
            if (rest != 0)
            {
                throw new BadInputException(name, records + 1, "record", rest + " bytes",
                    OrderflowLayout.LENGTH + " bytes; the file was cut short");
            }
            if (eventsExpected >= 0 && eventsExpected != records)
            {
                throw new BadInputException(name, records + 1, "events", Long.toString(records),
                    eventsExpected + " records as meta.txt says; the file was cut short or is another's");
            }
        }
        return false;
    }

    private long map(final Path file) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file))
        {
            final long length = channel.size();
            final long whole = length - length % OrderflowLayout.LENGTH;
            for (long from = 0; from < whole; from += SEGMENT_BYTES)
            {
                segments.add(channel.map(
                    FileChannel.MapMode.READ_ONLY, from, Math.min(SEGMENT_BYTES, whole - from)));
            }
            return length;
        }
    }

    /** Events and instruments as meta.txt tells them; -1 for what it does not. */
    private static long[] readMeta(final Path file) throws IOException
    {
        final long[] meta = { -1, -1 };
        if (!Files.isRegularFile(file))
        {
            return meta;
        }
        if (Files.size(file) > META_MAX_BYTES)
        {
            throw new BadInputException(file.toString(), 1, "file", Files.size(file) + " bytes",
                "at most " + META_MAX_BYTES + " bytes");
        }
        final String[] lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .split("\r?\n");
        for (int i = 0; i < lines.length; i++)
        {
            final int key = lines[i].startsWith("events=") ? 0 : lines[i].startsWith("instruments=") ? 1 : -1;
            if (key < 0)
            {
                continue;
            }
            final String text = lines[i].substring(lines[i].indexOf('=') + 1);
            final long max = key == 0 ? Long.MAX_VALUE : InstrumentCatalog.INSTRUMENTS_MAX;
            meta[key] = "0".equals(text) ? 0 : InboundEvent.parseDecimal(text);
            if (meta[key] > max || meta[key] == 0 && !"0".equals(text))
            {
                throw new BadInputException(
                    file.toString(), i + 1, key == 0 ? "events" : "instruments", text, "a number from 0 to " + max);
            }
        }
        return meta;
    }

    private void scan(final int instrumentsStated)
    {
        final int idMax = instrumentsStated > 0 ? instrumentsStated : SCANNED_INSTRUMENTS_MAX;
        long[] price = new long[Math.min(idMax, 1024) + 1];
        long[] quantity = new long[price.length];
        int last = Math.max(instrumentsStated, 0);
        for (final MappedByteBuffer mapped : segments)
        {
            final UnsafeBuffer buffer = new UnsafeBuffer(mapped);
            for (int at = 0; at < buffer.capacity(); at += OrderflowLayout.LENGTH)
            {
                final int id = buffer.getInt(at + OrderflowLayout.INSTRUMENT_ID, LITTLE_ENDIAN);
                if (id < 1 || id > idMax)
                {
                    continue;
                }
                if (id >= price.length)
                {
                    final int size = Math.min(idMax, Math.max(id, price.length * 2)) + 1;
                    price = Arrays.copyOf(price, size);
                    quantity = Arrays.copyOf(quantity, size);
                }
                last = Math.max(last, id);
                final long p = buffer.getLong(at + OrderflowLayout.PRICE_TICKS, LITTLE_ENDIAN);
                final long q = buffer.getLong(at + OrderflowLayout.QUANTITY_LOTS, LITTLE_ENDIAN);
                final boolean isBook = buffer.getByte(at + OrderflowLayout.TYPE) == OrderflowLayout.BOOK;
                price[id] = Math.max(price[id], isBook ? p + q : p);
                quantity[id] = Math.max(quantity[id], isBook ? 0 : q);
            }
        }
        catalog.addVenue(InstrumentCatalog.DEFAULT_VENUE);
        priceMaxTicks = new long[last + 1];
        quantityMaxLots = new long[last + 1];
        for (int id = 1; id <= last; id++)
        {
            final Ranges seen = Ranges.around(seen(price, id), seen(quantity, id));
            final Ranges ranges = seen == null ? RANGES_UNKNOWN : seen;
            priceMaxTicks[id] = ranges.priceMaxTicks();
            quantityMaxLots[id] = ranges.quantityMaxLots();
            catalog.add(new Instrument(id, 1, 1, InstrumentCatalog.DEFAULT_VENUE, "I" + id, InstrumentType.PERP, "", "",
                "", 1, 0, 1, 0, 1, 0, TIER_UNKNOWN, ranges.priceMaxTicks(), ranges.quantityMaxLots()));
        }
    }

    private static long seen(final long[] max, final int id)
    {
        return id < max.length && max[id] > 0 ? max[id] : Ranges.UNSEEN;
    }

    private void readOwners(final Path file) throws IOException
    {
        if (!Files.isRegularFile(file))
        {
            return;
        }
        final long length = Files.size(file);
        if (length % Integer.BYTES != 0 || length > (long)ACCOUNTS_MAX * Integer.BYTES)
        {
            throw new BadInputException(file.toString(), length / Integer.BYTES + 1, "owner", length + " bytes",
                "4 bytes for each account, at most " + ACCOUNTS_MAX + " accounts");
        }
        final UnsafeBuffer owners = new UnsafeBuffer(Files.readAllBytes(file));
        final int count = (int)(length / Integer.BYTES);
        final Int2IntCounterMap members = new Int2IntCounterMap(0);
        for (int account = 1; account < count; account++)
        {
            final int owner = owners.getInt(account * Integer.BYTES, LITTLE_ENDIAN);
            if (owner < 0)
            {
                throw new BadInputException(file.toString(), account, "owner", Integer.toString(owner), "0 or more");
            }
            members.incrementAndGet(owner);
        }
        for (int account = 1; account < count; account++)
        {
            // An account that is alone in its group is its own group, which needs no saying.
            final int owner = owners.getInt(account * Integer.BYTES, LITTLE_ENDIAN);
            if (owner > 0 && members.get(owner) > 1)
            {
                accounts.add(new AccountOwner(InstrumentCatalog.DEFAULT_VENUE, Integer.toString(account),
                    Integer.toString(owner), ""));
            }
        }
    }
}
