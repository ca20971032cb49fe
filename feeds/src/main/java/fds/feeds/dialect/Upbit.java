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

/** Upbit: trades, and the best levels of a book told whole each time; in its long and its short form. */
final class Upbit implements Dialect
{
    private static final String VENUE = "UPBIT";
    private static final long MILLIS_MAX = 100_000_000_000_000L;

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        final Json type = body.any("type", "ty");
        if (!type.isPresent() || !body.any("code", "cd").isPresent())
        {
            if (body.get("status").isPresent() && body.size() == 1)
            {
                told.nothing("heartbeat");
            }
            return;
        }
        final String code = body.any("code", "cd").need();
        final int mark = code.indexOf('-');
        if (mark < 0)
        {
            throw Json.bad("code", code, "QUOTE-BASE");
        }
        final Listing on = Listing.spot(VENUE, code, code.substring(mark + 1), code.substring(0, mark));
        switch (type.need())
        {
            case "trade" -> trade(on, body, told);
            case "orderbook" -> book(on, body, told);
            case "ticker", "candle.1s", "candle.1m" -> told.nothing(type.text());
            default -> throw Json.bad("type", type.text(), "trade, orderbook, ticker or candle");
        }
    }

    private static void trade(final Listing on, final Json body, final Told told)
    {
        if (body.any("stream_type", "st").is("SNAPSHOT"))
        {
            told.nothing("trades of before the subscription");
            return;
        }
        told.at(time(body.any("trade_timestamp", "ttms"))).trade(on, Words.side(body.any("ask_bid", "ab")),
            body.any("trade_price", "tp").need(), body.any("trade_volume", "tv").need(),
            body.any("sequential_id", "sid").need());
    }

    private static void book(final Listing on, final Json body, final Told told)
    {
        final Book book = told.book(on, "orderbook", Numbering.NONE, false);
        final BookUpdate update = told.at(time(body.any("timestamp", "tms"))).whole(book);
        for (final Json unit : body.any("orderbook_units", "obu").items())
        {
            level(update, Side.BUY, unit.any("bid_price", "bp"), unit.any("bid_size", "bs"));
            level(update, Side.SELL, unit.any("ask_price", "ap"), unit.any("ask_size", "as"));
        }
        told.apply(update);
    }

    /** Where one side has fewer levels, the others have the price 0. */
    private static void level(final BookUpdate update, final int side, final Json price, final Json size)
    {
        if (!Words.isZero(price.need()) && !Words.isZero(size.need()))
        {
            update.level(side, price.need(), size.need());
        }
    }

    /** Milliseconds; some messages have microseconds. */
    private static long time(final Json number)
    {
        return number.isPresent() && number.number() > MILLIS_MAX ? Times.micros(number) : Times.millis(number);
    }
}
