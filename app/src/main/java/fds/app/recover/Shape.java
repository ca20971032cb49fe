package fds.app.recover;

import fds.app.setup.DetectionSettings;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.engine.EngineConfig;
import fds.engine.Threading;

/**
 * Capacities of an engine that stand before any configuration is read: state fits only an engine of the same.
 *
 * @param texts       of each id space.
 * @param instruments largest instrument id.
 */
public record Shape(int texts, int instruments)
{
    private static final EngineConfig STANDARD = EngineConfig.DEFAULT;

    /**
     * Of an engine.
     *
     * @param engine its deployment.
     * @return its shape.
     */
    public static Shape of(final EngineConfig engine)
    {
        return new Shape(engine.textCapacity(), engine.instrumentCapacity());
    }

    /**
     * That a run takes which journals a configuration.
     *
     * @param configText of a CONFIG record.
     * @return its shape.
     */
    public static Shape of(final String configText)
    {
        final ConfigTree tree = new ConfigTree();
        DetectionSettings.put(configText, tree);
        return new Shape(
            (int)tree.number("capacity.texts", Quantity.COUNT, 1, Integer.MAX_VALUE, STANDARD.textCapacity()),
            (int)tree.number("capacity.instruments", Quantity.COUNT, 1, Integer.MAX_VALUE,
                STANDARD.instrumentCapacity()));
    }

    /**
     * An engine on the caller's thread.
     *
     * @return its deployment.
     */
    EngineConfig inline()
    {
        return new EngineConfig(new Threading(Threading.Mode.INLINE, 1), STANDARD.waiting(), STANDARD.ringEvents(),
            STANDARD.inboundEvents(), texts, instruments, false);
    }

    @Override
    public String toString()
    {
        return "capacity.texts=" + texts + " capacity.instruments=" + instruments;
    }
}
