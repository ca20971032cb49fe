package fds.feeds.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

import fds.feeds.raw.Book;
import fds.feeds.raw.BookUpdate;
import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Numbering;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.instrument.InstrumentType;

/**
 * BitMEX: tables with {@code partial}, {@code insert}, {@code update}, {@code delete}. A level of a book is named by
 * its id, whose price is told when it comes; a change of an id that never came shows that something is missing.
 * Quantities are contracts.
 */
final class Bitmex implements Dialect
{
    private static final String VENUE = "BITMEX";

    private final Map<String, Map<String, String>> prices = new LinkedHashMap<>(); // symbol, level id, price

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json table = body.get("table");
        if (!table.isPresent())
        {
            if (body.any("info", "success", "error", "status").isPresent())
            {
                told.nothing("subscription");
            }
            return;
        }
        final String action = body.need("action");
        final boolean isPartial = "partial".equals(action);
        switch (table.need())
        {
            case "orderBookL2", "orderBookL2_25" -> book(body, table.text(), action, told);
            case "trade" -> trades(body, isPartial, told);
            case "quote" -> quotes(body, told);
            case "liquidation" -> liquidations(body, action, told);
            case "instrument" -> instruments(body, told);
            case "funding" -> body.part("data").items().forEach(row ->
                told.at(Times.iso(row.get("timestamp"))).funding(on(row), row.get("fundingRate").text(),
                    Times.iso(row.get("timestamp"))));
            case "orderBook10" -> told.nothing("best levels of a book");
            case "settlement", "insurance", "announcement", "publicNotifications", "chat", "connected", "tradeBin1m",
                "tradeBin5m", "tradeBin1h", "tradeBin1d", "quoteBin1m", "quoteBin5m", "quoteBin1h", "quoteBin1d" ->
                told.nothing("table " + table.text());
            default -> throw Json.bad("table", table.text(), "a table that BitMEX is known to have");
        }
    }

    private static Listing on(final Json row)
    {
        final String symbol = row.need("symbol");
        if (symbol.indexOf('_') > 0)
        {
            return Listing.pair(VENUE, symbol, '_');
        }
        final InstrumentType type = Words.derivative(symbol);
        return Listing.contract(VENUE, symbol, type, type == InstrumentType.FUTURE ?
            symbol.substring(0, symbol.length() - 3) : Words.baseOf(symbol));
    }

    private void book(final Json body, final String table, final String action, final Told told)
    {
        final Map<String, BookUpdate> updates = new LinkedHashMap<>();
        final boolean isPartial = "partial".equals(action);
        final Json filter = body.get("filter");
        if (isPartial && filter.get("symbol").isPresent() && body.part("data").size() == 0)
        {
            update(filter, table, true, updates, told); // an empty book
            prices.remove(filter.need("symbol"));
        }
        boolean isUnknown = false;
        for (final Json row : body.part("data").items())
        {
            final BookUpdate update = update(row, table, isPartial, updates, told);
            final Map<String, String> known = prices.getOrDefault(row.need("symbol"), Map.of());
            final String price = row.get("price").text().isEmpty() ?
                known.getOrDefault(row.need("id"), "") : row.need("price");
            isUnknown |= price.isEmpty();
            if (!price.isEmpty())
            {
                update.at(Times.iso(row.get("timestamp"))).level(Words.side(row.get("side")), price,
                    "delete".equals(action) ? "0" : row.need("size"));
            }
        }
        learn(body, isPartial, "delete".equals(action));
        for (final BookUpdate update : updates.values())
        {
            if (isUnknown)
            {
                told.distrust(update);
            }
            else
            {
                told.apply(update);
            }
        }
    }

    private static BookUpdate update(final Json row, final String table, final boolean isPartial,
        final Map<String, BookUpdate> updates, final Told told)
    {
        final String symbol = row.need("symbol");
        if (!updates.containsKey(symbol))
        {
            final Book book = told.book(on(row), table, Numbering.NONE, false);
            updates.put(symbol, isPartial ? told.snapshot(book) : told.diff(book));
        }
        return updates.get(symbol);
    }

    private void learn(final Json body, final boolean isPartial, final boolean isDelete)
    {
        if (isPartial)
        {
            body.part("data").items().forEach(row -> prices.remove(row.need("symbol")));
        }
        for (final Json row : body.part("data").items())
        {
            if (isDelete)
            {
                prices.computeIfAbsent(row.need("symbol"), symbol -> new LinkedHashMap<>()).remove(row.need("id"));
            }
            else if (row.get("price").isPresent())
            {
                prices.computeIfAbsent(row.need("symbol"), symbol -> new LinkedHashMap<>())
                    .put(row.need("id"), row.need("price"));
            }
        }
    }

    private static void trades(final Json body, final boolean isPartial, final Told told)
    {
        if (isPartial)
        {
            told.nothing("trades of before the subscription");
            return;
        }
        for (final Json row : body.part("data").items())
        {
            told.at(Times.iso(row.get("timestamp"))).trade(on(row), Words.side(row.get("side")), row.need("price"),
                row.need("size"), row.get("trdMatchID").text());
        }
    }

    private static void quotes(final Json body, final Told told)
    {
        for (final Json row : body.part("data").items())
        {
            told.at(Times.iso(row.get("timestamp"))).quote(on(row), row.get("bidPrice").text(),
                row.get("bidSize").text(), row.get("askPrice").text(), row.get("askSize").text());
        }
        if (body.part("data").size() == 0)
        {
            told.nothing("table quote without rows");
        }
    }

    private static void liquidations(final Json body, final String action, final Told told)
    {
        if (!"insert".equals(action))
        {
            told.nothing("end or change of a liquidation order");
            return;
        }
        for (final Json row : body.part("data").items())
        {
            told.liquidation(on(row), Words.side(row.get("side")), row.get("price").text(), row.need("leavesQty"))
                .orders(row.get("orderID").text(), "");
        }
    }

    private static void instruments(final Json body, final Told told)
    {
        for (final Json row : body.part("data").items())
        {
            if (row.need("symbol").startsWith("."))
            {
                continue; // an index by itself is no instrument
            }
            final Listing on = on(row);
            told.at(Times.iso(row.get("timestamp"))).mark(on, row.get("markPrice").text());
            told.index(on, row.get("indicativeSettlePrice").text());
            told.openInterest(on, row.get("openInterest").text());
            told.funding(on, row.get("fundingRate").text(), Times.iso(row.get("fundingTimestamp")));
        }
        told.nothing("table instrument");
    }
}
