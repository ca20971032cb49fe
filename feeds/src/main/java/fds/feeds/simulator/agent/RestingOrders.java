package fds.feeds.simulator.agent;

import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.SimulatorRandom;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.feeds.simulator.venue.SimulatedVenue;

/**
 * The orders that many small participants have resting in a market, so that each ends one day: the young ones soon, the
 * old ones late.
 */
final class RestingOrders
{
    private static final int MAX = 400;
    private static final int YOUNG_PER_MILLE = 600; // of withdrawals

    private final SimulatedVenue venue;
    private final SimulatedMarket market;
    private final SimulatorRandom random;
    private final int[] handle = new int[MAX]; // oldest first
    private final long[] number = new long[MAX];
    private int count;

    RestingOrders(final SimulatedVenue venue, final SimulatedMarket market, final SimulatorRandom random)
    {
        this.venue = venue;
        this.market = market;
        this.random = random;
    }

    int count()
    {
        return count;
    }

    /** Remember an order; a full memory ends another one first. */
    void keep(final int withHandle, final long withNumber)
    {
        if (count == MAX)
        {
            withdraw();
        }
        handle[count] = withHandle;
        number[count++] = withNumber;
    }

    /** End one. */
    void withdraw()
    {
        final int at = random.chancePerMille(YOUNG_PER_MILLE) ? count - 1 - random.below(count / 8 + 1) :
            random.below(count);
        venue.cancel(market, handle[at], number[at], Reasons.USER);
        drop(at);
    }

    /** One that may be changed. */
    int any()
    {
        final int at = random.below(count);
        if (market.book.isLive(handle[at], number[at]))
        {
            return at;
        }
        drop(at);
        return -1;
    }

    int handle(final int at)
    {
        return handle[at];
    }

    /** Change it; its number may change. */
    void replace(final int at, final long priceTicks, final long lots)
    {
        final long renewed = venue.replace(market, handle[at], priceTicks, lots);
        number[at] = renewed == 0 ? number[at] : renewed;
    }

    private void drop(final int at)
    {
        count--;
        System.arraycopy(handle, at + 1, handle, at, count - at);
        System.arraycopy(number, at + 1, number, at, count - at);
    }
}
