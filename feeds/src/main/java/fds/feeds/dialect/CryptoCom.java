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
 * Crypto.com Exchange: results of subscriptions. A change of a book names the one before it ({@code pu}); books without
 * {@code book.update} are told whole.
 */
final class CryptoCom implements Dialect
{
    private static final String VENUE = "CRYPTO-COM";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("method").isPresent())
        {
            return;
        }
        if (!body.get("method").is("subscribe") || !body.get("result").isPresent())
        {
            told.nothing(body.get("method").is("public/heartbeat") ? "heartbeat" : "subscription");
            return;
        }
        final Json result = body.part("result");
        final String channel = result.need("channel");
        final String symbol = result.get("instrument_name").text();
        for (final Json row : result.part("data").items())
        {
            told.at(Times.millis(row.get("t")));
            switch (channel)
            {
                case "trade" -> told.trade(on(row.need("i")), Words.side(row.get("s")), row.need("p"), row.need("q"),
                    row.get("d").text());
                case "ticker" -> ticker(on(row.need("i")), row, told);
                case "book", "book.update" -> book(on(symbol), row, told);
                case "mark" -> told.mark(on(symbol), row.need("v"));
                case "index" -> told.index(on(symbol), row.need("v"));
                case "funding", "estimatedfunding" ->
                    told.funding(on(symbol), row.get("v").text(), Times.millis(row.get("t")));
                case "candlestick", "settlement" -> told.nothing("channel " + channel);
                default -> throw Json.bad("channel", channel, "a channel that Crypto.com is known to have");
            }
        }
    }

    private static Listing on(final String symbol)
    {
        final int mark = symbol.indexOf('-');
        if (mark < 0)
        {
            return Listing.pair(VENUE, symbol, '_');
        }
        final String pair = symbol.substring(0, mark);
        return new Listing(VENUE, symbol, symbol.endsWith("-PERP") ? InstrumentType.PERP : InstrumentType.FUTURE,
            Words.baseOf(pair), Words.quoteOf(pair));
    }

    private static void ticker(final Listing on, final Json row, final Told told)
    {
        told.quote(on, row.get("b").text(), row.get("bs").text(), row.get("k").text(), row.get("ks").text());
        told.openInterest(on, row.get("oi").text());
    }

    private static void book(final Listing on, final Json row, final Told told)
    {
        final Json change = row.get("update");
        final boolean isChained = row.get("u").isPresent();
        final Book book = told.book(on, "book", isChained ? Numbering.CHAIN : Numbering.RISING, false);
        final BookUpdate update = change.isPresent() ? told.diff(book) : told.snapshot(book);
        update.id(row.any("u", "s").number());
        if (isChained && change.isPresent())
        {
            update.previous(row.number("pu"));
        }
        final Json levels = change.isPresent() ? change : row;
        told.apply(update.levels(levels.get("bids"), levels.get("asks")));
    }
}
