package fds.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

import fds.app.UsageException;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;

/** The detectors of this build and of the jars beside it, by number. */
public final class DetectorCatalog
{
    private final TreeMap<Integer, DetectorFactory<?>> factories = new TreeMap<>();

    /**
     * Of given detectors.
     *
     * @param factories each with a number of its own.
     * @throws UsageException when two have the same number.
     */
    public DetectorCatalog(final Iterable<? extends DetectorFactory<?>> factories)
    {
        for (final DetectorFactory<?> factory : factories)
        {
            final DetectorFactory<?> other = this.factories.put(factory.info().number(), factory);
            if (other != null)
            {
                throw new UsageException("detector " + factory.info().id() + " is declared twice: by " +
                    other.getClass().getName() + " and by " + factory.getClass().getName());
            }
        }
    }

    /**
     * Of the class path.
     *
     * @return what {@link ServiceLoader} finds.
     * @throws UsageException when a declared detector cannot be loaded.
     */
    @SuppressWarnings({ "rawtypes", "unchecked" })
    public static DetectorCatalog load()
    {
        final List<DetectorFactory<?>> found = new ArrayList<>();
        try
        {
            for (final DetectorFactory factory : ServiceLoader.load(DetectorFactory.class))
            {
                found.add(factory);
            }
        }
        catch (final ServiceConfigurationError e)
        {
            throw new UsageException("a detector cannot be loaded: " + e.getMessage());
        }
        return new DetectorCatalog(found);
    }

    /**
     * What a detector declares of itself.
     *
     * @param number of the detector.
     * @return null when this build does not have it.
     */
    public DetectorInfo info(final int number)
    {
        final DetectorFactory<?> factory = factories.get(number);
        return factory == null ? null : factory.info();
    }

    /**
     * The parameters a detector declares.
     *
     * @param number of the detector.
     * @return in the order of their declaration; empty when this build does not have it.
     */
    public List<ParameterDoc> parameters(final int number)
    {
        final DetectorFactory<?> factory = factories.get(number);
        return factory == null ? List.of() : ParameterDoc.of(factory.defaults());
    }

    /**
     * All detectors.
     *
     * @return by ascending number.
     */
    public List<DetectorFactory<?>> factories()
    {
        return List.copyOf(factories.values());
    }

    /**
     * Their ids.
     *
     * @return as in {@code D01}, by ascending number.
     */
    public List<String> ids()
    {
        return factories.values().stream().map(factory -> factory.info().id()).toList();
    }
}
