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
 * Lighter: markets by number; books whose changes name the one before ({@code begin_nonce}), best prices, trades with
 * both orders and accounts, and market statistics. A liquidation is of the taker.
 */
final class Lighter implements Dialect
{
    private static final String VENUE = "LIGHTER";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final String[] type = body.get("type").text().split("/");
        if (type.length < 2)
        {
            if (type[0].matches("connected|ping|pong"))
            {
                told.nothing("subscription");
            }
            return;
        }
        final boolean isFirst = type[0].equals("subscribed");
        final String market = body.need("channel").replaceAll(".*:", "");
        told.at(Times.micros(body.get("last_updated_at")));
        switch (type[1])
        {
            case "order_book" -> book(on(market), body.part("order_book"), isFirst, told);
            case "ticker" -> ticker(on(market), body.get("ticker"), told);
            case "trade" -> trades(body, isFirst, told);
            case "market_stats" ->
            {
                told.at(Times.millis(body.get("timestamp")));
                body.part("market_stats").fields().forEach((id, stats) -> stats(on(id), stats, told));
                told.nothing("market statistics");
            }
            case "height", "account_all", "spot_market_stats" -> told.nothing("channel " + type[1]);
            default -> throw Json.bad("type", body.need("type"), "a type that Lighter is known to send");
        }
    }

    private static Listing on(final String market)
    {
        return Listing.contract(VENUE, market, InstrumentType.PERP, "");
    }

    private static void book(final Listing on, final Json data, final boolean isFirst, final Told told)
    {
        final Book book = told.book(on, "order_book", Numbering.CHAIN, false);
        final BookUpdate update = isFirst ? told.snapshot(book) :
            told.diff(book).previous(data.number("begin_nonce"));
        told.apply(update.id(data.number("nonce")).levels(data.get("bids"), data.get("asks"), "price", "size"));
    }

    private static void ticker(final Listing on, final Json ticker, final Told told)
    {
        final Json bid = ticker.get("b");
        final Json ask = ticker.get("a");
        if (bid.get("price").isPresent())
        {
            told.best(on, Side.BUY, bid.need("price"), bid.get("size").text());
        }
        if (ask.get("price").isPresent())
        {
            told.best(on, Side.SELL, ask.need("price"), ask.get("size").text());
        }
        told.nothing("ticker");
    }

    private static void trades(final Json body, final boolean isFirst, final Told told)
    {
        if (!isFirst)
        {
            body.get("liquidation_trades").items().forEach(trade -> trade(trade, true, told));
            body.get("trades").items().forEach(trade -> trade(trade, false, told));
        }
        told.nothing(isFirst ? "trades of before the subscription" : "message of trades");
    }

    private static void trade(final Json trade, final boolean isForced, final Told told)
    {
        final Listing on = on(trade.need("market_id"));
        final boolean isMakerAsk = trade.get("is_maker_ask").is("true");
        final String ask = trade.any("ask_id_str", "ask_id").text();
        final String bid = trade.any("bid_id_str", "bid_id").text();
        final String asker = trade.get("ask_account_id").text();
        final String bidder = trade.get("bid_account_id").text();
        told.at(Times.millis(trade.get("timestamp")));
        final int side = isMakerAsk ? Side.BUY : Side.SELL;
        if (isForced)
        {
            told.liquidation(on, side, trade.need("price"), trade.need("size"))
                .accounts(isMakerAsk ? bidder : asker, "");
        }
        told.trade(on, side, trade.need("price"), trade.need("size"), trade.any("trade_id_str", "trade_id").need())
            .orders(isMakerAsk ? ask : bid, isMakerAsk ? bid : ask)
            .accounts(isMakerAsk ? asker : bidder, isMakerAsk ? bidder : asker)
            .flag(isForced ? Flags.LIQUIDATION : 0);
    }

    private static void stats(final Listing on, final Json stats, final Told told)
    {
        told.mark(on, stats.get("mark_price").text());
        told.index(on, stats.get("index_price").text());
    }
}
