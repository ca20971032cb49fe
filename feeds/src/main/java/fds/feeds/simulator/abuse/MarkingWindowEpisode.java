package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Marking a window: holds the side of a perpetual that receives funding, and in the minutes over which the premium is
 * averaged trades so that the premium grows: another account of the same hand moves the perpetual, or the same one
 * moves the spot market that the index is made of. After the full hour everything is traded back. It begins only when
 * the next funding is near.
 */
public final class MarkingWindowEpisode extends TradingEpisode
{
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;
    private static final long WAIT_MAX_NANOS = 1_200 * SECOND_NANOS;

    private final SimulatedMarket pushed;
    private final int holdingSide;
    private final int pushingSide;
    private final long positionLots;
    private final int positionPieces;
    private final long positionLeadNanos;
    private final long pushLeadNanos;
    private final long pushNanos;
    private final long pushLots;
    private final long reachPpm;
    private final long pauseNanos;
    private final WindDown exit;
    private long hourNanos;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param perp     that pays funding.
     * @param spot     of the main venue of the same asset, or null.
     * @param accounts of one hand: a second one moves the perpetual; a single one moves spot, so there must be one.
     */
    public MarkingWindowEpisode(
        final Stage stage, final SimulatedMarket perp, final SimulatedMarket spot, final int... accounts)
    {
        super(stage, perp, "marking_window", "D29", accounts);
        pushed = accounts.length > 1 && (spot == null || random.below(3) > 0) ? perp : spot;
        // A premium is paid by longs to shorts. Who holds the asset can make the index fall, hardly rise.
        holdingSide = pushed != perp || random.below(2) == 0 ? Side.SELL : Side.BUY;
        pushingSide = pushed == perp ? Side.opposite(holdingSide) : Side.SELL;
        if (pushed != perp)
        {
            also(pushed);
        }
        final long minute = perp.judgedMinuteLots();
        positionPieces = (int)random.between(4, 40);
        positionLots = 1 + minute * random.between(1_000, 12_000) / 1_000 / positionPieces;
        positionLeadNanos = random.between(20, 240) * SECOND_NANOS;
        pushLeadNanos = random.between(8, 150) * SECOND_NANOS;
        pushNanos = random.between(150, 3_000) * MILLI_NANOS;
        pushLots = 1 + pushed.judgedMinuteLots() * random.between(500, 5_000) / 1_000 /
            Math.max(1, pushLeadNanos / pushNanos);
        reachPpm = perp.underlying.sigmaPpb() / 1_000 * random.between(1, 10);
        pauseNanos = random.between(100, 3_000) * MILLI_NANOS;
        exit = windDown((int)random.between(3, 40), pauseNanos, reachPpm / 4,
            pushed == perp ? new SimulatedMarket[] {perp} : new SimulatedMarket[] {perp, pushed});
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (hourNanos == 0)
        {
            hourNanos = (nowNanos / HOUR_NANOS + 1) * HOUR_NANOS;
            final long begin = hourNanos - pushLeadNanos - positionLeadNanos;
            final boolean isLate = nowNanos > hourNanos - pushLeadNanos - positionLeadNanos / 2;
            return hourNanos - nowNanos > WAIT_MAX_NANOS || isLate ? nowNanos : Math.max(nowNanos + 1, begin);
        }
        if (nowNanos < hourNanos - pushLeadNanos)
        {
            take(market, account(0), holdingSide, positionLots, reachPpm / 4);
            return nowNanos + 1 + Distributions.exponential(random, positionLeadNanos / positionPieces);
        }
        if (nowNanos < hourNanos)
        {
            take(pushed, account(accounts() - 1), pushingSide, pushLots * random.between(40, 160) / 100, reachPpm);
            return Math.min(nowNanos + 1 + Distributions.exponential(random, pushNanos), hourNanos + pauseNanos);
        }
        return exit.step(nowNanos);
    }
}
