package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.List;

import fds.feeds.simulator.agent.Addresses;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.TradingEpisode;
import fds.feeds.simulator.episode.WindDown;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.ledger.Ledger;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Side;

/**
 * Forced-liquidation hand-off: a new account opens a position that is large for the market, partly against other
 * accounts of the same hand, takes out what margin it can, and makes its own margin give way: it sells a part into the
 * book at any price. The venue must close the rest, and who takes it over at far worse prices than it is worth (the
 * insurance fund pays for that) are the others, whose orders have been waiting there.
 */
public final class HandOffEpisode extends TradingEpisode
{
    private static final int OPEN = 0;
    private static final int WITHDRAW = 1;
    private static final int DUMP = 2;
    private static final long MILLI_NANOS = 1_000_000;
    private static final int DUMPED_PERCENT = 45; // of what is left, each time at the most
    private static final long[] LEVERAGE = {0, 100, 50, 20}; // [tier]

    private final int side;
    private final int pieces;
    private final long pieceLots;
    private final long openNanos;
    private final int mirroredPerMille;
    private final int marginPercent;
    private final int takenPercent;
    private final long askNanos;
    private final long dumpNanos;
    private final long netPpm;
    private final long reachPpm;
    private final List<WorkingOrder> nets = new ArrayList<>();
    private final WindDown exit;
    private int funded;
    private int piecesLeft;
    private int dumpsLeft;
    private int phase = OPEN;
    private long askedUnits;

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
        pieceLots = perp.inRange(1 + minute * random.between(700, 5_000) / 1_000 / pieces);
        openNanos = random.between(50, 2_000) * MILLI_NANOS;
        mirroredPerMille = (int)random.between(0, 1_000);
        marginPercent = (int)random.between(200, 900);
        takenPercent = (int)random.between(90, 100);
        askNanos = random.between(100, 20_000) * MILLI_NANOS;
        dumpsLeft = (int)random.between(5, 40);
        dumpNanos = random.between(5, 300) * MILLI_NANOS;
        netPpm = random.between(10_000, 50_000);
        reachPpm = perp.underlying.sigmaPpb() / 1_000 * random.between(5, 40);
        exit = windDown((int)random.between(3, 30), openNanos, reachPpm / 4, perp);
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
            case DUMP:
                return dump(nowNanos);
            default:
                return close(nowNanos);
        }
    }

    private void fund(final int account)
    {
        final long notional = venue.ledger.notional(market.index, market.valueTicks(), pieceLots) * pieces;
        // Who is to be liquidated brings as little as it needs, the others what they press with.
        final long percent = account == account(0) ? Math.max(130, marginPercent / 3) : marginPercent;
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
                phase = DUMP;
            }
            return nowNanos + 1 + Distributions.exponential(random, askNanos / 4);
        }
        stage.treasury().withdraw(first, askedUnits, Addresses.of(first, 4), this);
        phase = DUMP;
        return nowNanos + 1 + Distributions.exponential(random, openNanos);
    }

    private long dump(final long nowNanos)
    {
        if (nets.isEmpty())
        {
            setNets();
            return nowNanos + 1 + Distributions.exponential(random, askNanos / 8);
        }
        final long held = Math.abs(gain().lots(market, 0));
        final boolean isDue = venue.margins.equity(account(0)) < venue.margins.maintenance(account(0));
        if (held == 0 || isDue || dumpsLeft-- == 0)
        {
            phase = DUMP + 1;
            // The venue looks at margins each second.
            return nowNanos + random.between(1_500, 12_000) * MILLI_NANOS;
        }
        // Through the book to where the others wait, as long as enough is left to be taken over.
        final long limit = market.better(side, market.midTicks(), -market.midTicks() / 1_000 * netPpm / 1_000);
        take(market, account(0), Side.opposite(side),
            market.depthLots(side, limit, held * DUMPED_PERCENT / 100), netPpm * 13 / 10);
        return nowNanos + 1 + Distributions.exponential(random, dumpNanos);
    }

    /** What they take the position over with. */
    private void setNets()
    {
        for (int place = 1; place < accounts(); place++)
        {
            final long ticks = market.better(side, market.midTicks(), -market.midTicks() / 1_000 * netPpm / 1_000);
            nets.add(rest(market, account(place), side, ticks, pieceLots * pieces * 2 / accounts()));
        }
    }

    private long close(final long nowNanos)
    {
        nets.forEach(WorkingOrder::cancel);
        return exit.step(nowNanos);
    }
}
