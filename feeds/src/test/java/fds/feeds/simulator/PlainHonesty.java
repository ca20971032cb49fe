package fds.feeds.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fds.feeds.simulator.PlainVenue.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Kind;

/** Three rules of thumb, to see whether honest flow stays clear of what the labels call abuse. */
final class PlainHonesty
{
    final List<Suspicion> suspicions = new ArrayList<>();
    private final Map<String, long[]> messages = new HashMap<>(); // [second, count]
    private final Map<String, long[]> sizes = new HashMap<>(); // [orders, largest]
    private long firstPriceTicks;

    record Suspicion(String rule, Row row, long account)
    {
        boolean isIn(final Label label)
        {
            return !label.isDecoy() && row.row() >= label.firstRow() && row.row() <= label.lastRow() &&
                label.accounts().contains(Long.toString(account));
        }
    }

    void onRow(final Row row)
    {
        final String key = row.account() + "/" + row.instrument();
        if (row.kind() == Kind.NEW || row.kind() == Kind.CANCEL || row.kind() == Kind.REPLACE)
        {
            final long second = row.timeNanos() / 1_000_000_000L;
            final long[] count = messages.computeIfAbsent(key, k -> new long[2]);
            count[1] = count[0] == second ? count[1] + 1 : 1;
            count[0] = second;
            if (count[1] == 500)
            {
                suspicions.add(new Suspicion("500 messages a second", row, row.account()));
            }
        }
        if (row.kind() == Kind.NEW)
        {
            firstPriceTicks = 0;
            final long[] size = sizes.computeIfAbsent(key, k -> new long[2]);
            if (++size[0] > 20 && row.quantityLots() >= 10 * size[1])
            {
                suspicions.add(new Suspicion("ten times its largest", row, row.account()));
            }
            size[1] = Math.max(size[1], row.quantityLots());
        }
        if (row.kind() == Kind.TRADE)
        {
            firstPriceTicks = firstPriceTicks == 0 ? row.priceTicks() : firstPriceTicks;
            if (Math.abs(row.priceTicks() - firstPriceTicks) * 20 >= firstPriceTicks)
            {
                suspicions.add(new Suspicion("walks five per cent", row, row.counterAccount()));
                firstPriceTicks = row.priceTicks();
            }
        }
    }
}
