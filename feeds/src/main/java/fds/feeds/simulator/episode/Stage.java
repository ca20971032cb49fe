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
    private static final int RICH_OF = 6;
    private static final int SMALL_OF = 12;

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
     * A spot market of the main venue whose asset is rather small.
     *
     * @return another market where the venue has no spot.
     */
    public SimulatedMarket smallSpot()
    {
        SimulatedMarket smallest = anyMarket();
        for (int tries = 0; tries < SMALL_OF; tries++)
        {
            final SimulatedMarket other = anyMarket();
            final boolean isSmaller = other.instrument.tier() > smallest.instrument.tier();
            smallest = !other.isPerp() && (smallest.isPerp() || isSmaller) ? other : smallest;
        }
        return smallest;
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
     * Somebody with money: the richest of a few that come to mind.
     *
     * @return index of an ordinary account of the main venue.
     */
    public int wealthyTrader()
    {
        return wealthyTrader(0);
    }

    /**
     * Somebody with money and coins at a venue.
     *
     * @param at venue, 0 and up.
     * @return index of an ordinary account there.
     */
    public int wealthyTrader(final int at)
    {
        int richest = roster().trader(at, random);
        for (int i = 0; i < RICH_OF; i++)
        {
            final int other = roster().trader(at, random);
            richest = venue.freeCash(other) > venue.freeCash(richest) ? other : richest;
        }
        return richest;
    }

    /**
     * A market that the index of a perpetual is made of, as far from the main venue as there is one.
     *
     * @param perp perpetual.
     * @return spot of the same asset in the same ticks; null when there is none.
     */
    public SimulatedMarket componentOf(final SimulatedMarket perp)
    {
        SimulatedMarket found = null;
        for (final SimulatedMarket market : markets.markets())
        {
            final boolean isComponent = !market.isPerp() && market.underlying == perp.underlying &&
                market.instrument.tickExponent() == perp.instrument.tickExponent();
            found = isComponent && (found == null || found.venue == 0 || random.below(2) == 0) ? market : found;
        }
        return found;
    }

    /**
     * Accounts that one hand leads: a single one, several of one owner group as the venue knows it, or several whose
     * common owner it does not know.
     *
     * @param most accounts, 1 or more.
     * @return indexes, all different, the richest first.
     */
    public int[] hands(final int most)
    {
        final int first = wealthyTrader();
        final int[] found = new int[most];
        found[0] = first;
        int size = 1;
        final boolean isKnown = random.below(2) == 0;
        final int wanted = 1 + random.below(most);
        for (int tries = 0; tries < TRIES && size < wanted; tries++)
        {
            final int other = isKnown ? roster().partnerOf(first, random) : wealthyTrader();
            boolean isNew = true;
            for (int i = 0; i < size; i++)
            {
                isNew &= found[i] != other;
            }
            if (isNew)
            {
                found[size++] = other;
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

    /**
     * The spot market of the main venue in the asset of a perpetual.
     *
     * @param perp perpetual.
     * @return null when the main venue lists none.
     */
    public SimulatedMarket spotOf(final SimulatedMarket perp)
    {
        for (int i = 0; i < markets.mainCount(); i++)
        {
            final SimulatedMarket market = markets.markets()[i];
            if (!market.isPerp() && market.underlying == perp.underlying)
            {
                return market;
            }
        }
        return null;
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
