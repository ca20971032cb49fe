package fds.feeds.simulator.margin;

import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;
import fds.market.event.Absent;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Funding of perpetuals: at a positive rate longs pay shorts. Payers round up, receivers round down, and the few units
 * that remain go into the insurance fund; so it sums to zero exactly.
 */
public final class Funding
{
    private static final long PPB = 1_000_000_000;
    private static final long INTEREST_PPB = 12_500; // an hour's part of 0.01 % in eight hours
    private static final long RATE_MAX_PPB = 900_000;

    /** Accounts whose position and margin are told when funding is settled, the first that have one. */
    private static final int TOLD_MAX = 64;

    private final SimulatedVenue venue;
    private final MarketSet markets;

    /**
     * Of a venue.
     *
     * @param venue   whose.
     * @param markets of it.
     */
    public Funding(final SimulatedVenue venue, final MarketSet markets)
    {
        this.venue = venue;
        this.markets = markets;
    }

    /**
     * The rate that a premium comes to.
     *
     * @param premiumPpb average of mark over index, 10⁻⁹.
     * @return for an hour, 10⁻⁹.
     */
    public static long rate(final long premiumPpb)
    {
        return Math.max(-RATE_MAX_PPB, Math.min(RATE_MAX_PPB, premiumPpb / 8 + INTEREST_PPB));
    }

    /**
     * Publish the rate, and let everybody pay and receive.
     *
     * @param market perpetual.
     * @param ratePpb of this settlement, 10⁻⁹.
     */
    public void settle(final SimulatedMarket market, final long ratePpb)
    {
        final Ledger ledger = venue.ledger;
        venue.announcements.price(market, Kind.FUNDING, market.valueTicks(), ratePpb, null, 0);
        int told = 0;
        for (int account = 0; account < ledger.accounts(); account++)
        {
            final long lots = ledger.lots(market.index, account);
            if (lots != 0)
            {
                // Against the fund, one after the other: what is left in it is the rounding.
                ledger.insure(account, paymentUnits(ledger, market, lots, ratePpb));
                if (told++ < TOLD_MAX)
                {
                    tellPosition(market, account);
                }
            }
        }
        venue.participants().onFunding(market, lots -> paymentUnits(ledger, market, lots, ratePpb));
    }

    /**
     * Publish what an account holds, and its margin.
     *
     * @param market  perpetual.
     * @param account index.
     */
    public void tellPosition(final SimulatedMarket market, final int account)
    {
        final Ledger ledger = venue.ledger;
        final long lots = ledger.lots(market.index, account);
        final long size = Math.abs(lots);
        final long entry = size == 0 ? Absent.VALUE :
            Math.max(1, Math.abs(ledger.cost(market.index, account)) / size / market.scale);
        final int side = lots == 0 ? Side.NONE : lots > 0 ? Side.BUY : Side.SELL;
        venue.announcements.position(market, account, side, size, entry,
            size == 0 ? Absent.VALUE : liquidationTicks(market, account, lots));
        final long cents = venue.margins.equity(account) / Treasury.CENT;
        venue.announcements.margin(markets.cashAsset(0), account, cents);
    }

    /** The mark at which equity meets the maintenance margin, were nothing else to move; absent when out of range. */
    private long liquidationTicks(final SimulatedMarket market, final int account, final long lots)
    {
        final long spare = venue.margins.equity(account) - venue.margins.maintenance(account);
        final long perTick = lots * market.scale;
        final long ticks = market.valueTicks() - spare / perTick;
        return ticks < 1 || ticks > market.instrument.priceMaxTicks() ? Absent.VALUE : ticks;
    }

    private static long paymentUnits(
        final Ledger ledger, final SimulatedMarket market, final long lots, final long ratePpb)
    {
        final long notional = ledger.notional(market.index, market.valueTicks(), lots);
        final long whole = -(notional / PPB) * ratePpb;
        return whole + Math.floorDiv(-(notional % PPB) * ratePpb, PPB);
    }
}
