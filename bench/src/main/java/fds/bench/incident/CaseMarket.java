package fds.bench.incident;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A market of one instrument that matches by price and time, so that whatever is put into it tells one story: what an
 * order met, what is left of it, and which orders stand. Plain, not fast.
 */
final class CaseMarket
{
    final String venue;
    final String instrument;
    private final BigDecimal tickSize;
    private final BigDecimal lotSize;
    private final CaseRows rows;
    private final Function<String, String> owners;
    private final TreeMap<Long, ArrayDeque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, ArrayDeque<Order>> asks = new TreeMap<>();
    private final Map<String, Order> live = new HashMap<>();
    private final Map<String, Long> filledNanos = new HashMap<>(); // of orders of steps, by id
    private long lastTicks;
    private long trades;

    /** An order that stands. */
    static final class Order
    {
        final String id;
        final String account;
        final boolean isBuy;
        final Set<String> steps;
        long ticks;
        long lots;

        Order(final String id, final String account, final boolean isBuy, final Set<String> steps,
            final long ticks, final long lots)
        {
            this.id = id;
            this.account = account;
            this.isBuy = isBuy;
            this.steps = steps;
            this.ticks = ticks;
            this.lots = lots;
        }
    }

    /**
     * An empty market.
     *
     * @param venue      of it.
     * @param instrument symbol.
     * @param tickSize   in the quote currency.
     * @param lotSize    in the base currency.
     * @param rows       take what is told.
     * @param owners     owner of an account, for the prevention of self-trades.
     */
    CaseMarket(final String venue, final String instrument, final BigDecimal tickSize, final BigDecimal lotSize,
        final CaseRows rows, final Function<String, String> owners)
    {
        this.venue = venue;
        this.instrument = instrument;
        this.tickSize = tickSize;
        this.lotSize = lotSize;
        this.rows = rows;
        this.owners = owners;
    }

    long ticks(final String price)
    {
        return whole(new BigDecimal(price), tickSize, "price", price);
    }

    long lots(final String quantity)
    {
        return whole(new BigDecimal(quantity), lotSize, "quantity", quantity);
    }

    String price(final long ticks)
    {
        return tickSize.multiply(BigDecimal.valueOf(ticks)).stripTrailingZeros().toPlainString();
    }

    /** Of the best price, 0 when there is none. */
    long bestTicks(final boolean ofBids)
    {
        final TreeMap<Long, ArrayDeque<Order>> side = ofBids ? bids : asks;
        return side.isEmpty() ? 0 : side.firstKey();
    }

    /** The best price of a side; where it is empty, beside the other side's or the last trade's. */
    long nearTicks(final boolean ofBids)
    {
        final long best = bestTicks(ofBids);
        final long other = bestTicks(!ofBids);
        return best != 0 ? best : other != 0 ? other + (ofBids ? -1 : 1) : lastTicks;
    }

    long lastTicks()
    {
        return lastTicks;
    }

    /** When an order of a step was filled whole; null: it was not. */
    Long filledNanos(final String order)
    {
        return filledNanos.get(order);
    }

    boolean isLive(final String order)
    {
        return live.containsKey(order);
    }

    /**
     * What stands in the best levels of a side.
     *
     * @param ofBids side.
     * @param levels of it.
     * @return lots.
     */
    long depthLots(final boolean ofBids, final int levels)
    {
        long sum = 0;
        int seen = 0;
        for (final ArrayDeque<Order> level : (ofBids ? bids : asks).values())
        {
            if (++seen > levels)
            {
                break;
            }
            for (final Order order : level)
            {
                sum += order.lots;
            }
        }
        return sum;
    }

    /**
     * An order comes, meets what it meets, and rests with what is left of it.
     *
     * @param timeNanos of it.
     * @param kind      NEW or ORDER_REQUEST.
     * @param order     id, account and side; its lots are those asked for; ticks 0: at any price.
     * @param flags     as in the CSV.
     */
    void enter(final long timeNanos, final String kind, final Order order, final String flags)
    {
        final Set<String> named = Set.of(flags.split("\\|"));
        row(timeNanos, order.steps, kind, order.id, order.account, "", "", order.isBuy,
            order.ticks == 0 ? "" : price(order.ticks), order.lots, "", "", flags);
        match(timeNanos, order, named.contains("stp"));
        if (order.lots > 0 && (named.contains("market") || named.contains("ioc")))
        {
            cancelRow(timeNanos, order, order.steps, "not_filled", "");
        }
        else if (order.lots > 0)
        {
            rest(order);
        }
        rows.closeMessage();
    }

    /**
     * An order is changed; one that stands no more is left alone.
     *
     * @param timeNanos of it.
     * @param id        of the order.
     * @param ticks     new price.
     * @param lots      new open quantity.
     * @param steps     of the change.
     */
    void replace(final long timeNanos, final String id, final long ticks, final long lots, final Set<String> steps)
    {
        final Order order = live.get(id);
        if (order == null)
        {
            return;
        }
        if (ticks == order.ticks && lots <= order.lots)
        {
            order.lots = lots;
            row(timeNanos, steps, "REPLACE", id, order.account, "", "", order.isBuy, price(ticks), lots, "", "", "");
            rows.closeMessage();
            return;
        }
        remove(order);
        order.ticks = ticks;
        order.lots = lots;
        row(timeNanos, steps, "REPLACE", id, order.account, "", "", order.isBuy, price(ticks), lots, "", "", "");
        match(timeNanos, order, false);
        if (order.lots > 0)
        {
            rest(order);
        }
        rows.closeMessage();
    }

    /**
     * An order is taken away; one that stands no more is left alone.
     *
     * @param timeNanos of it.
     * @param id        of the order.
     * @param steps     of the cancel.
     * @param reason    as in the CSV.
     */
    void cancel(final long timeNanos, final String id, final Set<String> steps, final String reason)
    {
        final Order order = live.get(id);
        if (order != null)
        {
            remove(order);
            cancelRow(timeNanos, order, steps, reason, "");
            rows.closeMessage();
        }
    }

    private void match(final long timeNanos, final Order taker, final boolean preventsSelfTrade)
    {
        final TreeMap<Long, ArrayDeque<Order>> side = taker.isBuy ? asks : bids;
        while (taker.lots > 0 && !side.isEmpty() && reaches(taker, side.firstKey()))
        {
            final Order maker = side.firstEntry().getValue().peekFirst();
            if (preventsSelfTrade && owners.apply(maker.account).equals(owners.apply(taker.account)))
            {
                remove(maker);
                cancelRow(timeNanos, maker, union(maker, taker), "self_trade", "stp");
                continue;
            }
            final long lots = Math.min(maker.lots, taker.lots);
            lastTicks = maker.ticks;
            row(timeNanos, union(maker, taker), "TRADE", maker.id, maker.account, taker.id, taker.account,
                taker.isBuy, price(maker.ticks), lots, "t" + ++trades + "-" + instrument, "", "");
            maker.lots -= lots;
            taker.lots -= lots;
            if (maker.lots == 0)
            {
                remove(maker);
                if (!maker.steps.isEmpty())
                {
                    filledNanos.put(maker.id, timeNanos);
                }
            }
        }
    }

    private static boolean reaches(final Order taker, final long ticks)
    {
        return taker.ticks == 0 || (taker.isBuy ? ticks <= taker.ticks : ticks >= taker.ticks);
    }

    private static Set<String> union(final Order one, final Order other)
    {
        final Set<String> both = new TreeSet<>(one.steps);
        both.addAll(other.steps);
        return both;
    }

    private void rest(final Order order)
    {
        (order.isBuy ? bids : asks).computeIfAbsent(order.ticks, at -> new ArrayDeque<>()).addLast(order);
        live.put(order.id, order);
    }

    private void remove(final Order order)
    {
        final TreeMap<Long, ArrayDeque<Order>> side = order.isBuy ? bids : asks;
        final ArrayDeque<Order> level = side.get(order.ticks);
        for (final Iterator<Order> each = level.iterator(); each.hasNext();)
        {
            if (each.next() == order)
            {
                each.remove();
                break;
            }
        }
        if (level.isEmpty())
        {
            side.remove(order.ticks);
        }
        live.remove(order.id);
    }

    private void cancelRow(
        final long timeNanos, final Order order, final Set<String> steps, final String reason, final String flags)
    {
        row(timeNanos, steps, "CANCEL", order.id, order.account, "", "", order.isBuy,
            order.ticks == 0 ? "" : price(order.ticks), order.lots, "", reason, flags);
    }

    private void row(
        final long timeNanos, final Set<String> steps, final String kind, final String order, final String account,
        final String counterOrder, final String counterAccount, final boolean isBuy, final String price,
        final long lots, final String ref, final String reason, final String flags)
    {
        rows.add(timeNanos, steps, kind, venue, instrument, order, account, counterOrder, counterAccount,
            isBuy ? "B" : "S", price, lotSize.multiply(BigDecimal.valueOf(lots)).stripTrailingZeros().toPlainString(),
            "", ref, reason, flags);
    }

    private static long whole(final BigDecimal value, final BigDecimal unit, final String name, final String text)
    {
        final BigDecimal[] parts = value.divideAndRemainder(unit);
        if (parts[1].signum() != 0)
        {
            throw new IllegalArgumentException(name + " " + text + ": must be a multiple of " + unit);
        }
        return parts[0].longValueExact();
    }
}
