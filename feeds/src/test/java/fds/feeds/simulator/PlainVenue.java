package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fds.market.door.Feed;
import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.InboundEvent;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;
import fds.market.instrument.Instrument;
import fds.market.owner.AccountOwner;

/**
 * Replays a flow with plain maps and lists, knowing nothing of the simulator but the meaning of events, and refuses
 * what no venue would publish. Only decimal ids.
 */
final class PlainVenue
{
    final Map<Integer, long[]> kindCounts = new TreeMap<>();
    final List<Row> ownTrades = new ArrayList<>(); // same account or same owner group on both sides
    final List<Row> rows = new ArrayList<>();
    long messages;
    long twoSided;
    long settled;
    long others;

    private final List<Instrument> instruments;
    private final Map<Long, String> groups = new HashMap<>();
    private final Map<Long, Order> live = new HashMap<>();
    private final Map<Long, Order> requested = new HashMap<>();
    private final Set<Long> seenOrders = new HashSet<>();
    private final Map<Integer, TreeMap<Long, List<Order>>> bids = new HashMap<>();
    private final Map<Integer, TreeMap<Long, List<Order>>> asks = new HashMap<>();
    private Order incoming; // of the message that is open
    private boolean isOpen;
    private long lastRow;
    private long lastTimeNanos = Long.MIN_VALUE;
    private long lastTrade;

    PlainVenue(final Feed feed)
    {
        instruments = feed.instruments();
        for (final AccountOwner owner : feed.accounts())
        {
            if (!owner.ownerGroup().isEmpty())
            {
                groups.put(Long.parseLong(owner.account()), owner.ownerGroup());
            }
        }
    }

    /** An event, with the best prices before it. */
    record Row(
        long row, long timeNanos, int kind, int side, int flags, int instrument, long order, long account,
        long counterOrder, long counterAccount, long priceTicks, long quantityLots, long bestBid, long bestAsk,
        long value)
    {
    }

    static final class Order
    {
        long number;
        long account;
        int side;
        long priceTicks;
        long openLots;
        int flags;
        boolean isResting;
    }

    void onEvent(final InboundEvent inbound)
    {
        final MarketEvent e = inbound.event();
        final TreeMap<Long, List<Order>> bid = side(e.instrumentId(), Side.BUY);
        final TreeMap<Long, List<Order>> ask = side(e.instrumentId(), Side.SELL);
        final Row row = new Row(e.feedSequence(), e.venueTimeNanos(), e.kind(), e.side(), e.flags(), e.instrumentId(),
            e.orderId(), e.accountId(), e.counterOrderId(), e.counterAccountId(), e.priceTicks(), e.quantityLots(),
            bid.isEmpty() ? Absent.VALUE : bid.lastKey(), ask.isEmpty() ? Absent.VALUE : ask.firstKey(), e.value());
        rows.add(row);
        final String at = row.toString();
        assertEquals(++lastRow, row.row, at);
        assertTrue(row.timeNanos >= lastTimeNanos, at);
        lastTimeNanos = row.timeNanos;
        kindCounts.computeIfAbsent(row.kind, k -> new long[1])[0]++;
        if (row.instrument == 0)
        {
            assertTrue(row.kind == Kind.FEED_STATUS || row.kind == Kind.LOGIN, at);
            others++;
            return;
        }
        final Instrument instrument = instruments.get(row.instrument - 1);
        if (row.quantityLots != Absent.VALUE)
        {
            assertTrue(row.quantityLots >= (isState(row.kind) ? 0 : 1), at);
            assertTrue(row.quantityLots <= instrument.quantityMaxLots(), at);
        }
        if (row.priceTicks != Absent.VALUE)
        {
            assertTrue(row.priceTicks >= 1 && row.priceTicks <= instrument.priceMaxTicks(), at);
        }
        if (isOpen)
        {
            assertTrue(row.kind == Kind.TRADE || row.kind == Kind.CANCEL, "inside a message: " + at);
        }

        switch (row.kind)
        {
            case Kind.NEW -> onNew(row, at);
            case Kind.ORDER_REQUEST -> onRequest(row, at);
            case Kind.REPLACE -> onReplace(row, at);
            case Kind.CANCEL -> onCancel(row, at);
            case Kind.TRADE -> onTrade(row, e.reference(), at);
            case Kind.REJECT -> onReject(row, inbound, at);
            case Kind.MARK, Kind.INDEX -> assertTrue(row.priceTicks > 0, at);
            case Kind.FUNDING -> assertTrue(
                Math.abs(e.value()) < 1_000_000 && row.timeNanos % 3_600_000_000_000L == 0, at);
            case Kind.INDEX_COMPONENT, Kind.RATE, Kind.POSITION, Kind.MARGIN, Kind.OPEN_INTEREST, Kind.RESET,
                Kind.SETTLEMENT_WINDOW, Kind.DEPOSIT, Kind.WITHDRAW, Kind.WITHDRAW_REQUEST, Kind.TRANSFER,
                Kind.LIQUIDATION, Kind.ADL, Kind.NEWS, Kind.SOCIAL, Kind.WALLET_STATUS, Kind.LISTING,
                Kind.HALT -> others++;
            default -> throw new AssertionError("no such kind expected: " + at);
        }
        isOpen = (row.flags & Flags.LAST) == 0;
        if (!isOpen)
        {
            messages++;
            settle(row, at);
        }
    }

    private static boolean isState(final int kind)
    {
        return kind == Kind.POSITION || kind == Kind.OPEN_INTEREST;
    }

    void onEnd()
    {
        assertTrue(!isOpen, "the flow ends inside a message");
    }

    boolean isSameGroup(final long a, final long b)
    {
        return groups.containsKey(a) && groups.get(a).equals(groups.get(b));
    }

    private void onNew(final Row row, final String at)
    {
        assertNull(incoming, at);
        final Order asked = requested.remove(row.order);
        if (asked == null)
        {
            assertTrue(seenOrders.add(row.order), "order number twice: " + at);
        }
        else
        {
            assertEquals(asked.account, row.account, at);
            assertEquals(asked.side, row.side, at);
            assertEquals(asked.openLots, row.quantityLots, at);
            assertEquals(asked.priceTicks, row.priceTicks, at);
        }
        incoming = order(row);
        assertEquals((row.flags & Flags.MARKET) != 0, row.priceTicks == Absent.VALUE, at);
        live.put(row.order, incoming);
    }

    private void onRequest(final Row row, final String at)
    {
        assertTrue(seenOrders.add(row.order), at);
        requested.put(row.order, order(row));
    }

    private void onReject(final Row row, final InboundEvent inbound, final String at)
    {
        if (requested.remove(row.order) == null)
        {
            assertTrue(seenOrders.add(row.order), at);
        }
        assertTrue(inbound.texts() != 0, "a reason: " + at);
    }

    private void onCancel(final Row row, final String at)
    {
        final Order order = live.remove(row.order);
        assertNotNull(order, "not live: " + at);
        assertEquals(order.account, row.account, at);
        assertEquals(order.openLots, row.quantityLots, at);
        if ((row.flags & Flags.STP) != 0)
        {
            assertNotNull(incoming, at);
            assertTrue(order.account == incoming.account || isSameGroup(order.account, incoming.account), at);
        }
        if (order.isResting)
        {
            remove(order, row.instrument);
        }
        else
        {
            assertTrue((order.flags & (Flags.IOC | Flags.MARKET)) != 0, at);
            order.openLots = 0;
        }
    }

    private void onReplace(final Row row, final String at)
    {
        final Order order = live.remove(row.order);
        assertNotNull(order, at);
        assertEquals(order.account, row.account, at);
        assertEquals(order.side, row.side, at);
        final boolean keepsPlace = row.priceTicks == order.priceTicks && row.quantityLots < order.openLots;
        if (row.counterOrder != Absent.UNKNOWN_ID)
        {
            assertTrue(seenOrders.add(row.counterOrder), at);
            order.number = row.counterOrder;
        }
        live.put(order.number, order);
        if (keepsPlace)
        {
            order.openLots = row.quantityLots;
        }
        else
        {
            remove(order, row.instrument);
            order.priceTicks = row.priceTicks;
            order.openLots = row.quantityLots;
            rest(order, row.instrument);
        }
    }

    private void onTrade(final Row row, final long trade, final String at)
    {
        assertEquals(++lastTrade, trade, at);
        assertNotNull(incoming, at);
        assertEquals(incoming.number, row.counterOrder, at);
        assertEquals(incoming.account, row.counterAccount, at);
        assertEquals(incoming.side, row.side, at);
        final TreeMap<Long, List<Order>> levels = side(row.instrument, Side.opposite(row.side));
        final Order first = (row.side == Side.BUY ? levels.firstEntry() : levels.lastEntry()).getValue().get(0);
        assertEquals(first.number, row.order, "price-time priority: " + at);
        assertEquals(first.account, row.account, at);
        assertEquals(first.priceTicks, row.priceTicks, at);
        assertTrue(row.quantityLots <= first.openLots && row.quantityLots <= incoming.openLots, at);
        if (incoming.priceTicks != Absent.VALUE)
        {
            assertTrue(row.side == Side.BUY ? incoming.priceTicks >= row.priceTicks :
                incoming.priceTicks <= row.priceTicks, at);
        }
        assertTrue((incoming.flags & Flags.POST_ONLY) == 0, at);
        first.openLots -= row.quantityLots;
        incoming.openLots -= row.quantityLots;
        if (first.openLots == 0)
        {
            live.remove(first.number);
            remove(first, row.instrument);
        }
        if (row.account == row.counterAccount || isSameGroup(row.account, row.counterAccount))
        {
            ownTrades.add(row);
        }
    }

    private void settle(final Row row, final String at)
    {
        if (incoming != null)
        {
            if (incoming.openLots == 0)
            {
                live.remove(incoming.number);
            }
            else
            {
                assertTrue((incoming.flags & (Flags.IOC | Flags.FOK | Flags.MARKET)) == 0, at);
                rest(incoming, row.instrument);
            }
            incoming = null;
        }
        final TreeMap<Long, List<Order>> bid = side(row.instrument, Side.BUY);
        final TreeMap<Long, List<Order>> ask = side(row.instrument, Side.SELL);
        settled++;
        if (!bid.isEmpty() && !ask.isEmpty())
        {
            assertTrue(bid.lastKey() < ask.firstKey(), "crossed: " + at);
            twoSided++;
        }
    }

    private Order order(final Row row)
    {
        final Order order = new Order();
        order.number = row.order;
        order.account = row.account;
        order.side = row.side;
        order.priceTicks = row.priceTicks;
        order.openLots = row.quantityLots;
        order.flags = row.flags;
        return order;
    }

    private void rest(final Order order, final int instrument)
    {
        order.isResting = true;
        side(instrument, order.side).computeIfAbsent(order.priceTicks, p -> new ArrayList<>()).add(order);
    }

    private void remove(final Order order, final int instrument)
    {
        final TreeMap<Long, List<Order>> levels = side(instrument, order.side);
        final List<Order> level = levels.get(order.priceTicks);
        assertTrue(level.remove(order), "not in its level");
        if (level.isEmpty())
        {
            levels.remove(order.priceTicks);
        }
    }

    private TreeMap<Long, List<Order>> side(final int instrument, final int side)
    {
        return (side == Side.BUY ? bids : asks).computeIfAbsent(instrument, i -> new TreeMap<>());
    }
}
