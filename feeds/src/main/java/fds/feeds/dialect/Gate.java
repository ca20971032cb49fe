package fds.feeds.dialect;

import fds.feeds.raw.Book;
import fds.feeds.raw.BookUpdate;
import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Numbering;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.event.Absent;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Gate.io, spot and futures of version 4. {@code order_book_update} counts its changes, {@code U} to {@code u}, and
 * needs a book that was asked for by HTTP; {@code order_book} of futures begins with a whole book. Sizes of futures are
 * contracts, those of sales below 0.
 */
final class Gate implements Dialect
{
    private static final String VENUE = "GATEIO";
    private static final String FUTURES = "GATEIO-FUTURES";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("method").isPresent() && body.get("params").isArray())
        {
            third(body.need("method"), body.get("params"), told);
            return;
        }
        if (!body.get("channel").isPresent() || !body.get("event").isPresent())
        {
            return;
        }
        final String channel = body.need("channel");
        final String event = body.need("event");
        final Json result = body.get("result");
        final boolean isFutures = channel.startsWith("futures.");
        if (event.equals("snapshot") && body.get("symbol").isPresent())
        {
            asked(on(body.need("symbol"), isFutures), result, told);
            return;
        }
        if (!event.equals("update") && !event.equals("all"))
        {
            told.nothing("subscription");
            return;
        }
        told.at(body.get("time_ms").isPresent() ? Times.millis(body.get("time_ms")) : Times.seconds(body.get("time")));
        switch (channel)
        {
            case "futures.order_book_update", "spot.order_book_update" -> update(result, isFutures, told);
            case "futures.order_book" -> book(result, event.equals("all"), told);
            case "spot.obu" -> obu(result, told);
            case "spot.order_book" -> whole(result, told);
            case "futures.book_ticker", "spot.book_ticker" ->
            {
                final Listing on = on(result.need("s"), isFutures);
                told.at(Times.millis(result.get("t"))).quote(on, result.get("b").text(), result.get("B").text(),
                    result.get("a").text(), result.get("A").text(),
                    result.get("u").is("0") ? "" : result.get("u").text());
            }
            case "futures.trades", "spot.trades" -> result.items().forEach(trade -> trade(trade, isFutures, told));
            case "futures.tickers" -> tickers(result, told);
            case "futures.liquidates", "futures.public_liquidates" ->
                result.items().forEach(order -> liquidation(order, told));
            case "futures.candlesticks", "spot.candlesticks", "spot.tickers", "futures.contract_stats" ->
                told.nothing("channel " + channel);
            default -> throw Json.bad("channel", channel, "a channel that Gate.io is known to have");
        }
    }

    private static Listing on(final String symbol, final boolean isFutures)
    {
        if (!isFutures)
        {
            return Listing.pair(VENUE, symbol, '_');
        }
        return Listing.contract(FUTURES, symbol, Words.derivative(symbol) == InstrumentType.FUTURE ?
            InstrumentType.FUTURE : InstrumentType.PERP, symbol.replaceAll("_.*", ""));
    }

    private static void update(final Json result, final boolean isFutures, final Told told)
    {
        final Book book = told.book(on(result.need("s"), isFutures), "order_book_update", Numbering.SPAN, true);
        final BookUpdate diff = told.diff(book).at(Times.millis(result.get("t")))
            .span(result.number("U"), result.number("u"));
        told.apply(isFutures ? diff.levels(result.get("b"), result.get("a"), "p", "s") :
            diff.levels(result.get("b"), result.get("a")));
    }

    private static void asked(final Listing on, final Json result, final Told told)
    {
        final Book book = told.at(Times.millis(result.get("update")))
            .book(on, "order_book_update", Numbering.SPAN, true);
        told.apply(told.snapshot(book).id(result.number("id")).levels(result.get("bids"), result.get("asks")));
    }

    private static void obu(final Json result, final Told told)
    {
        final String[] name = result.need("s").split("\\.");
        if (name.length < 2)
        {
            throw Json.bad("s", result.need("s"), "ob.SYMBOL.DEPTH");
        }
        final Book book = told.at(Times.millis(result.get("t"))).book(on(name[1], false), "obu", Numbering.SPAN, false);
        final BookUpdate update = result.get("full").is("true") ? told.snapshot(book).id(result.number("u")) :
            told.diff(book).span(result.number("U"), result.number("u"));
        told.apply(update.levels(result.get("b"), result.get("a")));
    }

    /** Version 3 of the spot: a method and its parameters. */
    private static void third(final String method, final Json params, final Told told)
    {
        switch (method)
        {
            case "trades.update" ->
            {
                final Listing on = on(params.at(0).need(), false);
                params.at(1).items().forEach(trade -> told.at(Times.seconds(trade.get("time"))).trade(on,
                    Words.side(trade.get("type")), trade.need("price"), trade.need("amount"), trade.need("id")));
            }
            case "depth.update" ->
            {
                final Book book = told.book(on(params.at(2).need(), false), "depth", Numbering.NONE, false);
                final Json levels = params.at(1);
                told.at(Times.seconds(levels.get("update")));
                told.apply((params.at(0).is("true") ? told.snapshot(book) : told.diff(book))
                    .levels(levels.get("bids"), levels.get("asks")));
            }
            case "ticker.update", "kline.update" -> told.nothing(method);
            default ->
            {
                return; // another venue's
            }
        }
    }

    /** Bids above 0, asks below; of a level that is gone the side is not told, and it is gone from both. */
    private static void book(final Json result, final boolean isSnapshot, final Told told)
    {
        if (isSnapshot)
        {
            final Book book = told.book(on(result.need("contract"), true), "order_book", Numbering.NONE, false);
            told.at(result.get("t").isPresent() ? Times.millis(result.get("t")) : Absent.VALUE);
            told.apply(told.snapshot(book).levels(result.get("bids"), result.get("asks"), "p", "s"));
            return;
        }
        for (final Json level : result.items())
        {
            final Book book = told.book(on(level.need("c"), true), "order_book", Numbering.RISING, false);
            final String size = level.need("s");
            final BookUpdate diff = told.diff(book).id(level.number("id"));
            if (Words.isZero(size) || !size.startsWith("-"))
            {
                diff.level(Side.BUY, level.need("p"), size);
            }
            if (Words.isZero(size) || size.startsWith("-"))
            {
                diff.level(Side.SELL, level.need("p"), Words.absolute(size));
            }
            told.apply(diff);
        }
    }

    private static void whole(final Json result, final Told told)
    {
        final Book book = told.book(on(result.need("s"), false), "order_book", Numbering.NONE, false);
        told.apply(told.whole(book).at(Times.millis(result.get("t")))
            .levels(result.get("bids"), result.get("asks")));
    }

    private static void trade(final Json trade, final boolean isFutures, final Told told)
    {
        told.at(trade.get("create_time_ms").isPresent() ? Times.millis(trade.get("create_time_ms")) :
            Times.seconds(trade.get("create_time")));
        if (!isFutures)
        {
            told.trade(on(trade.need("currency_pair"), false), Words.side(trade.get("side")), trade.need("price"),
                trade.need("amount"), trade.need("id"));
            return;
        }
        final String size = trade.need("size");
        told.trade(on(trade.need("contract"), true), size.startsWith("-") ? Side.SELL : Side.BUY,
            trade.need("price"), Words.absolute(size), trade.need("id"));
    }

    private static void tickers(final Json result, final Told told)
    {
        final Json rows = result.at(0).isArray() ? result.at(0) : result;
        for (final Json row : rows.items())
        {
            final Listing on = on(row.need("contract"), true);
            told.mark(on, row.get("mark_price").text());
            told.index(on, row.get("index_price").text());
            told.openInterest(on, row.get("total_size").text());
            told.funding(on, row.get("funding_rate").text(), Absent.VALUE);
        }
    }

    /** The size is the position's: a short one, below 0, is closed by a forced purchase. */
    private static void liquidation(final Json order, final Told told)
    {
        final String size = order.any("size", "left").need();
        told.at(Times.millis(order.any("time_ms", "time"))).liquidation(on(order.need("contract"), true),
            size.startsWith("-") ? Side.BUY : Side.SELL, order.any("fill_price", "order_price", "price").text(),
            Words.absolute(size));
    }
}
