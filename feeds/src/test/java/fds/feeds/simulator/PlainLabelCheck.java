package fds.feeds.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fds.feeds.simulator.PlainVenue.Row;
import fds.feeds.simulator.label.Label;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;

/** Holds each label against the rows it names. */
final class PlainLabelCheck
{
    final Map<String, Integer> counts = new TreeMap<>();
    final Map<String, Integer> fatFingers = new TreeMap<>();
    int pairsMatched;
    int stuffingQuiet;
    private final PlainVenue venue;
    private final Map<String, Integer> instruments = new HashMap<>();

    PlainLabelCheck(final PlainVenue venue, final List<String> symbols)
    {
        this.venue = venue;
        for (int i = 0; i < symbols.size(); i++)
        {
            instruments.put(symbols.get(i), i + 1);
        }
    }

    void check(final List<Label> labels)
    {
        long ownTrades = 0;
        long id = 0;
        for (final Label label : labels)
        {
            assertEquals(++id, label.id());
            counts.merge(label.typology(), 1, Integer::sum);
            final Row first = venue.rows.get((int)label.firstRow() - 1);
            final Row last = venue.rows.get((int)label.lastRow() - 1);
            final String at = label.toString();
            assertEquals(first.timeNanos(), label.firstTimestampNanos(), at);
            assertEquals(last.timeNanos(), label.lastTimestampNanos(), at);
            assertTrue(label.firstRow() <= label.lastRow(), at);
            assertTrue(label.events() >= 1 && label.events() <= label.lastRow() - label.firstRow() + 1, at);
            assertEquals(label.isDecoy(), label.detector().isEmpty(), at);
            final List<Row> rows = rowsOf(label);
            assertEquals(label.firstRow(), rows.get(0).row(), at);
            assertEquals(label.lastRow(), rows.get(rows.size() - 1).row(), at);
            switch (label.typology())
            {
                case "self_wash", "group_wash" ->
                {
                    assertEquals(label.events(), rows.size(), at);
                    ownTrades += rows.size();
                }
                case "pair_wash" -> checkPair(rows, label);
                case "quote_stuffing" -> checkStuffing(rows, label);
                case "fat_finger" -> checkFatFinger(first, label);
                case "decoy_market_maker" -> checkMaker(rows, label);
                case "decoy_disconnect" -> assertTrue(rows.size() >= label.events(), at);
                case "decoy_stp" -> assertTrue(
                    rows.stream().noneMatch(r -> r.kind() == Kind.TRADE && venue.ownTrades.contains(r)), at);
                case "decoy_large_order", "decoy_sliced_order" -> assertTrue(rows.size() >= label.events(), at);
                default -> throw new AssertionError("unknown: " + at);
            }
        }
        assertEquals(venue.ownTrades.size(), ownTrades, "every trade inside an owner group is labelled, once");
    }

    /** Rows of the label's accounts and instrument in its range: for wash, their trades with each other. */
    private List<Row> rowsOf(final Label label)
    {
        final int instrument = instruments.get(label.venue() + "/" + label.instrument());
        final Set<Long> accounts = new HashSet<>();
        label.accounts().forEach(text -> accounts.add(Long.parseLong(text)));
        final boolean isWash = label.typology().endsWith("_wash");
        final List<Row> found = new ArrayList<>();
        for (long row = label.firstRow(); row <= label.lastRow(); row++)
        {
            final Row r = venue.rows.get((int)row - 1);
            final boolean isIn = accounts.contains(r.account());
            final boolean isCounterIn = accounts.contains(r.counterAccount());
            final boolean isMatch = isWash ?
                r.kind() == Kind.TRADE && isIn && isCounterIn &&
                    (accounts.size() == 1) == (r.account() == r.counterAccount()) :
                isIn || isCounterIn;
            if (r.instrument() == instrument && isMatch)
            {
                found.add(r);
            }
        }
        return found;
    }

    private void checkPair(final List<Row> rows, final Label label)
    {
        // The two may meet by chance too.
        assertTrue(rows.size() >= label.events(), label.toString());
        final long a = Long.parseLong(label.accounts().get(0));
        long bought = 0;
        long sold = 0;
        for (final Row row : rows)
        {
            final boolean isBuying = row.counterAccount() == a == (row.side() == Side.BUY);
            bought += isBuying ? row.quantityLots() : 0;
            sold += isBuying ? 0 : row.quantityLots();
        }
        pairsMatched += Math.abs(bought - sold) * 100 <= bought + sold ? 1 : 0;
    }

    private void checkStuffing(final List<Row> rows, final Label label)
    {
        final long nanos = label.lastTimestampNanos() - label.firstTimestampNanos();
        final boolean isWhole = nanos > 900_000_000L; // not cut off by the end of the flow
        final long created = count(rows, Kind.NEW);
        final long cancelled = count(rows, Kind.CANCEL);
        final long trades = count(rows, Kind.TRADE);
        if (isWhole)
        {
            assertTrue(label.events() * 1_000_000_000L / nanos >= 500, "slow: " + label);
            assertTrue(nanos <= 10_100_000_000L, "long: " + label);
            assertTrue(cancelled * 100 >= created * 95, "cancels " + cancelled + " of " + created + ": " + label);
            stuffingQuiet += trades * 100 <= rows.size() ? 1 : 0;
        }
        else
        {
            stuffingQuiet++;
        }
    }

    private void checkFatFinger(final Row first, final Label label)
    {
        assertTrue(first.kind() == Kind.NEW || first.kind() == Kind.ORDER_REQUEST, label.toString());
        final long opposite = first.side() == Side.BUY ? first.bestAsk() : first.bestBid();
        long largest = 0;
        long worst = 0;
        for (final Row row : venue.rows)
        {
            if (row.row() < first.row() && row.kind() == Kind.NEW && row.account() == first.account() &&
                row.instrument() == first.instrument())
            {
                largest = Math.max(largest, row.quantityLots());
            }
            if (row.kind() == Kind.TRADE && row.counterOrder() == first.order())
            {
                worst = Math.max(worst, Math.abs(row.priceTicks() - opposite) * 1000 / opposite);
            }
            if (row.row() > label.lastRow())
            {
                break;
            }
        }
        final boolean isOutsized = first.quantityLots() >= 10 * largest;
        final boolean isFar = first.priceTicks() != Absent.VALUE &&
            Math.abs(first.priceTicks() - opposite) * 100 >= opposite * 9 &&
            first.side() == Side.BUY == first.priceTicks() > opposite;
        final boolean isWalking = worst >= 50;
        fatFingers.merge((first.kind() == Kind.NEW ? "direct" : "requested") +
            (isFar ? " far" : "") + (isWalking ? " walking" : "") + (isOutsized ? " outsized" : ""), 1, Integer::sum);
        // A walk that was refused has no trades to measure: it is a market order or one with a far limit.
        assertTrue(isFar || isWalking || isOutsized || first.priceTicks() == Absent.VALUE, label + " " + first);
    }

    private void checkMaker(final List<Row> rows, final Label label)
    {
        final long nanos = label.lastTimestampNanos() - label.firstTimestampNanos();
        if (nanos > 3_000_000_000L)
        {
            final long perSecond = label.events() * 1_000_000_000L / nanos;
            assertTrue(perSecond >= 80 && perSecond <= 400, perSecond + " a second: " + label);
        }
        assertTrue(rows.size() >= label.events(), label.toString());
    }

    private static long count(final List<Row> rows, final int kind)
    {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }
}
