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
import fds.market.event.Side;

/**
 * Gemini, its market data of version 2 and of version 3. Changes of a pair in version 2 that come with its auctions
 * or trades are the book; those of version 3 are counted, and need a book that was asked for.
 */
final class Gemini implements Dialect
{
    private static final String VENUE = "GEMINI";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("type").isPresent())
        {
            second(body, told);
        }
        else if (body.get("s").isPresent() && body.get("E").isPresent())
        {
            third(body, told);
        }
        else if (body.get("id").isPresent() && body.size() <= 3)
        {
            told.nothing("subscription");
        }
    }

    private static Listing on(final String symbol)
    {
        final String pair = symbol.toUpperCase(Locale.ROOT);
        return Listing.spot(VENUE, pair, Words.baseOf(pair), Words.quoteOf(pair));
    }

    private static void second(final Json body, final Told told)
    {
        switch (body.need("type"))
        {
            case "l2_updates" ->
            {
                final Listing on = on(body.need("symbol"));
                final Book book = told.book(on, "l2_updates", Numbering.NONE, false);
                final boolean isFirst = body.get("auction_events").isPresent() || body.get("trades").isPresent();
                final BookUpdate update = isFirst ? told.snapshot(book) : told.diff(book);
                for (final Json change : body.part("changes").items())
                {
                    update.level(Words.side(change.at(0)), change.at(1).need(), change.at(2).need());
                }
                told.apply(update);
            }
            case "trade" ->
            {
                // A block trade has no aggressor.
                final boolean hasSide = body.get("side").text().matches("buy|sell");
                told.at(Times.millis(body.get("timestamp"))).trade(on(body.need("symbol")),
                    hasSide ? Words.side(body.get("side")) : Side.NONE, body.need("price"), body.need("quantity"),
                    body.need("event_id"));
            }
            case "heartbeat", "candles_1m_updates", "auction_result", "auction_indicative" ->
                told.nothing("message " + body.need("type"));
            default -> throw Json.bad("type", body.need("type"), "a type that Gemini is known to send");
        }
    }

    private static void third(final Json body, final Told told)
    {
        final Listing on = on(body.need("s"));
        told.at(Times.of(body.get("E"), 1));
        if (body.get("e").is("depthUpdate"))
        {
            final Book book = told.book(on, "depth", Numbering.SPAN, true);
            told.apply(told.diff(book).span(body.number("U"), body.number("u"))
                .levels(body.part("b"), body.part("a")));
        }
        else if (body.get("t").isPresent())
        {
            told.trade(on, Words.aggressor(body.get("m")), body.need("p"), body.need("q"), body.need("t"));
        }
        else if (body.get("B").isPresent())
        {
            told.quote(on, body.need("b"), body.need("B"), body.need("a"), body.need("A"));
        }
    }
}
