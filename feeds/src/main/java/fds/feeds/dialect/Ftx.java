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
import fds.market.instrument.InstrumentType;

/**
 * FTX and FTX US. Changes of a book have no numbers; the checksum of its texts is not compared, since it needs the
 * venue's own way to write numbers. A trade of a forced order is a liquidation of the aggressor.
 */
final class Ftx implements Dialect
{
    private final String venue;

    Ftx(final String venue)
    {
        this.venue = venue;
    }

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json type = body.get("type");
        if (!type.is("update") && !type.is("partial"))
        {
            if (type.text().matches("subscribed|unsubscribed|info|pong|error"))
            {
                told.nothing("subscription");
            }
            return;
        }
        if (!body.get("channel").isPresent() || !body.get("market").isPresent())
        {
            return;
        }
        final Listing on = on(body.need("market"));
        final Json data = body.part("data");
        switch (body.need("channel"))
        {
            case "orderbook" ->
            {
                final Book book = told.at(Times.seconds(data.get("time"))).book(on, "orderbook", Numbering.NONE, false);
                final BookUpdate update = type.is("partial") ? told.snapshot(book) : told.diff(book);
                told.apply(update.levels(data.get("bids"), data.get("asks")));
            }
            case "trades" -> data.items().forEach(trade -> trade(on, trade, told));
            case "ticker" -> told.at(Times.seconds(data.get("time"))).quote(on, data.get("bid").text(),
                data.get("bidSize").text(), data.get("ask").text(), data.get("askSize").text());
            case "instrument" -> instrument(on, data, told);
            case "markets", "orderbookGrouped" -> told.nothing("channel " + body.need("channel"));
            default -> throw Json.bad("channel", body.need("channel"), "a channel that FTX is known to have");
        }
    }

    private Listing on(final String market)
    {
        final int mark = market.indexOf('-');
        return mark < 0 ? Listing.pair(venue, market, '/') : new Listing(venue, market,
            market.endsWith("-PERP") ? InstrumentType.PERP : InstrumentType.FUTURE, market.substring(0, mark), "USD");
    }

    private static void trade(final Listing on, final Json trade, final Told told)
    {
        final int side = Words.side(trade.get("side"));
        final boolean isForced = trade.get("liquidation").is("true");
        told.at(Times.iso(trade.get("time")));
        if (isForced)
        {
            told.liquidation(on, side, trade.need("price"), trade.need("size"));
        }
        told.trade(on, side, trade.need("price"), trade.need("size"), trade.get("id").text())
            .flag(isForced ? Flags.LIQUIDATION : 0);
    }

    private static void instrument(final Listing on, final Json data, final Told told)
    {
        told.mark(on, data.get("info").get("mark").text());
        told.index(on, data.get("info").get("index").text());
        told.openInterest(on, data.get("stats").get("openInterest").text());
        told.funding(on, data.get("stats").get("nextFundingRate").text(),
            Times.iso(data.get("stats").get("nextFundingTime")));
        told.nothing("channel instrument");
    }
}
