package fds.feeds.dialect;

import java.util.LinkedHashMap;
import java.util.List;
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
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Bybit: topics of its versions 2, 3 and 5. Books of version 5 count their updates ({@code u}); those of version 2 have
 * a number that only grows ({@code cross_seq}). The side of a liquidation is the position's, so that the forced order
 * is of the other side. Fields that a ticker leaves out are unchanged.
 */
final class Bybit implements Dialect
{
    private static final String VENUE = "BYBIT";
    private static final int SYMBOLS_MAX = 1 << 16;
    private static final List<String> KEPT = List.of("nextFundingTime", "next_funding_time", "bid1Price", "bid1Size",
        "ask1Price", "ask1Size", "bidPrice", "bidSize", "askPrice", "askSize", "bid1_price", "ask1_price");

    private final boolean isSpot;
    private final Map<String, Map<String, Json>> tickers = new LinkedHashMap<>(); // symbol, field

    Bybit(final boolean isSpot)
    {
        this.isSpot = isSpot;
    }

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json data = body.get("data");
        if (!body.get("topic").isPresent() || !data.isPresent() && body.get("event").isPresent())
        {
            if (body.any("success", "op", "ret_msg", "event").isPresent())
            {
                told.nothing("subscription");
            }
            return;
        }
        final String topic = body.need("topic");
        told.at(body.get("ts").isPresent() ? Times.millis(body.get("ts")) :
            Times.micros(body.any("timestamp_e6", "timestampE6")));
        switch (topic.replaceAll("\\..*", ""))
        {
            case "orderBookL2_25", "orderBook_200" -> levels(body, topic, told);
            case "orderbook" -> book(body, topic, told);
            case "trade", "publicTrade" -> data.items().forEach(trade -> trade(body, trade, told));
            case "instrument_info", "tickers" -> (data.get("update").isPresent() ? data.get("update") : data).items()
                .forEach(ticker -> ticker(ticker, told));
            case "liquidation", "allLiquidation" -> data.items().forEach(order -> liquidation(order, told));
            case "depth", "mergedDepth", "diffDepth" -> depth(body, told);
            case "bookTicker", "bookticker" -> bookTicker(data, told);
            case "kline", "candle", "klineV2", "insurance", "realtimes", "kline_lt", "tickers_lt", "lt" ->
                told.nothing("topic " + topic.replaceAll("\\..*", ""));
            default -> throw Json.bad("topic", topic, "a topic that Bybit is known to have");
        }
    }

    private Listing on(final String symbol)
    {
        final String quote = Words.quoteOf(symbol);
        if (isSpot)
        {
            return Listing.spot(VENUE, symbol, Words.baseOf(symbol), quote);
        }
        if (symbol.endsWith("PERP"))
        {
            return new Listing(VENUE, symbol, InstrumentType.PERP, symbol.substring(0, symbol.length() - 4), "USDC");
        }
        final InstrumentType type = Words.derivative(symbol);
        if (type == InstrumentType.OPTION || symbol.indexOf('-') > 0)
        {
            return new Listing(VENUE, symbol, type, symbol.replaceAll("-.*", ""), "USDC");
        }
        return quote.equals("USDT") || quote.equals("USDC") ?
            new Listing(VENUE, symbol, type, Words.baseOf(symbol), quote) :
            Listing.contract(VENUE, symbol, type, Words.baseOf(symbol.replaceAll("[FGHJKMNQUVXZ]\\d\\d$", "")));
    }

    private void levels(final Json body, final String topic, final Told told)
    {
        final int mark = topic.lastIndexOf('.');
        final Book book = told.book(on(topic.substring(mark + 1)), topic.substring(0, Math.max(mark, 0)),
            Numbering.RISING, false);
        final Json data = body.part("data");
        final boolean isSnapshot = body.get("type").is("snapshot");
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        update.id((body.get("cross_seq").isPresent() ? body.get("cross_seq") : body.get("crossSeq")).number());
        if (isSnapshot)
        {
            final Json levels = data.any("order_book", "orderBook");
            side(update, levels.isPresent() ? levels : data, false);
        }
        else
        {
            side(update, data.get("delete"), true);
            side(update, data.get("update"), false);
            side(update, data.get("insert"), false);
        }
        told.apply(update);
    }

    private static void side(final BookUpdate update, final Json levels, final boolean isDelete)
    {
        for (final Json level : levels.items())
        {
            update.level(Words.side(level.get("side")), level.need("price"), isDelete ? "0" : level.need("size"));
        }
    }

    private void book(final Json body, final String topic, final Told told)
    {
        final Json data = body.part("data");
        final Listing on = on(data.need("s"));
        if (topic.startsWith("orderbook.1."))
        {
            best(on, Side.BUY, data.get("b"), told);
            best(on, Side.SELL, data.get("a"), told);
            told.nothing("best prices"); // perhaps none of them changed
            return;
        }
        final Book book = told.book(on, topic.replaceAll("(orderbook\\.[^.]*)\\..*", "$1"), Numbering.NEXT, false);
        final boolean isSnapshot = body.get("type").is("snapshot") || data.get("u").is("1");
        told.apply((isSnapshot ? told.snapshot(book) : told.diff(book)).id(data.number("u"))
            .levels(data.get("b"), data.get("a")));
    }

    /** Of the levels of a book of depth 1 the one that is there is the best. */
    private static void best(final Listing on, final int side, final Json levels, final Told told)
    {
        for (final Json level : levels.items())
        {
            if (!Words.isZero(level.at(1).need()))
            {
                told.best(on, side, level.at(0).need(), level.at(1).need());
            }
        }
    }

    private void trade(final Json body, final Json trade, final Told told)
    {
        if (trade.get("m").isPresent())
        {
            told.at(Times.millis(trade.get("t"))).trade(on(body.part("params").need("symbol")),
                trade.get("m").is("true") ? Side.BUY : Side.SELL, trade.need("p"), trade.need("q"),
                trade.get("v").text()); // of spot version 1, where m is whether the buyer was the taker
            return;
        }
        final Json time = trade.any("T", "trade_time_ms", "tradeTimeMs");
        told.at(time.isPresent() ? Times.millis(time) : Times.iso(trade.get("timestamp")))
            .trade(on(trade.any("s", "symbol").need()), Words.side(trade.any("S", "side")),
                trade.any("p", "price").need(), trade.any("v", "size").need(),
                trade.any("i", "trade_id", "tradeId").text());
    }

    private void ticker(final Json ticker, final Told told)
    {
        final String symbol = ticker.need("symbol");
        final Listing on = on(symbol);
        told.mark(on, scaled(ticker, 4, "markPrice", "mark_price", "mark_price_e4"));
        told.index(on, scaled(ticker, 4, "indexPrice", "index_price", "index_price_e4"));
        told.openInterest(on,
            scaled(ticker, 8, "openInterest", "open_interest", "openInterestE8", "open_interest_e8"));
        if (tickers.size() == SYMBOLS_MAX)
        {
            tickers.clear(); // their fields come again with their next whole ticker
        }
        final Map<String, Json> state = tickers.computeIfAbsent(symbol, name -> new LinkedHashMap<>());
        for (final String field : KEPT)
        {
            if (ticker.get(field).isPresent())
            {
                state.put(field, ticker.get(field));
            }
        }
        final String rate = scaled(ticker, 6, "fundingRate", "fundingRateE6", "funding_rate_e6");
        if (!rate.isEmpty())
        {
            final Json time = state.getOrDefault("nextFundingTime",
                state.getOrDefault("next_funding_time", Json.NONE));
            told.funding(on, rate, time.text().indexOf('T') > 0 ? Times.iso(time) : Times.millis(time));
        }
        best(on, Side.BUY, ticker, "bid", state, told);
        best(on, Side.SELL, ticker, "ask", state, told);
        told.nothing("ticker");
    }

    /** The first of several fields that is there; one named {@code e4} or the like is so many powers of ten larger. */
    private static String scaled(final Json ticker, final int decimals, final String... names)
    {
        for (final String name : names)
        {
            if (ticker.get(name).isPresent())
            {
                return Words.scaled(ticker.get(name), name.matches(".*_?[eE]\\d") ? decimals : 0);
            }
        }
        return "";
    }

    private static void best(final Listing on, final int side, final Json ticker, final String name,
        final Map<String, Json> state, final Told told)
    {
        final String prefix = ticker.get(name + "Price").isPresent() ? name : name + "1";
        if (ticker.any(prefix + "Price", prefix + "Size", prefix + "_price").isPresent())
        {
            final Json price = state.getOrDefault(prefix + "Price", state.getOrDefault(prefix + "_price", Json.NONE));
            if (price.isPresent())
            {
                told.best(on, side, price.text(), state.getOrDefault(prefix + "Size", Json.NONE).text());
            }
        }
    }

    private void liquidation(final Json order, final Told told)
    {
        final Json time = order.any("T", "updatedTime", "time");
        told.at(Times.millis(time)).liquidation(on(order.any("s", "symbol").need()),
            Words.opposite(Words.side(order.any("S", "side"))), order.any("p", "price").need(),
            order.any("v", "size", "qty").need());
    }

    private void depth(final Json body, final Told told)
    {
        final Json data = body.part("data");
        final Book book = told.book(on(data.need("s")), body.need("topic"), Numbering.NONE, false);
        told.at(Times.millis(data.get("t")));
        told.apply(told.whole(book).levels(data.get("b"), data.get("a")));
    }

    private void bookTicker(final Json data, final Told told)
    {
        told.at(Times.millis(data.any("time", "t"))).quote(on(data.any("symbol", "s").need()),
            data.any("bidPrice", "bp").text(), data.any("bidQty", "bq").text(), data.any("askPrice", "ap").text(),
            data.any("askQty", "aq").text());
    }
}
