package fds.feeds.simulator.episode;

import java.util.Arrays;

import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.AccountRoster;
import fds.feeds.simulator.venue.Crowd;
import fds.feeds.simulator.venue.MarketSet;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;
import fds.feeds.simulator.venue.Treasury;

/**
 * What an episode has to act on, and the choices that most of them make at their beginning.
 *
 * @param venue    order entry and announcements.
 * @param treasury deposits, withdrawals and transfers.
 * @param markets  all of them.
 * @param crowd    what honest participants do.
 * @param random   source of chance, of all episodes together.
 */
public record Stage(
    SimulatedVenue venue, Treasury treasury, MarketSet markets, Crowd crowd, SimulatorRandom random)
{
    private static final int TRIES = 32;

    /**
     * Who has an account.
     *
     * @return the venue's roster.
     */
    public AccountRoster roster()
    {
        return venue.roster;
    }

    /**
     * Any market of the main venue, each as likely as another.
     *
     * @return spot or perpetual.
     */
    public SimulatedMarket anyMarket()
    {
        return markets.markets()[random.below(markets.mainCount())];
    }

    /**
     * One of the busier half of the main venue's markets.
     *
     * @return spot or perpetual.
     */
    public SimulatedMarket busyMarket()
    {
        return markets.markets()[random.below((markets.mainCount() + 1) / 2)];
    }

    /**
     * A perpetual of the main venue.
     *
     * @return null when the venue has none.
     */
    public SimulatedMarket anyPerp()
    {
        return anyOf(true);
    }

    /**
     * A spot market of the main venue.
     *
     * @return null when the venue has none.
     */
    public SimulatedMarket anySpot()
    {
        return anyOf(false);
    }

    /**
     * An account that has sent orders in a market before, if one is found soon.
     *
     * @param market where.
     * @return index.
     */
    public int knownTrader(final SimulatedMarket market)
    {
        int account = roster().anyTrader(random);
        for (int tries = 0; tries < TRIES && market.largestLots[account] == 0; tries++)
        {
            account = roster().anyTrader(random);
        }
        return account;
    }

    /**
     * Accounts of different owners that trade little.
     *
     * @param count of them, 1 or more.
     * @return indexes; fewer when not so many were found soon.
     */
    public int[] strangers(final int count)
    {
        final int[] found = new int[count];
        int size = 0;
        for (int tries = 0; tries < TRIES * count && size < count; tries++)
        {
            final int account = roster().quietTrader(random);
            boolean isNew = true;
            for (int i = 0; i < size; i++)
            {
                isNew &= roster().groupOf(found[i]) != roster().groupOf(account);
            }
            if (isNew)
            {
                found[size++] = account;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /**
     * Accounts that have nothing yet and that nobody else uses: they need a deposit first.
     *
     * @param count of them, 1 or more.
     * @return indexes, all different; fewer when there are not so many.
     */
    public int[] newcomers(final int count)
    {
        final int[] found = new int[count];
        int size = 0;
        for (int tries = 0; tries < TRIES * count && size < count; tries++)
        {
            final int account = roster().newcomer(random);
            boolean isNew = true;
            for (int i = 0; i < size; i++)
            {
                isNew &= found[i] != account;
            }
            if (isNew)
            {
                found[size++] = account;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private SimulatedMarket anyOf(final boolean isPerp)
    {
        final SimulatedMarket[] all = markets.markets();
        final int count = markets.mainCount();
        final int first = random.below(count);
        for (int i = 0; i < count; i++)
        {
            final SimulatedMarket market = all[(first + i) % count];
            if (market.isPerp() == isPerp)
            {
                return market;
            }
        }
        return null;
    }
}
