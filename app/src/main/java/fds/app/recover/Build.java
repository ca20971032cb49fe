package fds.app.recover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import fds.actions.policy.ResponsePolicy;
import fds.app.Fds;
import fds.app.setup.Digests;
import fds.engine.Engine;
import fds.journal.snapshot.SnapshotHead;
import fds.market.partition.Market;
import fds.patterns.spoofing.SpoofingDetector;
import fds.risk.total.RiskMonitor;

/** Which program this is: its version, and a digest of the code that keeps state. */
public final class Build
{
    /** Version of the product, as journals name it. */
    public static final String ID = "fds-" + Fds.VERSION;

    // One class of each room that decides, keeps state, or writes and reads it.
    private static final List<Class<?>> ROOMS = List.of(Market.class, SpoofingDetector.class, RiskMonitor.class,
        ResponsePolicy.class, Engine.class, SnapshotHead.class, Fds.class);
    private static final String CODE = "fds/";

    private Build()
    {
    }

    /**
     * Version and code. Another build's state means something else, though its version be the same.
     *
     * @return as in {@code fds-0.1.0 code 0123456789abcdef}.
     */
    public static String identity()
    {
        return Holder.IDENTITY;
    }

    private static final class Holder
    {
        private static final String IDENTITY = ID + " code " + Long.toHexString(digest());

        private static long digest()
        {
            final SortedMap<String, Long> checks = new TreeMap<>(); // a class file to its CRC
            try
            {
                for (final Class<?> room : ROOMS)
                {
                    final Path place = Path.of(room.getProtectionDomain().getCodeSource().getLocation().toURI());
                    if (Files.isDirectory(place))
                    {
                        addFiles(place, checks);
                    }
                    else
                    {
                        addJar(place, checks);
                    }
                }
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException("this program's own code cannot be read: " + e.getMessage(), e);
            }
            catch (final URISyntaxException e)
            {
                throw new IllegalStateException(e);
            }
            return Digests.hash64(checks.toString());
        }

        private static void addFiles(final Path place, final SortedMap<String, Long> checks) throws IOException
        {
            final List<Path> files = new ArrayList<>();
            try (Stream<Path> all = Files.walk(place.resolve(CODE)))
            {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
            for (final Path file : files)
            {
                final CRC32 crc = new CRC32();
                crc.update(Files.readAllBytes(file));
                checks.put(place.relativize(file).toString(), crc.getValue());
            }
        }

        /** By the checks of its entries: the times in a jar tell nothing. */
        private static void addJar(final Path place, final SortedMap<String, Long> checks) throws IOException
        {
            try (ZipFile jar = new ZipFile(place.toFile()))
            {
                final Enumeration<? extends ZipEntry> entries = jar.entries();
                while (entries.hasMoreElements())
                {
                    final ZipEntry entry = entries.nextElement();
                    if (!entry.isDirectory() && entry.getName().startsWith(CODE))
                    {
                        checks.put(entry.getName(), entry.getCrc());
                    }
                }
            }
        }
    }
}
