package fds.feeds.dialect;

import java.util.LinkedHashMap;
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
import fds.market.event.Flags;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * dYdX, versions 3 and 4. The messages of a connection are numbered, and may come out of order: in version 3 the offset
 * of a level tells which of two changes is newer, and an older one is not used.
 */
final class Dydx implements Dialect
{
    private static final int LEVELS_MAX = 1 << 20;

    private final Map<String, ConnectionNumbers> numbers = new LinkedHashMap<>(); // connection
    private final Map<String, Long> offsets = new LinkedHashMap<>();              // market, side and price

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("message_id").isPresent() || !body.get("type").isPresent())
        {
            return;
        }
        if (numbers.size() < LEVELS_MAX)
        {
            numbers.computeIfAbsent(body.need("connection_id"), id -> new ConnectionNumbers())
                .onMessage(body.number("message_id"), told);
        }
        final String type = body.need("type");
        if (!type.equals("subscribed") && !type.startsWith("channel_"))
        {
            told.nothing("subscription");
            return;
        }
        final boolean isFirst = type.equals("subscribed");
        final String channel = body.need("channel");
        final Json contents = body.part("contents");
        switch (channel)
        {
            case "v3_trades", "v4_trades" -> trades(on(channel, body.need("id")), contents, isFirst, told);
            case "v3_orderbook", "v4_orderbook" -> book(on(channel, body.need("id")), contents, isFirst, told);
            case "v3_markets", "v4_markets" -> markets(channel, contents, told);
            case "v4_candles", "v4_block_height", "v4_subaccounts", "v4_parent_subaccounts", "v3_accounts" ->
                told.nothing("channel " + channel);
            default -> throw Json.bad("channel", channel, "a channel that dYdX is known to have");
        }
    }

    private static Listing on(final String channel, final String market)
    {
        final int mark = market.indexOf('-');
        return new Listing(channel.startsWith("v4") ? "DYDX-V4" : "DYDX", market, InstrumentType.PERP,
            mark < 0 ? "" : market.substring(0, mark), mark < 0 ? "" : market.substring(mark + 1));
    }

    private static void trades(final Listing on, final Json contents, final boolean isFirst, final Told told)
    {
        if (isFirst)
        {
            told.nothing("trades of before the subscription");
            return;
        }
        for (final Json trade : contents.part("trades").items())
        {
            final int side = Words.side(trade.get("side"));
            final boolean isForced = trade.get("type").is("LIQUIDATED") || trade.get("liquidation").is("true");
            told.at(Times.iso(trade.get("createdAt")));
            if (isForced)
            {
                told.liquidation(on, side, trade.need("price"), trade.need("size"));
            }
            told.trade(on, side, trade.need("price"), trade.need("size"), trade.get("id").text())
                .flag(isForced ? Flags.LIQUIDATION : 0);
        }
    }

    private void book(final Listing on, final Json contents, final boolean isFirst, final Told told)
    {
        final Book book = told.book(on, "orderbook", Numbering.NONE, false);
        final BookUpdate update = isFirst ? told.snapshot(book) : told.diff(book);
        if (isFirst)
        {
            offsets.keySet().removeIf(key -> key.startsWith(on.symbol() + ' '));
        }
        side(on, update, Side.BUY, contents, contents.get("bids"));
        side(on, update, Side.SELL, contents, contents.get("asks"));
        told.apply(update);
    }

    private void side(
        final Listing on, final BookUpdate update, final int side, final Json contents, final Json levels)
    {
        for (final Json level : levels.items())
        {
            final boolean isObject = level.isObject();
            final String price = isObject ? level.need("price") : level.at(0).need();
            final String size = isObject ? level.need("size") : level.at(1).need();
            final Json offset = isObject ? level.get("offset") : contents.get("offset");
            if (offset.isPresent())
            {
                final String key = on.symbol() + ' ' + side + ' ' + price;
                if (offset.number() <= offsets.getOrDefault(key, -1L))
                {
                    continue;
                }
                if (offsets.size() < LEVELS_MAX || offsets.containsKey(key))
                {
                    offsets.put(key, offset.number());
                }
            }
            update.level(side, price, size);
        }
    }

    private static void markets(final String channel, final Json contents, final Told told)
    {
        final Json markets = contents.get("markets").isPresent() ? contents.get("markets") :
            contents.get("trading").isPresent() ? contents.get("trading") :
            contents.get("oraclePrices").isPresent() ? contents.get("oraclePrices") : contents;
        for (final Map.Entry<String, Json> market : markets.fields().entrySet())
        {
            if (market.getKey().indexOf('-') > 0)
            {
                final Listing on = on(channel, market.getKey());
                final Json state = market.getValue();
                told.at(Times.iso(state.get("effectiveAt"))).index(on, state.get("indexPrice").text());
                told.mark(on, state.get("oraclePrice").text()); // the price that margins are taken at
                told.openInterest(on, state.get("openInterest").text());
                if (state.get("nextFundingAt").isPresent())
                {
                    told.funding(on, state.get("nextFundingRate").text(), Times.iso(state.get("nextFundingAt")));
                }
            }
        }
        told.nothing("markets");
    }
}
