package fds.feeds.dialect;

import fds.feeds.raw.Book;
import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Numbering;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** Bitnomial: books that begin whole and change by levels, numbered by rising acknowledgements, and trades. */
final class Bitnomial implements Dialect
{
    private static final String VENUE = "BITNOMIAL";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("ack_id").isPresent() || !body.get("symbol").isPresent())
        {
            if (body.get("type").text().matches("subscribed|heartbeat|disconnect"))
            {
                told.nothing("subscription");
            }
            return;
        }
        final String symbol = body.need("symbol");
        final Listing on = Listing.contract(VENUE, symbol, InstrumentType.FUTURE, "BTC");
        told.at(Times.iso(body.get("timestamp")));
        switch (body.need("type"))
        {
            case "book" -> told.apply(told.snapshot(book(on, told)).levels(body.get("bids"), body.get("asks")));
            case "level" -> told.apply(told.diff(book(on, told)).level(
                body.get("side").is("Bid") ? Side.BUY : Side.SELL, body.need("price"), body.need("quantity")));
            case "trade" -> told.trade(on, body.get("taker_side").is("Bid") ? Side.BUY : Side.SELL,
                body.need("price"), body.need("quantity"), body.need("ack_id"));
            case "block", "status" -> told.nothing("message " + body.need("type"));
            default -> throw Json.bad("type", body.need("type"), "book, level, trade, block or status");
        }
    }

    private static Book book(final Listing on, final Told told)
    {
        return told.book(on, "book", Numbering.NONE, false);
    }
}
