package fds.feeds.dialect;

import java.util.LinkedHashMap;
import java.util.List;
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
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Bitfinex: arrays that begin with the number of a channel, whose subscription tells what it is. All messages of a
 * connection are numbered where the recorder asked for it. Amounts are signed: bids, and trades of a buying aggressor,
 * above 0. A trade is told by {@code te}; {@code tu} tells it again. Raw books tell orders.
 */
final class Bitfinex implements Dialect
{
    private static final String VENUE = "BITFINEX";
    private static final int CHANNELS_MAX = 1 << 16;
    private static final int ORDERS_MAX = 1 << 20;

    private final Map<String, Json> channels = new LinkedHashMap<>();         // number, subscription
    private final Map<String, ConnectionNumbers> numbers = new LinkedHashMap<>();
    private final Map<String, Boolean> orders = new LinkedHashMap<>();        // live, of raw books

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.isObject())
        {
            subscribe(body, told);
            return;
        }
        final Json payload = body.at(1);
        if (body.size() < 2 || body.at(0).text().isEmpty())
        {
            return;
        }
        final boolean isNamed = !payload.isArray();
        final int numberAt = isNamed && !payload.is("hb") ? 3 : 2;
        numbers.computeIfAbsent(message.url(), url -> new ConnectionNumbers());
        if (body.at(numberAt).text().matches("\\d{1,15}"))
        {
            numbers.get(message.url()).onMessage(body.at(numberAt).number(), told);
        }
        told.at(Times.millis(body.at(numberAt + 1)));
        if (payload.is("hb"))
        {
            told.nothing("heartbeat");
            return;
        }
        final Json channel = channels.getOrDefault(body.at(0).text(), Json.NONE);
        final String kind = channel.isPresent() ? channel.need("channel") : body.at(numberAt + 2).text();
        final String symbol = channel.isPresent() ? channel.any("symbol", "key").need() : body.at(numberAt + 3).text();
        if (kind.isEmpty())
        {
            told.nothing("channel whose subscription is not recorded");
            return;
        }
        switch (kind)
        {
            case "trades" -> trades(body, on(symbol), told);
            case "book", "raw_book" -> book(kind.equals("raw_book") || channel.get("prec").is("R0"), payload,
                on(symbol), told);
            case "ticker" -> ticker(payload, symbol, told);
            case "status", "liquidations" -> status(payload, symbol, told);
            case "candles" -> told.nothing("channel candles");
            default -> throw Json.bad("channel", kind, "a channel that Bitfinex is known to have");
        }
    }

    private void subscribe(final Json body, final Told told)
    {
        if (!body.get("event").isPresent())
        {
            return;
        }
        if (body.get("event").is("subscribed") && channels.size() < CHANNELS_MAX)
        {
            channels.put(body.need("chanId"), body);
        }
        told.nothing("subscription");
    }

    /** Pairs are named with a t before them, and a colon where an asset has more than three letters. */
    private static Listing on(final String name)
    {
        final String symbol = name.startsWith("t") ? name.substring(1) : name;
        final int mark = symbol.indexOf(':');
        final int split = mark >= 0 ? mark : symbol.length() - 3;
        if (split <= 0)
        {
            throw Json.bad("symbol", name, "a pair");
        }
        final String base = symbol.substring(0, split);
        final String quote = symbol.substring(mark >= 0 ? mark + 1 : split);
        return base.endsWith("F0") ? new Listing(VENUE, symbol, InstrumentType.PERP, base.replaceAll("F0$", ""),
            quote.replaceAll("F0$", "")) : Listing.spot(VENUE, symbol, base, quote);
    }

    private static int side(final String amount)
    {
        return amount.startsWith("-") ? Side.SELL : Side.BUY;
    }

    private static void trades(final Json body, final Listing on, final Told told)
    {
        if (!body.at(1).is("te"))
        {
            told.nothing(body.at(1).is("tu") ? "trade told before" : "trades of before the subscription");
            return;
        }
        final Json trade = body.at(2);
        final String amount = trade.at(2).need();
        told.at(Times.millis(trade.at(1))).trade(on, side(amount), trade.at(3).need(), Words.absolute(amount),
            trade.at(0).need());
    }

    private void book(final boolean isRaw, final Json payload, final Listing on, final Told told)
    {
        if (!payload.isArray())
        {
            told.nothing("checksum");
            return;
        }
        final boolean isSnapshot = payload.size() == 0 || payload.at(0).isArray();
        if (isRaw)
        {
            if (payload.size() == 0)
            {
                told.nothing("empty book");
            }
            for (final Json order : isSnapshot ? payload.items() : List.of(payload))
            {
                order(order, on, told);
            }
            return;
        }
        final Book book = told.book(on, "book", Numbering.NONE, false);
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        for (final Json level : isSnapshot ? payload.items() : List.of(payload))
        {
            final String amount = level.at(2).need();
            update.level(side(amount), level.at(0).need(), level.at(1).is("0") ? "0" : Words.absolute(amount));
        }
        told.apply(update);
    }

    private void order(final Json order, final Listing on, final Told told)
    {
        final String id = order.at(0).need();
        final String amount = order.at(2).need();
        if (Words.isZero(order.at(1).need()))
        {
            orders.remove(id);
            told.row(Kind.CANCEL, on).orders(id, "");
            return;
        }
        final boolean isLive = orders.containsKey(id);
        if (orders.size() < ORDERS_MAX)
        {
            orders.put(id, true);
        }
        told.row(isLive ? Kind.REPLACE : Kind.NEW, on).orders(id, "").side(side(amount)).price(order.at(1).need())
            .quantity(Words.absolute(amount));
    }

    /** The sizes of a ticker are sums of 25 levels, and no size of the best. */
    private static void ticker(final Json payload, final String symbol, final Told told)
    {
        if (symbol.startsWith("f") || payload.size() > 10)
        {
            told.nothing("ticker of lending");
            return;
        }
        told.quote(on(symbol), payload.at(0).text(), "", payload.at(2).text(), "");
    }

    private static void status(final Json payload, final String key, final Told told)
    {
        if (key.startsWith("liq") || key.equals("global"))
        {
            payload.items().forEach(position -> liquidation(position, told));
            return;
        }
        final Listing on = on(key.startsWith("deriv:") ? key.substring("deriv:".length()) : key);
        told.at(Times.millis(payload.at(0))).index(on, payload.at(3).text());
        told.mark(on, payload.at(14).text());
        told.openInterest(on, payload.at(17).text());
        told.funding(on, payload.at(11).text(), Times.millis(payload.at(7)));
        told.nothing("status of a contract");
    }

    /** A long position, of an amount above 0, is closed by a forced sale. */
    private static void liquidation(final Json position, final Told told)
    {
        final String amount = position.at(5).need();
        if (!position.at(8).is("1"))
        {
            told.nothing("begin of a liquidation");
            return;
        }
        told.at(Times.millis(position.at(2))).liquidation(on(position.at(4).need()),
            Words.opposite(side(amount)), position.at(11).text(), Words.absolute(amount));
    }
}
