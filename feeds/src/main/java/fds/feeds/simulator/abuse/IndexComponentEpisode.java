package fds.feeds.simulator.abuse;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Attack on an index by one of its components: a position in a perpetual at the main venue; then, at another venue
 * whose thin spot market is part of the index, coins are brought and sold (or money is brought and coins are bought) as
 * fast as the book there takes them; the position is closed at the mark that follows.
 */
public final class IndexComponentEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;

    private final SimulatedMarket component;
    private final int side;
    private final long stakeLots;
    private final long stakeNanos;
    private final long attackLots;
    private final long attackNanos;
    private final long reachPpm;
    private final WindDown exit;
    private int stakesLeft;
    private int attacksLeft;
    private boolean isBrought;

    /**
     * Not begun.
     *
     * @param stage     to act on.
     * @param perp      at the main venue.
     * @param component spot market of its index, at another venue.
     * @param trader    account at the main venue.
     * @param attacker  account at the component's venue.
     */
    public IndexComponentEpisode(
        final Stage stage, final SimulatedMarket perp, final SimulatedMarket component, final int trader,
        final int attacker)
    {
        super(stage, perp, "index_component_attack", "D30", trader, attacker);
        this.component = component;
        also(component);
        side = random.below(3) == 0 ? Side.BUY : Side.SELL;
        stakesLeft = (int)random.between(2, 25);
        stakeLots = 1 + perp.judgedMinuteLots() * random.between(500, 8_000) / 1_000 / stakesLeft;
        stakeNanos = random.between(50, 3_000) * MILLI_NANOS;
        attacksLeft = (int)random.between(5, 100);
        attackLots = 1 + component.judgedMinuteLots() * random.between(5_000, 40_000) / 1_000 / attacksLeft;
        attackNanos = random.between(20, 900) * MILLI_NANOS;
        reachPpm = component.underlying.sigmaPpb() / 1_000 * random.between(10, 150);
        exit = windDown((int)random.between(2, 25), stakeNanos, reachPpm / 8, perp);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (stakesLeft > 0)
        {
            stakesLeft--;
            take(market, account(0), side, stakeLots, 50);
            return nowNanos + 1 + Distributions.exponential(random, stakeNanos);
        }
        if (!isBrought)
        {
            isBrought = true;
            bring();
            return nowNanos + 1 + Distributions.exponential(random, 4 * stakeNanos);
        }
        if (attacksLeft > 0)
        {
            attacksLeft--;
            take(component, account(1), side, attackLots * random.between(40, 160) / 100, reachPpm);
            return nowNanos + 1 + Distributions.exponential(random, attackNanos);
        }
        return exit.step(nowNanos);
    }

    private void bring()
    {
        final long lots = component.inRange(attackLots * attacksLeft * 2);
        if (side == Side.SELL)
        {
            stage.treasury().depositAsset(component, account(1), lots, Addresses.of(account(1), 5), this);
        }
        else
        {
            stage.treasury().deposit(account(1),
                venue.ledger.notional(component.index, component.midTicks(), lots), Addresses.of(account(1), 5), this);
        }
    }
}
