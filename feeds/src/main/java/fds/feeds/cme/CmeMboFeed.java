package fds.feeds.cme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Reads CME's market by order in Databento's columns. Owned by the thread that reads.
 * <p>
 * <b>Rows.</b> {@code A} is a NEW, with {@code snapshot} where the row is of a full book. {@code T} names the
 * aggressor, and each {@code F} behind it is a TRADE of a resting order with that aggressor; what of a T no F takes is
 * a TRADE without a resting order. The venue takes a filled quantity out of the book by a C or M behind the F: that
 * much of a C is no event, nor is an M that only says what the fills left. All else of a {@code C} is a CANCEL,
 * every other {@code M} a REPLACE. {@code R} cancels every order that is live ({@value #REASON_CLEARED}).
 * <p>
 * <b>Messages.</b> The event that closes a venue's message has the flag {@code last}; so one event is held back until
 * the next one or the message's end.
 * <p>
 * Orders that rested before the recording are handed on under their ids, and counted.
 */
public final class CmeMboFeed implements InputFeed
{
    /** Name of the venue. */
    public static final String VENUE = "CME";

    static final String REASON_CLEARED = "book cleared";

    private static final int LIVE_ORDERS_MAX = 1 << 21;

    /** What the rows so far say of an order. */
    private static final class Order
    {
        private int side;
        private long priceTicks;
        private long openLots;
        private long owedLots; // filled, and still to be taken out by the venue's next C or M
    }

    private final String sourceName;
    private final MboRow row;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<String> notes = new ArrayList<>();
    private final List<Long2ObjectHashMap<Order>> live = new ArrayList<>(); // [instrument id - 1]
    private final ArrayDeque<InboundEvent> ready = new ArrayDeque<>();
    private final InboundEvent aggressor = new InboundEvent();
    private long aggressorLots; // of the aggressor, not yet traded
    private int rowInstrument;
    private int rowFlags;
    private boolean isEnded;
    private long rowCount;
    private long olderCount;
    private long liveCount;
    private long forgottenCount;

    /**
     * Open a recording.
     *
     * @param source of rows with a header.
     * @throws fds.market.door.BadInputException when it is no such recording.
     */
    public CmeMboFeed(final ByteSource source)
    {
        sourceName = source.name();
        MboInstruments.find(source, VENUE, catalog, notes);
        catalog.instruments().forEach(instrument -> live.add(new Long2ObjectHashMap<>()));
        row = MboRow.open(source);
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
        return Collections.unmodifiableList(notes);
    }

    @Override
    public boolean next(final InboundEvent event)
    {
        while (ready.isEmpty() || ready.size() == 1 && !ready.peek().event().has(Flags.LAST) && !isEnded)
        {
            if (isEnded)
            {
                return false;
            }
            if (row.next())
            {
                onRow();
                rowCount++;
            }
            else
            {
                isEnded = true; // what an aggressor met in a message that was cut off is not known
                notes.add(sourceName + ": " + rowCount + " rows, " + olderCount +
                    " of orders that rested before the recording" +
                    (forgottenCount == 0 ? "" : "; " + forgottenCount + " orders beyond the most that are kept"));
            }
        }
        event.copyFrom(ready.poll());
        return true;
    }

    private void onRow()
    {
        final char action = row.action();
        rowFlags = row.flags();
        rowInstrument = catalog.find(1, row.instrument());
        if (rowInstrument == 0)
        {
            throw row.badInstrument("an instrument of the first 10000 rows");
        }
        row.receiveNanos();
        row.venueNanos();
        if (action != 'F')
        {
            tradeWithoutResting();
        }
        switch (action)
        {
            case 'A' -> onAdd();
            case 'C' -> onCancel();
            case 'M' -> onModify();
            case 'T' -> onAggressor();
            case 'F' -> onFill();
            case 'R' -> onClear();
            default ->
            {
            }
        }
        if ((rowFlags & MboRow.FLAG_LAST) != 0)
        {
            tradeWithoutResting();
            if (!ready.isEmpty())
            {
                final MarketEvent last = ready.peekLast().event();
                last.flags(last.flags() | Flags.LAST);
            }
        }
    }

    private void onAdd()
    {
        final long id = row.orderId(1);
        if (orders().containsKey(id))
        {
            throw row.badOrder("added once; this order is live");
        }
        final int side = sideOfOrder();
        final long price = price();
        final long size = size();
        add(Kind.NEW, id).side(side).priceTicks(price).quantityLots(size);
        remember(id, side, price, size);
    }

    private void onCancel()
    {
        final long id = row.orderId(1);
        final int side = sideOfOrder();
        final long price = price();
        final long size = size();
        final Order order = orders().get(id);
        long gone = size;
        if (order == null)
        {
            olderCount++;
        }
        else
        {
            final long owed = Math.min(order.owedLots, size);
            order.owedLots -= owed;
            gone -= owed;
            order.openLots = Math.max(0, order.openLots - gone);
            if (order.openLots == 0 && order.owedLots == 0)
            {
                orders().remove(id);
                liveCount--;
            }
        }
        if (gone > 0)
        {
            add(Kind.CANCEL, id).side(side).priceTicks(price).quantityLots(gone);
        }
    }

    private void onModify()
    {
        final long id = row.orderId(1);
        final int side = sideOfOrder();
        final long price = price();
        final long size = size();
        final Order order = orders().get(id);
        if (order == null)
        {
            olderCount++;
            remember(id, side, price, size);
        }
        else
        {
            final boolean isOwed = order.owedLots > 0 && order.priceTicks == price && order.openLots == size;
            order.owedLots = 0;
            order.priceTicks = price;
            order.openLots = size;
            if (isOwed)
            {
                return;
            }
        }
        add(Kind.REPLACE, id).side(side).priceTicks(price).quantityLots(size);
    }

    private void onAggressor()
    {
        final long id = row.orderId(0);
        final int side = row.side();
        final long price = price();
        final long size = size();
        fill(aggressor, Kind.TRADE).counterOrderId(id).side(side).priceTicks(price).quantityLots(size);
        aggressorLots = size;
    }

    private void onFill()
    {
        final long id = row.orderId(1);
        final int side = sideOfOrder();
        final long price = price();
        final long size = size();
        final Order order = orders().get(id);
        if (order == null)
        {
            olderCount++;
            remember(id, side, price, 0);
        }
        final Order filled = orders().get(id);
        if (filled != null)
        {
            filled.openLots = Math.max(0, filled.openLots - size);
            filled.owedLots += size;
        }
        final MarketEvent trade = add(Kind.TRADE, id);
        trade.side(side == Side.BUY ? Side.SELL : Side.BUY).priceTicks(price).quantityLots(size);
        if (aggressorLots > 0)
        {
            trade.counterOrderId(aggressor.event().counterOrderId());
            aggressorLots = Math.max(0, aggressorLots - size);
        }
    }

    /** What of an aggressor met no order of this book: it met an implied one, which no row tells. */
    private void tradeWithoutResting()
    {
        if (aggressorLots > 0)
        {
            aggressor.event().quantityLots(aggressorLots);
            final InboundEvent trade = new InboundEvent().clear();
            trade.copyFrom(aggressor);
            ready.add(trade);
            aggressorLots = 0;
        }
    }

    private void onClear()
    {
        final Long2ObjectHashMap<Order> orders = orders();
        orders.keySet().stream().sorted().forEach(id ->
        {
            final Order order = orders.get(id.longValue());
            if (order.openLots > 0)
            {
                add(Kind.CANCEL, id).side(order.side).priceTicks(order.priceTicks).quantityLots(order.openLots);
                ready.peekLast().id(TextField.REASON, REASON_CLEARED);
            }
        });
        liveCount -= orders.size();
        orders.clear();
    }

    private Long2ObjectHashMap<Order> orders()
    {
        return live.get(rowInstrument - 1);
    }

    private void remember(final long id, final int side, final long priceTicks, final long openLots)
    {
        if (liveCount >= LIVE_ORDERS_MAX)
        {
            forgottenCount++;
            return;
        }
        final Order order = new Order();
        order.side = side;
        order.priceTicks = priceTicks;
        order.openLots = openLots;
        orders().put(id, order);
        liveCount++;
    }

    private int sideOfOrder()
    {
        final int side = row.side();
        if (side == Side.NONE)
        {
            throw row.badSide("A or B of an order");
        }
        return side;
    }

    private long price()
    {
        final Instrument instrument = catalog.instrument(rowInstrument);
        final DecimalUnit tick = DecimalUnit.tickOf(instrument);
        final long ticks = tick.units(row.price());
        if (DecimalUnit.isError(ticks) || Math.abs(ticks) > instrument.priceMaxTicks())
        {
            throw row.badPrice("a multiple of " + tick.size().toPlainString() + ", at most " +
                tick.text(instrument.priceMaxTicks()));
        }
        return ticks;
    }

    private long size()
    {
        final long size = row.size();
        if (size > catalog.instrument(rowInstrument).quantityMaxLots())
        {
            throw row.badSize("at most " + catalog.instrument(rowInstrument).quantityMaxLots());
        }
        return size;
    }

    private MarketEvent add(final int kind, final long orderId)
    {
        final InboundEvent event = new InboundEvent();
        ready.add(event);
        return fill(event, kind).orderId(orderId);
    }

    private MarketEvent fill(final InboundEvent event, final int kind)
    {
        event.clear().receiveTimeNanos(row.receiveNanos());
        return event.event().kind(kind).feedId(1).feedSequence(row.line()).venueId(1).instrumentId(rowInstrument)
            .venueTimeNanos(row.venueNanos())
            .flags((rowFlags & MboRow.FLAG_SNAPSHOT) == 0 ? 0 : Flags.SNAPSHOT);
    }

    @Override
    public void close()
    {
        row.close();
    }
}
