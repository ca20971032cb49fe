package fds.feeds.simulator.abuse;

import java.util.List;

import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Spoofing: one large order that is not meant, opposite to a small one that is, gone as soon as the small one is
 * filled. Its size is chosen by what stands in the book and by what it is for; it rests near enough to be seen and
 * flees when it comes to stand at the touch.
 */
public final class SpoofingEpisode extends DeceptionEpisode
{
    private final int depthPercent; // of what stands near the touch
    private final int genuineTimes; // at least that many times the small order
    private final int away; // in units of depth
    private final int daringPerMille; // stays at the touch when looked at
    private final boolean isFleeingFar; // moves away instead of leaving
    private WorkingOrder large;
    private boolean hasDeceived;

    /**
     * Somebody who has not begun.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts one, or two of an owner: the first shows, the last trades.
     */
    public SpoofingEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "spoofing", "D13", 1 + stage.random().below(8), accounts);
        depthPercent = (int)random.between(30, 400);
        genuineTimes = (int)random.between(3, 40);
        away = random.below(8);
        daringPerMille = (int)random.between(0, 600);
        isFleeingFar = random.below(2) == 0;
    }

    @Override
    long show(final int of)
    {
        final long lots =
            Math.max(nearbyLots(of) * depthPercent / 100, wantedLots() * genuineTimes) * random.between(80, 120) / 100;
        large = showOrder(of, market.better(of, market.touchTicks(of), -away * market.depthTicks), lots);
        return 0;
    }

    @Override
    void tend(final int of)
    {
        if (large != null && large.isLive() && large.priceTicks() == market.touchTicks(of) &&
            !random.chancePerMille(daringPerMille))
        {
            final long further = market.better(of, large.priceTicks(), -Math.max(1, away) * market.depthTicks);
            if (isFleeingFar && further != large.priceTicks())
            {
                large.replace(further, large.openLots());
            }
            else
            {
                large.cancel();
            }
        }
    }

    @Override
    void onEnd()
    {
        hasDeceived |= wasFilled() && large != null && large.isLive();
    }

    @Override
    protected List<String> carried()
    {
        return hasDeceived ? List.of(detector()) : List.of();
    }

    @Override
    void withdraw()
    {
        if (large != null)
        {
            large.cancel();
        }
    }
}
