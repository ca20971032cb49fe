package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Liquidation hunting: presses a perpetual (and the spot market under it, where it owns some) to where others with much
 * leverage must be liquidated, waits with orders for their forced ones, and closes into them.
 */
public final class LiquidationHuntEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final int NETS = 4;
    private static final long[] LEVERAGE = {1, 100, 50, 20}; // [tier]

    private final SimulatedMarket spot;
    private final int side;
    private final long pressLots;
    private final long pressNanos;
    private final long reachPpm;
    private final long targetTicks;
    private final int spotPerMille;
    private final long netTicks;
    private final long waitNanos;
    private final WindDown exit;
    private final WorkingOrder[] nets = new WorkingOrder[NETS];
    private int pressesLeft;
    private boolean isSet;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param perp     where others are to be liquidated.
     * @param spot     of the main venue of the same asset, or null.
     * @param accounts of one hand.
     */
    public LiquidationHuntEpisode(
        final Stage stage, final SimulatedMarket perp, final SimulatedMarket spot, final int... accounts)
    {
        super(stage, perp, "liquidation_hunt", "D34", accounts);
        this.spot = spot;
        final long minute = perp.judgedMinuteLots();
        side = 1 + random.below(2);
        pressesLeft = (int)random.between(30, 150);
        pressLots = 1 + minute * random.between(12_000, 60_000) / 1_000 / pressesLeft;
        pressNanos = random.between(200, 1_800) * MILLI_NANOS;
        reachPpm = perp.underlying.sigmaPpb() / 1_000 * random.between(3, 30);
        // Who has as much leverage as the venue gives is liquidated when the mark has gone half of its margin.
        targetTicks = perp.better(side, perp.valueTicks(),
            perp.valueTicks() / (2 * LEVERAGE[perp.instrument.tier()]) * random.between(40, 180) / 100);
        spotPerMille = spot == null ? 0 : (int)random.between(0, 500);
        if (spot != null)
        {
            also(spot);
        }
        netTicks = perp.midTicks() / 10_000 * random.between(2, 25) + 1;
        waitNanos = random.between(500, 12_000) * MILLI_NANOS;
        exit = windDown((int)random.between(3, 30), random.between(50, 1_500) * MILLI_NANOS, reachPpm / 4,
            spot == null ? new SimulatedMarket[] {perp} : new SimulatedMarket[] {perp, spot});
    }

    @Override
    protected long step(final long nowNanos)
    {
        final long mark = market.valueTicks();
        final boolean isThere = side == Side.BUY ? mark >= targetTicks : mark <= targetTicks;
        if (pressesLeft > 0 && !isThere)
        {
            pressesLeft--;
            press();
            return nowNanos + 1 + Distributions.exponential(random, pressNanos);
        }
        pressesLeft = 0;
        if (!isSet)
        {
            isSet = true;
            setNets();
            return nowNanos + waitNanos;
        }
        for (final WorkingOrder net : nets)
        {
            net.cancel();
        }
        return exit.step(nowNanos);
    }

    private void press()
    {
        final int account = account(random.below(accounts()));
        final long percent = random.between(40, 160);
        if (random.chancePerMille(spotPerMille))
        {
            take(spot, account, side, pressLots * market.scale / spot.scale * percent / 100, reachPpm);
        }
        else
        {
            take(market, account, side, pressLots * percent / 100, reachPpm);
        }
    }

    /** Orders a little further, where forced ones will come to. */
    private void setNets()
    {
        final int other = Side.opposite(side);
        final long lots = Math.abs(gain().lots(market)) / 2 / NETS;
        for (int i = 0; i < NETS; i++)
        {
            nets[i] = rest(market, account(random.below(accounts())), other,
                market.better(other, market.touchTicks(other), -(i + 1) * netTicks / NETS), lots);
        }
    }
}
