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
 * Excessive messages: an account keeps a few orders at some distance and moves them without end, for no trade to speak
 * of. Not a burst that chokes the venue but a steady load, minutes long, by somebody who pays nothing for messages: to
 * keep its place, to hide another's flow, or because its program is bad.
 */
public final class OrderFloodEpisode extends Episode
{
    private static final int MESSAGES_MIN = 1_000; // of the catalogue's order-to-trade ratio
    private static final int RATIO_MIN = 100;

    private final WorkingOrder[] orders;
    private final int[] sides;
    private final long gapNanos;
    private final long lots;
    private final int awayMax; // in units of depth
    private final int replacePerMille;
    private final int tradePerMillion;
    private long endNanos;
    private boolean isBegun;
    private long messages;
    private long trades;

    /**
     * Somebody who has not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public OrderFloodEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "order_flood", "D17", account);
        orders = new WorkingOrder[(int)random.between(1, 6)];
        sides = new int[orders.length];
        final int onlySide = random.below(3);
        for (int i = 0; i < sides.length; i++)
        {
            sides[i] = onlySide == Side.NONE ? 1 + i % 2 : onlySide;
        }
        gapNanos = random.between(5, 25) * random.between(1, 4) * 1_000_000; // 5 to 100 ms
        lots = market.usualLots * random.between(1, 12);
        awayMax = (int)random.between(2, 25);
        replacePerMille = (int)random.between(0, 1_000);
        tradePerMillion = (int)random.between(0, 1_500);
        endNanos = random.between(15_000, 75_000) * 1_000_000L; // a duration until the first step
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            endNanos += nowNanos;
        }
        if (nowNanos >= endNanos)
        {
            for (final WorkingOrder order : orders)
            {
                if (order != null)
                {
                    order.cancel();
                }
            }
            return nowNanos;
        }
        if (random.below(1_000_000) < tradePerMillion)
        {
            trade();
        }
        move(random.below(orders.length));
        return nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }

    private void move(final int which)
    {
        final int side = sides[which];
        final long away = random.between(1, awayMax) * market.depthTicks;
        final long price = market.passive(side, market.better(side, market.touchTicks(side), -away));
        final WorkingOrder order = orders[which];
        if (price >= 1 && order != null && order.isLive() && random.chancePerMille(replacePerMille))
        {
            order.replace(price, order.openLots());
            messages++;
        }
        else if (order != null && order.isLive())
        {
            order.cancel();
            messages++;
        }
        else if (price >= 1)
        {
            final long most = Math.min(market.modest(account(0), lots),
                venue.margins.affordableLots(market, account(0), side, price));
            messages += most < 1 ? 0 : 1;
            orders[which] = most < 1 ? null : place(market, account(0), side, price, most, Flags.POST_ONLY);
        }
    }

    @Override
    public void onFill(
        final SimulatedMarket where, final int of, final int side, final long priceTicks, final long filled,
        final long feeUnits, final boolean isAggressor)
    {
        super.onFill(where, of, side, priceTicks, filled, feeUnits, isAggressor);
        trades++;
    }

    @Override
    protected List<String> carried()
    {
        return messages >= MESSAGES_MIN && messages >= RATIO_MIN * trades ? List.of(detector()) : List.of();
    }

    private void trade()
    {
        final int side = 1 + random.below(2);
        final long price = market.touchTicks(Side.opposite(side));
        final long most = Math.min(market.modest(account(0), market.usualLots),
            venue.margins.affordableLots(market, account(0), side, price));
        if (most >= 1)
        {
            place(market, account(0), side, price, most, Flags.IOC);
        }
    }
}
