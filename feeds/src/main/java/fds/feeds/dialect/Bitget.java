package fds.feeds.dialect;

import java.util.Locale;

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
import fds.market.instrument.InstrumentType;

/**
 * Bitget, versions 2 and 3. A change of a book names the one before it ({@code pseq}) in version 3; version 2 has no
 * numbers. Books of 1, 5 and 15 levels are told whole.
 */
final class Bitget implements Dialect
{
    private static final String VENUE = "BITGET";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("event").isPresent() || message.body().is("pong"))
        {
            told.nothing("subscription");
            return;
        }
        if (!body.get("arg").isPresent() || !body.get("data").isPresent())
        {
            return;
        }
        final Json arg = body.part("arg");
        final String channel = arg.any("channel", "topic").need();
        final String type = arg.need("instType").toUpperCase(Locale.ROOT);
        final Json symbol = arg.any("instId", "symbol");
        for (final Json row : body.part("data").items())
        {
            final Json time = row.any("ts", "T");
            told.at(Times.millis(time.isPresent() ? time : body.get("ts")));
            row(channel, on(symbol.isPresent() ? symbol.need() : row.need("symbol"), type),
                body.get("action").is("snapshot"), row, told);
        }
    }

    private static void row(
        final String channel, final Listing on, final boolean isSnapshot, final Json row, final Told told)
    {
        switch (channel)
        {
            case "trade", "publicTrade" ->
            {
                if (isSnapshot)
                {
                    told.nothing("trades of before the subscription");
                }
                else
                {
                    told.trade(on, Words.side(row.any("side", "S")), row.any("price", "p").need(),
                        row.any("size", "v").need(), row.any("tradeId", "i").need());
                }
            }
            case "books" -> book(on, channel, isSnapshot, row, told);
            case "books1" ->
            {
                final Json bid = row.any("bids", "b").at(0);
                final Json ask = row.any("asks", "a").at(0);
                told.quote(on, bid.at(0).text(), bid.at(1).text(), ask.at(0).text(), ask.at(1).text());
            }
            case "books5", "books15", "books50" ->
            {
                final Book book = told.book(on, channel, Numbering.NONE, false);
                told.apply(told.whole(book).levels(row.any("bids", "b"), row.any("asks", "a")));
            }
            case "ticker" -> ticker(on, row, told);
            case "liquidation" -> told.liquidation(on, Words.side(row.get("side")), row.need("price"),
                row.need("amount"));
            default ->
            {
                if (!channel.startsWith("candle") && !channel.startsWith("kline"))
                {
                    throw Json.bad("channel", channel, "a channel that Bitget is known to have");
                }
                told.nothing("channel candle");
            }
        }
    }

    private static Listing on(final String symbol, final String type)
    {
        if (type.equals("SPOT"))
        {
            return Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol));
        }
        final InstrumentType kind = Words.derivative(symbol);
        return type.startsWith("COIN") ? Listing.contract(VENUE + "-FUTURES", symbol, kind, Words.baseOf(symbol)) :
            new Listing(VENUE + "-FUTURES", symbol, kind, symbol.replaceAll("(USDT|USDC|PERP|USD)$", ""),
                type.startsWith("USDC") ? "USDC" : "USDT");
    }

    private static void book(
        final Listing on, final String channel, final boolean isSnapshot, final Json row, final Told told)
    {
        final boolean isChained = row.get("pseq").isPresent();
        final Book book = told.book(on, channel, isChained ? Numbering.CHAIN : Numbering.NONE, false);
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        if (isChained)
        {
            update.id(row.number("seq")).previous(row.number("pseq"));
        }
        told.apply(update.levels(row.any("bids", "b"), row.any("asks", "a")));
    }

    private static void ticker(final Listing on, final Json row, final Told told)
    {
        told.quote(on, row.any("bidPr", "bid1Price").text(), row.any("bidSz", "bid1Size").text(),
            row.any("askPr", "ask1Price").text(), row.any("askSz", "ask1Size").text());
        told.mark(on, row.get("markPrice").text());
        told.index(on, row.get("indexPrice").text());
        told.openInterest(on, row.any("holdingAmount", "openInterest").text());
        final Json next = row.get("nextFundingTime");
        told.funding(on, row.get("fundingRate").text(), next.isPresent() ? Times.millis(next) : Absent.VALUE);
    }
}
