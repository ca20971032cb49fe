package fds.feeds.simulator.abuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Deception by displayed liquidity: somebody who looks like a maker, with orders on both sides again and again, but
 * each time the heavy side is the one that is not meant, and is gone soon after the light one was filled. No single
 * order stands out; that it always falls out in his favour does.
 */
public final class ImbalanceEpisode extends DeceptionEpisode
{
    private static final int GENUINE_TIMES = 3; // of spoofing: that many times what he wants, in one order
    private static final int LAYERS = 3; // of layering, on levels of their own

    private final WorkingOrder[] pieces;
    private final int depthPercent;
    private final int awayMax;
    private int shown;
    private int wanted;
    private boolean hasDeceived;
    private boolean wasSpoofing;
    private boolean wasLayering;

    /**
     * Somebody who has not begun.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts one, or two of an owner: the first shows, the last trades.
     */
    public ImbalanceEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "displayed_imbalance", "D15", 8 + stage.random().below(25), accounts);
        pieces = new WorkingOrder[(int)random.between(1, 4)];
        depthPercent = (int)random.between(20, 150);
        awayMax = (int)random.between(1, 6);
    }

    @Override
    long show(final int of)
    {
        wanted = shown == 0 ? 1 + random.below(pieces.length) : wanted;
        final long lots = Math.max(nearbyLots(of) * depthPercent / 100, wantedLots() * 2) / wanted *
            random.between(60, 140) / 100;
        final long away = random.below(awayMax + 1) * market.depthTicks;
        pieces[shown] = showOrder(of, market.better(of, market.touchTicks(of), -away), lots);
        if (++shown < wanted)
        {
            return random.between(1, 80) * 1_000_000;
        }
        shown = 0;
        return 0;
    }

    @Override
    void tend(final int of)
    {
        for (final WorkingOrder piece : pieces)
        {
            if (piece != null && piece.isLive() && piece.priceTicks() == market.touchTicks(of) && random.below(4) == 0)
            {
                piece.cancel();
            }
        }
    }

    /** Some rounds fall out as one large order, or as layers, that stood when he was filled and were taken back. */
    @Override
    protected List<String> carried()
    {
        final List<String> detectors = new ArrayList<>();
        if (wasSpoofing)
        {
            detectors.add("D13");
        }
        if (wasLayering)
        {
            detectors.add("D14");
        }
        if (hasDeceived)
        {
            detectors.add(detector());
        }
        return detectors;
    }

    @Override
    void onEnd()
    {
        if (wasFilled())
        {
            final long[] levels = Arrays.stream(pieces).filter(piece -> piece != null && piece.isLive())
                .mapToLong(WorkingOrder::priceTicks).distinct().toArray();
            hasDeceived |= levels.length > 0;
            wasLayering |= levels.length >= LAYERS;
            wasSpoofing |= wanted == 1 && levels.length == 1 &&
                pieces[0].openLots() >= GENUINE_TIMES * wantedLots();
        }
    }

    @Override
    void withdraw()
    {
        for (final WorkingOrder piece : pieces)
        {
            if (piece != null)
            {
                piece.cancel();
            }
        }
        Arrays.fill(pieces, null);
    }
}
