package fds.feeds.table;

import java.util.List;

import fds.feeds.draft.Draft;
import fds.market.event.Kind;
import fds.market.instrument.InstrumentType;

/**
 * The ledger of a Hyperliquid account: USDC that came in or went out. Transfers whose other side is not told, and rows
 * of nothing, give no event.
 */
final class AccountLedger extends Table
{
    private static final int NO_EVENT = -1;
    private static final long MILLI_NANOS = 1_000_000;

    AccountLedger()
    {
        super("hyperliquid-account-ledger", "address", "ts", "event_type", "usdc", "vault");
    }

    @Override
    public String venue(final String fileName)
    {
        return "HYPERLIQUID";
    }

    @Override
    void read(final TableRow row, final String fileName, final List<Draft> events)
    {
        final String type = row.need("event_type");
        final int kind = switch (type)
        {
            case "deposit", "vaultCreate", "vaultDeposit" -> Kind.DEPOSIT;
            case "withdraw", "vaultWithdraw" -> Kind.WITHDRAW;
            case "accountClassTransfer", "cStakingTransfer", "internalTransfer", "send" -> NO_EVENT;
            default -> throw row.bad("event_type", "deposit, withdraw, vaultCreate, vaultDeposit, vaultWithdraw, " +
                "accountClassTransfer, cStakingTransfer, internalTransfer or send");
        };
        final long time = row.time("ts", MILLI_NANOS);
        final boolean isNothing = row.number("usdc").matches("[0.]+");
        if (kind != NO_EVENT && !isNothing)
        {
            events.add(new Draft(kind, time).on("USDC", InstrumentType.ASSET, "USDC", "")
                .quantity(row.text("usdc")).accounts(row.need("address"), "").reason(type));
        }
    }
}
