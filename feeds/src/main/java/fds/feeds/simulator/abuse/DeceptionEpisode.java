package fds.feeds.simulator.abuse;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Side;

/**
 * Somebody wants a small order filled well, and shows orders that are not meant on the other side until it is. A round:
 * both are sent, one after the other; he waits for his fill, keeps what he shows out of harm's way, and when he has
 * what he wants, or has lost patience, takes the display back. The next round sells what this one bought. How it is
 * shown is what its subclasses differ in. The first of its accounts shows, the last trades.
 */
abstract class DeceptionEpisode extends Episode
{
    private static final int BEGIN = 0;
    private static final int SHOW = 1;
    private static final int SECOND = 2;
    private static final int WAIT = 3;
    private static final int DONE = 4;

    private final boolean isShownFirst;
    private final int camouflagePerMille;
    private final int hurriedPerMille; // takes what he wants when patience ends
    private final long lookNanos;
    private final long reactionNanos;
    private final long patienceNanos;
    private final long pauseNanos;
    private final long genuineUsual;
    private int roundsLeft;
    private int phase = BEGIN;
    private int side = 1 + random.below(2); // of the genuine order
    private long wantedLots;
    private WorkingOrder genuine;
    private boolean isShown;
    private boolean wasFilled; // on the side that is meant, since this round's display
    private long deadlineNanos;

    /**
     * An offender with habits of his own.
     *
     * @param rounds about how many.
     */
    DeceptionEpisode(
        final Stage stage, final SimulatedMarket market, final String typology, final String detector,
        final int rounds, final int... accounts)
    {
        super(stage, market, typology, detector, accounts);
        isShownFirst = random.below(2) == 0;
        camouflagePerMille = random.below(2) == 0 ? 0 : (int)random.between(50, 700);
        hurriedPerMille = (int)random.between(0, 1_000);
        lookNanos = random.between(5, 120) * 1_000_000;
        reactionNanos = random.between(2, 40) * random.between(2, 40) * 1_000_000; // 4 ms to 1.6 s
        patienceNanos = Math.max(1_500_000_000L, market.paceNanos() * random.between(6, 60));
        pauseNanos = Math.max(200_000_000L, market.paceNanos() * random.between(2, 40));
        genuineUsual = market.usualLots * random.between(2, 30);
        roundsLeft = rounds;
    }

    /**
     * Show the next piece.
     *
     * @param of side that it is shown on.
     * @return nanoseconds until the next piece; 0: that was the last.
     */
    abstract long show(int of);

    /**
     * Keep what is shown from being traded.
     *
     * @param of side that it is shown on.
     */
    abstract void tend(int of);

    /** A round ends: what is shown stands still. */
    abstract void onEnd();

    /** Take back what is shown. */
    abstract void withdraw();

    @Override
    public void onFill(
        final SimulatedMarket where, final int account, final int filled, final long priceTicks, final long lots,
        final long feeUnits, final boolean isAggressor)
    {
        super.onFill(where, account, filled, priceTicks, lots, feeUnits, isAggressor);
        wasFilled |= isShown && filled == side;
    }

    /**
     * Whether he traded on the side that is meant since this round's display.
     *
     * @return false: so far it is an attempt.
     */
    final boolean wasFilled()
    {
        return wasFilled;
    }

    /**
     * What he wants to trade in this round.
     *
     * @return lots.
     */
    final long wantedLots()
    {
        return wantedLots;
    }

    /**
     * Lots that stand near the touch, as he sees them.
     *
     * @param of side.
     * @return 1 and up.
     */
    final long nearbyLots(final int of)
    {
        return Math.max(market.usualLots, market.depthLots(
            of, market.better(of, market.touchTicks(of), -10 * market.depthTicks), 20_000 * market.usualLots));
    }

    /**
     * Show an order.
     *
     * @param of    side.
     * @param price wanted.
     * @param lots  wanted; less when he cannot pay for so much.
     * @return null when he has nothing to show, or it is refused.
     */
    final WorkingOrder showOrder(final int of, final long price, final long lots)
    {
        final long limit = market.passive(of, price);
        final long most = limit < 1 ? 0 :
            Math.min(market.inRange(lots), venue.margins.affordableLots(market, account(0), of, limit));
        return most < 1 ? null : place(market, account(0), of, limit, most, Flags.POST_ONLY);
    }

    @Override
    protected long step(final long nowNanos)
    {
        switch (phase)
        {
            case BEGIN:
                begin();
                return nowNanos + 1;
            case SHOW:
                final long untilNext = show(Side.opposite(side));
                isShown = true;
                return nowNanos + 1 + afterShowing(untilNext, nowNanos);
            case SECOND:
                sendGenuine();
                phase = isShownFirst ? WAIT : SHOW;
                deadlineNanos = nowNanos + patienceNanos;
                return nowNanos + 1 + Distributions.exponential(random, isShownFirst ? lookNanos : reactionNanos);
            case WAIT:
                return nowNanos + 1 + await(nowNanos);
            default:
                return finishRound(nowNanos);
        }
    }

    private void begin()
    {
        final long held = gain().lots(market);
        side = held > 0 ? Side.SELL : held < 0 ? Side.BUY : Side.opposite(side);
        final long wished = held != 0 ? Math.abs(held) : Distributions.size(random, genuineUsual);
        wantedLots = Math.max(1, Math.min(market.inRange(wished), affordable(side, market.touchTicks(side))));
        genuine = null;
        isShown = false;
        wasFilled = false;
        phase = isShownFirst ? SHOW : SECOND;
    }

    private long afterShowing(final long untilNext, final long nowNanos)
    {
        if (untilNext > 0)
        {
            return untilNext;
        }
        phase = isShownFirst ? SECOND : WAIT;
        deadlineNanos = nowNanos + patienceNanos;
        return Distributions.exponential(random, isShownFirst ? reactionNanos : lookNanos);
    }

    private void sendGenuine()
    {
        final long inside = random.below(3) == 0 && market.spreadTicks() > 1 ? 1 : -random.below(3);
        final long price = market.passive(side, market.better(side, market.touchTicks(side), inside));
        if (price >= 1 && affordable(side, price) >= wantedLots)
        {
            genuine = place(market, account(accounts() - 1), side, price, wantedLots, Flags.POST_ONLY);
        }
    }

    private long await(final long nowNanos)
    {
        final boolean isFilled = genuine == null || !genuine.isLive();
        if (isFilled || nowNanos >= deadlineNanos)
        {
            if (!isFilled && random.chancePerMille(hurriedPerMille))
            {
                takeTheRest();
            }
            phase = DONE;
            return Distributions.exponential(random, reactionNanos);
        }
        tend(Side.opposite(side));
        return Distributions.exponential(random, lookNanos);
    }

    /** The price has come his way, or he believes so. */
    private void takeTheRest()
    {
        final long left = genuine.openLots();
        genuine.cancel();
        final long touch = market.touchTicks(Side.opposite(side));
        if (affordable(side, touch) >= left)
        {
            place(market, account(accounts() - 1), side, touch, left, Flags.IOC);
        }
    }

    private long finishRound(final long nowNanos)
    {
        onEnd();
        withdraw();
        if (genuine != null)
        {
            genuine.cancel();
        }
        if (random.chancePerMille(camouflagePerMille))
        {
            stage.crowd().take(market, account(accounts() - 1));
        }
        phase = BEGIN;
        final boolean isLeft = --roundsLeft > 0 || roundsLeft > -2 && gain().lots(market) != 0;
        return isLeft ? nowNanos + 1 + Distributions.exponential(random, pauseNanos) : nowNanos;
    }

    private long affordable(final int of, final long price)
    {
        return venue.margins.affordableLots(market, account(accounts() - 1), of, price);
    }
}
