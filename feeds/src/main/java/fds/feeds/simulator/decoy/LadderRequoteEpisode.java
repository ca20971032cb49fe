package fds.feeds.simulator.decoy;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Decoy: a market maker with a ladder on both sides. After a fill, or when the price has moved, it takes everything
 * back and quotes anew, shifted against what it holds: many orders of one side vanish right after a fill on the other.
 */
public final class LadderRequoteEpisode extends TradingEpisode
{
    private final WorkingOrder[] ladder; // [level * 2 + side - 1]
    private final long[] shownLots;
    private final long gapTicks;
    private final long levelLots;
    private final long lookNanos;
    private final long reactionNanos;
    private long endNanos;
    private long middleTicks;
    private boolean isBegun;
    private boolean isShown;

    /**
     * Not begun.
     *
     * @param stage   to act on.
     * @param market  where.
     * @param account who.
     */
    public LadderRequoteEpisode(final Stage stage, final SimulatedMarket market, final int account)
    {
        super(stage, market, "decoy_ladder_requote", "", account);
        ladder = new WorkingOrder[2 * (int)random.between(3, 8)];
        shownLots = new long[ladder.length];
        gapTicks = Math.max(1, market.depthTicks * random.between(1, 6) / 2);
        levelLots = market.usualLots * random.between(2, 25);
        lookNanos = random.between(5, 150) * 1_000_000;
        reactionNanos = random.between(1, 60) * random.between(1, 20) * 1_000_000; // 1 ms to 1.2 s
        endNanos = Math.max(8_000_000_000L, market.paceNanos() * random.between(20, 150)); // a duration until then
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (!isBegun)
        {
            isBegun = true;
            endNanos += nowNanos;
        }
        if (isShown && (nowNanos >= endNanos || isDisturbed()))
        {
            for (final WorkingOrder quote : ladder)
            {
                quote.cancel();
            }
            isShown = false;
        }
        else if (!isShown)
        {
            quote();
            isShown = true;
        }
        return nowNanos >= endNanos && !isShown ? nowNanos :
            nowNanos + 1 + Distributions.exponential(random, isShown ? lookNanos : reactionNanos);
    }

    private boolean isDisturbed()
    {
        boolean isMet = Math.abs(market.midTicks() - middleTicks) > 3 * gapTicks;
        for (int i = 0; i < ladder.length; i++)
        {
            isMet |= ladder[i].openLots() < shownLots[i];
        }
        return isMet;
    }

    private void quote()
    {
        middleTicks = market.midTicks();
        final long held = gain().lots(market);
        final long shift = held == 0 ? 0 : held > 0 ? -gapTicks : gapTicks;
        for (int i = 0; i < ladder.length; i++)
        {
            final int side = 1 + i % 2;
            final long price = market.better(side, middleTicks + shift, -(1 + i / 2) * gapTicks);
            ladder[i] = rest(market, account(0), side, price,
                market.modest(account(0), levelLots * random.between(80, 120) / 100));
            shownLots[i] = ladder[i].openLots();
        }
    }
}
