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
 * KuCoin, spot and futures. Changes of a book are counted, and need a book that was asked for by HTTP. The side of a
 * match is the taker's; both orders are told, and of futures both users, which are the accounts.
 */
final class Kucoin implements Dialect
{
    private static final String VENUE = "KUCOIN";
    private static final String FUTURES = "KUCOIN-FUTURES";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json type = body.get("type");
        if (!body.get("topic").isPresent())
        {
            if (type.text().matches("pong|welcome|ack|error"))
            {
                told.nothing(type.is("pong") ? "heartbeat" : "subscription");
            }
            return;
        }
        final String topic = body.need("topic");
        final int mark = topic.indexOf(':');
        final String path = mark < 0 ? topic : topic.substring(0, mark);
        final Json data = body.part("data");
        final Listing on = on(data.get("symbol").isPresent() ? data.need("symbol") : topic.substring(mark + 1),
            path.startsWith("/contract"));
        told.at(nanos(data.any("ts", "time", "timestamp")));
        switch (path)
        {
            case "/market/match", "/contractMarket/execution" -> told.trade(on, Words.side(data.get("side")),
                data.need("price"), data.need("size"), data.need("tradeId"))
                .orders(data.get("makerOrderId").text(), data.get("takerOrderId").text())
                .accounts(data.get("makerUserId").text(), data.get("takerUserId").text());
            case "/market/level2" -> spot(on, data, told);
            case "/contractMarket/level2" -> futures(on, data, told);
            case "/market/level2Snapshot", "/contractMarket/level2Snapshot" ->
            {
                final Book book = told.book(on, "level2", Numbering.SPAN, true);
                told.apply(told.snapshot(book).id(data.number("sequence")).levels(data.get("bids"), data.get("asks")));
            }
            case "/market/ticker", "/contractMarket/tickerV2" -> told.quote(on,
                data.any("bestBid", "bestBidPrice").text(), data.get("bestBidSize").text(),
                data.any("bestAsk", "bestAskPrice").text(), data.get("bestAskSize").text());
            case "/contract/instrument" -> instrument(on, body, data, told);
            case "/contract/details" -> details(on, data, told);
            case "/market/snapshot", "/market/candles", "/contractMarket/snapshot", "/contractMarket/limitCandle" ->
                told.nothing("topic " + path);
            default -> throw Json.bad("topic", topic, "a topic that KuCoin is known to have");
        }
    }

    private static Listing on(final String symbol, final boolean isFutures)
    {
        return isFutures ? Listing.contract(FUTURES, symbol, symbol.endsWith("M") ? InstrumentType.PERP :
            InstrumentType.FUTURE, Words.baseOf(symbol.replaceAll("M$", ""))) : Listing.pair(VENUE, symbol, '-');
    }

    /** Milliseconds or nanoseconds, by their size. */
    private static long nanos(final Json time)
    {
        return !time.isPresent() ? Absent.VALUE : time.need().length() > 16 ? Times.of(time, 1) : Times.millis(time);
    }

    /** A price of 0 says that only the number moves on. */
    private static void spot(final Listing on, final Json data, final Told told)
    {
        final Book book = told.book(on, "level2", Numbering.SPAN, true);
        final BookUpdate diff =
            told.diff(book).span(Math.min(data.number("sequenceStart"), data.number("sequenceEnd")),
                data.number("sequenceEnd"));
        side(diff, Side.BUY, data.part("changes").get("bids"));
        side(diff, Side.SELL, data.part("changes").get("asks"));
        told.apply(diff);
    }

    private static void side(final BookUpdate diff, final int side, final Json levels)
    {
        for (final Json level : levels.items())
        {
            if (!Words.isZero(level.at(0).need()))
            {
                diff.level(side, level.at(0).need(), level.at(1).need());
            }
        }
    }

    private static void futures(final Listing on, final Json data, final Told told)
    {
        final String[] change = data.need("change").split(",");
        if (change.length != 3 || !change[1].matches("buy|sell"))
        {
            throw Json.bad("change", data.need("change"), "price,side,size");
        }
        final Book book = told.book(on, "level2", Numbering.SPAN, true);
        told.apply(told.diff(book).id(data.number("sequence"))
            .level(change[1].equals("buy") ? Side.BUY : Side.SELL, change[0], change[2]));
    }

    private static void instrument(final Listing on, final Json body, final Json data, final Told told)
    {
        if (body.get("subject").is("funding.rate"))
        {
            // A granularity of a minute is the prediction, eight hours the rate that is paid.
            if (!data.get("granularity").is("60000"))
            {
                told.funding(on, data.get("fundingRate").text(), Times.millis(data.get("timestamp")));
            }
            told.nothing("funding rate");
            return;
        }
        told.mark(on, data.get("markPrice").text());
        told.index(on, data.get("indexPrice").text());
        told.nothing("instrument");
    }

    private static void details(final Listing on, final Json data, final Told told)
    {
        told.at(Absent.VALUE).mark(on, data.get("markPrice").text());
        told.index(on, data.get("indexPrice").text());
        told.openInterest(on, data.get("openInterest").text());
        told.nothing("contract details");
    }
}
