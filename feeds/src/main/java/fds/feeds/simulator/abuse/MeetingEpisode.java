package fds.feeds.simulator.abuse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Accounts that trade with each other by agreement: one posts where it stands first, another takes it soon after. If
 * somebody else is faster, that deal is lost. Its label counts the trades that came about. Who deals with whom, at what
 * price and for how long is what its subclasses differ in.
 */
abstract class MeetingEpisode extends Episode
{
    /** Times it looks for room in the book before it gives up. */
    private static final int PATIENCE = 400;

    private static final int FAILURES_MAX = 40;

    private final boolean isOneOwner;
    private final long gapNanos;
    private final long reactionNanos;
    private final int camouflagePerMille;
    private final Dealings dealings;
    private long nowNanos;
    private Deal deal;
    private WorkingOrder posted;
    private int tries;
    private int failures;

    /**
     * Accounts that have agreed.
     *
     * @param gapNanos      between two deals, on average.
     * @param reactionNanos between the two orders of a deal, on average.
     */
    MeetingEpisode(
        final Stage stage, final SimulatedMarket market, final String typology, final String detector,
        final long gapNanos, final long reactionNanos, final int... accounts)
    {
        super(stage, market, typology, detector, accounts);
        this.gapNanos = gapNanos;
        this.reactionNanos = reactionNanos;
        isOneOwner = venue.roster.groupOf(accounts[0]) == venue.roster.groupOf(accounts[accounts.length - 1]);
        dealings = new Dealings(Arrays.stream(accounts).map(venue.roster::groupOf).toArray());
        camouflagePerMille = random.below(2) == 0 ? 0 : (int)random.between(20, 600);
    }

    /**
     * Two orders that are to meet.
     *
     * @param poster     number of the account whose order rests.
     * @param hitter     number of the account that takes it.
     * @param side       of the order that rests.
     * @param priceTicks of both.
     * @param lots       of the order that rests, 1 or more.
     * @param aheadLots  of others that the second order has to take first.
     */
    record Deal(int poster, int hitter, int side, long priceTicks, long lots, long aheadLots)
    {
    }

    /**
     * What is next.
     *
     * @return null when there is no room for it now.
     */
    abstract Deal next();

    /**
     * A deal is done.
     *
     * @param done what was meant.
     * @param lots that met; 0 when somebody else was faster.
     */
    abstract void onMet(Deal done, long lots);

    /**
     * Whether they have what they wanted.
     *
     * @return true: it is over.
     */
    abstract boolean isFinished();

    @Override
    protected final long step(final long timeNanos)
    {
        nowNanos = timeNanos;
        if (deal != null)
        {
            final Deal done = deal;
            deal = null;
            final long lots = hit(done);
            failures += lots == 0 ? 1 : 0;
            dealings.add(done.poster, done.hitter, done.side, lots, done.aheadLots == 0 && lots == done.lots,
                market.tradedLots());
            onMet(done, lots);
            if (random.chancePerMille(camouflagePerMille))
            {
                stage.crowd().take(market, account(random.below(accounts())));
            }
        }
        else
        {
            deal = fitting(next());
            tries += deal == null ? 1 : 0;
        }
        if (deal != null)
        {
            posted = place(market, account(deal.poster), deal.side, deal.priceTicks, deal.lots, Flags.POST_ONLY);
            return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
        }
        return isFinished() || tries > PATIENCE || failures > FAILURES_MAX ? nowNanos :
            nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }

    @Override
    public boolean mayMeet(final int aggressor, final int resting)
    {
        if (aggressor == resting)
        {
            return false;
        }
        for (int i = 0; i < accounts(); i++)
        {
            if (account(i) == resting)
            {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isSelfTrading()
    {
        return isOneOwner;
    }

    @Override
    protected boolean isPattern(final int kind, final int instrumentId, final boolean isMeeting)
    {
        return kind == Kind.TRADE && isMeeting;
    }

    /**
     * When it acts.
     *
     * @return UTC nanoseconds since 1970.
     */
    final long nowNanos()
    {
        return nowNanos;
    }

    /**
     * Whether it carried the pattern that it is meant for, where its deals alone do not tell.
     *
     * @return true unless the episode knows better.
     */
    boolean hasCarriedItsOwn()
    {
        return true;
    }

    @Override
    protected final List<String> carried()
    {
        final Set<String> carried = new TreeSet<>(dealings.detectors());
        if (!Dealings.DETECTORS.contains(detector()) && hasCarriedItsOwn())
        {
            carried.add(detector());
        }
        return List.copyOf(carried);
    }

    /**
     * A price at which an order stands first and does not trade at once.
     *
     * @param side of the order.
     * @return ticks; 0 when there is no room inside the spread.
     */
    final long inside(final int side)
    {
        final long spread = market.spreadTicks();
        return spread < 2 ? 0 :
            market.better(side, market.touchTicks(side), 1 + random.below((int)Math.min(1_000, spread - 1)));
    }

    /**
     * A deal inside the spread.
     *
     * @param poster number of an account.
     * @param hitter number of another.
     * @param side   of the poster.
     * @param lots   wanted.
     * @return null when there is no room.
     */
    final Deal dealInside(final int poster, final int hitter, final int side, final long lots)
    {
        final long price = inside(side);
        return price < 1 ? null : new Deal(poster, hitter, side, price, lots, 0);
    }

    /** No more than both can pay for, and no more than would surprise those who know them. */
    private Deal fitting(final Deal wanted)
    {
        if (wanted == null)
        {
            return null;
        }
        final int poster = account(wanted.poster);
        final int hitter = account(wanted.hitter);
        final long most = Math.min(
            venue.margins.affordableLots(market, poster, wanted.side, wanted.priceTicks),
            venue.margins.affordableLots(market, hitter, Side.opposite(wanted.side), wanted.priceTicks) -
                wanted.aheadLots);
        final long lots = Math.min(most, market.modest(poster, market.modest(hitter, wanted.lots)));
        return lots < 1 ? null :
            new Deal(wanted.poster, wanted.hitter, wanted.side, wanted.priceTicks, lots, wanted.aheadLots);
    }

    private long hit(final Deal done)
    {
        if (!posted.isLive())
        {
            return 0;
        }
        final long ahead = done.aheadLots == 0 ? 0 :
            market.depthLots(done.side, done.priceTicks, done.aheadLots + posted.openLots()) - posted.openLots();
        venue.submit(market, account(done.hitter), Side.opposite(done.side), done.priceTicks,
            market.inRange(posted.openLots() + Math.max(0, ahead)), Flags.IOC, this);
        final long met = venue.metLots();
        posted.cancel();
        return met;
    }
}
