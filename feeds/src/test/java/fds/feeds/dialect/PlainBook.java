package fds.feeds.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.event.Side;

/** The book of one instrument said plainly, what its best levels were and when, and the venue's own best prices. */
final class PlainBook
{
    private static final long ABSENT = Long.MIN_VALUE;

    /** Best prices and quantities at a time and an update; no price on an empty side, no quantity where not told. */
    record Best(long id, long timeNanos, long bid, long bidLots, long ask, long askLots)
    {
        private boolean agrees(final Best quote)
        {
            return bid == quote.bid && ask == quote.ask &&
                (quote.bidLots == ABSENT || bidLots == quote.bidLots) &&
                (quote.askLots == ABSENT || askLots == quote.askLots);
        }
    }

    final List<Best> bests = new ArrayList<>();
    final List<Best> quotes = new ArrayList<>();
    long crossed;
    long compared;
    long messages;
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private long quotedBid;
    private long quotedBidLots;
    private long beganNanos = ABSENT;
    private boolean isTrusted;

    void take(final MarketEvent event, final long timeNanos)
    {
        if (beganNanos == ABSENT)
        {
            beganNanos = timeNanos;
        }
        switch (event.kind())
        {
            case Kind.BOOK_CLEAR ->
            {
                bids.clear();
                asks.clear();
                isTrusted = event.has(Flags.SNAPSHOT);
            }
            case Kind.BOOK ->
            {
                final NavigableMap<Long, Long> side = event.side() == Side.BUY ? bids : asks;
                if (event.quantityLots() == 0)
                {
                    side.remove(event.priceTicks());
                }
                else
                {
                    side.put(event.priceTicks(), event.quantityLots());
                }
            }
            case Kind.BBO ->
            {
                quote(event, timeNanos);
                return;
            }
            default ->
            {
                return;
            }
        }
        if (event.has(Flags.LAST) && isTrusted)
        {
            messages++;
            final Best best = new Best(event.reference(), timeNanos, price(bids), lots(bids), price(asks), lots(asks));
            crossed += best.bid != ABSENT && best.ask != ABSENT && best.bid >= best.ask ? 1 : 0;
            bests.add(best);
        }
    }

    /**
     * The venue's quotes that the book never had: those with the number of an update just behind it, and all others
     * within a time of them.
     */
    List<String> mismatches(final long withinNanos)
    {
        final List<String> mismatches = new ArrayList<>();
        final Map<Long, Best> byId = new HashMap<>();
        bests.forEach(best -> byId.put(best.id, best));
        int from = 0;
        for (final Best quote : quotes)
        {
            if (quote.id != ABSENT)
            {
                final Best best = byId.get(quote.id);
                compared += best == null ? 0 : 1;
                if (best != null && !best.agrees(quote))
                {
                    mismatches.add(quote + " and " + best);
                }
                continue;
            }
            compared++;
            while (from < bests.size() - 1 && bests.get(from + 1).timeNanos < quote.timeNanos - withinNanos)
            {
                from++; // the last state before the time is still the book's when the time begins
            }
            boolean agrees = false;
            for (int i = from; i < bests.size() && bests.get(i).timeNanos <= quote.timeNanos + withinNanos; i++)
            {
                agrees |= bests.get(i).agrees(quote);
            }
            if (!agrees)
            {
                mismatches.add(quote + " near " + bests.get(from));
            }
        }
        return mismatches;
    }

    /** A quote of before the recording is told when it begins, and is not that of its book. */
    private void quote(final MarketEvent event, final long timeNanos)
    {
        if (event.side() == Side.BUY)
        {
            quotedBid = event.priceTicks();
            quotedBidLots = event.priceTicks() == ABSENT ? ABSENT : event.quantityLots();
        }
        else if (isTrusted && (event.venueTimeNanos() == ABSENT || event.venueTimeNanos() >= beganNanos))
        {
            quotes.add(new Best(event.reference(), timeNanos, quotedBid, quotedBidLots, event.priceTicks(),
                event.priceTicks() == ABSENT ? ABSENT : event.quantityLots()));
        }
    }

    private static long price(final NavigableMap<Long, Long> side)
    {
        return side.isEmpty() ? ABSENT : side.firstKey();
    }

    private static long lots(final NavigableMap<Long, Long> side)
    {
        return side.isEmpty() ? ABSENT : side.firstEntry().getValue();
    }
}
