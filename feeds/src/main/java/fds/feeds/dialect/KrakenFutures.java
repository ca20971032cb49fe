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
import fds.market.event.Flags;
import fds.market.instrument.InstrumentType;

/**
 * Kraken Futures (once Crypto Facilities): feeds by product. Each change of a book has the next {@code seq}. A trade of
 * the type {@code liquidation} is a forced order of the aggressor.
 */
final class KrakenFutures implements Dialect
{
    private static final String VENUE = "KRAKEN-FUTURES";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("event").isPresent())
        {
            told.nothing("subscription");
            return;
        }
        final Json feed = body.get("feed");
        if (!feed.isPresent())
        {
            return;
        }
        if (!body.get("product_id").isPresent())
        {
            told.nothing(feed.is("heartbeat") ? "heartbeat" : "feed without product");
            return;
        }
        final Listing on = on(body.need("product_id"));
        told.at(Times.millis(body.any("timestamp", "time")));
        switch (feed.need())
        {
            case "book_snapshot" ->
            {
                final Book book = told.book(on, "book", Numbering.NEXT, false);
                told.apply(told.snapshot(book).id(body.number("seq"))
                    .levels(body.part("bids"), body.part("asks"), "price", "qty"));
            }
            case "book" ->
            {
                final Book book = told.book(on, "book", Numbering.NEXT, false);
                final BookUpdate update = told.diff(book).id(body.number("seq"));
                told.apply(update.level(Words.side(body.get("side")), body.need("price"), body.need("qty")));
            }
            case "trade" -> trade(on, body, told);
            case "trade_snapshot" -> told.nothing("trades of before the subscription");
            case "ticker", "ticker_lite" -> ticker(on, body, told);
            default -> throw Json.bad("feed", feed.text(), "a feed that Kraken Futures is known to have");
        }
    }

    /** Products are named by what they are, {@code PI PF FI FF}, their pair, and the date of a future. */
    private static Listing on(final String product)
    {
        final String symbol = product.toUpperCase(Locale.ROOT);
        final String[] parts = symbol.split("_");
        final String pair = parts.length > 1 ? parts[1] : symbol;
        final InstrumentType type = parts.length > 2 ? InstrumentType.FUTURE : InstrumentType.PERP;
        return parts[0].equals("PF") || parts[0].equals("FF") ?
            new Listing(VENUE, symbol, type, Words.baseOf(pair), Words.quoteOf(pair)) :
            Listing.contract(VENUE, symbol, type, Words.baseOf(pair));
    }

    private static void trade(final Listing on, final Json body, final Told told)
    {
        final int side = Words.side(body.get("side"));
        final boolean isForced = body.get("type").is("liquidation");
        if (isForced)
        {
            told.liquidation(on, side, body.need("price"), body.need("qty"));
        }
        told.trade(on, side, body.need("price"), body.need("qty"), body.get("uid").text())
            .flag(isForced ? Flags.LIQUIDATION : 0);
    }

    private static void ticker(final Listing on, final Json body, final Told told)
    {
        told.quote(on, body.get("bid").text(), body.get("bid_size").text(), body.get("ask").text(),
            body.get("ask_size").text());
        told.mark(on, body.get("markPrice").text());
        told.index(on, body.get("index").text());
        told.openInterest(on, body.get("openInterest").text());
        final Json next = body.get("next_funding_rate_time");
        if (body.get("relative_funding_rate").isPresent())
        {
            told.funding(on, body.need("relative_funding_rate"), Times.millis(next));
        }
    }
}
