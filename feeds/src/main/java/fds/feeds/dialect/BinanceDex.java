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
 * Binance DEX: books by changes without numbers, and trades with both orders and addresses. Who of the two was
 * the aggressor is not told; the seller stands where the resting side does.
 */
final class BinanceDex implements Dialect
{
    private static final String VENUE = "BINANCE-DEX";

    @Override
    public void read(final Recorded message, final Told told)
    {
        final Json body = message.body();
        if (!body.get("stream").isPresent() || body.need("stream").indexOf('@') >= 0)
        {
            return;
        }
        for (final Json data : body.get("data").items())
        {
            switch (body.need("stream"))
            {
                case "depthSnapshot" -> book(data.need("symbol"), data.part("bids"), data.part("asks"), true, told);
                case "marketDiff" ->
                {
                    told.at(Times.seconds(data.get("E")));
                    book(data.need("s"), data.part("b"), data.part("a"), false, told);
                }
                case "trades" -> told.at(Times.of(data.get("T"), 1)).trade(on(data.need("s")), Side.NONE,
                    data.need("p"), data.need("q"), data.need("t"))
                    .orders(data.get("a").text(), data.get("b").text())
                    .accounts(data.get("sa").text(), data.get("ba").text());
                case "ticker" -> told.at(Times.seconds(data.get("E"))).quote(on(data.need("s")), data.need("b"),
                    data.need("B"), data.need("a"), data.need("A"));
                case "kline_1m", "marketDepth", "blockheight" -> told.nothing("stream " + body.need("stream"));
                default -> throw Json.bad("stream", body.need("stream"), "a stream that Binance DEX is known to have");
            }
        }
    }

    private static Listing on(final String symbol)
    {
        return Listing.pair(VENUE, symbol, '_');
    }

    private static void book(
        final String symbol, final Json bids, final Json asks, final boolean isSnapshot, final Told told)
    {
        final Book book = told.book(on(symbol), "marketDiff", Numbering.NONE, false);
        final BookUpdate update = isSnapshot ? told.snapshot(book) : told.diff(book);
        told.apply(update.levels(bids, asks));
    }
}
