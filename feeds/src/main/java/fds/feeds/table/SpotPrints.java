package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Binance spot prints against BTC, a symbol a file, named in its name; accounts, orders and trade ids are not told. */
final class SpotPrints extends Table
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final String QUOTE = "BTC";

    SpotPrints()
    {
        super("spot-prints", "timestamp", "side", "price", "amount", "btc_volume");
    }

    @Override
    public String venue(final String fileName)
    {
        return "BINANCE";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final String symbol = fileName.split("[_.]", 2)[0];
        final String base = symbol.endsWith(QUOTE) ? symbol.substring(0, symbol.length() - QUOTE.length()) : symbol;
        events.add(new Draft(Kind.TRADE, row.time("timestamp", MILLI_NANOS))
            .on(symbol, InstrumentType.SPOT, base, QUOTE).side(row.side("side", "buy", "sell"))
            .price(row.number("price")).quantity(row.number("amount")));
    }
}
