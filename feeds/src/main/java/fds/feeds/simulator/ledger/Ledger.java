package fds.feeds.simulator.ledger;

import fds.market.event.Side;

/**
 * Cash, holdings and positions of every account, in whole units of which none is ever lost: what one pays another gets,
 * or the venue's fees or its insurance fund.
 * <p>
 * Money is counted in units of 10⁻⁸ quote currency. In a spot market a trade moves cash and lots; in a perpetual it
 * moves lots and their cost (what was paid for the open position at average prices), and closing one moves the profit
 * into cash. Allocated once; owned by the simulator's thread.
 */
public final class Ledger
{
    /** Units of one of the quote currency. */
    public static final long UNIT = 100_000_000;

    private static final long PPM = 1_000_000;

    private final int accounts;
    private final long[] cash; // [account]
    private final long[] lots; // [market * accounts + account], signed in perpetuals
    private final long[] cost; // [market * accounts + account], perpetuals only, signed as the lots
    private final boolean[] isPerp; // [market]
    private final long[] scale; // [market] units of a tick-lot
    private final FeeSchedule fees;
    private final int[] openPositions; // [account], perpetuals
    private final long[] longLots; // [market], perpetuals
    private final long[] outsideLots; // [market], spot
    private long outsideUnits;
    private long feeUnits;
    private long insuranceUnits;
    private long lastMakerFee;
    private long lastTakerFee;

    /**
     * Nobody owns anything.
     *
     * @param accounts of the venue.
     * @param isPerp   of each market: true for a perpetual, false for spot.
     * @param scale    of each market: units of one lot at one tick.
     * @param fees     what trades cost.
     */
    public Ledger(final int accounts, final boolean[] isPerp, final long[] scale, final FeeSchedule fees)
    {
        this.accounts = accounts;
        this.isPerp = isPerp.clone();
        this.scale = scale.clone();
        this.fees = fees;
        cash = new long[accounts];
        outsideLots = new long[isPerp.length];
        openPositions = new int[accounts];
        longLots = new long[isPerp.length];
        lots = new long[isPerp.length * accounts];
        cost = new long[isPerp.length * accounts];
    }

    /**
     * Book a trade.
     *
     * @param market     index.
     * @param maker      account whose order rested.
     * @param taker      account that came.
     * @param takerSide  side of the taker.
     * @param priceTicks of the trade.
     * @param filled     lots, 1 or more.
     */
    public void trade(
        final int market, final int maker, final int taker, final int takerSide, final long priceTicks,
        final long filled)
    {
        final long notional = notional(market, priceTicks, filled);
        lastMakerFee = fee(notional, fees.makerPpm(maker, isPerp[market]));
        lastTakerFee = fee(notional, fees.takerPpm(taker, isPerp[market]));
        final int sign = takerSide == Side.BUY ? 1 : -1;
        move(market, taker, sign * filled, sign * notional);
        move(market, maker, -sign * filled, -sign * notional);
        cash[taker] -= lastTakerFee;
        cash[maker] -= lastMakerFee;
        feeUnits += lastTakerFee + lastMakerFee;
    }

    /**
     * What the last trade cost its maker.
     *
     * @return units; negative: a rebate.
     */
    public long lastMakerFee()
    {
        return lastMakerFee;
    }

    /**
     * What the last trade cost its taker.
     *
     * @return units.
     */
    public long lastTakerFee()
    {
        return lastTakerFee;
    }

    /**
     * Cash of an account, closed profits of perpetuals in it.
     *
     * @param account index.
     * @return units; below 0 when perpetuals have lost more than there was.
     */
    public long cash(final int account)
    {
        return cash[account];
    }

    /**
     * What an account holds of a spot market's base asset, or its position in a perpetual.
     *
     * @param market  index.
     * @param account index.
     * @return lots; negative: short.
     */
    public long lots(final int market, final int account)
    {
        return lots[market * accounts + account];
    }

    /**
     * What an open position in a perpetual was entered for.
     *
     * @param market  index.
     * @param account index.
     * @return units, signed as the position; 0 in spot markets.
     */
    public long cost(final int market, final int account)
    {
        return cost[market * accounts + account];
    }

    /**
     * Profit of an open position in a perpetual.
     *
     * @param market    index.
     * @param account   index.
     * @param markTicks that it is valued at.
     * @return units.
     */
    public long openProfit(final int market, final int account, final long markTicks)
    {
        final int at = market * accounts + account;
        return lots[at] == 0 ? 0 : lots[at] * markTicks * scale[market] - cost[at];
    }

    /**
     * Money of a number of lots.
     *
     * @param market     index.
     * @param priceTicks of each.
     * @param count      lots.
     * @return units.
     */
    public long notional(final int market, final long priceTicks, final long count)
    {
        return priceTicks * count * scale[market];
    }

    /**
     * Money comes from outside, or leaves.
     *
     * @param account index.
     * @param units   negative: leaves.
     */
    public void addCash(final int account, final long units)
    {
        cash[account] += units;
        outsideUnits += units;
    }

    /**
     * Money that has come from outside and not left, the fund's endowment with it.
     *
     * @return units.
     */
    public long outsideUnits()
    {
        return outsideUnits;
    }

    /**
     * Perpetuals in which an account has a position.
     *
     * @param account index.
     * @return 0 and up.
     */
    public int openPositions(final int account)
    {
        return openPositions[account];
    }

    /**
     * Open interest of a perpetual.
     *
     * @param market index.
     * @return lots that are held long, and as many short.
     */
    public long openInterest(final int market)
    {
        return longLots[market];
    }

    /**
     * Accounts.
     *
     * @return number of indexes.
     */
    public int accounts()
    {
        return accounts;
    }

    /**
     * Base asset of a spot market comes from outside, or leaves.
     *
     * @param market  index.
     * @param account index.
     * @param count   lots; negative: leaves.
     */
    public void addLots(final int market, final int account, final long count)
    {
        lots[market * accounts + account] += count;
        outsideLots[market] += count;
    }

    /**
     * Base asset of a spot market that has come from outside and not left.
     *
     * @param market index.
     * @return lots.
     */
    public long outsideLots(final int market)
    {
        return outsideLots[market];
    }

    /**
     * The venue's fund pays an account, or takes from it.
     *
     * @param account index.
     * @param units   that the account gets; negative: gives.
     */
    public void insure(final int account, final long units)
    {
        cash[account] += units;
        insuranceUnits -= units;
    }

    /**
     * The venue puts its own money into the fund.
     *
     * @param units 0 or more.
     */
    public void endow(final long units)
    {
        insuranceUnits += units;
        outsideUnits += units;
    }

    /**
     * What is in the insurance fund.
     *
     * @return units.
     */
    public long insuranceUnits()
    {
        return insuranceUnits;
    }

    /**
     * What the venue has earned.
     *
     * @return units.
     */
    public long feeUnits()
    {
        return feeUnits;
    }

    /**
     * Two positions meet at a price without fees: deleveraging.
     *
     * @param market     index.
     * @param buyer      account.
     * @param seller     account.
     * @param priceTicks of both.
     * @param count      lots.
     */
    public void cross(final int market, final int buyer, final int seller, final long priceTicks, final long count)
    {
        final long notional = notional(market, priceTicks, count);
        move(market, buyer, count, notional);
        move(market, seller, -count, -notional);
    }

    private void move(final int market, final int account, final long change, final long notional)
    {
        final int at = market * accounts + account;
        final long before = lots[at];
        if (!isPerp[market])
        {
            lots[at] = before + change;
            cash[account] -= notional;
            return;
        }
        final long after = before + change;
        lots[at] = after;
        openPositions[account] += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        longLots[market] += Math.max(0, after) - Math.max(0, before);
        if (before == 0 || before > 0 == change > 0)
        {
            cost[at] += notional;
            return;
        }
        // Closed first, at average cost; what goes beyond zero opens at the trade's price.
        final boolean isTurned = after != 0 && after > 0 != before > 0;
        final long closed = isTurned || after == 0 ? -before : change;
        final long closedNotional = closed == change ? notional : part(notional, closed, change);
        final long released = closed == -before ? cost[at] : part(cost[at], -closed, before);
        cash[account] -= closedNotional + released;
        cost[at] += notional - closedNotional - released;
    }

    /** The part of an amount that belongs to a part of the lots, exactly rounded down in size. */
    private static long part(final long amount, final long count, final long of)
    {
        final long whole = Math.abs(of);
        final long taken = Math.abs(count);
        final long size = Math.abs(amount);
        final long share = size / whole * taken + size % whole * taken / whole;
        return amount < 0 ? -share : share;
    }

    private static long fee(final long notional, final long ppm)
    {
        return notional / PPM * ppm + notional % PPM * ppm / PPM;
    }
}
