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
import fds.market.instrument.InstrumentType;

/**
 * WOO X, its older messages and version 3. A change of a book names the time of the one before it, and needs a book
 * that was asked for.
 */
final class Woo implements Dialect
{
    private static final String VENUE = "WOO-X";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("event").isPresent())
        {
            if (body.get("event").is("request") && body.get("data").isPresent())
            {
                asked(body.part("data"), told);
                return;
            }
            told.nothing("subscription");
            return;
        }
        if (!body.get("topic").isPresent() || !body.get("ts").isPresent())
        {
            return;
        }
        final String[] parts = body.need("topic").split("@");
        final Json data = body.part("data");
        final boolean isNew = parts[0].matches("[a-z]+");
        final Listing on = on(data.any("s", "symbol").need());
        final Json time = data.get("ts");
        told.at(Times.millis(time.isPresent() ? time : body.get("ts")));
        switch (parts.length < 2 ? parts[0] : isNew ? parts[0] : parts[1])
        {
            case "trade" -> told.trade(on, Words.side(data.any("side", "sd")), data.any("price", "px").need(),
                data.any("size", "sx").need(), "");
            case "orderbookupdate" -> book(on, body, data, told);
            case "bbo" -> told.quote(on, data.any("bid", "bp").text(), data.any("bidSize", "bq").text(),
                data.any("ask", "ap").text(), data.any("askSize", "aq").text());
            case "markprice" -> told.mark(on, data.any("price", "px").need());
            case "indexprice" -> told.index(on, data.any("price", "px").need());
            case "openinterest" -> told.openInterest(on, data.any("openInterest", "oi").need());
            case "estfundingrate" -> told.funding(on, data.any("fundingRate", "r").text(),
                Times.millis(data.any("fundingTs", "ft")));
            case "ticker", "tickers", "kline", "orderbook" -> told.nothing("topic " + parts[0]);
            default -> throw Json.bad("topic", body.need("topic"), "a topic that WOO X is known to have");
        }
    }

    private static Listing on(final String symbol)
    {
        final String[] parts = symbol.split("_");
        if (parts.length != 3)
        {
            throw Json.bad("symbol", symbol, "TYPE_BASE_QUOTE");
        }
        return new Listing(VENUE, symbol, parts[0].equals("PERP") ? InstrumentType.PERP : InstrumentType.SPOT, parts[1],
            parts[2]);
    }

    private static void asked(final Json data, final Told told)
    {
        final Book book = told.at(Times.millis(data.get("ts")))
            .book(on(data.need("symbol")), "orderbookupdate", Numbering.SPAN_CHAIN, true);
        told.apply(told.snapshot(book).id(data.number("ts")).levels(data.get("bids"), data.get("asks")));
    }

    private static void book(final Listing on, final Json body, final Json data, final Told told)
    {
        final Book book = told.book(on, "orderbookupdate", Numbering.SPAN_CHAIN, true);
        final long id = (data.get("ts").isPresent() ? data.get("ts") : body.get("ts")).number();
        final BookUpdate update;
        if (data.get("prevTs").isPresent())
        {
            update = told.diff(book).id(id).previous(data.number("prevTs"));
        }
        else
        {
            update = told.snapshot(book).id(id);
        }
        told.apply(update.levels(data.get("bids"), data.get("asks")));
    }
}
