package fds.app.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import fds.actions.policy.ActionMode;
import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.engine.EngineConfig;
import fds.feeds.clean.CleanConfig;
import fds.market.account.AccountHandlerFactory;
import fds.market.detector.ConfiguredDetector;
import fds.market.detector.Detection;
import fds.market.detector.DetectionReader;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import fds.market.episode.EpisodeConfig;
import fds.market.partition.Capacity;
import fds.market.trust.TrustConfig;

/**
 * The detection configuration: everything that decides. Its text, one {@code key: value} a line, sorted, plain numbers
 * in base units, is what the journal keeps and a replay uses.
 */
public final class DetectionSettings implements DetectionReader
{
    /** Texts kept of each id space: what finds no place is refused, so it decides. The sequencer's, no partition's. */
    static final String TEXTS = "capacity.texts";

    private static final String PLACE = "journaled configuration";

    private final DetectorCatalog catalog;

    /**
     * Read against a catalogue.
     *
     * @param catalog of all detectors there are.
     */
    public DetectionSettings(final DetectorCatalog catalog)
    {
        this.catalog = catalog;
    }

    @Override
    public Detection read(final String text)
    {
        final ConfigTree tree = new ConfigTree();
        put(text, tree);
        return detection(tree, new TreeMap<>());
    }

    /**
     * How feeds are cleaned: the boundary's part of the text, which no partition reads.
     *
     * @param text of a CONFIG record.
     * @return what it says.
     */
    static CleanConfig clean(final String text)
    {
        final ConfigTree tree = new ConfigTree();
        put(text, tree);
        return CleanSettings.read(tree, new TreeMap<>());
    }

    /**
     * How far actions go.
     *
     * @param text of a CONFIG record.
     * @return what it says.
     */
    static ActionMode actionMode(final String text)
    {
        final ConfigTree tree = new ConfigTree();
        put(text, tree);
        return PolicySettings.handlers(tree, new TreeMap<>()).isEmpty() ? ActionMode.DRY_RUN :
            PolicySettings.read(tree, new TreeMap<>()).mode();
    }

    /**
     * The journaled text of what a tree says, every default filled in.
     *
     * @param tree with keys below {@code capacity}, {@code episodes}, {@code book}, {@code clean}, {@code detectors},
     *             {@code risk}, {@code policy}; keys of others are left alone.
     * @return the text.
     * @throws ConfigException when a value cannot be used.
     */
    public String text(final ConfigTree tree)
    {
        final SortedMap<String, String> lines = new TreeMap<>();
        detection(tree, lines);
        final StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    /**
     * Put a journaled text into a tree, so that values of it can be replaced.
     *
     * @param text of a CONFIG record.
     * @param tree to fill.
     */
    public static void put(final String text, final ConfigTree tree)
    {
        for (final String line : text.split("\n"))
        {
            final int colon = line.indexOf(": ");
            if (colon < 1)
            {
                throw new ConfigException(PLACE, "the line '" + line + "' is not 'key: value'");
            }
            tree.set(line.substring(0, colon), line.substring(colon + 2), PLACE);
        }
        RiskSettings.putAbsent(tree, PLACE);
        PolicySettings.putAbsent(tree, PLACE);
    }

    /**
     * Detectors that are not, byte for byte, those that a text was written with.
     *
     * @param text as journaled.
     * @return a sentence for each, possibly none.
     */
    List<String> differences(final String text)
    {
        final ConfigTree tree = new ConfigTree();
        put(text, tree);
        final List<String> differences = new ArrayList<>();
        for (final DetectorCatalog.Entry entry : catalog.entries())
        {
            final DetectorInfo info = entry.factory().info();
            final String prefix = "detectors." + info.id() + ".";
            final String version = tree.text(prefix + "version", "");
            final String jarSha256 = tree.text(prefix + "jar_sha256", "");
            if (!version.isEmpty() && !version.equals(Integer.toString(info.version())))
            {
                differences.add(
                    "detector " + info.id() + " was version " + version + " and is version " + info.version());
            }
            else if (!version.isEmpty() && !jarSha256.equals(entry.jarSha256()))
            {
                differences.add("detector " + info.id() + " is from another jar: jar_sha256 was " + jarSha256 +
                    " and is " + entry.jarSha256());
            }
        }
        return differences;
    }

    private Detection detection(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final Capacity capacity = capacity(tree, lines);
        final EpisodeConfig episodes = episodes(tree, lines);
        final int findingsMax = (int)number(
            tree, lines, "findings_per_event_max", Quantity.COUNT, 1, 16, 8);
        final TrustConfig trust = trust(tree, lines);
        CleanSettings.read(tree, lines);
        final List<ConfiguredDetector<?>> detectors = new ArrayList<>();
        for (final DetectorCatalog.Entry entry : catalog.entries())
        {
            final ConfiguredDetector<?> detector = configure(entry, entry.factory(), tree, lines);
            if (detector != null)
            {
                detectors.add(detector);
            }
        }
        refuseUnknownDetectors(tree);
        final List<AccountHandlerFactory> handlers = new ArrayList<>(RiskSettings.read(tree, lines));
        handlers.addAll(PolicySettings.handlers(tree, lines));
        return new Detection(capacity, episodes, findingsMax, detectors, trust, handlers);
    }

    private static Capacity capacity(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        number(tree, lines, TEXTS, Quantity.COUNT, 16, 1 << 24, EngineConfig.DEFAULT.textCapacity());
        final Capacity standard = Capacity.DEFAULT;
        return new Capacity(
            (int)number(tree, lines, "capacity.orders_per_partition", Quantity.COUNT, 16, 1 << 22,
                standard.ordersPerPartition()),
            (int)number(tree, lines, "capacity.pairs_per_partition", Quantity.COUNT, 16, 1 << 21,
                standard.pairsPerPartition()),
            (int)number(tree, lines, "capacity.groups_per_partition", Quantity.COUNT, 16, 1 << 21,
                standard.groupsPerPartition()),
            (int)number(tree, lines, "capacity.levels_per_side", Quantity.COUNT, 2, 1 << 16,
                standard.levelsPerSide()),
            (int)number(tree, lines, "capacity.instruments", Quantity.COUNT, 1, 1 << 20, standard.instruments()),
            (int)number(tree, lines, "capacity.owned_accounts", Quantity.COUNT, 1, 1 << 24,
                standard.ownedAccounts()));
    }

    private static EpisodeConfig episodes(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final EpisodeConfig standard = EpisodeConfig.DEFAULT;
        final long quiet = number(tree, lines, "episodes.quiet", Quantity.NANOS, 1, Long.MAX_VALUE / 4,
            standard.quietNanos());
        return new EpisodeConfig(
            (int)number(tree, lines, "episodes.capacity", Quantity.COUNT, 16, 1 << 19, standard.capacity()),
            quiet,
            number(tree, lines, "episodes.max", Quantity.NANOS, quiet, Long.MAX_VALUE / 4,
                Math.max(quiet, standard.maxNanos())));
    }

    private static TrustConfig trust(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final TrustConfig standard = TrustConfig.DEFAULT;
        return new TrustConfig(
            number(tree, lines, "book.crossed_max", Quantity.NANOS, 0, TrustConfig.NANOS_MAX,
                standard.crossedNanos()),
            number(tree, lines, "book.unknown_quiet", Quantity.NANOS, 0, TrustConfig.NANOS_MAX,
                standard.unknownQuietNanos()));
    }

    static long number(
        final ConfigTree tree,
        final SortedMap<String, String> lines,
        final String key,
        final Quantity quantity,
        final long min,
        final long max,
        final long defaultValue)
    {
        final long value = tree.number(key, quantity, min, max, defaultValue);
        lines.put(key, Long.toString(value));
        return value;
    }

    /** Null when it is switched off. */
    private static <C extends Record> ConfiguredDetector<C> configure(
        final DetectorCatalog.Entry entry,
        final DetectorFactory<C> factory,
        final ConfigTree tree,
        final SortedMap<String, String> lines)
    {
        final String prefix = "detectors." + factory.info().id() + ".";
        final boolean enabled = tree.flag(prefix + "enabled", true);
        lines.put(prefix + "enabled", Boolean.toString(enabled));
        @SuppressWarnings("unchecked") // bind() gives back the type of the defaults
        final C config = (C)ParameterBinder.bind(prefix, factory.defaults(), tree);
        final SortedMap<String, String> own = new TreeMap<>();
        own.put(prefix + "version", Integer.toString(factory.info().version()));
        tree.find(prefix + "version");
        tree.find(prefix + "jar_sha256");
        if (!entry.jarSha256().isEmpty())
        {
            own.put(prefix + "jar_sha256", entry.jarSha256());
        }
        ParameterBinder.write(prefix, config, own);
        lines.putAll(own);
        return enabled ? new ConfiguredDetector<>(factory, config, Digests.hash64(own.toString())) : null;
    }

    private void refuseUnknownDetectors(final ConfigTree tree)
    {
        for (final var entry : tree.values().entrySet())
        {
            final String[] parts = entry.getKey().split("\\.");
            if (parts[0].equals("detectors") && parts.length > 1 && catalog.find(parts[1]) == null)
            {
                throw new ConfigException(entry.getValue().place(), "detector " + parts[1] +
                    " is configured and not there; a user's own is given by its jar (--detectors)");
            }
        }
    }
}
