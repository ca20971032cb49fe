package fds.feeds.simulator.episode;

import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * What an episode has gained by what it did, to the unit: the money of its own fills with fees and payments, and what
 * they have left it with, at the value that the venue gives it. Trades that its accounts made for other purposes, and
 * what they owned before, are not in it.
 */
public final class Gain
{
    private final SimulatedMarket[] markets;
    private final long[] lots; // [market]
    private final long[] held; // [account of the episode * markets + market]
    private long cashUnits;
    private long feeUnits;

    Gain(final SimulatedMarket[] markets, final int accounts)
    {
        this.markets = markets;
        lots = new long[markets.length];
        held = new long[accounts * markets.length];
    }

    void fill(
        final SimulatedMarket market, final int place, final int side, final long priceTicks, final long count,
        final long fee)
    {
        final int sign = side == Side.BUY ? 1 : -1;
        lots[market.index] += sign * count;
        held[place * markets.length + market.index] += sign * count;
        cashUnits -= sign * priceTicks * count * market.scale + fee;
        feeUnits += fee;
    }

    void pay(final long units)
    {
        cashUnits += units;
    }

    /**
     * What the episode has bought of an instrument and not sold, over all its accounts.
     *
     * @param market where.
     * @return lots; negative: sold.
     */
    public long lots(final SimulatedMarket market)
    {
        return lots[market.index];
    }

    /**
     * What one of its accounts has bought of an instrument for it and not sold.
     *
     * @param market where.
     * @param place  of the account among the episode's, 0 and up.
     * @return lots; negative: sold.
     */
    public long lots(final SimulatedMarket market, final int place)
    {
        return held[place * markets.length + market.index];
    }

    /**
     * Fees so far.
     *
     * @return units; negative: rebates.
     */
    public long feeUnits()
    {
        return feeUnits;
    }

    /**
     * The gain so far.
     *
     * @return units; negative: a loss.
     */
    public long units()
    {
        long sum = cashUnits;
        for (final SimulatedMarket market : markets)
        {
            sum += lots[market.index] * market.valueTicks() * market.scale;
        }
        return sum;
    }
}
