package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.event.Side;
import fds.market.instrument.InstrumentType;

/**
 * Hyperliquid's auto-deleveraging fills: the deleveraged, the liquidated, and the forced fill that closes a position.
 */
final class AdlFills extends Table
{
    private static final long MILLI_NANOS = 1_000_000;

    AdlFills()
    {
        super("hyperliquid-adl", "user", "coin", "time", "adl_price", "adl_size", "adl_notional", "closed_pnl",
            "position_size", "entry_price", "account_value_realtime", "total_unrealized_pnl", "total_equity",
            "is_negative_equity", "leverage_realtime", "position_unrealized_pnl", "pnl_percent", "liquidated_user",
            "timestamp", "time_str");
    }

    @Override
    public boolean isInTimeOrder()
    {
        return false;
    }

    @Override
    public String venue(final String fileName)
    {
        return "HYPERLIQUID";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        // A fill that closes a short buys.
        final int side = row.number("position_size").startsWith("-") ? Side.BUY : Side.SELL;
        events.add(new Draft(Kind.ADL, row.time("time", MILLI_NANOS))
            .on(row.need("coin"), InstrumentType.PERP, row.text("coin"), "USDC").side(side)
            .price(row.number("adl_price")).quantity(row.number("adl_size"))
            .accounts(row.need("user"), row.need("liquidated_user")));
    }
}
