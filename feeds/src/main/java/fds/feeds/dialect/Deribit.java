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
import fds.market.event.Flags;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Deribit: JSON-RPC notifications. A change of a book names the change before it; one that names none, or 0, is the
 * whole book. A trade of a forced order is a liquidation too, of the side that was forced.
 */
final class Deribit implements Dialect
{
    private static final String VENUE = "DERIBIT";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("method").is("subscription"))
        {
            if (body.get("jsonrpc").isPresent())
            {
                told.nothing(body.get("method").is("heartbeat") ? "heartbeat" : "subscription");
            }
            return;
        }
        final Json data = body.part("params").part("data");
        final String channel = body.part("params").need("channel");
        switch (channel.substring(0, Math.max(0, channel.indexOf('.'))))
        {
            case "book" -> book(data, channel, told);
            case "trades" -> data.items().forEach(trade -> trade(trade, told));
            case "quote", "ticker", "incremental_ticker" -> ticker(data, told);
            case "deribit_price_index", "deribit_price_ranking", "deribit_volatility_index",
                "estimated_expiration_price", "markprice", "chart", "instrument", "platform_state",
                "announcements", "perpetual" -> told.nothing("channel " + channel.substring(0, channel.indexOf('.')));
            default -> throw Json.bad("channel", channel, "a channel that Deribit is known to have");
        }
    }

    private static Listing on(final String name)
    {
        final int mark = name.indexOf('-');
        final String pair = mark < 0 ? name : name.substring(0, mark);
        final int linear = pair.indexOf('_');
        final String base = linear < 0 ? pair : pair.substring(0, linear);
        if (mark < 0)
        {
            return Listing.pair(VENUE, name, '_');
        }
        final InstrumentType type = name.endsWith("-C") || name.endsWith("-P") ? InstrumentType.OPTION :
            name.endsWith("PERPETUAL") ? InstrumentType.PERP : InstrumentType.FUTURE;
        final boolean isCombination = name.matches("[^-]+-[A-Z]{2,}[0-9]*-.*");
        return linear >= 0 && !isCombination ?
            new Listing(VENUE, name, type, base, pair.substring(linear + 1)) :
            type == InstrumentType.OPTION ? new Listing(VENUE, name, type, base, base) :
            Listing.contract(VENUE, name, type, base);
    }

    private static void book(final Json data, final String channel, final Told told)
    {
        final String name = data.need("instrument_name");
        told.at(Times.millis(data.get("timestamp")));
        final Book book = told.book(on(name), channel.replace(name + '.', ""), Numbering.CHAIN, false);
        final Json previous = data.get("prev_change_id");
        final boolean isSnapshot =
            data.get("type").is("snapshot") || !previous.isPresent() || previous.number() == 0;
        final BookUpdate update = isSnapshot ? told.snapshot(book) :
            told.diff(book).previous(previous.number());
        update.id(data.number("change_id"));
        side(update, Side.BUY, data.part("bids"));
        side(update, Side.SELL, data.part("asks"));
        told.apply(update);
    }

    private static void side(final BookUpdate update, final int side, final Json levels)
    {
        for (final Json level : levels.items())
        {
            final int at = level.size() - 2; // the action stands before price and amount, where it is told
            update.level(side, level.at(at).need(),
                level.at(0).is("delete") ? "0" : level.at(at + 1).need());
        }
    }

    private static void trade(final Json trade, final Told told)
    {
        final Listing on = on(trade.need("instrument_name"));
        final int side = Words.side(trade.get("direction"));
        final String price = trade.need("price");
        final String amount = trade.need("amount");
        final String forced = trade.get("liquidation").text();
        told.at(Times.millis(trade.get("timestamp")));
        if (forced.contains("T"))
        {
            told.liquidation(on, side, price, amount);
        }
        if (forced.contains("M"))
        {
            told.liquidation(on, Words.opposite(side), price, amount);
        }
        told.trade(on, side, price, amount, trade.need("trade_id")).flag(forced.isEmpty() ? 0 : Flags.LIQUIDATION);
    }

    private static void ticker(final Json data, final Told told)
    {
        final Listing on = on(data.need("instrument_name"));
        told.at(Times.millis(data.get("timestamp")));
        if (data.get("best_bid_price").isPresent() || data.get("best_ask_price").isPresent())
        {
            told.quote(on, data.get("best_bid_price").text(), data.get("best_bid_amount").text(),
                data.get("best_ask_price").text(), data.get("best_ask_amount").text());
        }
        told.mark(on, data.get("mark_price").text());
        told.index(on, data.get("index_price").text());
        told.openInterest(on, data.get("open_interest").text());
        told.funding(on, data.get("current_funding").text(), Times.millis(data.get("timestamp")));
    }
}
