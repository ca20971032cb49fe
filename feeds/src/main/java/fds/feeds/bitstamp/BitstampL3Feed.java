package fds.feeds.bitstamp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fds.feeds.instrument.InstrumentCatalog;
import fds.feeds.source.ByteSource;
import fds.feeds.source.InputFeed;
import fds.feeds.text.DecimalUnit;
import fds.market.door.BadInputException;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.event.TextField;
import fds.market.instrument.Instrument;
import fds.market.instrument.InstrumentType;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Reads Bitstamp's order events of 2015, as {@code orders.csv} or as the raw log of messages, where an order's state is
 * told; the log's trade messages do not name orders, and are not used. Owned by the thread that reads.
 * <p>
 * <b>Rows.</b> {@code created} is a NEW. {@code deleted} with volume above 0 is a CANCEL. {@code changed} with another
 * price, or without a smaller volume, is a REPLACE. {@code changed} with a smaller volume at the same price, and
 * {@code deleted} with volume 0, is one side of a fill.
 * <p>
 * <b>Pairing.</b> The venue tells both sides of a fill one directly behind the other. Two sides are a TRADE when they
 * stand in neighbouring rows, within {@value #PAIR_MAX_MILLIS} ms, are a bid and an ask whose prices meet, and took the
 * same volume, give or take {@value #ROUNDING_MAX_LOTS} satoshi (the table rounds volumes down); the volume of
 * an order that rested before the recording is unknown, and then the other side's holds; two unknown ones are no pair.
 * Ids ascend, so the smaller one is the older order: it was resting and gives the price, the other is the aggressor.
 * <p>
 * <b>What is left over</b> is told as what is certain, with a reason: a side of a fill without its other side is a
 * REPLACE to the new open size ({@value #REASON_NO_PAIR}) or a CANCEL of the rest ({@value #REASON_NO_PAIR_GONE}); what
 * rounding leaves of an order that the venue says is filled is a CANCEL ({@value #REASON_ROUNDING}).
 * <p>
 * <b>Times.</b> The receive time is {@code timestamp}. The venue time of a NEW is {@code exchange.timestamp}; of
 * changes and deletions the venue tells none, so it is the receive time there too.
 */
public final class BitstampL3Feed implements InputFeed
{
    /** Name of the venue. */
    public static final String VENUE = "BITSTAMP";

    static final String REASON_NO_PAIR = "fill, other side not told";
    static final String REASON_NO_PAIR_GONE = "filled, other side not told";
    static final String REASON_ROUNDING = "rounding";
    static final int PAIR_MAX_MILLIS = 250;
    static final int ROUNDING_MAX_LOTS = 10;

    private static final int LIVE_ORDERS_MAX = 1 << 21;
    static final DecimalUnit TICK = new DecimalUnit(1, -2);
    static final DecimalUnit LOT = new DecimalUnit(1, -8);
    static final long PRICE_MAX_TICKS = 10_000_000;
    static final long QUANTITY_MAX_LOTS = 200_000_000_000L;

    /** What the events handed out so far say of an order. */
    private static final class Order
    {
        private long priceTicks;
        private long openLots;
    }

    private final RowSource rows;
    private final String sourceName;
    private final InstrumentCatalog catalog = new InstrumentCatalog();
    private final List<String> notes = new ArrayList<>();
    private final Long2ObjectHashMap<Order> live = new Long2ObjectHashMap<>();
    private final ArrayDeque<InboundEvent> ready = new ArrayDeque<>();
    private Row ahead;
    private BadInputException aheadFailure;
    private boolean isEnded;
    private long rowNumber;
    private long tradeCount;
    private long tradeUnknownCount;
    private long replaceNoPairCount;
    private long cancelNoPairCount;
    private long roundingCount;
    private long unknownOrderCount;
    private long forgottenCount;

    /**
     * Open a recording.
     *
     * @param source of the order events.
     * @param isLog  false for {@code orders.csv}, true for the raw log of the venue's messages.
     */
    public BitstampL3Feed(final ByteSource source, final boolean isLog)
    {
        sourceName = source.name();
        catalog.addVenue(VENUE);
        catalog.add(new Instrument(1, 1, 1, VENUE, "BTC/USD", InstrumentType.SPOT, "BTC", "USD", "", TICK.mantissa(),
            TICK.exponent(), LOT.mantissa(), LOT.exponent(), 1, 0, 1,
            PRICE_MAX_TICKS, QUANTITY_MAX_LOTS));
        rows = isLog ? new PusherLog(source) : new OrdersCsv(source);
        notes.add(source.name() + ": BTC/USD on " + VENUE + ", tick 0.01, lot 0.00000001, price up to 100000, " +
            "quantity up to 2000; trades are paired from neighbouring rows");
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
        while (ready.isEmpty())
        {
            final Row row = take();
            if (row == null)
            {
                return false;
            }
            onRow(row);
        }
        event.copyFrom(ready.poll());
        return true;
    }

    @Override
    public void close()
    {
        rows.close();
    }

    private void onRow(final Row row)
    {
        final Order order = live.get(row.id());
        if (row.action() == Row.Action.CREATED)
        {
            onCreated(row, order);
        }
        else if (row.action() == Row.Action.DELETED && row.volumeLots() > 0)
        {
            live.remove(row.id());
            unknownOrderCount += order == null ? 1 : 0;
            final InboundEvent cancel = add(row, Kind.CANCEL);
            final long openLots = order == null ? row.volumeLots() : order.openLots;
            cancel.event().priceTicks(row.priceTicks()).quantityLots(openLots > 0 ? openLots : Absent.VALUE);
        }
        else if (!isFill(row, order) || !pair(row, order))
        {
            onUnpaired(row, order);
        }
    }

    private void onCreated(final Row row, final Order known)
    {
        if (known != null)
        {
            throw new BadInputException(
                sourceName, row.line(), "id", Long.toString(row.id()), "created once; this order is live");
        }
        final InboundEvent added = add(row, Kind.NEW);
        added.event().venueTimeNanos(row.venueMillis() * 1_000_000).priceTicks(row.priceTicks())
            .quantityLots(row.volumeLots());
        remember(row.id(), row.priceTicks(), row.volumeLots());
    }

    /** Whether the next row is the other side of this fill; if so, both become a TRADE. */
    private boolean pair(final Row row, final Order order)
    {
        final Row other = lookAhead();
        if (other == null || other.action() == Row.Action.CREATED || other.side() == row.side() ||
            other.id() == row.id() || other.receiveMillis() - row.receiveMillis() > PAIR_MAX_MILLIS)
        {
            return false;
        }
        final Order otherOrder = live.get(other.id());
        if (!isFill(other, otherOrder))
        {
            return false;
        }
        final Row bid = row.side() == Side.BUY ? row : other;
        final Row ask = row.side() == Side.BUY ? other : row;
        final long filled = filledLots(row, order);
        final long otherFilled = filledLots(other, otherOrder);
        final boolean isFirstUnknown = filled == Absent.VALUE;
        final boolean isSecondUnknown = otherFilled == Absent.VALUE;
        if (bid.priceTicks() < ask.priceTicks() || isFirstUnknown && isSecondUnknown ||
            !isFirstUnknown && !isSecondUnknown && Math.abs(filled - otherFilled) > ROUNDING_MAX_LOTS)
        {
            return false;
        }

        // An order that is filled is filled whole, so that it ends with this trade, unless the other has less.
        final long quantity = wholeIfGone(row, order, other, otherOrder,
            isFirstUnknown ? otherFilled : isSecondUnknown ? filled : Math.min(filled, otherFilled));
        if (quantity < 1)
        {
            return false;
        }
        ahead = null;
        final boolean rowFirst = row.id() < other.id();
        final Row resting = rowFirst ? row : other;
        final Row aggressor = rowFirst ? other : row;
        final InboundEvent trade = add(resting, Kind.TRADE);
        trade.event().counterOrderId(aggressor.id()).side(aggressor.side()).priceTicks(resting.priceTicks())
            .quantityLots(quantity).feedSequence(row.number());
        trade.receiveTimeNanos(other.receiveMillis() * 1_000_000);
        trade.event().venueTimeNanos(other.receiveMillis() * 1_000_000);
        tradeCount++;
        tradeUnknownCount += isFirstUnknown || isSecondUnknown ? 1 : 0;
        fill(row, order, quantity, other.receiveMillis());
        fill(other, otherOrder, quantity, other.receiveMillis());
        return true;
    }

    private static long wholeIfGone(
        final Row row, final Order order, final Row other, final Order otherOrder, final long quantity)
    {
        long whole = quantity;
        if (row.action() == Row.Action.DELETED && order != null)
        {
            whole = order.openLots;
        }
        if (other.action() == Row.Action.DELETED && otherOrder != null)
        {
            whole = row.action() == Row.Action.DELETED && order != null ?
                Math.min(whole, otherOrder.openLots) : otherOrder.openLots;
        }
        if (row.action() == Row.Action.CHANGED && order != null)
        {
            whole = Math.min(whole, order.openLots);
        }
        if (other.action() == Row.Action.CHANGED && otherOrder != null)
        {
            whole = Math.min(whole, otherOrder.openLots);
        }
        return whole;
    }

    private void fill(final Row row, final Order order, final long quantityLots, final long receiveMillis)
    {
        unknownOrderCount += order == null ? 1 : 0;
        if (row.action() == Row.Action.CHANGED)
        {
            if (order == null)
            {
                remember(row.id(), row.priceTicks(), row.volumeLots());
            }
            else
            {
                order.openLots -= quantityLots;
            }
            return;
        }
        live.remove(row.id());
        if (order != null && order.openLots > quantityLots)
        {
            final InboundEvent rest = add(row, Kind.CANCEL);
            rest.event().priceTicks(row.priceTicks()).quantityLots(order.openLots - quantityLots)
                .venueTimeNanos(receiveMillis * 1_000_000);
            rest.receiveTimeNanos(receiveMillis * 1_000_000);
            rest.id(TextField.REASON, REASON_ROUNDING);
            roundingCount++;
        }
    }

    private void onUnpaired(final Row row, final Order order)
    {
        unknownOrderCount += order == null ? 1 : 0;
        if (row.action() == Row.Action.DELETED)
        {
            live.remove(row.id());
            final InboundEvent cancel = add(row, Kind.CANCEL);
            cancel.event().priceTicks(row.priceTicks())
                .quantityLots(order == null || order.openLots == 0 ? Absent.VALUE : order.openLots);
            cancel.id(TextField.REASON, REASON_NO_PAIR_GONE);
            cancelNoPairCount++;
            return;
        }
        final InboundEvent replace = add(row, Kind.REPLACE);
        replace.event().priceTicks(row.priceTicks()).quantityLots(row.volumeLots());
        if (isFill(row, order) && order != null)
        {
            replace.id(TextField.REASON, REASON_NO_PAIR);
            replaceNoPairCount++;
        }
        if (order == null)
        {
            remember(row.id(), row.priceTicks(), row.volumeLots());
        }
        else
        {
            order.priceTicks = row.priceTicks();
            order.openLots = row.volumeLots();
        }
    }

    private static boolean isFill(final Row row, final Order order)
    {
        if (row.action() == Row.Action.DELETED)
        {
            return row.volumeLots() == 0;
        }
        return row.action() == Row.Action.CHANGED &&
            (order == null || order.priceTicks == row.priceTicks() && row.volumeLots() < order.openLots);
    }

    private static long filledLots(final Row row, final Order order)
    {
        return order == null ? Absent.VALUE : order.openLots - row.volumeLots();
    }

    private void remember(final long id, final long priceTicks, final long openLots)
    {
        if (live.size() >= LIVE_ORDERS_MAX)
        {
            forgottenCount++;
            return;
        }
        final Order order = new Order();
        order.priceTicks = priceTicks;
        order.openLots = openLots;
        live.put(id, order);
    }

    private InboundEvent add(final Row row, final int kind)
    {
        final InboundEvent event = new InboundEvent().clear();
        final MarketEvent fields = event.event();
        fields.kind(kind).feedId(1).feedSequence(row.number()).venueId(1).instrumentId(1).orderId(row.id())
            .side(row.side()).flags(Flags.LAST).venueTimeNanos(row.receiveMillis() * 1_000_000);
        event.receiveTimeNanos(row.receiveMillis() * 1_000_000);
        ready.add(event);
        return event;
    }

    private Row take()
    {
        final Row row = lookAheadOrThrow();
        ahead = null;
        return row;
    }

    private Row lookAhead()
    {
        if (ahead == null && aheadFailure == null && !isEnded)
        {
            try
            {
                ahead = read();
            }
            catch (final BadInputException ex)
            {
                aheadFailure = ex; // told when its turn comes
            }
        }
        return ahead;
    }

    private Row lookAheadOrThrow()
    {
        final Row row = lookAhead();
        if (aheadFailure != null)
        {
            final BadInputException failure = aheadFailure;
            aheadFailure = null;
            throw failure;
        }
        return row;
    }

    private Row read()
    {
        final Row row = rows.next();
        if (row == null)
        {
            isEnded = true;
            count();
            return null;
        }
        rowNumber++;
        return row;
    }

    private void count()
    {
        notes.add(sourceName + ": " + rowNumber + " rows; " + tradeCount + " trades paired, of them " +
            tradeUnknownCount + " with an order that rested before the recording; unpaired fills: " +
            replaceNoPairCount + " told as REPLACE, " + cancelNoPairCount + " as CANCEL; " + roundingCount +
            " rests of rounding cancelled; " + unknownOrderCount + " rows of orders never seen created" +
            (forgottenCount > 0 ? "; " + forgottenCount + " orders not remembered beyond " + LIVE_ORDERS_MAX : ""));
    }
}
