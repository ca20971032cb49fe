package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.source.ByteSource;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** BitMEX's liquidation orders, JSON lines; the account is not told. */
final class BitmexLiquidations extends Table
{
    private static final long MILLI_NANOS = 1_000_000;

    BitmexLiquidations()
    {
        super("bitmex-liquidations", "ts_ms", "symbol", "side", "leavesQty", "price", "orderID");
    }

    @Override
    public boolean isHeadedBy(final String line, final String head)
    {
        return line.startsWith("{") && line.contains("\"leavesQty\"") && line.contains("\"orderID\"");
    }

    @Override
    TableRows rows(final ByteSource source)
    {
        return new JsonTableRows(source, columns());
    }

    @Override
    public String venue(final String fileName)
    {
        return "BITMEX";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        events.add(new Draft(Kind.LIQUIDATION, row.time("ts_ms", MILLI_NANOS))
            .on(row.need("symbol"), InstrumentType.PERP, "", "").side(row.side("side", "Buy", "Sell"))
            .price(row.number("price")).quantity(row.number("leavesQty")).order(row.need("orderID"))
            .flags(Flags.LIQUIDATION));
    }
}
