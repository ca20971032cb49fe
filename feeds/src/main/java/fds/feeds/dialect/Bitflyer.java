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
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** bitFlyer: boards, executions and tickers. A board has no numbers; executions without a side are of an auction. */
final class Bitflyer implements Dialect
{
    private static final String VENUE = "BITFLYER";
    private static final String PREFIX = "lightning_";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("method").is("channelMessage"))
        {
            if (body.get("jsonrpc").isPresent() && body.get("result").is("true"))
            {
                told.nothing("subscription");
            }
            return;
        }
        final Json params = body.part("params");
        final String channel = params.need("channel");
        final Json data = params.part("message");
        final String[] parts = channel.startsWith(PREFIX) ? channel.split("_(?=[A-Z])", 2) : new String[0];
        if (parts.length < 2)
        {
            throw Json.bad("channel", channel, "a channel that bitFlyer is known to have");
        }
        final Listing on = on(parts[1]);
        switch (parts[0])
        {
            case "lightning_board_snapshot", "lightning_board" ->
            {
                final Book book = told.book(on, "board", Numbering.NONE, false);
                told.apply((parts[0].endsWith("snapshot") ? told.snapshot(book) : told.diff(book))
                    .levels(data.get("bids"), data.get("asks"), "price", "size"));
            }
            case "lightning_executions" -> data.items().forEach(trade -> trade(on, trade, told));
            case "lightning_ticker" -> told.at(Times.iso(data.get("timestamp"))).quote(on,
                data.get("best_bid").text(), data.get("best_bid_size").text(), data.get("best_ask").text(),
                data.get("best_ask_size").text());
            default -> throw Json.bad("channel", channel, "a channel that bitFlyer is known to have");
        }
    }

    private static Listing on(final String product)
    {
        return product.startsWith("FX_") ? new Listing(VENUE, product, InstrumentType.PERP,
            product.replaceAll("FX_|_[A-Z]+$", ""), product.replaceAll(".*_", "")) :
            Listing.pair(VENUE, product, '_');
    }

    private static void trade(final Listing on, final Json trade, final Told told)
    {
        final boolean hasSide = !trade.get("side").text().isEmpty();
        final int side = hasSide ? Words.side(trade.get("side")) : Side.NONE;
        final String buyer = trade.get("buy_child_order_acceptance_id").text();
        final String seller = trade.get("sell_child_order_acceptance_id").text();
        told.at(trade.get("exec_date").isPresent() ? Times.iso(trade.get("exec_date")) : Absent.VALUE)
            .trade(on, side, trade.need("price"), trade.need("size"), trade.need("id"))
            .orders(side == Side.SELL ? buyer : seller, side == Side.SELL ? seller : buyer);
    }
}
