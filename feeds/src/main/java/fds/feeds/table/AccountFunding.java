package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.feeds.text.DecimalUnit;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/** Funding payments of a Hyperliquid account: the coin's FUNDING rate, and the POSITION on which it was paid. */
final class AccountFunding extends Table
{
    private static final long MILLI_NANOS = 1_000_000;

    AccountFunding()
    {
        super("hyperliquid-account-funding", "address", "ts", "coin", "usdc", "sz", "rate");
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
        events.add(new Draft(Kind.FUNDING, time).on(coin, InstrumentType.PERP, coin, "USDC")
            .value(row.number("rate")));
        events.add(Draft.position(time, coin, DecimalUnit.toBigDecimal(row.number("sz")))
            .accounts(row.need("address"), ""));
    }
}
