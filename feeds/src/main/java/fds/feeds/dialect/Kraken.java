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

/**
 * Kraken's spot, versions 1 and 2. Changes of a book have no numbers; the checksum of its ten best levels needs the
 * decimals of the pair, which version 2 does not write, and is not compared.
 */
final class Kraken implements Dialect
{
    private static final String VENUE = "KRAKEN";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.isArray())
        {
            first(body, told);
            return;
        }
        if (body.get("event").isPresent() || body.get("method").isPresent())
        {
            told.nothing("subscription");
            return;
        }
        if (!body.get("channel").isPresent())
        {
            return;
        }
        switch (body.need("channel"))
        {
            case "trade" -> trades(body, told);
            case "book" -> body.part("data").items().forEach(row -> book(body, row, told));
            case "ticker" -> body.part("data").items().forEach(row ->
                told.at(Times.iso(row.get("timestamp"))).quote(on(row.need("symbol")), row.get("bid").text(),
                    row.get("bid_qty").text(), row.get("ask").text(), row.get("ask_qty").text()));
            case "heartbeat", "status", "ohlc", "instrument" -> told.nothing("channel " + body.need("channel"));
            default -> throw Json.bad("channel", body.need("channel"), "a channel that Kraken is known to have");
        }
    }

    private static Listing on(final String symbol)
    {
        return Listing.pair(VENUE, symbol, '/');
    }

    private static void trades(final Json body, final Told told)
    {
        if (body.get("type").is("snapshot"))
        {
            told.nothing("trades of before the subscription");
            return;
        }
        for (final Json row : body.part("data").items())
        {
            told.at(Times.iso(row.get("timestamp"))).trade(on(row.need("symbol")), Words.side(row.get("side")),
                row.need("price"), row.need("qty"), row.get("trade_id").text());
        }
    }

    private static void book(final Json body, final Json row, final Told told)
    {
        final Book book = told.at(Times.iso(row.get("timestamp")))
            .book(on(row.need("symbol")), "book", Numbering.NONE, false);
        told.apply((body.get("type").is("snapshot") ? told.snapshot(book) : told.diff(book))
            .levels(row.get("bids"), row.get("asks"), "price", "qty"));
    }

    /** Version 1: number of the channel, one or two payloads, the channel's name, the pair. */
    private static void first(final Json body, final Told told)
    {
        final String channel = body.at(-2).need();
        final Listing on = on(body.at(-1).need());
        final Json payload = body.at(1);
        if (channel.startsWith("book-"))
        {
            book(on, channel, body, told);
            return;
        }
        switch (channel)
        {
            case "trade" ->
            {
                for (final Json trade : payload.items())
                {
                    told.at(Times.seconds(trade.at(2))).trade(on, trade.at(3).is("b") ? Side.BUY : Side.SELL,
                        trade.at(0).need(), trade.at(1).need(), "");
                }
            }
            case "spread" -> told.at(Times.seconds(payload.at(2))).quote(on, payload.at(0).need(),
                payload.at(3).need(), payload.at(1).need(), payload.at(4).need());
            case "ticker" -> told.quote(on, payload.get("b").at(0).text(), payload.get("b").at(2).text(),
                payload.get("a").at(0).text(), payload.get("a").at(2).text());
            default -> told.nothing(channel.startsWith("ohlc") ? "channel ohlc" : "channel");
        }
    }

    private static void book(final Listing on, final String channel, final Json body, final Told told)
    {
        final Book book = told.book(on, channel, Numbering.NONE, false);
        final boolean isSnapshot = body.at(1).get("as").isPresent() || body.at(1).get("bs").isPresent();
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        for (int i = 1; i < body.size() - 2; i++)
        {
            final Json payload = body.at(i);
            update.levels(payload.any("b", "bs"), payload.any("a", "as"));
        }
        told.apply(update);
    }
}
