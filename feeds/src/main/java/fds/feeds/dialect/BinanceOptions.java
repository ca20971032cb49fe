package fds.feeds.dialect;

import fds.feeds.raw.Book;
import fds.feeds.raw.Dialect;
import fds.feeds.raw.Json;
import fds.feeds.raw.Listing;
import fds.feeds.raw.Numbering;
import fds.feeds.raw.Recorded;
import fds.feeds.raw.Times;
import fds.feeds.raw.Told;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** Binance's options: books of the best levels told whole, trades, best prices, marks, the index, open interest. */
final class BinanceOptions implements Dialect
{
    private static final String VENUE = "BINANCE-OPTIONS";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("stream").isPresent())
        {
            return;
        }
        final String stream = body.need("stream");
        final String[] parts = stream.split("@");
        for (final Json data : body.part("data").items())
        {
            final Listing on = on(data.need("s"));
            told.at(Times.millis(data.any("T", "E")));
            switch (parts.length < 2 ? stream : parts[1].replaceAll("\\d.*", ""))
            {
                case "trade", "optionTrade" -> trade(on, data, told);
                case "depth" -> depth(on, data, told);
                case "bookTicker" ->
                    told.quote(on, data.need("b"), data.need("B"), data.need("a"), data.need("A"));
                case "index" -> told.index(on, data.need("p"));
                case "markPrice", "optionMarkPrice" -> mark(on, data, told);
                case "ticker" -> quote(on, data, told);
                case "openInterest", "optionOpenInterest" -> told.openInterest(on, data.need("o"));
                case "optionTicker", "kline_", "option_pair" -> told.nothing("stream " + parts[1]);
                default -> throw Json.bad("stream", stream, "a stream that Binance's options are known to have");
            }
        }
    }

    private static Listing on(final String symbol)
    {
        final int mark = symbol.indexOf('-');
        return mark < 0 ? Listing.spot(VENUE, symbol, Words.baseOf(symbol), Words.quoteOf(symbol)) :
            new Listing(VENUE, symbol, InstrumentType.OPTION, symbol.substring(0, mark), "USDT");
    }

    private static void trade(final Listing on, final Json data, final Told told)
    {
        final String side = data.need("S");
        told.trade(on, side.equals("1") || side.equals("BUY") ? Side.BUY : Side.SELL, data.need("p"), data.need("q"),
            data.need("t"));
    }

    private static void depth(final Listing on, final Json data, final Told told)
    {
        final Book book = told.book(on, "depth", Numbering.NONE, false);
        told.apply(told.whole(book).levels(data.part("b"), data.part("a")));
    }

    private static void mark(final Listing on, final Json data, final Told told)
    {
        told.at(Times.millis(data.get("E"))).mark(on, data.need("mp"));
        told.index(on, data.get("i").text());
        quote(on, data, told);
    }

    private static void quote(final Listing on, final Json data, final Told told)
    {
        if (data.get("bo").isPresent())
        {
            told.quote(on, data.need("bo"), data.need("bq"), data.need("ao"), data.need("aq"));
        }
    }
}
