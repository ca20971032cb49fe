package fds.feeds.simulator.abuse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import fds.feeds.simulator.book.Reasons;
import fds.feeds.simulator.chance.Distributions;
import fds.feeds.simulator.episode.Episode;
import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.venue.SimulatedMarket;
import fds.market.event.Flags;
import fds.market.event.Kind;
import fds.market.event.Side;

/**
 * Trades without a change of ownership or risk: an order is posted inside the spread and hit soon after from the other
 * leg. Both legs are one account (self wash), two of an owner group (group wash), or two unrelated ones whose volumes
 * match in both directions (pair wash). If somebody else is faster, the round is lost and no label counts it.
 */
public final class WashEpisode extends Episode
{
    /** Times it looks for room inside the spread before it gives up. */
    private static final int PATIENCE = 400;

    /** Rounds that a pair may add to make its volumes match. */
    private static final int EXTRA_ROUNDS = 20;

    private final boolean isPair;
    private final long gapNanos;
    private final long reactionNanos;
    private final long legLots;
    private final int camouflagePerMille;
    private final boolean isVaried;
    private final Dealings dealings;
    private final long[] boughtLots = new long[2]; // [account index]
    private int roundsLeft;
    private int tries;
    private boolean isPosted;
    private int poster;
    private int postedSide;
    private int postedHandle;
    private long postedNumber;
    private long postedLots;

    public WashEpisode(
        final Stage stage, final SimulatedMarket market,
        final String typology, final String detector, final boolean isPair,
        final int... accounts)
    {
        super(stage, market, typology, detector, accounts);
        this.isPair = isPair;
        roundsLeft = (int)(isPair ? random.between(10, 48) : random.between(2, 28));
        gapNanos = random.between(4, isPair ? 30 : 80) * random.between(5, 20) * 1_000_000; // 20 ms to 1.6 s
        reactionNanos = random.between(20, 400) * random.between(1, 60) * 1_000; // 20 us to 24 ms
        legLots = market.usualLots * (isPair ? random.between(15, 90) : random.between(2, 50));
        camouflagePerMille = random.below(3) == 0 ? (int)random.between(100, 500) : 0;
        isVaried = random.below(3) > 0;
        dealings = new Dealings(Arrays.stream(accounts).map(venue.roster::groupOf).toArray());
    }

    @Override
    protected long step(final long nowNanos)
    {
        if (isPosted)
        {
            hit();
            isPosted = false;
            roundsLeft--;
            if (random.chancePerMille(camouflagePerMille))
            {
                stage.crowd().take(market, account(random.below(legs())));
            }
        }
        else if (market.spreadTicks() >= 2)
        {
            post();
        }
        else
        {
            tries++;
        }

        if (isPosted)
        {
            return nowNanos + 1 + Distributions.exponential(random, reactionNanos);
        }
        final boolean isDone = roundsLeft <= 0 && !(isPair && imbalanceLots() != 0 && roundsLeft > -EXTRA_ROUNDS);
        return isDone || tries > PATIENCE ? nowNanos : nowNanos + 1 + Distributions.exponential(random, gapNanos);
    }

    @Override
    public boolean mayMeet(final int aggressor, final int resting)
    {
        return legs() == 1 ? resting == account(0) :
            aggressor != resting && (resting == account(0) || resting == account(1));
    }

    @Override
    public boolean isSelfTrading()
    {
        return true;
    }

    @Override
    protected boolean isPattern(final int kind, final int instrumentId, final boolean isMeeting)
    {
        return kind == Kind.TRADE && isMeeting;
    }

    @Override
    protected List<String> carried()
    {
        final Set<String> carried = new TreeSet<>(dealings.detectors());
        if (!Dealings.DETECTORS.contains(detector()))
        {
            carried.add(detector());
        }
        return List.copyOf(carried);
    }

    private void post()
    {
        poster = random.below(legs());
        postedSide = random.below(2) == 0 ? Side.BUY : Side.SELL;
        long lots = isVaried ? legLots * random.between(60, 140) / 100 : legLots;
        if (isPair)
        {
            final long imbalance = imbalanceLots();
            if (imbalance != 0)
            {
                // The account that has bought less buys, and takes exactly what is missing.
                final int buyer = imbalance > 0 ? 1 : 0;
                postedSide = poster == buyer ? Side.BUY : Side.SELL;
                lots = Math.abs(imbalance);
            }
        }
        lots = market.modest(account(poster), market.modest(account(legs() - 1 - poster), lots));
        final long inside = 1 + random.below((int)Math.min(1_000, market.spreadTicks() - 1));
        final long price = market.better(postedSide, market.touchTicks(postedSide), inside);
        isPosted = venue.submit(market, account(poster), postedSide, price, lots, Flags.POST_ONLY, this);
        postedLots = lots;
        postedHandle = venue.restingHandle();
        postedNumber = venue.orderNumber();
    }

    private void hit()
    {
        final int hitter = legs() - 1 - poster;
        if (market.book.isLive(postedHandle, postedNumber))
        {
            final long price = market.book.priceTicks(postedHandle);
            long lots = market.book.openLots(postedHandle);
            if (!isPair && isVaried && random.chancePerMille(300))
            {
                lots = market.modest(account(hitter), lots * random.between(80, 115) / 100);
            }
            venue.submit(market, account(hitter), Side.opposite(postedSide), price, lots, Flags.IOC, this);
            boughtLots[postedSide == Side.BUY ? poster : hitter] += venue.metLots();
            dealings.add(poster, hitter, postedSide, venue.metLots(), lots == postedLots && venue.metLots() == lots,
                market.tradedLots());
            venue.cancel(market, postedHandle, postedNumber, Reasons.USER);
        }
    }

    /** Lots that the first account has bought of the second, less what it has sold to it. */
    private long imbalanceLots()
    {
        return boughtLots[0] - boughtLots[1];
    }

    private int legs()
    {
        return accounts();
    }
}
