package fds.feeds.simulator.abuse;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Forced-liquidation hand-off: a new account opens a position that is large for the market, partly against other
 * accounts of the same hand, takes out what margin it can, and is liquidated when the others press the price, so that
 * who must take the position over (the book, the insurance fund, those who are deleveraged) bears what the others gain.
 */
public final class HandOffEpisode extends Episode
{
    private static final int OPEN = 0;
    private static final int WITHDRAW = 1;
    private static final int PRESS = 2;
    private static final long MILLI_NANOS = 1_000_000;
    private static final int EXIT_TRIES = 60;
    private static final long[] LEVERAGE = {0, 100, 50, 20}; // [tier]

    private final int side;
    private final int pieces;
    private final long pieceLots;
    private final long openNanos;
    private final int mirroredPerMille;
    private final int marginPercent;
    private final int takenPercent;
    private final long askNanos;
    private final long pressLots;
    private final long pressNanos;
    private final long reachPpm;
    private int funded;
    private int piecesLeft;
    private int pressesLeft;
    private int exitTries;
    private int phase = OPEN;
    private long askedUnits;
    private long exitLots;

    /**
     * Not begun.
     *
     * @param stage    to act on.
     * @param perp     where.
     * @param accounts that are new: the first is to be liquidated, the others gain, 2 or more.
     */
    public HandOffEpisode(final Stage stage, final SimulatedMarket perp, final int... accounts)
    {
        super(stage, perp, "liquidation_hand_off", "D36", accounts);
        final long minute = perp.judgedMinuteLots();
        side = 1 + random.below(2);
        pieces = (int)random.between(3, 30);
        piecesLeft = pieces;
        pieceLots = perp.inRange(1 + minute * random.between(1_500, 8_000) / 1_000 / pieces);
        openNanos = random.between(50, 2_000) * MILLI_NANOS;
        mirroredPerMille = (int)random.between(0, 1_000);
        marginPercent = (int)random.between(300, 1_200);
        takenPercent = (int)random.between(80, 100);
        askNanos = random.between(100, 20_000) * MILLI_NANOS;
        pressesLeft = (int)random.between(60, 400);
        pressLots = 1 + minute * random.between(8_000, 40_000) / 1_000 / pressesLeft;
        pressNanos = random.between(30, 400) * MILLI_NANOS;
        reachPpm = perp.underlying.sigmaPpb() / 1_000 * random.between(5, 40);
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (funded < accounts())
        {
            fund(account(funded++));
            return nowNanos + 1 + Distributions.exponential(random, openNanos);
        }
        switch (phase)
        {
            case OPEN:
                return open(nowNanos);
            case WITHDRAW:
                return withdraw(nowNanos);
            case PRESS:
                return press(nowNanos);
            default:
                return close(nowNanos);
        }
    }

    private void fund(final int account)
    {
        final long notional = venue.ledger.notional(market.index, market.valueTicks(), pieceLots) * pieces;
        // Who is to be liquidated brings as little as it needs, the others what they press with.
        final long percent = account == account(0) ? marginPercent / 2 : marginPercent;
        final long units = notional / LEVERAGE[market.instrument.tier()] / 100 * percent;
        stage.treasury().deposit(account, Math.max(100 * Ledger.UNIT, units), Addresses.of(account, 3), this);
    }

    private long open(final long nowNanos)
    {
        final int partner = account(1 + random.below(accounts() - 1));
        final long before = gain().lots(market, 0);
        if (random.chancePerMille(mirroredPerMille) && market.spreadTicks() >= 2)
        {
            // The partner offers inside the spread, and the first takes it at once.
            final int other = Side.opposite(side);
            final WorkingOrder offer =
                rest(market, partner, other, market.better(other, market.touchTicks(other), 1), pieceLots);
            take(market, account(0), side, offer.openLots(), 0);
            offer.cancel();
        }
        else
        {
            take(market, account(0), side, pieceLots, reachPpm / 8);
        }
        piecesLeft -= gain().lots(market, 0) == before && random.below(2) == 0 ? 0 : 1;
        if (piecesLeft > 0)
        {
            return nowNanos + 1 + Distributions.exponential(random, openNanos);
        }
        phase = WITHDRAW;
        return nowNanos + 1 + askNanos;
    }

    private long withdraw(final long nowNanos)
    {
        final int first = account(0);
        if (askedUnits == 0)
        {
            askedUnits = venue.freeCash(first) / 100 * takenPercent;
            if (!stage.treasury().requestWithdrawal(first, askedUnits, Addresses.of(first, 4), this))
            {
                phase = PRESS;
            }
            return nowNanos + 1 + Distributions.exponential(random, askNanos / 4);
        }
        stage.treasury().withdraw(first, askedUnits, Addresses.of(first, 4), this);
        phase = PRESS;
        return nowNanos + 1 + Distributions.exponential(random, openNanos);
    }

    private long press(final long nowNanos)
    {
        if (gain().lots(market, 0) == 0 || pressesLeft-- == 0)
        {
            phase = PRESS + 1;
            return nowNanos + 1 + Distributions.exponential(random, openNanos);
        }
        take(market, account(1 + random.below(accounts() - 1)), Side.opposite(side),
            pressLots * random.between(40, 160) / 100, reachPpm);
        return nowNanos + 1 + Distributions.exponential(random, pressNanos);
    }

    private long close(final long nowNanos)
    {
        exitLots = exitLots == 0 ? 1 + Math.abs(gain().lots(market)) / 10 : exitLots;
        final long left = unwind(market, exitLots, reachPpm / 4);
        return left == 0 || ++exitTries == EXIT_TRIES ? nowNanos :
            nowNanos + 1 + Distributions.exponential(random, openNanos);
    }
}
