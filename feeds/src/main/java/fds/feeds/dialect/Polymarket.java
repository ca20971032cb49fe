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

/**
 * Polymarket: outcome tokens, named by the last 32 digits of their number, priced from 0 to 1 in USDC. Books are told
 * whole or by levels without numbers; trades by their side and transaction.
 */
final class Polymarket implements Dialect
{
    private static final String VENUE = "POLYMARKET";
    private static final int DIGITS = 32;

    @Override
    public void read(final Recorded message, final Told told)
    {
        for (final Json body : message.body().items())
        {
            if (body.get("gameId").isPresent())
            {
                told.nothing("state of a game");
            }
            else if (body.get("market").isPresent())
            {
                event(body, told);
            }
            else if (body.get("event_type").isPresent())
            {
                told.nothing("message about markets");
            }
        }
    }

    private static Listing on(final Json asset)
    {
        final String id = asset.need();
        return Listing.spot(VENUE, id.substring(Math.max(0, id.length() - DIGITS)), "", "USDC");
    }

    private static void event(final Json body, final Told told)
    {
        told.at(body.get("timestamp").isPresent() ? Times.millis(body.get("timestamp")) : Absent.VALUE);
        if (body.get("price_changes").isPresent())
        {
            body.part("price_changes").items().forEach(change -> change(change, told));
            return;
        }
        switch (body.get("event_type").text())
        {
            case "book" ->
            {
                final Book book = told.book(on(body.get("asset_id")), "book", Numbering.NONE, false);
                told.apply(told.snapshot(book).levels(body.get("bids"), body.get("asks"), "price", "size"));
            }
            case "best_bid_ask" -> told.quote(on(body.get("asset_id")), body.get("best_bid").text(), "",
                body.get("best_ask").text(), "");
            case "last_trade_price" -> told.trade(on(body.get("asset_id")), Words.side(body.get("side")),
                body.need("price"), body.need("size"), body.get("transaction_hash").text());
            default -> told.nothing("message about markets");
        }
    }

    private static void change(final Json change, final Told told)
    {
        final Book book = told.book(on(change.get("asset_id")), "book", Numbering.NONE, false);
        final BookUpdate diff = told.diff(book);
        told.apply(diff.level(Words.side(change.get("side")), change.need("price"), change.need("size")));
    }
}
