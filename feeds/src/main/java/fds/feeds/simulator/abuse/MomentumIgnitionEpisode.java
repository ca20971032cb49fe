package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Momentum ignition: takes a position without a stir, then a burst of aggressive orders makes the price run so that
 * others run after it, and sells them what it has (or buys back, where it had sold). With several accounts one takes
 * the position and the others make the price run.
 */
public final class MomentumIgnitionEpisode extends TradingEpisode
{
    private static final int POSITION = 0;
    private static final int IGNITE = 1;
    private static final int EXIT = 2;
    private static final long MILLI_NANOS = 1_000_000;

    private final int side;
    private final int passivePerMille;
    private final long pieceLots;
    private final long pieceNanos;
    private final long burstLots;
    private final long burstNanos;
    private final long reachPpm;
    private final long waitNanos;
    private final WindDown exit;
    private int piecesLeft;
    private int burstLeft;
    private int phase = POSITION;
    private WorkingOrder resting;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param market   where the price is to run.
     * @param accounts of one hand.
     */
    public MomentumIgnitionEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "momentum_ignition", "D19", accounts);
        final long minute = market.judgedMinuteLots();
        side = random.below(market.isPerp() ? 2 : 4) == 0 ? Side.SELL : Side.BUY;
        passivePerMille = (int)random.between(0, 800);
        piecesLeft = (int)random.between(2, 20);
        pieceLots = 1 + minute * random.between(100, 1_200) / 1_000 / piecesLeft;
        pieceNanos = random.between(100, 4_000) * MILLI_NANOS;
        burstLeft = (int)random.between(3, 24);
        burstLots = 1 + minute * random.between(500, 5_000) / 1_000 / burstLeft;
        burstNanos = random.between(5, 700) * MILLI_NANOS;
        reachPpm = market.underlying.sigmaPpb() / 1_000 * random.between(3, 30);
        waitNanos = random.between(100, 9_000) * MILLI_NANOS;
        exit = windDown((int)random.between(1, 15), random.between(50, 2_500) * MILLI_NANOS, reachPpm / 4, market);
    }

    @Override
    protected long step(final long nowNanos)
    {
        switch (phase)
        {
            case POSITION:
                return position(nowNanos);
            case IGNITE:
                return ignite(nowNanos);
            default:
                return exit.step(nowNanos);
        }
    }

    private long position(final long nowNanos)
    {
        if (resting != null)
        {
            resting.cancel();
            resting = null;
        }
        if (piecesLeft-- == 0)
        {
            phase = gain().lots(market) == 0 ? EXIT : IGNITE;
            return nowNanos + 1 + Distributions.exponential(random, waitNanos);
        }
        if (random.chancePerMille(passivePerMille))
        {
            resting = rest(market, account(0), side, market.touchTicks(side), pieceLots);
        }
        else
        {
            take(market, account(0), side, pieceLots, 0);
        }
        return nowNanos + 1 + Distributions.exponential(random, pieceNanos);
    }

    private long ignite(final long nowNanos)
    {
        final int igniter = accounts() == 1 ? 0 : 1 + random.below(accounts() - 1);
        take(market, account(igniter), side, burstLots * random.between(50, 150) / 100, reachPpm);
        if (--burstLeft > 0)
        {
            return nowNanos + 1 + Distributions.exponential(random, burstNanos);
        }
        phase = EXIT;
        return nowNanos + 1 + waitNanos;
    }
}
