package fds.engine.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import fds.market.detector.Detector;

/**
 * Makes a copy of {@link EightDetectors} for each set of detector types. The virtual machine keeps type profiles by
 * class: with a class of its own each call site of a group stays monomorphic, where one shared loop would be
 * megamorphic.
 */
final class DetectorGroups
{
    private static final Map<List<Class<?>>, MethodHandle> CONSTRUCTORS = new ConcurrentHashMap<>();

    private DetectorGroups()
    {
    }

    static DetectorGroup newGroup(final Detector[] detectors)
    {
        final List<Class<?>> types = new ArrayList<>();
        for (final Detector detector : detectors)
        {
            types.add(detector.getClass());
        }
        try
        {
            return (DetectorGroup)CONSTRUCTORS.computeIfAbsent(types, key -> newConstructor())
                .invoke(detectors);
        }
        catch (final RuntimeException | Error e)
        {
            throw e;
        }
        catch (final Throwable e)
        {
            throw new IllegalStateException("a detector group cannot be made", e);
        }
    }

    private static MethodHandle newConstructor()
    {
        try (InputStream pattern = EightDetectors.class.getResourceAsStream("EightDetectors.class"))
        {
            final MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(pattern.readAllBytes(), true);
            return lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class, Detector[].class))
                .asType(MethodType.methodType(DetectorGroup.class, Detector[].class));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException(e);
        }
    }
}
