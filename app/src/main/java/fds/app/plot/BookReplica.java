package fds.app.plot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import fds.market.event.Absent;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;

/**
 * Book and live orders of one instrument that tell each change. The engine's own book says how things stand; a picture
 * needs to know what changed, at every level, and what became of every order. The rules are the engine's: from the
 * first BOOK on, levels are what the venue says; an order that crosses enters when its message ends.
 * <p>
 * Bounded: beyond {@value #ORDERS_MAX} live orders the oldest is forgotten and stays in its level; beyond
 * {@value #LEVELS_MAX} levels a side, the one farthest from the best goes. Both are counted. Owned by one thread.
 */
public final class BookReplica
{
    private static final int ORDERS_MAX = 1 << 20;
    private static final int LEVELS_MAX = 1 << 17;

    private final BookListener listener;
    private final Map<Long, RestingOrder> orders = new LinkedHashMap<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private RestingOrder pending; // it crosses, and its message is not over
    private boolean isByLevel;
    private long quotedBidTicks = Absent.VALUE;
    private long quotedAskTicks = Absent.VALUE;
    private long quotedBidLots = Absent.VALUE;
    private long quotedAskLots = Absent.VALUE;
    private long forgottenCount;

    /**
     * With nothing in it.
     *
     * @param listener told of every change, in order.
     */
    public BookReplica(final BookListener listener)
    {
        this.listener = listener;
    }

    /**
     * Take an event.
     *
     * @param event of the one instrument.
     */
    public void accept(final MarketEvent event)
    {
        switch (event.kind())
        {
            case Kind.NEW -> onNew(event);
            case Kind.REPLACE -> onReplace(event);
            case Kind.CANCEL -> onCancel(event);
            case Kind.TRADE -> onTrade(event);
            case Kind.BOOK -> onBook(event);
            case Kind.BOOK_CLEAR -> onBookClear(event);
            case Kind.BBO -> onBbo(event);
            default ->
            {
                // does not touch the book
            }
        }
        if (event.has(Flags.LAST))
        {
            settlePending(event.engineTimeNanos());
        }
    }

    /**
     * The best bid: of the levels where there are any, else as the venue quoted it.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long bestBidTicks()
    {
        return bids.isEmpty() ? quotedBidTicks : bids.lastKey();
    }

    /**
     * The best ask.
     *
     * @return ticks, or {@link Absent#VALUE}.
     */
    public long bestAskTicks()
    {
        return asks.isEmpty() ? quotedAskTicks : asks.firstKey();
    }

    /**
     * Whether a bid and an ask are known and apart.
     *
     * @return false for an empty side and for a crossed book.
     */
    public boolean hasSpread()
    {
        final long bid = bestBidTicks();
        final long ask = bestAskTicks();
        return bid != Absent.VALUE && ask != Absent.VALUE && bid < ask;
    }

    /**
     * A live order.
     *
     * @param orderId any.
     * @return null when it is not known.
     */
    public RestingOrder order(final long orderId)
    {
        return orders.get(orderId);
    }

    /**
     * The levels nearest to the other side.
     *
     * @param side {@link Side#BUY} or {@link Side#SELL}.
     * @param most levels, 1 or more.
     * @return the best first; of a book that only its best prices are told of, one.
     */
    public List<BookLevel> levels(final int side, final int most)
    {
        final NavigableMap<Long, Long> levels = side == Side.BUY ? bids.descendingMap() : asks;
        final long quotedTicks = side == Side.BUY ? quotedBidTicks : quotedAskTicks;
        if (levels.isEmpty() && quotedTicks != Absent.VALUE)
        {
            return List.of(new BookLevel(quotedTicks, side == Side.BUY ? quotedBidLots : quotedAskLots));
        }
        return levels.entrySet().stream().limit(most)
            .map(level -> new BookLevel(level.getKey(), level.getValue())).toList();
    }

    /**
     * What stands at a price.
     *
     * @param side       {@link Side#BUY} or {@link Side#SELL}.
     * @param priceTicks any.
     * @return lots, 0 when nothing does.
     */
    public long quantityLots(final int side, final long priceTicks)
    {
        return (side == Side.BUY ? bids : asks).getOrDefault(priceTicks, 0L);
    }

    /**
     * Orders and levels that were given up for room.
     *
     * @return how many.
     */
    public long forgottenCount()
    {
        return forgottenCount;
    }

    /**
     * Tell of every order that is still there, as {@link RestingOrder.End#OPEN}.
     *
     * @param timeNanos when the recording ends.
     */
    public void tellOpen(final long timeNanos)
    {
        orders.values().forEach(order -> listener.onEnd(order, RestingOrder.End.OPEN, timeNanos));
    }

    private void onNew(final MarketEvent event)
    {
        if (event.orderId() == Absent.UNKNOWN_ID)
        {
            return;
        }
        final RestingOrder older = orders.remove(event.orderId());
        if (older != null)
        {
            end(older, older.openLots(), RestingOrder.End.CANCELLED, event.engineTimeNanos());
        }
        final boolean rests = event.priceTicks() != Absent.VALUE && event.quantityLots() > 0 &&
            !event.has(Flags.MARKET | Flags.IOC | Flags.FOK);
        final RestingOrder order = new RestingOrder(event.orderId(), event.accountId(), event.side(), rests,
            event.priceTicks(), Math.max(0, event.quantityLots()), event.engineTimeNanos());
        orders.put(event.orderId(), order);
        if (orders.size() > ORDERS_MAX)
        {
            final Iterator<RestingOrder> oldest = orders.values().iterator();
            oldest.next();
            oldest.remove();
            forgottenCount++;
        }
        if (rests)
        {
            enter(order, event);
        }
    }

    private void enter(final RestingOrder order, final MarketEvent event)
    {
        final long opposite = order.side() == Side.BUY ? bestOf(asks, false) : bestOf(bids, true);
        final boolean crosses = opposite != Absent.VALUE &&
            (order.side() == Side.BUY ? order.priceTicks() >= opposite : order.priceTicks() <= opposite);
        if (crosses && !event.has(Flags.LAST))
        {
            settlePending(event.engineTimeNanos());
            pending = order;
        }
        else
        {
            move(order.side(), order.priceTicks(), order.openLots(), event.engineTimeNanos());
        }
    }

    private void settlePending(final long timeNanos)
    {
        if (pending != null)
        {
            move(pending.side(), pending.priceTicks(), pending.openLots(), timeNanos);
            pending = null;
        }
    }

    private void onReplace(final MarketEvent event)
    {
        final RestingOrder order = orders.get(event.orderId());
        if (order == null)
        {
            return;
        }
        final long time = event.engineTimeNanos();
        final long price = event.priceTicks() == Absent.VALUE ? order.priceTicks() : event.priceTicks();
        final long open = event.quantityLots() == Absent.VALUE ? order.openLots() : event.quantityLots();
        takeOut(order, order.openLots(), time);
        if (open == 0 || price != order.priceTicks())
        {
            listener.onEnd(order, open == 0 ? RestingOrder.End.CANCELLED : RestingOrder.End.MOVED, time);
        }
        order.change(price, open, time);
        final long newId = event.counterOrderId();
        if (open == 0)
        {
            orders.remove(order.id());
        }
        else if (newId != Absent.UNKNOWN_ID && newId != order.id())
        {
            orders.remove(order.id());
            order.rename(newId);
            orders.put(newId, order);
        }
        if (order.rests() && open > 0)
        {
            enter(order, event);
        }
    }

    private void onCancel(final MarketEvent event)
    {
        final RestingOrder order = orders.get(event.orderId());
        if (order != null)
        {
            final long asked = event.quantityLots() == Absent.VALUE ? order.openLots() : event.quantityLots();
            end(order, Math.min(asked, order.openLots()), RestingOrder.End.CANCELLED, event.engineTimeNanos());
        }
    }

    private void onTrade(final MarketEvent event)
    {
        fill(event.orderId(), event);
        if (event.counterOrderId() != event.orderId())
        {
            fill(event.counterOrderId(), event);
        }
    }

    private void fill(final long orderId, final MarketEvent event)
    {
        final RestingOrder order = orderId == Absent.UNKNOWN_ID ? null : orders.get(orderId);
        if (order != null)
        {
            end(order, Math.min(event.quantityLots(), order.openLots()), RestingOrder.End.FILLED,
                event.engineTimeNanos());
        }
    }

    /** Part of an order goes, and with the last part the order. */
    private void end(final RestingOrder order, final long lots, final RestingOrder.End end, final long timeNanos)
    {
        takeOut(order, lots, timeNanos);
        order.take(lots);
        if (order.openLots() == 0)
        {
            orders.remove(order.id());
            listener.onEnd(order, end, timeNanos);
        }
    }

    private void takeOut(final RestingOrder order, final long lots, final long timeNanos)
    {
        if (order == pending)
        {
            pending = lots == order.openLots() ? null : pending;
        }
        else if (order.rests())
        {
            move(order.side(), order.priceTicks(), -lots, timeNanos);
        }
    }

    private void onBook(final MarketEvent event)
    {
        byLevel(event.engineTimeNanos());
        if (event.quantityLots() >= 0)
        {
            set(event.side(), event.priceTicks(), event.quantityLots(), event.engineTimeNanos());
        }
    }

    private void onBookClear(final MarketEvent event)
    {
        byLevel(event.engineTimeNanos());
        if (event.side() != Side.SELL)
        {
            clear(Side.BUY, event.engineTimeNanos());
        }
        if (event.side() != Side.BUY)
        {
            clear(Side.SELL, event.engineTimeNanos());
        }
    }

    private void onBbo(final MarketEvent event)
    {
        final long price = event.quantityLots() == 0 ? Absent.VALUE : event.priceTicks();
        if (event.side() == Side.BUY)
        {
            quotedBidTicks = price;
            quotedBidLots = event.quantityLots();
        }
        else
        {
            quotedAskTicks = price;
            quotedAskLots = event.quantityLots();
        }
    }

    /** From the first BOOK on, the levels are the venue's; orders no longer move them. */
    private void byLevel(final long timeNanos)
    {
        if (!isByLevel)
        {
            clear(Side.BUY, timeNanos);
            clear(Side.SELL, timeNanos);
            isByLevel = true;
        }
    }

    private void clear(final int side, final long timeNanos)
    {
        final TreeMap<Long, Long> levels = side == Side.BUY ? bids : asks;
        levels.forEach((price, lots) -> listener.onLevel(side, price, lots, 0, timeNanos));
        levels.clear();
    }

    private void move(final int side, final long priceTicks, final long lots, final long timeNanos)
    {
        if (!isByLevel && lots != 0)
        {
            final long before = (side == Side.BUY ? bids : asks).getOrDefault(priceTicks, 0L);
            set(side, priceTicks, Math.max(0, before + lots), timeNanos);
        }
    }

    private void set(final int side, final long priceTicks, final long lots, final long timeNanos)
    {
        final TreeMap<Long, Long> levels = side == Side.BUY ? bids : asks;
        final Long before = lots == 0 ? levels.remove(priceTicks) : levels.put(priceTicks, lots);
        final long beforeLots = before == null ? 0 : before;
        if (beforeLots != lots)
        {
            listener.onLevel(side, priceTicks, beforeLots, lots, timeNanos);
        }
        if (levels.size() > LEVELS_MAX)
        {
            final Map.Entry<Long, Long> farthest = side == Side.BUY ? levels.pollFirstEntry() : levels.pollLastEntry();
            listener.onLevel(side, farthest.getKey(), farthest.getValue(), 0, timeNanos);
            forgottenCount++;
        }
    }

    private static long bestOf(final TreeMap<Long, Long> levels, final boolean isBid)
    {
        return levels.isEmpty() ? Absent.VALUE : isBid ? levels.lastKey() : levels.firstKey();
    }
}
