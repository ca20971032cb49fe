package fds.feeds.simulator.abuse;

import java.util.Arrays;
import java.util.List;

import fds.feeds.simulator.episode.Stage;
import fds.feeds.simulator.episode.WorkingOrder;
import fds.feeds.simulator.venue.SimulatedMarket;

/**
 * Layering: several orders that are not meant, on neighbouring levels of one side, opposite to a small one that is.
 * They move with the market so that none comes to trade, and are gone all at once.
 */
public final class LayeringEpisode extends DeceptionEpisode
{
    private static final int LEVELS_MIN = 3;

    private final WorkingOrder[] layers;
    private final long gapTicks;
    private final int away; // in gaps, of the first layer
    private final int depthPercent; // of what stands near the touch, all layers together
    private final int evenPercent; // sizes vary by this
    private final long sendNanos;
    private final boolean isFollowing;
    private int shown;
    private long touchTicks;
    private boolean hasDeceived;

    /**
     * Somebody who has not begun.
     *
     * @param stage    to act on.
     * @param market   where.
     * @param accounts one, or two of an owner: the first shows, the last trades.
     */
    public LayeringEpisode(final Stage stage, final SimulatedMarket market, final int... accounts)
    {
        super(stage, market, "layering", "D14", 1 + stage.random().below(8), accounts);
        layers = new WorkingOrder[(int)random.between(3, 9)];
        gapTicks = random.below(2) == 0 ? 1 + random.below(3) :
            Math.max(1, market.depthTicks * random.between(1, 6) / 4);
        away = random.below(6);
        depthPercent = (int)random.between(40, 500);
        evenPercent = random.below(3) == 0 ? 0 : (int)random.between(5, 60);
        sendNanos = random.between(1, 40) * random.between(1, 10) * 1_000_000; // 1 to 400 ms
        isFollowing = random.below(4) > 0;
    }

    @Override
    long show(final int of)
    {
        if (shown == 0)
        {
            touchTicks = market.touchTicks(of);
        }
        final long each = Math.max(nearbyLots(of) * depthPercent / 100, wantedLots() * 3) / layers.length;
        final long lots = each * (100 + random.between(-evenPercent, evenPercent)) / 100;
        layers[shown] = showOrder(of, target(of, shown), lots);
        if (++shown < layers.length)
        {
            return 1 + sendNanos * random.between(50, 150) / 100;
        }
        shown = 0;
        return 0;
    }

    @Override
    void tend(final int of)
    {
        final long now = market.touchTicks(of);
        if (!isFollowing || Math.abs(now - touchTicks) < gapTicks)
        {
            return;
        }
        touchTicks = now;
        for (int i = 0; i < layers.length; i++)
        {
            final long price = market.passive(of, target(of, i));
            if (layers[i] != null && layers[i].isLive() && price >= 1 && price != layers[i].priceTicks())
            {
                layers[i].replace(price, layers[i].openLots());
            }
        }
    }

    @Override
    void onEnd()
    {
        hasDeceived |= wasFilled() && Arrays.stream(layers).filter(layer -> layer != null && layer.isLive())
            .mapToLong(WorkingOrder::priceTicks).distinct().count() >= LEVELS_MIN;
    }

    @Override
    protected List<String> carried()
    {
        return hasDeceived ? List.of(detector()) : List.of();
    }

    @Override
    void withdraw()
    {
        for (final WorkingOrder layer : layers)
        {
            if (layer != null)
            {
                layer.cancel();
            }
        }
        Arrays.fill(layers, null);
    }

    private long target(final int of, final int layer)
    {
        return market.better(of, touchTicks, -(away + layer) * gapTicks);
    }
}
