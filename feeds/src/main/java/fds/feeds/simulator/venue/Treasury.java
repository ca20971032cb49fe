package fds.feeds.simulator.venue;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.RowQueue;
import fds.feeds.simulator.ledger.Ledger;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Money and assets that come to the venue, leave it, or go from one account to another. Amounts of money are whole
 * cents. Nothing happens, and 0 or false says so, when an account has not got it, the asset's wallet is suspended, or
 * no row is left.
 */
public final class Treasury
{
    /** Units of the smallest amount that moves: a cent. */
    public static final long CENT = Ledger.UNIT / 100;

    private final SimulatedVenue venue;
    private final MarketSet markets;

    /**
     * Of a venue.
     *
     * @param venue   whose.
     * @param markets of it.
     */
    public Treasury(final SimulatedVenue venue, final MarketSet markets)
    {
        this.venue = venue;
        this.markets = markets;
    }

    /**
     * Money comes in.
     *
     * @param account     whose.
     * @param units       rounded down to cents.
     * @param address     outside, up to 66 characters.
     * @param participant who brings it, or null.
     * @return units that have come.
     */
    public long deposit(
        final int account, final long units, final String address, final Participant participant)
    {
        final long cents = units / CENT;
        if (cents <= 0 || !row(Kind.DEPOSIT, cashOf(account), account, cents, address, participant))
        {
            return 0;
        }
        venue.ledger.addCash(account, cents * CENT);
        return cents * CENT;
    }

    /**
     * Ask to take money out; it stays until {@link #withdraw}.
     *
     * @param account     whose.
     * @param units       rounded down to cents.
     * @param address     outside.
     * @param participant who asks, or null.
     * @return whether the request was taken: the account has it free of margin.
     */
    public boolean requestWithdrawal(
        final int account, final long units, final String address, final Participant participant)
    {
        return units >= CENT && units <= venue.freeCash(account) &&
            row(Kind.WITHDRAW_REQUEST, cashOf(account), account, units / CENT, address, participant);
    }

    /**
     * Take money out.
     *
     * @param account     whose.
     * @param units       rounded down to cents.
     * @param address     outside.
     * @param participant who asks, or null.
     * @return units that have left.
     */
    public long withdraw(
        final int account, final long units, final String address, final Participant participant)
    {
        final long cents = Math.min(units, venue.freeCash(account)) / CENT;
        if (cents <= 0 || !row(Kind.WITHDRAW, cashOf(account), account, cents, address, participant))
        {
            return 0;
        }
        venue.ledger.addCash(account, -cents * CENT);
        return cents * CENT;
    }

    /**
     * Move money between accounts of one venue.
     *
     * @param from        account.
     * @param to          account.
     * @param units       rounded down to cents.
     * @param participant who moves it, or null.
     * @return units that have moved.
     */
    public long transfer(final int from, final int to, final long units, final Participant participant)
    {
        final long cents = Math.min(units, venue.freeCash(from)) / CENT;
        if (cents <= 0 || !row(Kind.TRANSFER, cashOf(from), from, to, cents, null, participant))
        {
            return 0;
        }
        venue.ledger.addCash(from, -cents * CENT);
        venue.ledger.addCash(to, cents * CENT);
        return cents * CENT;
    }

    /**
     * An asset comes in.
     *
     * @param market      spot market of the asset.
     * @param account     whose.
     * @param lots        1 or more.
     * @param address     outside.
     * @param participant who brings it, or null.
     * @return whether it has come.
     */
    public boolean depositAsset(
        final SimulatedMarket market, final int account, final long lots, final String address,
        final Participant participant)
    {
        if (lots <= 0 || market.isWalletSuspended() ||
            !row(Kind.DEPOSIT, markets.assetOf(market), account, lots, address, participant))
        {
            return false;
        }
        venue.ledger.addLots(market.index, account, lots);
        return true;
    }

    /**
     * An asset leaves.
     *
     * @param market      spot market of the asset.
     * @param account     whose.
     * @param lots        1 or more.
     * @param address     outside.
     * @param participant who asks, or null.
     * @return whether it has left.
     */
    public boolean withdrawAsset(
        final SimulatedMarket market, final int account, final long lots, final String address,
        final Participant participant)
    {
        if (lots <= 0 || market.isWalletSuspended() || venue.ledger.lots(market.index, account) < lots ||
            !row(Kind.WITHDRAW, markets.assetOf(market), account, lots, address, participant))
        {
            return false;
        }
        venue.ledger.addLots(market.index, account, -lots);
        return true;
    }

    private int cashOf(final int account)
    {
        return markets.cashAsset(venue.roster.venueOf(account));
    }

    private boolean row(
        final int kind, final int asset, final int account, final long lots, final String address,
        final Participant participant)
    {
        return row(kind, asset, account, MatchingBook.NONE, lots, address, participant);
    }

    private boolean row(
        final int kind, final int asset, final int account, final int counterAccount, final long lots,
        final String address, final Participant participant)
    {
        if (venue.rowsLeft() == 0)
        {
            return false;
        }
        final RowQueue rows = venue.rows;
        final int row = venue.addRow(kind, Side.NONE, asset, account, Absent.VALUE, lots,
            participant == null ? 0 : participant.tag());
        rows.counterAccount[row] = counterAccount;
        rows.referenceText[row] = address;
        rows.closeMessage();
        return true;
    }
}
