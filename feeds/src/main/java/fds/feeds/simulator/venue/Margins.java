package fds.feeds.simulator.venue;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.ledger.Ledger;
import fds.market.event.Side;

/**
 * What accounts can afford. All perpetuals of an account stand behind one margin: its cash and the open profits at the
 * marks. Opening needs the initial margin of the tier, an account below the maintenance margin (half of that) is
 * liquidated. Spot is paid in full and never sold short.
 */
public final class Margins
{
    private static final long PPM = 1_000_000;
    private static final long[] INITIAL_PPM = {0, 10_000, 20_000, 50_000}; // [tier]: 100, 50 and 20 times leverage

    private final Ledger ledger;
    private final SimulatedMarket[] perps;

    Margins(final Ledger ledger, final SimulatedMarket[] markets)
    {
        this.ledger = ledger;
        final List<SimulatedMarket> found = new ArrayList<>();
        for (final SimulatedMarket market : markets)
        {
            if (market.isPerp())
            {
                found.add(market);
            }
        }
        perps = found.toArray(new SimulatedMarket[0]);
    }

    /**
     * The perpetuals.
     *
     * @return not to be changed.
     */
    public SimulatedMarket[] perps()
    {
        return perps;
    }

    /**
     * Cash and open profits at the marks.
     *
     * @param account index.
     * @return units; below 0: bankrupt.
     */
    public long equity(final int account)
    {
        long sum = ledger.cash(account);
        if (ledger.openPositions(account) > 0)
        {
            for (final SimulatedMarket perp : perps)
            {
                sum += ledger.openProfit(perp.index, account, perp.valueTicks());
            }
        }
        return sum;
    }

    /**
     * Margin that the open positions need to be opened.
     *
     * @param account index.
     * @return units, 0 or more.
     */
    public long initial(final int account)
    {
        long sum = 0;
        if (ledger.openPositions(account) > 0)
        {
            for (final SimulatedMarket perp : perps)
            {
                final long lots = ledger.lots(perp.index, account);
                sum += lots == 0 ? 0 : initialOf(perp, perp.valueTicks(), Math.abs(lots));
            }
        }
        return sum;
    }

    /**
     * Margin below which the account is liquidated.
     *
     * @param account index.
     * @return units, 0 or more.
     */
    public long maintenance(final int account)
    {
        return initial(account) / 2;
    }

    /**
     * What may be taken out or spent.
     *
     * @param account index.
     * @return units, 0 or more.
     */
    public long free(final int account)
    {
        final long cash = ledger.cash(account);
        return Math.max(0, ledger.openPositions(account) == 0 ? cash :
            Math.min(cash, equity(account) - initial(account)));
    }

    /**
     * Whether an account can pay for an order, were it filled whole at its price.
     *
     * @param market     where.
     * @param account    who.
     * @param side       of the account.
     * @param priceTicks of the order.
     * @param lots       of the order.
     * @param feePpm     that it pays at the most.
     * @return true when it can.
     */
    public boolean canAfford(
        final SimulatedMarket market, final int account, final int side, final long priceTicks, final long lots,
        final long feePpm)
    {
        final long held = ledger.lots(market.index, account);
        if (!market.isPerp())
        {
            return side == Side.SELL ? held >= lots :
                free(account) >= withFee(ledger.notional(market.index, priceTicks, lots), feePpm);
        }
        final long after = Math.abs(held + (side == Side.BUY ? lots : -lots));
        final long added = after - Math.abs(held);
        if (added <= 0)
        {
            return true;
        }
        final long mark = market.valueTicks();
        final long worse = Math.max(0, side == Side.BUY ? priceTicks - mark : mark - priceTicks);
        final long needed = initialOf(market, Math.max(mark, priceTicks), added) +
            ledger.notional(market.index, worse, lots) +
            withFee(ledger.notional(market.index, priceTicks, lots), feePpm) -
            ledger.notional(market.index, priceTicks, lots);
        return equity(account) - initial(account) >= needed;
    }

    /**
     * The most that an account can pay for.
     *
     * @param market     where.
     * @param account    who.
     * @param side       of the account.
     * @param priceTicks of the order, 1 or more.
     * @return lots, 0 or more; in a perpetual what it holds on the other side is part of it.
     */
    public long affordableLots(
        final SimulatedMarket market, final int account, final int side, final long priceTicks)
    {
        final long held = ledger.lots(market.index, account);
        if (!market.isPerp())
        {
            return side == Side.SELL ? Math.max(0, held) :
                free(account) / ledger.notional(market.index, priceTicks, 1) * 995 / 1_000;
        }
        final long spare = Math.max(0, equity(account) - initial(account));
        final long lotUnits = initialOf(market, Math.max(priceTicks, market.valueTicks()), 1_000);
        final long closing = side == Side.BUY ? Math.max(0, -held) : Math.max(0, held);
        // A tenth for fees and for a price that is worse than the mark.
        return closing + spare / Math.max(1, lotUnits) * 900;
    }

    private static long withFee(final long notional, final long feePpm)
    {
        return notional + Math.max(0, notional / PPM * feePpm + notional % PPM * feePpm / PPM + 1);
    }

    private long initialOf(final SimulatedMarket perp, final long priceTicks, final long lots)
    {
        final long notional = ledger.notional(perp.index, priceTicks, lots);
        return notional / PPM * INITIAL_PPM[perp.instrument.tier()] + 1;
    }
}
