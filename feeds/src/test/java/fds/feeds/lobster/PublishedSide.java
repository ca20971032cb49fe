package fds.feeds.lobster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fds.market.book.PriceLevels;

/**
 * One side of LOBSTER's own book beside the market's. What rested at a price before its first row is the difference
 * between the two at the moment the price comes into the published window, and from then on only messages about orders
 * that were never seen may change it. A price that leaves the window is forgotten: LOBSTER tells no message beyond it.
 */
final class PublishedSide
{
    static final int LEVELS = 10;

    long compared;
    long mismatched;
    long anchored;
    long ended;
    String firstMismatch = "";

    private final boolean isBid;
    private final int firstCell;
    private final Map<Long, Long> older = new TreeMap<>(); // price to quantity of orders never seen
    private boolean hasEdge;
    private long edge;

    PublishedSide(final boolean isBid)
    {
        this.isBid = isBid;
        firstCell = isBid ? 2 : 0;
    }

    /** A message took something of an order that was never seen. */
    void reduceOlder(final long price, final long quantity)
    {
        older.computeIfPresent(price, (key, before) -> before - quantity);
    }

    /** Compare with a row of the book file. */
    void compare(final String[] cells, final PriceLevels levels, final String where)
    {
        final Map<Long, Long> ours = new TreeMap<>((a, b) -> isBid ? Long.compare(b, a) : Long.compare(a, b));
        for (int rank = 0; rank < levels.size(); rank++)
        {
            ours.put(levels.priceTicks(rank), levels.quantityLots(rank));
        }
        final List<String> published = new ArrayList<>();
        long newEdge = 0;
        final Map<Long, Long> anchors = new TreeMap<>();
        for (int level = 0; level < LEVELS; level++)
        {
            final long price = Long.parseLong(cells[firstCell + 4 * level]);
            final long quantity = Long.parseLong(cells[firstCell + 4 * level + 1]);
            newEdge = price;
            if (hasEdge && !isBeyond(price, edge))
            {
                published.add(price + "x" + quantity);
            }
            else
            {
                anchors.put(price, quantity - ours.getOrDefault(price, 0L));
                anchored++;
            }
        }
        // What we have at a price that comes in without being published ended while nothing was told of it.
        final long edgeNow = newEdge;
        ours.forEach((price, quantity) ->
        {
            if (hasEdge && isBeyond(price, edge) && !isBeyond(price, edgeNow) && !anchors.containsKey(price))
            {
                anchors.put(price, -quantity);
                ended++;
            }
        });
        older.forEach((price, quantity) -> ours.merge(price, quantity, Long::sum));
        final List<String> expected = new ArrayList<>();
        ours.forEach((price, quantity) ->
        {
            if (hasEdge && quantity != 0 && !isBeyond(price, edge) && expected.size() < LEVELS)
            {
                expected.add(price + "x" + quantity);
            }
        });
        for (int i = 0; i < Math.max(published.size(), expected.size()); i++)
        {
            compared++;
            if (i >= published.size() || i >= expected.size() || !published.get(i).equals(expected.get(i)))
            {
                mismatched++;
                firstMismatch = firstMismatch.isEmpty() ?
                    where + (isBid ? " bids " : " asks ") + published + " but we have " + expected : firstMismatch;
            }
        }
        older.putAll(anchors);
        edge = newEdge;
        hasEdge = true;
        older.keySet().removeIf(price -> isBeyond(price, edge));
    }

    private boolean isBeyond(final long price, final long limit)
    {
        return isBid ? price < limit : price > limit;
    }
}
