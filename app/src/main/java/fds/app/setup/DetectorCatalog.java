package fds.app.setup;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

import fds.app.UsageException;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.detector.DetectorInfo;

/** Every detector there is, ours and those of a user's jars, by ascending id. */
public final class DetectorCatalog
{
    private static final int FIRST_USER_NUMBER = 500;

    /**
     * A detector and where it comes from.
     *
     * @param factory   makes it.
     * @param jarSha256 of the user's jar, hexadecimal; empty for ours.
     */
    public record Entry(DetectorFactory<?> factory, String jarSha256)
    {
    }

    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final Map<Integer, DetectorFactory<?>> byNumber = new HashMap<>();

    /**
     * Find all detectors.
     *
     * @param jars of users, possibly none; their detectors have ids from D500 on.
     * @throws UsageException when a jar cannot be used.
     */
    public DetectorCatalog(final List<Path> jars)
    {
        final ClassLoader ours = DetectorCatalog.class.getClassLoader();
        add(ServiceLoader.load(DetectorFactory.class, ours), "", ours, null);
        for (final Path jar : jars)
        {
            addJar(jar, ours);
        }
    }

    /**
     * A detector by its id.
     *
     * @param id such as {@code D01}.
     * @return the entry, or null.
     */
    public Entry find(final String id)
    {
        return entries.get(id);
    }

    /**
     * All detectors.
     *
     * @return by ascending id.
     */
    public Collection<Entry> entries()
    {
        return entries.values();
    }

    /**
     * What a detector declares of itself.
     *
     * @param number of the detector.
     * @return null when it is not there.
     */
    public DetectorInfo info(final int number)
    {
        final DetectorFactory<?> factory = factory(number);
        return factory == null ? null : factory.info();
    }

    /**
     * A detector by its number.
     *
     * @param number as in the journal.
     * @return null when it is not there.
     */
    public DetectorFactory<?> factory(final int number)
    {
        return byNumber.get(number);
    }

    /**
     * Their ids.
     *
     * @return ascending.
     */
    public List<String> ids()
    {
        return List.copyOf(entries.keySet());
    }

    private void addJar(final Path jar, final ClassLoader ours)
    {
        if (!Files.isRegularFile(jar))
        {
            throw new UsageException(jar + ": there is no such jar of detectors");
        }
        try
        {
            final String sha256 = Digests.sha256(Files.readAllBytes(jar));
            // The loader stays open for as long as the process runs: detectors load classes when they need them.
            final ClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, ours);
            final int before = entries.size();
            add(ServiceLoader.load(DetectorFactory.class, loader), sha256, loader, jar);
            if (entries.size() == before)
            {
                throw new UsageException(jar + ": names no detector in META-INF/services/" +
                    DetectorFactory.class.getName());
            }
        }
        catch (final MalformedURLException e)
        {
            throw new UsageException(jar + ": not a path that can be loaded from");
        }
        catch (final IOException e)
        {
            throw new UsageException(jar + ": cannot be read: " + e.getMessage());
        }
        catch (final ServiceConfigurationError | LinkageError e)
        {
            throw new UsageException(jar + ": cannot be used: " + oneLine(e));
        }
    }

    private static String oneLine(final Throwable failure)
    {
        final Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(failure instanceof LinkageError ? failure : failure.getMessage()).replace('\n', ' ') +
            (cause == failure ? "" : " (" + cause + ")");
    }

    /** What a detector declares and begins with; a user's own may fail even at that. */
    private static DetectorInfo declared(final DetectorFactory<?> factory, final Path jar)
    {
        try
        {
            factory.defaults();
            return factory.info();
        }
        catch (final RuntimeException | LinkageError e)
        {
            if (jar == null)
            {
                throw e;
            }
            throw new UsageException(jar + ": " + factory.getClass().getName() + " cannot be used: " +
                (e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    @SuppressWarnings("rawtypes")
    private void add(
        final ServiceLoader<DetectorFactory> loader, final String sha256, final ClassLoader owner, final Path jar)
    {
        final List<DetectorFactory> found = new ArrayList<>();
        loader.forEach(found::add);
        for (final DetectorFactory<?> factory : found)
        {
            if (jar != null && factory.getClass().getClassLoader() != owner)
            {
                continue; // ours, seen again through the jar's loader
            }
            final DetectorInfo info = declared(factory, jar);
            final String id = info.id();
            if (jar != null && info.number() < FIRST_USER_NUMBER)
            {
                throw new UsageException(
                    jar + ": detector " + id + ": ids of users' detectors start at D" + FIRST_USER_NUMBER);
            }
            byNumber.put(factory.info().number(), factory);
            if (entries.putIfAbsent(id, new Entry(factory, sha256)) != null)
            {
                throw new UsageException((jar == null ? "the class path" : jar) + ": detector " + id +
                    " is there twice");
            }
        }
    }
}
