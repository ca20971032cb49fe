package fds.feeds.simulator.venue;

import fds.feeds.simulator.book.MatchingBook;
import fds.market.event.Side;

/**
 * What honest participants make of large orders that they see resting near the touch: many on one side, and they think
 * the price will go the other way. It moves what they quote and take for as long as the orders rest. That is what makes
 * showing orders that are not meant worth somebody's while, and it costs whoever shows them nothing.
 * <p>
 * Ordinary orders do not count, and neither does what two or three large ones come to: in honest flow it is nearly
 * always zero.
 */
final class DisplayedWeight
{
    /** In usual orders: what is smaller nobody notices. */
    private static final int NOTABLE = 60;

    /** In usual orders: what both sides may differ by. */
    private static final int UNREMARKABLE = 400;

    /** In usual orders: half of what they can be made to believe. */
    private static final int HALF = 600;

    /** In {@link SimulatedMarket#depthTicks}: further away it makes no difference. */
    private static final int REACH = 30;

    private final long[] weight = new long[MatchingBook.ORDERS_MAX]; // [handle] lots, negative on the sell side
    private final long usualLots;
    private final long depthTicks;
    private long sum;

    DisplayedWeight(final long usualLots, final long depthTicks)
    {
        this.usualLots = usualLots;
        this.depthTicks = depthTicks;
    }

    /**
     * An order rests, or was changed.
     *
     * @param handle    of the order.
     * @param side      of the order.
     * @param lots      open.
     * @param awayTicks from the best price of its side.
     */
    void show(final int handle, final int side, final long lots, final long awayTicks)
    {
        final long reach = REACH * depthTicks;
        final boolean isSeen = lots >= NOTABLE * usualLots && awayTicks < reach;
        // In units of depth: the product stays far within range whatever tick and lot are.
        final long seen = isSeen ? lots / REACH * Math.min(REACH, (reach - awayTicks) / depthTicks) : 0;
        sum -= weight[handle];
        weight[handle] = side == Side.BUY ? seen : -seen;
        sum += weight[handle];
    }

    /**
     * A part of an order was traded.
     *
     * @param handle of the order.
     * @param before open lots.
     * @param filled 1 to before.
     */
    void fill(final int handle, final long before, final long filled)
    {
        final long left = Math.max(filled - before, Math.min(before - filled, weight[handle]));
        sum += left - weight[handle];
        weight[handle] = left;
    }

    /**
     * An order is gone.
     *
     * @param handle that it had.
     */
    void remove(final int handle)
    {
        sum -= weight[handle];
        weight[handle] = 0;
    }

    /**
     * How far they lean.
     *
     * @return above 0: they think it will rise; -1,000,000 to 1,000,000 of what they can be made to believe.
     */
    long leanPpm()
    {
        final long beyond = Math.abs(sum) - UNREMARKABLE * usualLots;
        if (beyond <= 0)
        {
            return 0;
        }
        final long per = Math.max(1, (beyond + HALF * usualLots) / 1_000);
        return Math.min(1_000, beyond / per) * (sum > 0 ? 1_000 : -1_000);
    }
}
