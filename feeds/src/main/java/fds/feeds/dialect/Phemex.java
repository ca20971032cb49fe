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

/**
 * Phemex: books and trades by symbol. Prices and sizes of its older channels are scaled: prices of contracts by 10^4,
 * prices and sizes of the spot (symbols with an s before them) by 10^8. Numbers of a book only grow.
 */
final class Phemex implements Dialect
{
    private static final String VENUE = "PHEMEX";
    private static final int SPOT_DECIMALS = 8;
    private static final int CONTRACT_DECIMALS = 4;

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        told.at(Times.of(body.get("timestamp"), 1));
        if (body.any("book", "orderbook_p").isPresent())
        {
            book(body, told);
        }
        else if (body.any("trades", "trades_p").isPresent())
        {
            trades(body, told);
        }
        else if (body.get("market24h").isPresent())
        {
            market(body.part("market24h"), told);
        }
        else if (body.get("method").is("perp_market24h_pack_p.update"))
        {
            body.part("data").items().forEach(row -> perp(row, told));
        }
        else if (body.any("result", "error", "kline", "kline_p", "spot_market24h", "tick", "tick_p").isPresent() ||
            body.get("id").isPresent() && body.size() <= 3)
        {
            told.nothing(body.get("kline").isPresent() || body.get("kline_p").isPresent() ? "candle" : "subscription");
        }
    }

    private static Listing on(final String symbol)
    {
        if (symbol.startsWith("s") && symbol.length() > 1 && Character.isUpperCase(symbol.charAt(1)))
        {
            return Listing.spot(VENUE, symbol, Words.baseOf(symbol.substring(1)), Words.quoteOf(symbol));
        }
        final String quote = Words.quoteOf(symbol);
        return quote.equals("USDT") || quote.equals("USDC") ?
            new Listing(VENUE, symbol, InstrumentType.PERP, Words.baseOf(symbol), quote) :
            Listing.contract(VENUE, symbol, InstrumentType.PERP, Words.baseOf(symbol));
    }

    private static String price(final Listing on, final Json number, final boolean isScaled)
    {
        return Words.scaled(number, !isScaled ? 0 :
            on.type() == InstrumentType.SPOT ? SPOT_DECIMALS : CONTRACT_DECIMALS);
    }

    private static String size(final Listing on, final Json number, final boolean isScaled)
    {
        return Words.scaled(number, isScaled && on.type() == InstrumentType.SPOT ? SPOT_DECIMALS : 0);
    }

    private static void book(final Json body, final Told told)
    {
        final boolean isScaled = body.get("book").isPresent();
        final Json levels = body.part(isScaled ? "book" : "orderbook_p");
        final Listing on = on(body.need("symbol"));
        final Book book = told.book(on, isScaled ? "book" : "orderbook_p", Numbering.RISING, false);
        final BookUpdate update = (body.get("type").is("snapshot") ? told.snapshot(book) : told.diff(book))
            .id(body.number("sequence"));
        side(on, update, Side.BUY, levels.get("bids"), isScaled);
        side(on, update, Side.SELL, levels.get("asks"), isScaled);
        told.apply(update);
    }

    private static void side(
        final Listing on, final BookUpdate update, final int side, final Json levels, final boolean isScaled)
    {
        for (final Json level : levels.items())
        {
            update.level(side, price(on, level.at(0), isScaled), size(on, level.at(1), isScaled));
        }
    }

    private static void trades(final Json body, final Told told)
    {
        if (body.get("type").is("snapshot"))
        {
            told.nothing("trades of before the subscription");
            return;
        }
        final boolean isScaled = body.get("trades").isPresent();
        final Listing on = on(body.need("symbol"));
        for (final Json trade : body.part(isScaled ? "trades" : "trades_p").items())
        {
            told.at(Times.of(trade.at(0), 1)).trade(on, Words.side(trade.at(1)), price(on, trade.at(2), isScaled),
                size(on, trade.at(3), isScaled), "");
        }
    }

    private static void market(final Json state, final Told told)
    {
        final Listing on = on(state.need("symbol"));
        told.mark(on, price(on, state.get("markPrice"), true));
        told.index(on, price(on, state.get("indexPrice"), true));
        told.openInterest(on, state.get("openInterest").text());
        told.funding(on, Words.scaled(state.get("fundingRate"), SPOT_DECIMALS), Absent.VALUE);
    }

    private static void perp(final Json row, final Told told)
    {
        final Listing on = on(row.at(0).need());
        told.index(on, row.at(8).text());
        told.mark(on, row.at(9).text());
        told.openInterest(on, row.at(7).text());
        told.funding(on, row.at(10).text(), Absent.VALUE);
    }
}
