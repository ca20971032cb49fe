package fds.feeds.dialect;

import java.util.Arrays;
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
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Huobi (HTX), spot and contracts. {@code depth.step0} tells the whole book each time; {@code high_freq} begins with a
 * snapshot and counts its changes ({@code version}); {@code mbp} names the change before, and needs a book that was
 * asked for. Sizes of contracts are contracts.
 */
final class Huobi implements Dialect
{
    private static final String VENUE = "HUOBI";
    private static final String CONTRACTS = "HUOBI-DM";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (body.get("ping").isPresent() || body.get("op").is("ping"))
        {
            told.nothing("heartbeat");
            return;
        }
        if (body.get("rep").isPresent())
        {
            answer(body, told);
            return;
        }
        if (body.any("subbed", "unsubbed").isPresent() || body.get("op").is("sub"))
        {
            told.nothing("subscription");
            return;
        }
        told.at(Times.millis(body.get("ts")));
        if (body.get("op").is("notify"))
        {
            notify(body, told);
            return;
        }
        final String[] channel = body.get("ch").text().split("\\.");
        if (channel.length < 3 || !channel[0].equals("market"))
        {
            return;
        }
        final Listing on = on(channel[1]);
        final Json tick = body.get("tick");
        switch (channel[2])
        {
            case "trade" -> tick.part("data").items().forEach(trade -> trade(on, trade, told));
            case "depth" -> depth(on, body, channel, told);
            case "mbp" -> mbp(on, body.need("ch"), tick, told);
            case "bbo" -> bbo(on, tick, told);
            case "open_interest" -> body.part("data").items().forEach(row ->
                told.openInterest(on(row.any("contract_code", "symbol").need()), row.need("volume")));
            case "basis" ->
            {
                told.index(on, tick.get("index_price").text());
                told.nothing("basis");
            }
            case "detail", "kline", "ticker", "index", "premium_index", "estimated_rate", "iv", "option_market_index",
                "option_index" -> told.nothing("channel " + channel[2]);
            default -> throw Json.bad("ch", body.need("ch"), "a channel that Huobi is known to have");
        }
    }

    /** Contracts are named {@code BTC-USD}, {@code BTC_CW} or {@code BTC200626}; pairs on the spot in small letters. */
    private static Listing on(final String name)
    {
        final String symbol = name.toUpperCase(Locale.ROOT);
        if (symbol.matches(".*-[CP]-\\d+"))
        {
            return Listing.contract(CONTRACTS, symbol, InstrumentType.OPTION, symbol.replaceAll("-.*", ""));
        }
        if (symbol.indexOf('-') > 0)
        {
            return Listing.contract(CONTRACTS, symbol, symbol.matches(".*-\\d{6}") ? InstrumentType.FUTURE :
                InstrumentType.PERP, symbol.replaceAll("-.*", ""));
        }
        if (symbol.indexOf('_') > 0 || symbol.matches("[A-Z0-9]+\\d{6}"))
        {
            return Listing.contract(CONTRACTS, symbol, InstrumentType.FUTURE,
                symbol.replaceAll("_.*|\\d{6}$", ""));
        }
        return Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol));
    }

    private static void trade(final Listing on, final Json trade, final Told told)
    {
        final Json id = trade.any("tradeId", "trade-id", "id");
        final String side = trade.get("direction").text();
        told.at(Times.millis(trade.get("ts"))).trade(on,
            side.isEmpty() ? Side.NONE : Words.side(trade.get("direction")), trade.need("price"),
            trade.need("amount"), id.text());
    }

    private static void depth(final Listing on, final Json body, final String[] channel, final Told told)
    {
        final Json tick = body.part("tick");
        final boolean isCounted = tick.get("event").isPresent();
        final Book book = told.book(on, String.join(".", Arrays.asList(channel).subList(2, channel.length)),
            isCounted ? Numbering.NEXT : Numbering.NONE, false);
        told.at(Times.millis(tick.get("ts")));
        final BookUpdate update;
        if (isCounted)
        {
            update = (tick.get("event").is("snapshot") ? told.snapshot(book) : told.diff(book))
                .id(tick.number("version"));
        }
        else
        {
            update = body.get("update").is("true") ? told.diff(book) : told.whole(book);
        }
        told.apply(update.levels(tick.get("bids"), tick.get("asks")));
    }

    private static void mbp(final Listing on, final String channel, final Json tick, final Told told)
    {
        final boolean isWhole = channel.contains("refresh");
        final Book book = told.book(on, isWhole ? "mbp.refresh" : "mbp",
            isWhole ? Numbering.NONE : Numbering.SPAN_CHAIN, !isWhole);
        told.apply(isWhole ? told.whole(book).levels(tick.get("bids"), tick.get("asks")) :
            told.diff(book).span(tick.number("prevSeqNum") + 1, tick.number("seqNum"))
                .previous(tick.number("prevSeqNum")).levels(tick.get("bids"), tick.get("asks")));
    }

    private static void answer(final Json body, final Told told)
    {
        final String[] channel = body.need("rep").split("\\.");
        if (channel.length < 3 || !channel[2].equals("mbp"))
        {
            told.nothing("answer");
            return;
        }
        final Json data = body.part("data");
        final Book book = told.at(Times.millis(body.get("ts"))).book(on(channel[1]), "mbp", Numbering.SPAN_CHAIN, true);
        told.apply(told.snapshot(book).id(data.number("seqNum")).levels(data.get("bids"), data.get("asks")));
    }

    private static void bbo(final Listing on, final Json tick, final Told told)
    {
        told.at(Times.millis(tick.any("quoteTime", "ts")));
        if (tick.get("bid").isArray() || tick.get("ask").isArray())
        {
            told.quote(on, tick.get("bid").at(0).text(), tick.get("bid").at(1).text(), tick.get("ask").at(0).text(),
                tick.get("ask").at(1).text());
        }
        else
        {
            told.quote(on, tick.get("bid").text(), tick.get("bidSize").text(), tick.get("ask").text(),
                tick.get("askSize").text());
        }
    }

    private static void notify(final Json body, final Told told)
    {
        final String topic = body.need("topic");
        for (final Json row : body.get("data").items())
        {
            if (topic.endsWith("funding_rate"))
            {
                told.funding(on(row.need("contract_code")), row.get("funding_rate").text(),
                    Times.millis(row.any("settlement_time", "funding_time")));
            }
            else if (topic.endsWith("liquidation_orders"))
            {
                told.at(Times.millis(row.get("created_at"))).liquidation(on(row.need("contract_code")),
                    Words.side(row.get("direction")), row.need("price"), row.need("volume"));
            }
        }
        told.nothing("topic " + topic.substring(topic.lastIndexOf('.') + 1));
    }
}
