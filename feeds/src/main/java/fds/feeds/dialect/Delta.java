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
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Delta Exchange: books told whole ({@code l2_orderbook}) or by counted changes ({@code l2_updates}), best prices,
 * trades, marks, funding. The aggressor is the one whose role is taker. Sizes are contracts; funding rates are percent.
 */
final class Delta implements Dialect
{
    private static final String VENUE = "DELTA";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json type = body.get("type");
        if (!type.isPresent())
        {
            return;
        }
        if (!body.get("symbol").isPresent())
        {
            if (type.text().matches("subscriptions|heartbeat|pong|success|error|all_trades_snapshot"))
            {
                told.nothing("subscription");
            }
            return;
        }
        final String symbol = body.need("symbol").replaceAll("^MARK:", "");
        final Listing on = on(symbol);
        told.at(Times.micros(body.get("timestamp")));
        switch (type.need())
        {
            case "l2_orderbook", "l2_updates" -> book(on, body, told);
            case "l1_orderbook" -> told.quote(on, body.get("best_bid").text(), body.get("bid_qty").text(),
                body.get("best_ask").text(), body.get("ask_qty").text());
            case "recent_trade", "all_trades" -> told.trade(on,
                body.get("buyer_role").is("taker") ? Side.BUY : Side.SELL, body.need("price"), body.need("size"), "");
            case "mark_price" -> told.mark(on, body.need("price"));
            case "funding_rate" ->
            {
                told.funding(on, Words.scaled(body.get("funding_rate"), 2),
                    Times.micros(body.get("next_funding_realization")));
                told.nothing("funding rate");
            }
            case "ticker", "v2/ticker" -> ticker(on, body, told);
            case "spot_price" -> told.index(on, body.need("price"));
            case "recent_trade_snapshot", "all_trades_snapshot", "product_updates", "announcements",
                "candlestick_1m" -> told.nothing("message " + type.text());
            default -> throw Json.bad("type", type.text(), "a type that Delta is known to send");
        }
    }

    private static Listing on(final String symbol)
    {
        if (symbol.matches("[CP]-.*"))
        {
            return Listing.contract(VENUE, symbol, InstrumentType.OPTION,
                symbol.replaceAll("^[CP]-|(?<=[A-Z0-9])-.*", ""));
        }
        return symbol.indexOf('_') > 0 ? Listing.pair(VENUE, symbol, '_') :
            Listing.contract(VENUE, symbol, InstrumentType.PERP, Words.baseOf(symbol));
    }

    private static void book(final Listing on, final Json body, final Told told)
    {
        final boolean isCounted = body.get("type").is("l2_updates");
        final Book book = told.book(on, body.need("type"), isCounted ? Numbering.NEXT : Numbering.NONE, false);
        if (!isCounted)
        {
            told.apply(told.whole(book).levels(body.get("buy"), body.get("sell"), "limit_price", "size"));
            return;
        }
        final BookUpdate update = body.get("action").is("snapshot") ? told.snapshot(book) : told.diff(book);
        told.apply(update.id(body.number("sequence_no")).levels(body.get("bids"), body.get("asks")));
    }

    private static void ticker(final Listing on, final Json body, final Told told)
    {
        told.mark(on, body.get("mark_price").text());
        told.index(on, body.get("spot_price").text());
        told.openInterest(on, body.get("oi").text());
        told.nothing("ticker");
    }
}
