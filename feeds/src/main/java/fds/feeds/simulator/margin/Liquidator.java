package fds.feeds.simulator.margin;

import fds.feeds.simulator.book.MatchingBook;
import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.book.RowQueue;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.Margins;
import fds.feeds.simulator.venue.Participant;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Closes positions of accounts whose equity has fallen below their maintenance margin, one position at a time: their
 * orders are cancelled, then an order of the venue closes at the bankruptcy price or better. If the book does not take
 * all of it and the insurance fund can bear it, a second order goes further and the fund pays what is missing; else the
 * rest is taken from those who have gained most on the other side, at the bankruptcy price (auto-deleveraging).
 */
public final class Liquidator
{
    private static final long PPM = 1_000_000;
    private static final long FEE_PPM = 2_500; // of the notional, out of what is left, into the fund
    private static final int FURTHER_PER_MILLE = 30;

    private final SimulatedVenue venue;
    private final Ledger ledger;
    private final Margins margins;
    private final Funding positions;
    private final int[] due; // ring of accounts
    private final boolean[] isDue; // [account]
    private int first;
    private int count;
    private long liquidations;
    private long deleveragings;

    /**
     * Nobody is due.
     *
     * @param venue     whose.
     * @param positions tells of positions.
     */
    public Liquidator(final SimulatedVenue venue, final Funding positions)
    {
        this.venue = venue;
        this.positions = positions;
        ledger = venue.ledger;
        margins = venue.margins;
        due = new int[ledger.accounts()];
        isDue = new boolean[due.length];
    }

    /** The marks have changed: look who is below. */
    public void look()
    {
        for (int account = 0; account < due.length; account++)
        {
            if (ledger.openPositions(account) > 0 && !isDue[account] &&
                margins.equity(account) < margins.maintenance(account))
            {
                isDue[account] = true;
                due[(first + count++) % due.length] = account;
            }
        }
    }

    /**
     * Whether somebody is to be liquidated. Near the end of the flow nobody is: what it would take has no room.
     *
     * @return true: {@link #step} has something to do.
     */
    public boolean hasWork()
    {
        return count > 0 && venue.rowsLeft() > RowQueue.ROWS_MAX;
    }

    /** Close one position of the next who is due. */
    public void step()
    {
        final int account = due[first];
        final SimulatedMarket largest = largest(account);
        if (largest != null && margins.equity(account) < margins.maintenance(account))
        {
            close(largest, account);
        }
        if (ledger.openPositions(account) == 0 || margins.equity(account) >= margins.maintenance(account))
        {
            first = (first + 1) % due.length;
            count--;
            isDue[account] = false;
        }
    }

    /**
     * Positions closed by orders of the venue.
     *
     * @return 0 and up.
     */
    public long liquidations()
    {
        return liquidations;
    }

    /**
     * Positions taken from others.
     *
     * @return 0 and up.
     */
    public long deleveragings()
    {
        return deleveragings;
    }

    private void close(final SimulatedMarket market, final int account)
    {
        liquidations++;
        final Participant owner = venue.participants().ofPosition(account, market);
        venue.cancelAll(market, account, Reasons.LIQUIDATION);
        final long lots = ledger.lots(market.index, account);
        final int side = lots > 0 ? Side.SELL : Side.BUY;
        final long bankrupt = bankruptTicks(market, account, lots);
        final long size = Math.min(Math.abs(lots), market.instrument.quantityMaxLots());
        final int flags = Flags.IOC | Flags.LIQUIDATION | Flags.REDUCE_ONLY;
        venue.liquidate(market, account, side, bankrupt, size, flags, owner);
        long open = size - venue.filledLots();
        if (open > 0 && ledger.insuranceUnits() > ledger.notional(market.index, bankrupt, open) / 20)
        {
            final long further = market.better(side, bankrupt, bankrupt * FURTHER_PER_MILLE / 1_000);
            venue.liquidate(market, account, side, further, open, flags, owner);
            open -= venue.filledLots();
        }
        while (open > 0)
        {
            final long taken = deleverage(market, account, side, bankrupt, open);
            if (taken == 0)
            {
                break;
            }
            open -= taken;
        }
        chargeOrCover(market, account, size, bankrupt, owner);
        positions.tellPosition(market, account);
    }

    /** What is left pays a fee to the fund; what is missing the fund pays, as far as it goes. */
    private void chargeOrCover(
        final SimulatedMarket market, final int account, final long size, final long ticks, final Participant owner)
    {
        final long cash = ledger.cash(account);
        long units = 0;
        if (ledger.openPositions(account) == 0 && cash < 0)
        {
            units = Math.min(-cash, Math.max(0, ledger.insuranceUnits()));
        }
        else if (cash > 0 && margins.equity(account) > 0)
        {
            final long fee = ledger.notional(market.index, ticks, size) / PPM * FEE_PPM;
            units = -Math.min(fee, Math.min(cash, margins.equity(account)));
        }
        ledger.insure(account, units);
        if (owner != null && units != 0)
        {
            owner.onPayment(account, units);
        }
    }

    /** The price at which closing the position leaves nothing, fees paid. */
    private long bankruptTicks(final SimulatedMarket market, final int account, final long lots)
    {
        final long size = Math.abs(lots);
        final long mark = market.valueTicks();
        final long feePpm = Math.max(0, venue.roster.takerPpm(account, true));
        final long fee = ledger.notional(market.index, mark, size) / PPM * feePpm;
        final long spare = margins.equity(account) - fee;
        final long ticks = spare / (size * market.scale);
        return market.better(lots > 0 ? Side.BUY : Side.SELL, mark, -ticks);
    }

    private long deleverage(
        final SimulatedMarket market, final int account, final int side, final long ticks, final long open)
    {
        int most = MatchingBook.NONE;
        long mostProfit = Long.MIN_VALUE;
        for (int other = 0; other < due.length; other++)
        {
            final long held = ledger.lots(market.index, other);
            if (other != account && held != 0 && held > 0 == (side == Side.BUY))
            {
                final long profit = ledger.openProfit(market.index, other, market.valueTicks());
                if (profit > mostProfit)
                {
                    mostProfit = profit;
                    most = other;
                }
            }
        }
        if (most == MatchingBook.NONE)
        {
            return 0;
        }
        deleveragings++;
        final long taken = Math.min(open, Math.abs(ledger.lots(market.index, most)));
        venue.deleverage(market, most, account, Side.opposite(side), ticks, taken);
        positions.tellPosition(market, most);
        return taken;
    }

    private SimulatedMarket largest(final int account)
    {
        SimulatedMarket largest = null;
        long most = 0;
        for (final SimulatedMarket perp : margins.perps())
        {
            final long notional =
                ledger.notional(perp.index, perp.valueTicks(), Math.abs(ledger.lots(perp.index, account)));
            if (notional > most)
            {
                most = notional;
                largest = perp;
            }
        }
        return largest;
    }
}
