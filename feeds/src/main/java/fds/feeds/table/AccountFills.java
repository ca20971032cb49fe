package fds.feeds.table;

import java.math.BigDecimal;
import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/** Fills of a Hyperliquid account: a TRADE without sides, as who rested is not told, and the POSITION after it. */
final class AccountFills extends Table
{
    private static final long MILLI_NANOS = 1_000_000;

    AccountFills()
    {
        super("hyperliquid-account-fills", "address", "trade_id", "ts", "coin", "side", "sz", "px", "closed_pnl",
            "start_position", "fee", "oid");
    }

    @Override
    public String venue(final String fileName)
    {
        return "HYPERLIQUID";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final long time = row.time("ts", MILLI_NANOS);
        final String coin = row.need("coin");
        final BigDecimal size = DecimalUnit.toBigDecimal(row.number("sz"));
        final BigDecimal start = DecimalUnit.toBigDecimal(row.number("start_position"));
        // Not as the export's description has it: only with 1 for a sale do the recorded start positions chain.
        final BigDecimal after = row.side("side", "0", "1") == Side.BUY ? start.add(size) : start.subtract(size);
        events.add(new Draft(Kind.TRADE, time).on(coin, InstrumentType.PERP, coin, "USDC").price(row.number("px"))
            .quantity(row.text("sz")).reference(row.need("trade_id")));
        events.add(Draft.position(time, coin, after).accounts(row.need("address"), ""));
    }
}
