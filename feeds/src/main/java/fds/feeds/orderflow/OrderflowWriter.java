package fds.feeds.orderflow;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes a directory of binary order flow: {@code events.bin}, {@code owners.bin}, {@code meta.txt}, and
 * {@code labels.csv} when there are labels. Owned by one thread.
 * <p>
 * Takes NEW, CANCEL, REPLACE, TRADE, MARK, INDEX, and BBO in pairs: the bid, then the ask of the same instrument.
 * Prices and quantities are written as the ticks and lots they are; ids must be numbers. Flags, reasons, references and
 * receive times have no place in the format; an order that a REPLACE renames keeps its first id.
 */
public final class OrderflowWriter implements AutoCloseable
{
    private static final int BUFFER_BYTES = 1 << 20;
    private static final String LABELS_HEADER = "label,type,rule,first_seq,last_seq,instrument,accounts,events\n";

    private final Path directory;
    private final OutputStream out;
    private final byte[] bytes = new byte[OrderflowLayout.LENGTH];
    private final UnsafeBuffer row = new UnsafeBuffer(bytes);
    private final StringBuilder labels = new StringBuilder();
    private final long[] recordsByType = new long[OrderflowLayout.INDEX + 1];
    private final RenamedOrders renamed = new RenamedOrders();
    private int[] ownerOf = new int[1];
    private int instrumentMax;
    private long records;
    private int bidInstrumentId;
    private long bidTicks;
    private boolean isClosed;

    /**
     * Start a directory.
     *
     * @param directory made when it is not there; its files are replaced.
     */
    public OrderflowWriter(final Path directory)
    {
        this.directory = directory;
        try
        {
            Files.createDirectories(directory);
            out = new BufferedOutputStream(
                Files.newOutputStream(directory.resolve(OrderflowLayout.EVENTS_FILE)), BUFFER_BYTES);
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Whether a kind has a place in the format.
     *
     * @param kind code.
     * @return true for those that {@link #write} takes.
     */
    public static boolean isWritable(final int kind)
    {
        return typeOf(kind) != 0;
    }

    /**
     * Write an event.
     *
     * @param event with numbers as ids.
     * @return number of the record it went into, 1 and up; 0 for the bid of a pair, which is written with its ask.
     * @throws IllegalArgumentException when the format has no place for it.
     */
    public long write(final MarketEvent event)
    {
        final int type = typeOf(event.kind());
        require(type != 0, "kind", event.kind(), "NEW, CANCEL, REPLACE, TRADE, BBO, MARK or INDEX");
        require(event.instrumentId() > 0, "instrument", event.instrumentId(), "1 or more");
        require(event.orderId() >= 0 && event.counterOrderId() >= 0, "order",
            Math.min(event.orderId(), event.counterOrderId()), "a number above 0");
        final boolean isTrade = type == OrderflowLayout.TRADE;
        final long taker = isTrade ? event.counterAccountId() : event.accountId();
        final long maker = isTrade ? event.accountId() : 0;
        require(taker >= 0 && taker <= Integer.MAX_VALUE, "account", taker, "0 to 2^31 - 1");
        require(maker >= 0 && maker <= Integer.MAX_VALUE, "account", maker, "0 to 2^31 - 1");
        final boolean isAsk = type == OrderflowLayout.BOOK && event.side() == Side.SELL;
        require(bidInstrumentId == (isAsk ? event.instrumentId() : 0), "kind", event.kind(),
            "the ask of the BBO's bid before it");
        if (type == OrderflowLayout.BOOK && !isAsk)
        {
            bidInstrumentId = event.instrumentId();
            bidTicks = event.priceTicks();
            return 0;
        }
        bidInstrumentId = 0;

        Arrays.fill(bytes, (byte)0);
        row.putLong(OrderflowLayout.SEQUENCE, ++records, LITTLE_ENDIAN);
        row.putLong(OrderflowLayout.TIMESTAMP_NANOS, event.venueTimeNanos(), LITTLE_ENDIAN);
        row.putLong(OrderflowLayout.ORDER_ID,
            renamed.firstId(isTrade ? event.counterOrderId() : event.orderId()), LITTLE_ENDIAN);
        row.putLong(OrderflowLayout.COUNTER_ORDER_ID, isTrade ? renamed.firstId(event.orderId()) : 0,
            LITTLE_ENDIAN);
        row.putLong(OrderflowLayout.PRICE_TICKS, isAsk ? bidTicks : orZero(event.priceTicks()), LITTLE_ENDIAN);
        row.putLong(OrderflowLayout.QUANTITY_LOTS,
            isAsk ? event.priceTicks() - bidTicks : orZero(event.quantityLots()), LITTLE_ENDIAN);
        row.putInt(OrderflowLayout.ACCOUNT_ID, (int)taker, LITTLE_ENDIAN);
        row.putInt(OrderflowLayout.COUNTER_ACCOUNT_ID, (int)maker, LITTLE_ENDIAN);
        row.putInt(OrderflowLayout.INSTRUMENT_ID, event.instrumentId(), LITTLE_ENDIAN);
        row.putByte(OrderflowLayout.TYPE, (byte)type);
        row.putByte(OrderflowLayout.SIDE, (byte)(isAsk ? 0 : event.side()));
        renamed.onEvent(event);
        recordsByType[type]++;
        instrumentMax = Math.max(instrumentMax, event.instrumentId());
        try
        {
            out.write(bytes);
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
        return records;
    }

    /**
     * Name the owner of an account. Accounts of one owner are a group; an account that is never named owns itself.
     *
     * @param account 1 and up.
     * @param owner   a number that is no account's own, such as one above them all.
     */
    public void owner(final int account, final int owner)
    {
        require(account > 0, "account", account, "1 or more");
        require(owner > 0, "owner", owner, "1 or more");
        if (account >= ownerOf.length)
        {
            ownerOf = Arrays.copyOf(ownerOf, Math.max(account + 1, ownerOf.length + (ownerOf.length >> 1)));
        }
        ownerOf[account] = owner;
    }

    /**
     * Add a row to {@code labels.csv}.
     *
     * @param row {@code label,type,rule,first_seq,last_seq,instrument,accounts,events}, without line end.
     */
    public void label(final String row)
    {
        labels.append(row).append('\n');
    }

    /** Write the companions and close. */
    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        isClosed = true;
        try
        {
            out.close();
            require(bidInstrumentId == 0, "kind", Kind.BBO, "followed by the ask of the BBO");
            writeOwners();
            if (labels.length() > 0)
            {
                Files.writeString(directory.resolve(OrderflowLayout.LABELS_FILE), LABELS_HEADER + labels);
            }
            final String meta = "events=" + records + "\ninstruments=" + instrumentMax + "\nnew=" + recordsByType[1] +
                "\ncancel=" + recordsByType[2] + "\nmodify=" + recordsByType[3] + "\ntrade=" + recordsByType[4] +
                "\nbook=" + recordsByType[5] + "\nmark=" + recordsByType[6] + "\nindex=" + recordsByType[7] + "\n";
            Files.write(directory.resolve(OrderflowLayout.META_FILE), meta.getBytes(StandardCharsets.US_ASCII));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    private void writeOwners() throws IOException
    {
        int last = ownerOf.length - 1;
        while (last > 0 && ownerOf[last] == 0)
        {
            last--;
        }
        final byte[] owners = new byte[(last + 1) * Integer.BYTES];
        final UnsafeBuffer buffer = new UnsafeBuffer(owners);
        for (int account = 1; account <= last; account++)
        {
            buffer.putInt(account * Integer.BYTES, ownerOf[account] == 0 ? account : ownerOf[account], LITTLE_ENDIAN);
        }
        Files.write(directory.resolve(OrderflowLayout.OWNERS_FILE), owners);
    }

    private static int typeOf(final int kind)
    {
        return switch (kind)
        {
            case Kind.NEW -> OrderflowLayout.ORDER_NEW;
            case Kind.CANCEL -> OrderflowLayout.ORDER_CANCEL;
            case Kind.REPLACE -> OrderflowLayout.ORDER_MODIFY;
            case Kind.TRADE -> OrderflowLayout.TRADE;
            case Kind.BBO -> OrderflowLayout.BOOK;
            case Kind.MARK -> OrderflowLayout.MARK;
            case Kind.INDEX -> OrderflowLayout.INDEX;
            default -> 0;
        };
    }

    private static long orZero(final long value)
    {
        return value == Absent.VALUE ? 0 : value;
    }

    private static void require(final boolean holds, final String field, final long value, final String allowed)
    {
        if (!holds)
        {
            throw new IllegalArgumentException(field + " is " + value + ": must be " + allowed);
        }
    }
}
