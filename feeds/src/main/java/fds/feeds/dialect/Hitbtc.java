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

/** HitBTC of version 2: JSON-RPC notifications; a book counts its changes ({@code sequence}). */
final class Hitbtc implements Dialect
{
    private static final String VENUE = "HITBTC";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("method").isPresent())
        {
            if (body.get("jsonrpc").isPresent() && body.get("result").is("true"))
            {
                told.nothing("subscription");
            }
            return;
        }
        final Json params = body.get("params");
        switch (body.need("method"))
        {
            case "snapshotOrderbook", "updateOrderbook" ->
            {
                final Book book = told.at(Times.iso(params.get("timestamp")))
                    .book(on(params.need("symbol")), "orderbook", Numbering.NEXT, false);
                final BookUpdate update =
                    body.get("method").is("snapshotOrderbook") ? told.snapshot(book) : told.diff(book);
                told.apply(update.id(params.number("sequence"))
                    .levels(params.get("bid"), params.get("ask"), "price", "size"));
            }
            case "snapshotTrades" -> told.nothing("trades of before the subscription");
            case "updateTrades" -> params.part("data").items().forEach(trade ->
                told.at(Times.iso(trade.get("timestamp"))).trade(on(params.need("symbol")),
                    Words.side(trade.get("side")), trade.need("price"), trade.need("quantity"), trade.need("id")));
            case "ticker" -> told.at(Times.iso(params.get("timestamp"))).quote(on(params.need("symbol")),
                params.get("bid").text(), "", params.get("ask").text(), "");
            case "updateCandles", "snapshotCandles" -> told.nothing("candles");
            default ->
            {
                return; // another venue's
            }
        }
    }

    private static Listing on(final String symbol)
    {
        return Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol));
    }
}
