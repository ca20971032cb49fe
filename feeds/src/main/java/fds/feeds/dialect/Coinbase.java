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
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Coinbase Exchange and Coinbase International. Changes of {@code level2} have no numbers; those of International are
 * numbered, with holes. The side of a match is the maker's. Orders of the full channel are told as orders.
 */
final class Coinbase implements Dialect
{
    private static final String VENUE = "COINBASE";
    private static final String INTERNATIONAL = "COINBASE-INTX";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("channel").isPresent() && body.get("product_id").isPresent())
        {
            international(body, told);
            return;
        }
        final Json type = body.get("type");
        if (!type.isPresent() || !body.get("product_id").isPresent())
        {
            switch (type.text())
            {
                case "subscriptions", "error", "status", "heartbeat" -> told.nothing(type.text());
                default ->
                {
                    return;
                }
            }
            return;
        }
        final Listing on = Listing.pair(VENUE, body.need("product_id"), '-');
        told.at(Times.iso(body.get("time")));
        switch (type.need())
        {
            case "match" -> told.trade(on, Words.opposite(Words.side(body.get("side"))), body.need("price"),
                body.need("size"), body.need("trade_id"))
                .orders(body.get("maker_order_id").text(), body.get("taker_order_id").text());
            case "last_match" -> told.nothing("trade of before the subscription");
            case "snapshot", "l2update" -> book(on, body, told);
            case "ticker" -> told.quote(on, body.get("best_bid").text(), body.get("best_bid_size").text(),
                body.get("best_ask").text(), body.get("best_ask_size").text());
            case "open" -> told.row(Kind.NEW, on).side(Words.side(body.get("side"))).price(body.need("price"))
                .quantity(body.need("remaining_size")).orders(body.need("order_id"), "");
            case "done" -> done(on, body, told);
            case "change" -> change(on, body, told);
            case "received", "activate", "heartbeat", "auction", "status", "rfq_match" ->
                told.nothing("message " + type.text());
            default -> throw Json.bad("type", type.text(), "a type that Coinbase is known to send");
        }
    }

    private static void book(final Listing on, final Json body, final Told told)
    {
        final Book book = told.book(on, "level2", Numbering.NONE, false);
        if (body.get("type").is("snapshot"))
        {
            told.apply(told.snapshot(book).levels(body.part("bids"), body.part("asks")));
            return;
        }
        told.apply(changes(told.diff(book), body));
    }

    private static BookUpdate changes(final BookUpdate update, final Json body)
    {
        for (final Json change : body.part("changes").items())
        {
            update.level(Words.side(change.at(0)), change.at(1).need(), change.at(2).need());
        }
        return update;
    }

    /** An order that ends by its fills has ended with the last of them. */
    private static void done(final Listing on, final Json body, final Told told)
    {
        if (body.get("reason").is("filled") || !body.get("price").isPresent())
        {
            told.nothing("end of an order by its fills");
            return;
        }
        told.row(Kind.CANCEL, on).orders(body.need("order_id"), "").reason(body.get("reason").text());
    }

    private static void change(final Listing on, final Json body, final Told told)
    {
        if (!body.get("new_size").isPresent() || !body.get("price").isPresent())
        {
            told.nothing("message change");
            return;
        }
        told.row(Kind.REPLACE, on).orders(body.need("order_id"), "").side(Words.side(body.get("side")))
            .price(body.need("price")).quantity(body.need("new_size"));
    }

    private static void international(final Json body, final Told told)
    {
        final String symbol = body.need("product_id");
        final Listing on = symbol.endsWith("-PERP") ? new Listing(INTERNATIONAL, symbol, InstrumentType.PERP,
            symbol.substring(0, symbol.length() - 5), "USDC") : Listing.pair(INTERNATIONAL, symbol, '-');
        told.at(Times.iso(body.get("time")));
        switch (body.need("channel"))
        {
            case "MATCH" ->
            {
                final boolean hasSide = body.get("aggressor_side").text().matches("BUY|SELL");
                told.trade(on, hasSide ? Words.side(body.get("aggressor_side")) : Side.NONE, body.need("trade_price"),
                    body.need("trade_qty"), body.need("match_id"));
            }
            case "LEVEL2" ->
            {
                final Book book = told.book(on, "LEVEL2", Numbering.RISING, false);
                final boolean isSnapshot = body.get("type").is("SNAPSHOT");
                told.apply(isSnapshot ? told.snapshot(book).id(body.number("sequence"))
                    .levels(body.part("bids"), body.part("asks")) :
                    changes(told.diff(book).id(body.number("sequence")), body));
            }
            case "LEVEL1" -> told.quote(on, body.get("bid_price").text(), body.get("bid_qty").text(),
                body.get("ask_price").text(), body.get("ask_qty").text());
            case "RISK" ->
            {
                told.mark(on, body.get("mark_price").text());
                told.index(on, body.get("index_price").text());
                told.openInterest(on, body.get("open_interest").text());
            }
            case "FUNDING" -> told.funding(on, body.get("funding_rate").text(), Times.iso(body.get("time")));
            case "INSTRUMENTS", "CANDLES_ONE_MINUTE", "CANDLES_FIVE_MINUTE" ->
                told.nothing("channel " + body.need("channel"));
            default -> throw Json.bad("channel", body.need("channel"), "a channel that Coinbase is known to have");
        }
    }
}
