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
 * Bullish: best prices, books whose changes are counted, trades, tickers, index prices. Where a message has a time of
 * before 2001, as some have, the time at which it was published stands for it. The side of a trade is the taker's where
 * {@code isTaker} says so.
 */
final class Bullish implements Dialect
{
    private static final String VENUE = "BULLISH";
    private static final long YEAR_2001_NANOS = 978_307_200_000_000_000L;

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("dataType").isPresent())
        {
            if (body.get("jsonrpc").isPresent())
            {
                told.nothing("subscription");
            }
            return;
        }
        final Json data = body.get("data");
        if (!data.isPresent())
        {
            told.nothing("message without data");
            return;
        }
        told.at(time(data));
        switch (body.need("dataType"))
        {
            case "V1TALevel1" -> told.quote(on(data.need("symbol")), data.get("bid").at(0).text(),
                data.get("bid").at(1).text(), data.get("ask").at(0).text(), data.get("ask").at(1).text());
            case "V1TALevel2" -> book(body, data, told);
            case "V1TAAnonymousTradeUpdate" -> trades(body, data, told);
            case "V1TATickerResponse" -> ticker(data, told);
            case "V1TAIndexPrice" -> told.index(new Listing(VENUE, data.need("assetSymbol") + "-INDEX",
                InstrumentType.SPOT, data.need("assetSymbol"), "USD"), data.need("price"));
            case "V1TAHeartbeat" -> told.nothing("heartbeat");
            default -> throw Json.bad("dataType", body.need("dataType"), "a type that Bullish is known to send");
        }
    }

    private static long time(final Json data)
    {
        final long nanos = Times.millis(data.any("timestamp", "updatedAtTimestamp"));
        if (nanos >= YEAR_2001_NANOS)
        {
            return nanos;
        }
        final Json published = data.get("publishedAtTimestamp");
        return published.text().length() > 15 ? Times.of(published, 1) : Times.millis(published);
    }

    private static Listing on(final String symbol)
    {
        final String[] parts = symbol.split("-");
        if (parts.length < 2)
        {
            return Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol));
        }
        return new Listing(VENUE, symbol, symbol.matches(".*-[CP]") ? InstrumentType.OPTION :
            symbol.endsWith("-PERP") ? InstrumentType.PERP : InstrumentType.FUTURE, parts[0], parts[1]);
    }

    /** A side is one array of price, quantity, price, … */
    private static void book(final Json body, final Json data, final Told told)
    {
        final Book book = told.book(on(data.need("symbol")), "level2", Numbering.SPAN, false);
        final BookUpdate update = body.get("type").is("snapshot") ? told.snapshot(book) : told.diff(book);
        final Json range = data.part("sequenceNumberRange");
        update.span(range.at(0).number(), range.at(1).number());
        side(update, Side.BUY, data.part("bids"));
        side(update, Side.SELL, data.part("asks"));
        told.apply(update);
    }

    private static void side(final BookUpdate update, final int side, final Json levels)
    {
        for (int i = 0; i < levels.size(); i += 2)
        {
            update.level(side, levels.at(i).need(), levels.at(i + 1).need());
        }
    }

    private static void trades(final Json body, final Json data, final Told told)
    {
        if (body.get("type").is("snapshot"))
        {
            told.nothing("trades of before the subscription");
            return;
        }
        for (final Json trade : data.part("trades").items())
        {
            final int side = Words.side(trade.get("side"));
            told.at(Times.of(trade.get("createdAtTimestamp"), 1)).trade(on(trade.need("symbol")),
                trade.get("isTaker").is("false") ? Words.opposite(side) : side, trade.need("price"),
                trade.need("quantity"), trade.need("tradeId"));
        }
        told.nothing("message of trades");
    }

    private static void ticker(final Json data, final Told told)
    {
        final Listing on = on(data.need("symbol"));
        told.at(Times.millis(data.get("createdAtTimestamp")));
        if (data.get("bestBid").isPresent() || data.get("bestAsk").isPresent())
        {
            told.quote(on, data.get("bestBid").text(), data.get("bidVolume").text(), data.get("bestAsk").text(),
                data.get("askVolume").text());
        }
        told.mark(on, data.get("markPrice").text());
        told.openInterest(on, data.get("openInterest").text());
        told.funding(on, data.get("fundingRate").text(), Absent.VALUE);
        told.nothing("ticker");
    }
}
