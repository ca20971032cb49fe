package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: a maker whose inventory is large when a settlement window comes. It quotes both sides of a perpetual, and from
 * the last minutes before the hour on only the side on which it gets rid of what it has, never beyond the touch.
 */
public final class InventoryAtWindowEpisode extends TradingEpisode
{
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;
    private static final long WAIT_MAX_NANOS = 1_200 * SECOND_NANOS;

    private final long leadNanos;
    private final long shedNanos;
    private final long afterNanos;
    private final long gapNanos;
    private final long quoteLots;
    private final long startLots;
    private final WorkingOrder[] quotes = new WorkingOrder[3]; // [side]
    private long hourNanos;
    private boolean isLoaded;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param perp    where.
     * @param account of a maker.
     */
    public InventoryAtWindowEpisode(final Stage stage, final SimulatedMarket perp, final int account)
    {
        super(stage, perp, "decoy_inventory_at_window", "", account);
        leadNanos = random.between(90, 500) * SECOND_NANOS;
        shedNanos = leadNanos * random.between(20, 80) / 100;
        afterNanos = random.between(1, 40) * SECOND_NANOS;
        gapNanos = random.between(50, 800) * SECOND_NANOS / 1_000;
        quoteLots = perp.usualLots * random.between(5, 40);
        startLots = perp.judgedMinuteLots() * random.between(300, 2_000) / 1_000;
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (hourNanos == 0)
        {
            hourNanos = (nowNanos / HOUR_NANOS + 1) * HOUR_NANOS;
            return hourNanos - nowNanos > WAIT_MAX_NANOS ? nowNanos : Math.max(nowNanos + 1, hourNanos - leadNanos);
        }
        for (int side = Side.BUY; side <= Side.SELL; side++)
        {
            if (quotes[side] != null)
            {
                quotes[side].cancel();
                quotes[side] = null;
            }
        }
        if (nowNanos >= hourNanos + afterNanos)
        {
            return nowNanos;
        }
        if (!isLoaded)
        {
            isLoaded = true;
            take(market, account(0), 1 + random.below(2), startLots, 30);
        }
        final long held = gain().lots(market);
        final boolean isShedding = nowNanos >= hourNanos - shedNanos;
        for (int side = Side.BUY; side <= Side.SELL; side++)
        {
            if (!isShedding || held != 0 && held > 0 == (side == Side.SELL))
            {
                quotes[side] = rest(market, account(0), side, market.touchTicks(side),
                    isShedding ? Math.min(quoteLots, Math.abs(held)) : quoteLots);
            }
        }
        return nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }
}
