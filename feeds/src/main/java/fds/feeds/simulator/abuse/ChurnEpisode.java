package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Churn: somebody is paid for volume and makes it against everybody, buying and selling at any price to and fro, spread
 * and fees lost each time, so that a share of the market's volume is his and he holds nothing more than before; who is
 * behind makes haste. Some show
 * bids below the market meanwhile and take them back, so that the book looks as busy as the tape.
 */
public final class ChurnEpisode extends Episode
{
    private static final int HASTE = 4;

    private final MadeVolume volume = new MadeVolume();
    private final long percent; // of the market's volume that is to be his
    private final long sliceLots;
    private final long gapNanos;
    private final int runMax; // orders of one side in a row
    private final int variedPercent;
    private final int showPerMille;
    private int ordersLeft;
    private int side = Side.BUY;
    private int runLeft;
    private WorkingOrder shown;

    /**
     * Somebody who has not begun.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts one, or several of an owner that share the work.
     */
    public ChurnEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "volume_churn", "D10", accounts);
        percent = random.between(15, 85);
        final long mine = market.minuteLots() / (100 - percent) * percent; // a minute
        ordersLeft = (int)random.between(30, 240);
        gapNanos = Math.max(10_000_000L, market.paceNanos() * random.between(15, 200) / 100);
        sliceLots = Math.max(1, mine / Math.max(1, 60_000_000_000L / gapNanos));
        runMax = (int)random.between(1, 5);
        variedPercent = (int)random.between(0, 70);
        showPerMille = random.below(3) == 0 ? (int)random.between(50, 600) : 0;
    }

    @Override
    protected long step(final long nowNanos)
    {
        final long held = gain().lots(market);
        if (ordersLeft-- <= 0)
        {
            withdraw();
            if (held != 0 && ordersLeft > -12)
            {
                take(held > 0 ? Side.SELL : Side.BUY, Math.abs(held));
                return nowNanos + 1 + Distributions.exponential(random, gapNanos);
            }
            return nowNanos;
        }
        if (--runLeft <= 0)
        {
            side = held > 0 ? Side.SELL : held < 0 ? Side.BUY : Side.opposite(side);
            runLeft = 1 + random.below(runMax);
        }
        take(side, sliceLots * (100 + random.between(-variedPercent, variedPercent)) / 100);
        withdraw();
        if (random.chancePerMille(showPerMille))
        {
            show();
        }
        final boolean isBehind = volume.percent(market.tradedLots()) < percent;
        return nowNanos + 1 + Distributions.exponential(random, isBehind ? gapNanos / HASTE : gapNanos);
    }

    @Override
    public void onFill(
        final SimulatedMarket where, final int account, final int filled, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        super.onFill(where, account, filled, priceTicks, lots, feeUnits, isAggressor);
        volume.add(filled, lots, market.tradedLots());
    }

    @Override
    protected List<String> carried()
    {
        return volume.isMuch() ? List.of(detector()) : List.of();
    }

    /** At any price that is near: what it costs is not what he looks at. */
    private void take(final int of, final long lots)
    {
        final int account = account(random.below(accounts()));
        final long touch = market.touchTicks(Side.opposite(of));
        final long price = market.better(of, touch, Math.max(2, touch / 500));
        final long most = Math.min(market.modest(account, lots),
            venue.margins.affordableLots(market, account, of, price));
        if (most >= 1 && market.isTwoSided())
        {
            place(market, account, of, price, most, Flags.IOC);
        }
    }

    private void show()
    {
        final long price = market.passive(
            Side.BUY, market.better(Side.BUY, market.touchTicks(Side.BUY), -random.between(1, 8) * market.depthTicks));
        final long lots = price < 1 ? 0 :
            Math.min(market.modest(account(0), sliceLots * random.between(1, 6)),
                venue.margins.affordableLots(market, account(0), Side.BUY, price));
        if (lots >= 1)
        {
            shown = place(market, account(0), Side.BUY, price, lots, Flags.POST_ONLY);
        }
    }

    private void withdraw()
    {
        if (shown != null)
        {
            shown.cancel();
            shown = null;
        }
    }
}
