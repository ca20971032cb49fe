package fds.feeds.dialect;

import java.util.Locale;

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
 * Binance's combined streams and its depth by HTTP, with another envelope than {@code binance-combined} has; its book
 * is numbered as there. Forced orders, marks and open interest are told too.
 */
final class Binance implements Dialect
{
    private final String venue;

    Binance(final String venue)
    {
        this.venue = venue;
    }

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (message.direction() == Recorded.Direction.ANSWERED)
        {
            answer(message, told);
            return;
        }
        if (!body.get("stream").isPresent())
        {
            if (body.get("result").isArray() || body.get("id").isPresent() && body.size() <= 2)
            {
                told.nothing("subscription");
            }
            return;
        }
        final String stream = body.need("stream");
        final String[] parts = stream.split("@", -1);
        final Json data = body.part("data");
        final String kind = parts.length < 2 ? stream : parts[1];
        if (data.isArray() || kind.startsWith("!"))
        {
            told.nothing("stream of all symbols");
            return;
        }
        told.at(Times.millis(data.any("T", "E")));
        final String symbol = data.get("s").isPresent() ? data.need("s") : parts[0].toUpperCase(Locale.ROOT);
        final Listing on = on(symbol);
        switch (kind.replaceAll("[0-9].*", ""))
        {
            case "depth" -> depth(on, kind, data, body.get("generated").is("true"), told);
            case "depthSnapshot" -> snapshot(on, data, told);
            case "trade", "aggTrade" -> trade(on, data, told);
            case "bookTicker" -> told.quote(on, data.need("b"), data.need("B"), data.need("a"), data.need("A"),
                data.get("u").text());
            case "markPrice" -> mark(on, data, told);
            case "indexPrice" -> told.index(on, data.need("p"));
            case "openInterest" -> told.at(Times.millis(data.get("time"))).openInterest(on, data.need("openInterest"));
            case "forceOrder" -> liquidation(data.part("o"), told);
            case "kline_", "continuousKline_", "miniTicker", "ticker", "ticker_", "compositeIndex", "avgPrice",
                "topLongShortAccountRatio", "topLongShortPositionRatio", "globalLongShortAccountRatio",
                "takerlongshortRatio", "contractInfo" -> told.nothing("stream " + kind.replaceAll("[0-9_].*", ""));
            default -> throw Json.bad("stream", stream, "a stream that Binance is known to have");
        }
    }

    private Listing on(final String symbol)
    {
        final boolean isCoin = venue.equals("BINANCE-COINM");
        final String pair = symbol.replaceAll("_.*", "");
        final InstrumentType type = venue.equals("BINANCE") ? InstrumentType.SPOT :
            symbol.matches(".*_\\d{6}") ? InstrumentType.FUTURE : InstrumentType.PERP;
        return new Listing(venue, symbol, type, Words.baseOf(pair), isCoin ? "" : Words.quoteOf(pair));
    }

    private static Book book(final Listing on, final Told told)
    {
        return told.book(on, "depth",
            on.type() == InstrumentType.SPOT ? Numbering.SPAN : Numbering.SPAN_CHAIN, true);
    }

    private void answer(final Recorded message, final Told told)
    {
        final int at = message.url().indexOf("symbol=");
        if (message.url().contains("/depth?") && at >= 0)
        {
            final String symbol = message.url().substring(at + "symbol=".length()).replaceAll("&.*", "");
            snapshot(on(symbol), message.body(), told);
        }
    }

    private static void snapshot(final Listing on, final Json data, final Told told)
    {
        final Book book = book(on, told);
        told.at(Times.millis(data.any("T", "E"))).apply(told.snapshot(book).id(data.number("lastUpdateId"))
            .levels(data.part("bids"), data.part("asks")));
    }

    private static void depth(
        final Listing on, final String kind, final Json data, final boolean isAsked, final Told told)
    {
        if (isAsked || data.get("lastUpdateId").isPresent() && !kind.matches("depth\\d+"))
        {
            snapshot(on, data, told);
            return;
        }
        if (kind.matches("depth\\d+"))
        {
            told.nothing("best levels of a book");
            return;
        }
        final Book book = book(on, told);
        final BookUpdate diff = told.diff(book).span(data.number("U"), data.number("u"));
        told.apply((data.get("pu").isPresent() ? diff.previous(data.number("pu")) : diff)
            .levels(data.part("b"), data.part("a")));
    }

    /** What a forced purchase by the insurance fund and the like print is no trade of the book. */
    private static void trade(final Listing on, final Json data, final Told told)
    {
        if (data.get("X").isPresent() && !data.get("X").is("MARKET"))
        {
            told.nothing("trade outside the book");
            return;
        }
        final int side = Words.aggressor(data.get("m"));
        final boolean isAggregate = data.get("e").is("aggTrade");
        final String buyer = isAggregate ? "" : data.get("b").text();
        final String seller = isAggregate ? "" : data.get("a").text();
        told.trade(on, side, data.need("p"), data.need("q"), data.any("t", "a").text())
            .orders(side == Side.BUY ? seller : buyer, side == Side.BUY ? buyer : seller);
    }

    private static void mark(final Listing on, final Json data, final Told told)
    {
        final long next = Times.millis(data.get("T"));
        told.at(Times.millis(data.get("E"))).mark(on, data.need("p"));
        told.index(on, data.get("i").text());
        if (next != Absent.VALUE)
        {
            told.funding(on, data.get("r").text(), next);
        }
    }

    private void liquidation(final Json order, final Told told)
    {
        told.at(Times.millis(order.get("T"))).liquidation(on(order.need("s")), Words.side(order.get("S")),
            order.any("ap", "p").need(), order.any("z", "q").need());
    }
}
