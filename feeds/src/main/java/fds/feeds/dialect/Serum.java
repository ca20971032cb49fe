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

/** Serum's markets as its own relay wrote them: books without numbers, trades, best prices. */
final class Serum implements Dialect
{
    private static final String VENUE = "SERUM";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("market").isPresent() || !body.get("slot").isPresent() || !body.get("type").isPresent())
        {
            return;
        }
        final Listing on = Listing.pair(VENUE, body.need("market"), '/');
        told.at(Times.iso(body.get("timestamp")));
        switch (body.need("type"))
        {
            case "l2snapshot", "l2update" ->
            {
                final Book book = told.book(on, "level2", Numbering.NONE, false);
                final BookUpdate update = body.get("type").is("l2snapshot") ? told.snapshot(book) : told.diff(book);
                told.apply(update.levels(body.get("bids"), body.get("asks")));
            }
            case "trade" -> told.trade(on, Words.side(body.get("side")), body.need("price"), body.need("size"),
                body.need("id"));
            case "quote" -> told.quote(on, body.get("bestBid").at(0).text(), body.get("bestBid").at(1).text(),
                body.get("bestAsk").at(0).text(), body.get("bestAsk").at(1).text());
            case "recent_trades", "subscribed", "open", "done", "fill", "change" ->
                told.nothing("message " + body.need("type"));
            default -> throw Json.bad("type", body.need("type"), "a type that Serum's relay is known to send");
        }
    }
}
