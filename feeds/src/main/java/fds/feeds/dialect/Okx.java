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
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * OKX and OKCoin: channels of version 5 and tables of version 3. A change of a book names the one before it
 * ({@code prevSeqId}) where the recording is new enough, and older ones carry a checksum of the 25 best levels: a book
 * that does not agree with it has missed something.
 */
final class Okx implements Dialect
{
    private final String venue;
    private final Map<String, ChecksumBook> sums = new LinkedHashMap<>(); // symbol

    Okx(final String venue)
    {
        this.venue = venue;
    }

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json data = body.get("data");
        if (body.get("event").isPresent())
        {
            told.nothing("subscription");
            return;
        }
        if (body.get("table").isPresent())
        {
            final String table = body.need("table");
            body.part("data").items().forEach(row -> table(table, body.get("action").text(), row, told));
            return;
        }
        if (!body.get("arg").isPresent())
        {
            return;
        }
        final Json arg = body.part("arg");
        final String channel = arg.need("channel");
        final String id = arg.any("instId", "sprdId").text();
        for (final Json row : data.items())
        {
            told.at(Times.millis(row.get("ts")));
            channel(channel, id, body.get("action").text(), row, told);
        }
    }

    private Listing on(final String symbol)
    {
        final String[] parts = symbol.split("[-_]");
        if (symbol.indexOf('_') > 0 && !symbol.contains("PERP"))
        {
            return Listing.contract(venue, symbol, InstrumentType.FUTURE, parts[0]); // a spread of two
        }
        if (parts.length <= 2)
        {
            return Listing.pair(venue, symbol, '-');
        }
        return Listing.contract(venue, symbol, symbol.matches(".*-[CP]") ? InstrumentType.OPTION :
            symbol.endsWith("SWAP") ? InstrumentType.PERP : InstrumentType.FUTURE, parts[0]);
    }

    private void channel(final String channel, final String id, final String action, final Json row, final Told told)
    {
        switch (channel)
        {
            case "trades", "trades-all", "sprd-public-trades" -> told.trade(on(row.any("instId", "sprdId").need()),
                Words.side(row.get("side")), row.need("px"), row.need("sz"), row.need("tradeId"));
            case "books", "books-l2-tbt", "books50-l2-tbt" -> book(channel, id, "snapshot".equals(action), row, told);
            case "books5", "sprd-books5", "sprd-books-l2-tbt" -> book(channel, id, true, row, told);
            case "bbo-tbt", "sprd-bbo-tbt" -> best(on(id), row, told);
            case "tickers", "sprd-tickers" -> told.quote(on(row.any("instId", "sprdId").need()),
                row.get("bidPx").text(), row.get("bidSz").text(), row.get("askPx").text(), row.get("askSz").text());
            case "mark-price" -> told.mark(on(row.need("instId")), row.need("markPx"));
            case "index-tickers" -> told.index(on(row.need("instId")), row.need("idxPx"));
            case "open-interest" -> told.openInterest(on(row.need("instId")), row.need("oi"));
            case "funding-rate" ->
            {
                told.funding(on(row.need("instId")), row.get("fundingRate").text(),
                    Times.millis(row.get("fundingTime")));
                told.nothing("funding rate");
            }
            case "liquidations", "liquidation-orders" -> liquidation(id, row, told);
            default -> told.nothing(passedOver(channel));
        }
    }

    private static String passedOver(final String channel)
    {
        if (channel.contains("candle"))
        {
            return "channel candle";
        }
        return switch (channel)
        {
            case "opt-summary", "price-limit", "estimated-price", "instruments", "status", "option-trades",
                "public-struc-block-trades", "public-block-trades", "adl-warning", "economic-calendar" ->
                "channel " + channel;
            default -> throw Json.bad("channel", channel, "a channel that OKX is known to have");
        };
    }

    private static void best(final Listing on, final Json row, final Told told)
    {
        final Json bid = row.get("bids").at(0);
        final Json ask = row.get("asks").at(0);
        told.quote(on, bid.at(0).text(), bid.at(1).text(), ask.at(0).text(), ask.at(1).text());
    }

    private void book(
        final String channel, final String symbol, final boolean isSnapshot, final Json row, final Told told)
    {
        final boolean isChained = row.get("prevSeqId").isPresent();
        final Book book = told.book(on(symbol), channel, isChained ? Numbering.CHAIN : Numbering.NONE, false);
        final boolean isWhole = channel.endsWith("5");
        final BookUpdate update = isWhole ? told.whole(book) : isSnapshot ? told.snapshot(book) : told.diff(book);
        if (isChained)
        {
            update.id(row.number("seqId"));
            update.previous(isSnapshot ? 0 : row.number("prevSeqId"));
        }
        update.levels(row.get("bids"), row.get("asks"));
        final ChecksumBook sum = sums.computeIfAbsent(symbol, name -> new ChecksumBook());
        if (told.apply(update) && row.get("checksum").isPresent())
        {
            sum.change(isSnapshot, Side.BUY, row.get("bids"));
            sum.change(isSnapshot, Side.SELL, row.get("asks"));
            final boolean isRight = row.get("checksum").is(Integer.toString(sum.crc32()));
            told.nothing(isRight ? "checksum that agrees" : "checksum that differs");
            if (!isRight)
            {
                told.distrust(update);
            }
        }
    }

    private void liquidation(final String id, final Json row, final Told told)
    {
        final String symbol = row.get("instId").isPresent() ? row.need("instId") : id;
        final Json details = row.get("details");
        for (final Json order : details.isPresent() ? details.items() : row.items())
        {
            told.at(Times.millis(order.get("ts"))).liquidation(on(symbol), Words.side(order.get("side")),
                order.need("bkPx"), order.need("sz"));
        }
    }

    private void table(final String table, final String action, final Json row, final Told told)
    {
        final Listing on = on(row.need("instrument_id"));
        told.at(Times.iso(row.any("timestamp", "created_at")));
        switch (table.substring(table.indexOf('/') + 1))
        {
            case "trade" -> told.trade(on, Words.side(row.get("side")), row.need("price"),
                row.any("size", "qty").need(), row.get("trade_id").text());
            case "depth", "depth_l2_tbt" ->
                book(table.substring(table.indexOf('/') + 1), on.symbol(), "partial".equals(action), row, told);
            case "depth5" -> book("depth5", on.symbol(), true, row, told);
            case "ticker" -> ticker(table, on, row, told);
            case "summary" -> summary(on, row, told);
            case "mark_price" -> told.mark(on, row.need("mark_price"));
            case "funding_rate" -> told.funding(on, row.get("funding_rate").text(), Times.iso(row.get("funding_time")));
            // 1 and 2 open, 3 closes a long position and 4 a short one: so the forced order sells or buys.
            case "liquidation" -> told.liquidation(on, row.get("type").is("3") ? Side.SELL : Side.BUY,
                row.need("price"), row.need("size"));
            case "price_range", "estimated_price", "instruments", "trades" -> told.nothing("table " + table);
            default ->
            {
                if (!table.contains("candle"))
                {
                    throw Json.bad("table", table, "a table that OKX is known to have");
                }
                told.nothing("table candle");
            }
        }
    }

    private static void ticker(final String table, final Listing on, final Json row, final Told told)
    {
        if (table.startsWith("index/"))
        {
            told.index(on, row.need("last"));
            return;
        }
        told.quote(on, row.get("best_bid").text(), row.get("best_bid_size").text(), row.get("best_ask").text(),
            row.get("best_ask_size").text());
        told.openInterest(on, row.get("open_interest").text());
    }

    private static void summary(final Listing on, final Json row, final Told told)
    {
        told.quote(on, row.get("best_bid").text(), row.get("best_bid_size").text(), row.get("best_ask").text(),
            row.get("best_ask_size").text());
        told.mark(on, row.get("mark_price").text());
        told.openInterest(on, row.get("open_interest").text());
    }
}
