package fds.feeds.simulator.venue;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.ledger.Ledger;

/** What everybody owns when the simulation begins: it was brought in before, and no row tells of it. */
public final class Endowment
{
    private static final long INSURANCE = 2_000_000 * Ledger.UNIT;
    private static final long TRADER = 250_000 * Ledger.UNIT;
    private static final long LEVERAGED = 200 * Ledger.UNIT;
    private static final long RICH = 200_000_000 * Ledger.UNIT;
    private static final long TRADER_ORDERS = 400; // usual orders of each asset
    private static final long RICH_ORDERS = 60_000;

    private Endowment()
    {
    }

    /**
     * Give.
     *
     * @param roster  of accounts.
     * @param markets of all venues.
     * @param ledger  with nothing in it.
     * @param random  source of chance.
     */
    public static void give(
        final AccountRoster roster, final SimulatedMarket[] markets, final Ledger ledger, final SimulatorRandom random)
    {
        ledger.endow(INSURANCE);
        for (int account = 0; account < roster.count(); account++)
        {
            final boolean isRich = roster.isMaker(account) || roster.isArbitrageur(account);
            if (isRich)
            {
                ledger.addCash(account, RICH);
            }
            else if (roster.isLeveraged(account))
            {
                ledger.addCash(account, Distributions.size(random, LEVERAGED));
            }
            else if (!roster.isNewcomer(account))
            {
                ledger.addCash(account, Distributions.size(random, TRADER) * (roster.isFund(account) ? 10 : 1));
            }
            for (final SimulatedMarket market : markets)
            {
                if (!market.isPerp() && market.venue == roster.venueOf(account) && !roster.isLeveraged(account) &&
                    !roster.isNewcomer(account))
                {
                    final long orders = isRich ? RICH_ORDERS : Distributions.size(random, TRADER_ORDERS);
                    ledger.addLots(market.index, account, market.usualLots * (1 + account % 4) * orders);
                }
            }
        }
    }
}
