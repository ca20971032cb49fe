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

/** CoinFLEX: tables of trades, tickers and books told whole each time ({@code partial}). */
final class Coinflex implements Dialect
{
    private static final String VENUE = "COINFLEX";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("table").isPresent())
        {
            if (body.get("event").isPresent() && body.get("success").isPresent())
            {
                told.nothing("subscription");
            }
            return;
        }
        for (final Json row : body.part("data").items())
        {
            final Listing on = on(row.any("marketCode", "instrumentId").need());
            told.at(Times.millis(row.get("timestamp")));
            switch (body.need("table"))
            {
                case "trade" -> told.trade(on, Words.side(row.get("side")), row.need("price"), row.need("quantity"),
                    row.need("tradeId"));
                case "ticker" ->
                {
                    told.mark(on, row.get("markPrice").text());
                    told.openInterest(on, row.get("openInterest").text());
                    told.nothing("table ticker");
                }
                case "futures/depth" -> book(on, body, row, told);
                default -> throw Json.bad("table", body.need("table"), "a table that CoinFLEX is known to have");
            }
        }
    }

    private static Listing on(final String symbol)
    {
        final String[] parts = symbol.split("-");
        return parts.length < 3 ? Listing.pair(VENUE, symbol, '-') : new Listing(VENUE, symbol,
            parts[2].equals("SWAP") ? InstrumentType.PERP : InstrumentType.FUTURE, parts[0], parts[1]);
    }

    private static void book(final Listing on, final Json body, final Json row, final Told told)
    {
        final Book book = told.book(on, "futures/depth", Numbering.NONE, false);
        final BookUpdate update = body.get("action").is("partial") ? told.whole(book) : told.diff(book);
        told.apply(update.levels(row.get("bids"), row.get("asks")));
    }
}
