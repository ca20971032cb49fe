package fds.feeds.dialect;

import java.util.Locale;

import fds.feeds.raw.Book;
import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Numbering;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Bitstamp: channels by pair, and the answers of its order book by HTTP. Changes of a book have the time they were made
 * as their number, which grows with holes; a change not newer than the snapshot is in it already. The side of a trade
 * is the aggressor's, and both orders are told. Live orders are told as orders.
 */
final class Bitstamp implements Dialect
{
    private static final String VENUE = "BITSTAMP";
    private static final String DIFFS = "diff_order_book";
    private static final String REQUEST = "/order_book/";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (message.direction() == Recorded.Direction.ANSWERED)
        {
            final int at = message.url().indexOf(REQUEST);
            if (at >= 0)
            {
                book(on(message.url().substring(at + REQUEST.length()).replaceAll("[/?].*", "")), body, true, told);
            }
            return;
        }
        if (!body.get("event").isPresent() || !body.get("channel").isPresent())
        {
            return;
        }
        final String channel = body.need("channel");
        final String event = body.need("event");
        if (event.startsWith("bts:"))
        {
            told.nothing("subscription");
            return;
        }
        final Json data = body.part("data");
        final Listing on = on(channel.substring(channel.lastIndexOf('_') + 1));
        told.at(Times.micros(data.get("microtimestamp")));
        if (channel.startsWith(DIFFS))
        {
            book(on, data, event.equals("snapshot"), told);
        }
        else if (channel.startsWith("live_trades"))
        {
            trade(on, data, told);
        }
        else if (channel.startsWith("live_orders"))
        {
            order(on, data, event, told);
        }
        else if (channel.startsWith("order_book") || channel.startsWith("detail_order_book"))
        {
            final Book book = told.book(on, "order_book", Numbering.NONE, false);
            told.apply(told.whole(book).levels(data.part("bids"), data.part("asks")));
        }
        else
        {
            throw Json.bad("channel", channel, "a channel that Bitstamp is known to have");
        }
    }

    private static Listing on(final String pair)
    {
        final String symbol = pair.toUpperCase(Locale.ROOT);
        return Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol));
    }

    private static void book(final Listing on, final Json data, final boolean isSnapshot, final Told told)
    {
        final Book book = told.book(on, DIFFS, Numbering.RISING, true);
        final Json micros = data.get("microtimestamp");
        told.at(micros.isPresent() ? Times.micros(micros) : Times.seconds(data.get("timestamp")));
        told.apply((isSnapshot ? told.snapshot(book) : told.diff(book))
            .id(micros.isPresent() ? micros.number() : 1_000_000 * data.number("timestamp"))
            .levels(data.part("bids"), data.part("asks")));
    }

    private static void trade(final Listing on, final Json data, final Told told)
    {
        final boolean isBuy = data.need("type").equals("0");
        final String buyer = data.get("buy_order_id").text();
        final String seller = data.get("sell_order_id").text();
        told.trade(on, isBuy ? Side.BUY : Side.SELL,
            data.any("price_str", "price").need(), data.any("amount_str", "amount").need(), data.need("id"))
            .orders(isBuy ? seller : buyer, isBuy ? buyer : seller);
    }

    private static void order(final Listing on, final Json data, final String event, final Told told)
    {
        final int side = data.need("order_type").equals("0") ? Side.BUY : Side.SELL;
        final String id = data.any("id_str", "id").need();
        final String amount = data.any("amount_str", "amount").need();
        final String price = data.any("price_str", "price").need();
        switch (event)
        {
            case "order_created" -> told.row(Kind.NEW, on).orders(id, "").side(side).price(price).quantity(amount);
            case "order_changed" -> told.row(Kind.REPLACE, on).orders(id, "").side(side).price(price).quantity(amount);
            case "order_deleted" -> told.row(Kind.CANCEL, on).orders(id, "").side(side).price(price);
            default -> throw Json.bad("event", event, "order_created, order_changed or order_deleted");
        }
    }
}
