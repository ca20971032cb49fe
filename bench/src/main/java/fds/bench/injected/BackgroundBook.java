package fds.bench.injected;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The book of a recording that tells orders one by one, and what is usual in it. */
final class BackgroundBook
{
    private final Rows rows;
    private final Map<String, Order> live = new HashMap<>();
    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private BigDecimal entered = BigDecimal.ZERO;
    private long count;

    /** An order that stands. */
    private record Order(boolean isBuy, BigDecimal price, BigDecimal quantity)
    {
    }

    BackgroundBook(final Rows rows)
    {
        this.rows = rows;
    }

    /** Take a row of the recording. */
    void apply(final String[] row)
    {
        final String id = rows.cell(row, "order_id");
        switch (rows.cell(row, "kind"))
        {
            case "NEW" ->
            {
                if (!rows.cell(row, "price").isEmpty())
                {
                    put(id, new Order(rows.cell(row, "side").equals("B"), decimal(row, "price"),
                        decimal(row, "quantity")));
                    entered = entered.add(decimal(row, "quantity"));
                    count++;
                }
            }
            case "REPLACE" ->
            {
                final Order before = take(id);
                if (before != null)
                {
                    put(id, new Order(before.isBuy(), rows.cell(row, "price").isEmpty() ? before.price() :
                        decimal(row, "price"), decimal(row, "quantity")));
                }
            }
            case "CANCEL" -> reduce(id, rows.cell(row, "quantity"));
            case "TRADE" ->
            {
                reduce(id, rows.cell(row, "quantity"));
                reduce(rows.cell(row, "counter_order_id"), rows.cell(row, "quantity"));
            }
            default ->
            {
            }
        }
    }

    /** Best price of a side; null: none. */
    BigDecimal best(final boolean ofBids)
    {
        final TreeMap<BigDecimal, BigDecimal> side = ofBids ? bids : asks;
        return side.isEmpty() ? null : side.firstKey();
    }

    /** Price of a level of a side, counted from 0; the last where there are fewer. */
    BigDecimal level(final boolean ofBids, final int number)
    {
        BigDecimal price = null;
        int seen = 0;
        for (final BigDecimal each : (ofBids ? bids : asks).keySet())
        {
            price = each;
            if (seen++ == number)
            {
                break;
            }
        }
        return price;
    }

    double meanQuantity()
    {
        return count == 0 ? 0 : entered.doubleValue() / count;
    }

    private BigDecimal decimal(final String[] row, final String column)
    {
        final String text = rows.cell(row, column);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private void put(final String id, final Order order)
    {
        take(id);
        if (order.quantity().signum() > 0)
        {
            live.put(id, order);
            (order.isBuy() ? bids : asks).merge(order.price(), order.quantity(), BigDecimal::add);
        }
    }

    private Order take(final String id)
    {
        final Order order = live.remove(id);
        if (order != null)
        {
            (order.isBuy() ? bids : asks).computeIfPresent(order.price(), (price, total) ->
                total.compareTo(order.quantity()) > 0 ? total.subtract(order.quantity()) : null);
        }
        return order;
    }

    private void reduce(final String id, final String quantity)
    {
        final Order before = take(id);
        if (before != null && !quantity.isEmpty())
        {
            put(id, new Order(before.isBuy(), before.price(),
                before.quantity().subtract(new BigDecimal(quantity))));
        }
    }
}
