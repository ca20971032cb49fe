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
import fds.market.instrument.InstrumentType;

/** AscendEX: trades, best prices, books whose changes are counted ({@code seqnum}), and prices of its futures. */
final class Ascendex implements Dialect
{
    private static final String VENUE = "ASCENDEX";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("m").isPresent())
        {
            return;
        }
        final Json data = body.get("data");
        switch (body.need("m"))
        {
            case "trades" ->
            {
                final Listing on = on(body.need("symbol"));
                data.items().forEach(trade -> told.at(Times.millis(trade.get("ts"))).trade(on,
                    Words.aggressor(trade.get("bm")), trade.need("p"), trade.need("q"), trade.need("seqnum")));
            }
            case "depth-realtime", "depth-snapshot-realtime" -> book(body, data, told);
            case "bbo" -> told.at(Times.millis(data.get("ts"))).quote(on(body.need("symbol")),
                data.get("bid").at(0).text(), data.get("bid").at(1).text(), data.get("ask").at(0).text(),
                data.get("ask").at(1).text());
            case "futures-pricing-data" -> body.get("con").items().forEach(row -> pricing(row, told));
            case "ping", "pong", "sub", "unsub", "connected", "auth", "bar", "summary", "error" ->
                told.nothing("message " + body.need("m"));
            default -> throw Json.bad("m", body.need("m"), "a message that AscendEX is known to send");
        }
    }

    private static Listing on(final String symbol)
    {
        return symbol.endsWith("-PERP") ? new Listing(VENUE, symbol, InstrumentType.PERP,
            symbol.substring(0, symbol.length() - 5), "USDT") : Listing.pair(VENUE, symbol, '/');
    }

    private static void book(final Json body, final Json data, final Told told)
    {
        final boolean isSnapshot = body.need("m").contains("snapshot");
        final Book book = told.at(Times.millis(data.get("ts")))
            .book(on(body.need("symbol")), "depth-realtime", Numbering.SPAN, true);
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        told.apply(update.id(data.number("seqnum")).levels(data.get("bids"), data.get("asks")));
    }

    private static void pricing(final Json row, final Told told)
    {
        final Listing on = on(row.need("s"));
        told.at(Times.millis(row.get("t"))).mark(on, row.get("mp").text());
        told.index(on, row.get("ip").text());
        told.openInterest(on, row.get("oi").text());
        told.funding(on, row.get("r").text(), Times.millis(row.get("f")));
    }
}
