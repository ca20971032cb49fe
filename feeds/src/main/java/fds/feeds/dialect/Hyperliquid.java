package fds.feeds.dialect;

import fds.feeds.raw.Book;
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

/**
 * Hyperliquid's own messages: trades, books told whole, best prices, and the context of a coin. The side of a trade is
 * the aggressor's: A sold, B bought. A coin with an @ is a pair on the spot.
 * Users, where a trade names them, are buyer
 * and seller.
 */
final class Hyperliquid implements Dialect
{
    private static final String VENUE = "HYPERLIQUID";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("channel").isPresent())
        {
            return;
        }
        final Json data = body.get("data");
        switch (body.need("channel"))
        {
            case "trades" -> data.items().forEach(trade -> trade(trade, told));
            case "l2Book" ->
            {
                final Book book = told.at(Times.millis(data.get("time")))
                    .book(on(data.need("coin")), "l2Book", Numbering.NONE, false);
                told.apply(told.whole(book).levels(data.part("levels").at(0), data.part("levels").at(1), "px", "sz"));
            }
            case "bbo" ->
            {
                final Json bid = data.part("bbo").at(0);
                final Json ask = data.part("bbo").at(1);
                told.at(Times.millis(data.get("time"))).quote(on(data.need("coin")), bid.get("px").text(),
                    bid.get("sz").text(), ask.get("px").text(), ask.get("sz").text());
            }
            case "activeAssetCtx", "activeSpotAssetCtx" -> context(on(data.need("coin")), data.part("ctx"), told);
            case "subscriptionResponse", "pong", "error", "candle", "allMids", "notification", "webData2" ->
                told.nothing("channel " + body.need("channel"));
            default -> throw Json.bad("channel", body.need("channel"), "a channel that Hyperliquid is known to have");
        }
    }

    private static Listing on(final String coin)
    {
        return coin.startsWith("@") || coin.indexOf('/') > 0 ? Listing.spot(VENUE, coin, "", "USDC") :
            new Listing(VENUE, coin, InstrumentType.PERP, coin, "USDC");
    }

    private static void trade(final Json trade, final Told told)
    {
        final int side = Words.side(trade.get("side"));
        final String buyer = trade.get("users").at(0).text();
        final String seller = trade.get("users").at(1).text();
        told.at(Times.millis(trade.get("time"))).trade(on(trade.need("coin")), side, trade.need("px"),
            trade.need("sz"), trade.need("tid"))
            .accounts(side == Side.BUY ? seller : buyer, side == Side.BUY ? buyer : seller);
    }

    private static void context(final Listing on, final Json context, final Told told)
    {
        told.mark(on, context.get("markPx").text());
        told.index(on, context.get("oraclePx").text());
        told.openInterest(on, context.get("openInterest").text());
        told.funding(on, context.get("funding").text(), Absent.VALUE);
        told.nothing("context of a coin");
    }
}
