package fds.bench.injected;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Somebody who shows orders in a recorded book and takes them back. What is shown rests behind the best price of its
 * side and goes before the recording reaches it; what is traded stands alone within the spread, and a stranger of ours
 * takes it: no order of the recording is touched. Size, speed, distance and the number of orders are random.
 */
final class OrderEpisode
{
    /** What may be put into a book. */
    enum Form
    {
        /** One large order, a fill on the other side, gone. */
        SPOOFING("D13", 1),
        /** Several orders on neighbouring levels, a fill on the other side, gone together. */
        LAYERING("D14", 4),
        /** A large order that is taken back, and nothing else. */
        WITHDRAWN("", 1),
        /** As much on both sides; a fill, and all is shown anew. */
        TWO_SIDED("", 3);

        private final String detector;
        private final int orders;

        Form(final String detector, final int orders)
        {
            this.detector = detector;
            this.orders = orders;
        }
    }

    private final Form form;
    private final Rows rows;
    private final String account;
    private final Map<Long, List<Act>> due = new LinkedHashMap<>(); // by nanoseconds from the start
    private final Map<String, BigDecimal[]> standing = new HashMap<>(); // price, quantity, 1 for a bid
    private final double size;
    private final double seconds;
    private long firstRow;
    private long lastRow;
    private boolean isSpoilt;

    /** Something to do; gives a row, or null when it cannot be done. */
    @FunctionalInterface
    private interface Act
    {
        String[] row(String[] like, long nanos);
    }

    OrderEpisode(final Form form, final Rows rows, final BackgroundBook book, final BigDecimal tick,
        final BigDecimal lot, final Random random, final int number)
    {
        this.form = form;
        this.rows = rows;
        account = "injected" + number;
        final boolean isBid = random.nextBoolean();
        final int orders = form == Form.LAYERING ? 3 + random.nextInt(form.orders) : form.orders;
        size = Math.pow(10, 0.7 + 1.3 * random.nextDouble());
        seconds = Math.pow(10, -1 + 1.5 * random.nextDouble());
        final BigDecimal quantity = lots(book.meanQuantity() * size / orders, lot);
        final BigDecimal small = lots(book.meanQuantity() * (0.3 + random.nextDouble()), lot);
        final int distance = 1 + random.nextInt(5);
        final long length = (long)(seconds * 1e9);
        final boolean isFilled = form != Form.WITHDRAWN;
        if (isFilled)
        {
            final BigDecimal inside = isBid ? book.best(false).subtract(tick) : book.best(true).add(tick);
            at(0, enter("g", !isBid, inside, small));
            at(length * 6 / 10, take("g", small));
        }
        for (int i = 0; i < orders; i++)
        {
            at(length / 10 + i, enter("d" + i, isBid, book.level(isBid, distance + i), quantity));
            if (form == Form.TWO_SIDED)
            {
                at(length / 20 + i, enter("o" + i, !isBid, book.level(!isBid, distance + i), quantity));
                at(length * 8 / 10 + 20 + i, enter("n" + i, isBid, book.level(isBid, distance + i), quantity));
            }
        }
        for (int i = 0; i < orders; i++)
        {
            at(length * 8 / 10 + i, leave("d" + i));
            if (form == Form.TWO_SIDED)
            {
                at(length * 3 + i, leave("o" + i));
                at(length * 3 + 20 + i, leave("n" + i));
            }
        }
    }

    boolean isOver()
    {
        return due.isEmpty();
    }

    /** What is to be done up to a time since the start, as rows like one of the recording. */
    List<String[]> until(final long nanos, final String[] like, final long likeNanos)
    {
        final List<String[]> made = new ArrayList<>();
        due.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(entry -> entry.getKey() <= nanos).toList()
            .forEach(entry ->
            {
                due.remove(entry.getKey());
                for (final Act act : entry.getValue())
                {
                    final String[] row = act.row(like, entry.getKey() - likeNanos);
                    if (row != null)
                    {
                        made.add(row);
                    }
                }
            });
        return made;
    }

    /** Whether an order or a trade of the recording would have met one of ours. */
    boolean isMetBy(final String[] row)
    {
        final String price = rows.cell(row, "price");
        final String kind = rows.cell(row, "kind");
        if (standing.isEmpty() || price.isEmpty() || !List.of("NEW", "REPLACE", "TRADE").contains(kind))
        {
            return false;
        }
        final BigDecimal at = new BigDecimal(price);
        final boolean isBuy = rows.cell(row, "side").equals("B");
        return standing.values().stream().anyMatch(order ->
            order[2].signum() > 0 ? !isBuy && at.compareTo(order[0]) <= 0 : isBuy && at.compareTo(order[0]) >= 0);
    }

    /** Takes all back before it would be met: then it is no episode. */
    List<String[]> giveUp(final String[] like)
    {
        isSpoilt = true;
        due.clear();
        final List<String[]> made = new ArrayList<>();
        List.copyOf(standing.keySet()).forEach(id -> made.add(leave(id).row(like, 0)));
        return made;
    }

    /** One of its rows was written. */
    void wrote(final long row)
    {
        firstRow = firstRow == 0 ? row : firstRow;
        lastRow = row;
    }

    /** Null when the recording spoilt it. */
    InjectedLabel label()
    {
        return isSpoilt ? null : new InjectedLabel(form.name().toLowerCase(Locale.ROOT), form.detector,
            List.of(account), firstRow, lastRow, size, seconds);
    }

    private void at(final long nanos, final Act act)
    {
        due.computeIfAbsent(nanos, at -> new ArrayList<>()).add(act);
    }

    private Act enter(final String id, final boolean isBid, final BigDecimal price, final BigDecimal quantity)
    {
        return (like, nanos) ->
        {
            standing.put(id, new BigDecimal[]{ price, quantity, isBid ? BigDecimal.ONE : BigDecimal.ZERO });
            return rows.row(like, nanos, "kind", "NEW", "order_id", account + id, "account", account, "side",
                isBid ? "B" : "S", "price", price.toPlainString(), "quantity", quantity.toPlainString(), "flags",
                "last");
        };
    }

    private Act leave(final String id)
    {
        return (like, nanos) ->
        {
            final BigDecimal[] order = standing.remove(id);
            return order == null ? null : rows.row(like, nanos, "kind", "CANCEL", "order_id", account + id, "account",
                account, "side", order[2].signum() > 0 ? "B" : "S", "price", order[0].toPlainString(), "quantity",
                order[1].toPlainString(), "flags", "last");
        };
    }

    private Act take(final String id, final BigDecimal quantity)
    {
        return (like, nanos) ->
        {
            final BigDecimal[] order = standing.remove(id);
            return order == null ? null : rows.row(like, nanos, "kind", "TRADE", "order_id", account + id, "account",
                account, "counter_account", "stranger-" + account, "side", order[2].signum() > 0 ? "S" : "B", "price",
                order[0].toPlainString(), "quantity", quantity.toPlainString(), "flags", "last");
        };
    }

    private static BigDecimal lots(final double quantity, final BigDecimal lot)
    {
        return lot.multiply(BigDecimal.valueOf(Math.max(1, Math.round(quantity / lot.doubleValue()))));
    }
}
