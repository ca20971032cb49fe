package fds.feeds.dialect;

import java.util.HashMap;
import java.util.Map;

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

/** Poloniex, its pushes by number of a pair, whose changes are counted, and its channels by name. */
final class Poloniex implements Dialect
{
    private static final String VENUE = "POLONIEX";

    private final Map<String, String> pairs = new HashMap<>(); // number, pair

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.isArray())
        {
            pushed(body, told);
            return;
        }
        if (body.get("event").isPresent())
        {
            told.nothing("subscription");
            return;
        }
        if (!body.get("channel").isPresent())
        {
            return;
        }
        for (final Json row : body.part("data").items())
        {
            final Listing on = on(row.need("symbol"));
            told.at(Times.millis(row.get("createTime")));
            switch (body.need("channel"))
            {
                case "trades" -> told.trade(on, Words.side(row.get("takerSide")), row.need("price"),
                    row.need("quantity"), row.need("id"));
                case "book_lv2" ->
                {
                    final Book book = told.book(on, "book_lv2", Numbering.CHAIN, false);
                    final BookUpdate update = body.get("action").is("snapshot") ? told.snapshot(book) :
                        told.diff(book).previous(row.number("lastId"));
                    told.apply(update.id(row.number("id")).levels(row.get("bids"), row.get("asks")));
                }
                case "book" ->
                {
                    final Book book = told.book(on, "book", Numbering.NONE, false);
                    told.apply(told.whole(book).levels(row.get("bids"), row.get("asks")));
                }
                default -> told.nothing("channel");
            }
        }
    }

    /** Pairs are named quote first by its pushes, and base first by its channels. */
    private static Listing on(final String symbol)
    {
        return Listing.pair(VENUE, symbol, '_');
    }

    private void pushed(final Json body, final Told told)
    {
        final String channel = body.at(0).text();
        if (body.size() < 3 || !body.at(2).isArray())
        {
            if (body.size() <= 2 && channel.matches("\\d{1,5}"))
            {
                told.nothing("heartbeat");
            }
            return;
        }
        if (!body.at(3).text().isEmpty() && pairs.size() < 1 << 16)
        {
            pairs.put(channel, body.at(3).need());
        }
        if (!pairs.containsKey(channel))
        {
            told.nothing("channel whose pair is not told");
            return;
        }
        final Listing on = Listing.spot(VENUE, pairs.get(channel), pairs.get(channel).replaceAll(".*_", ""),
            pairs.get(channel).replaceAll("_.*", ""));
        final Book book = told.book(on, "push", Numbering.NEXT, false);
        BookUpdate update = told.diff(book).id(body.at(1).number());
        for (final Json change : body.at(2).items())
        {
            switch (change.at(0).need())
            {
                case "i" ->
                {
                    update = told.snapshot(book).id(body.at(1).number());
                    final Json sides = change.at(1).part("orderBook");
                    side(update, Side.SELL, sides.at(0));
                    side(update, Side.BUY, sides.at(1));
                }
                case "o" -> update.level(change.at(1).is("1") ? Side.BUY : Side.SELL, change.at(2).need(),
                    change.at(3).need());
                case "t" -> told.at(Times.seconds(change.at(5))).trade(on,
                    change.at(2).is("1") ? Side.BUY : Side.SELL, change.at(3).need(), change.at(4).need(),
                    change.at(1).need());
                default -> throw Json.bad("change", change.at(0).text(), "i, o or t");
            }
        }
        told.apply(update);
    }

    private static void side(final BookUpdate update, final int side, final Json levels)
    {
        levels.fields().forEach((price, quantity) -> update.level(side, price, quantity.need()));
    }
}
