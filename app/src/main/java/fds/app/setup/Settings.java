package fds.app.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fds.actions.policy.ActionMode;
import fds.app.UsageException;
import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.engine.EngineConfig;
import fds.engine.Threading;
import fds.engine.Waiting;
import fds.feeds.clean.CleanConfig;
import fds.journal.write.JournalConfig;
import fds.journal.write.RollCycle;
import fds.journal.write.SyncPolicy;

/**
 * A configuration file and the arguments over it, read and checked: the detection text, and the deployment.
 *
 * @param catalog    of all detectors there are.
 * @param detection  reads journaled texts with the catalogue in force.
 * @param text       the effective detection configuration.
 * @param engine     threads, waiting, rings.
 * @param journal    durability and space.
 * @param actions    where commands go.
 * @param feeds      of {@code run}, in order.
 * @param warmUpNanos longest warm-up before a run takes its first event, 0: none.
 * @param overrides  {@code --set} pairs, to lay over a journal's own configuration.
 */
public record Settings(
    DetectorCatalog catalog,
    DetectionSettings detection,
    String text,
    EngineConfig engine,
    JournalConfig journal,
    ActionSettings actions,
    RunFeeds feeds,
    long warmUpNanos,
    Map<String, String> overrides)
{
    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final long WARM_UP_MIN_NANOS = 1_000_000_000L; // of what a replay does not do: taking in

    /**
     * Read and check everything.
     *
     * @param file      configuration, or null: defaults only.
     * @param overrides dotted keys to values, as given by {@code --set}.
     * @param jars      of users' detectors, beside those that the file names.
     * @return what is in force.
     * @throws UsageException naming file, line, key, value and what is allowed.
     */
    public static Settings read(final Path file, final Map<String, String> overrides, final List<Path> jars)
    {
        try
        {
            final ConfigTree tree = new ConfigTree();
            if (file != null)
            {
                tree.readFile(file);
            }
            overrides.forEach((key, value) -> tree.set(key, value, "--set"));
            final List<Path> allJars = new ArrayList<>(jars);
            final String named = tree.text("deployment.detector_jars", "");
            for (final String jar : ConfigTree.items(named))
            {
                if (!jar.isEmpty())
                {
                    allJars.add(beside(file, jar));
                }
            }
            final DetectorCatalog catalog = new DetectorCatalog(allJars);
            final DetectionSettings detection = new DetectionSettings(catalog);
            final String text = detection.text(tree);
            final Settings settings = new Settings(catalog, detection, text,
                engine(tree, detection.read(text).capacity().instruments()),
                journal(tree), ActionSettings.read(tree), RunFeeds.read(tree, file),
                tree.number("deployment.warm_up", Quantity.NANOS, 0, 60_000_000_000L, WARM_UP_NANOS),
                Map.copyOf(overrides));
            tree.refuseUnknown();
            return settings;
        }
        catch (final ConfigException | IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * A journal's own configuration with the overrides laid over it.
     *
     * @param journaled text of a CONFIG record.
     * @return the text in force.
     * @throws UsageException when an override cannot be used.
     */
    public String override(final String journaled)
    {
        if (overrides.isEmpty())
        {
            return journaled;
        }
        try
        {
            final ConfigTree tree = new ConfigTree();
            DetectionSettings.put(journaled, tree);
            overrides.forEach((key, value) ->
            {
                if (!key.startsWith("deployment."))
                {
                    tree.set(key, value, "--set");
                }
            });
            final String text = detection.text(tree);
            tree.refuseUnknown();
            return text;
        }
        catch (final ConfigException | IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * Hold a configuration that will decide against the detectors there are, before an engine is given it.
     *
     * @param text of a CONFIG record, with the overrides laid over it or not.
     * @return sentences on detectors that are not those it was written with, possibly none.
     * @throws UsageException when a detector is missing, or a value cannot be used.
     */
    public List<String> check(final String text)
    {
        try
        {
            detection.read(text);
            return detection.differences(text);
        }
        catch (final ConfigException | IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * How feeds are cleaned before the engine is given their messages.
     *
     * @return as the detection configuration says.
     */
    public CleanConfig clean()
    {
        return DetectionSettings.clean(text);
    }

    /**
     * How far actions go.
     *
     * @return as the detection configuration says.
     */
    public ActionMode actionMode()
    {
        return DetectionSettings.actionMode(text);
    }

    /**
     * The same with another engine configuration.
     *
     * @param other deployment of the engine.
     * @return a copy.
     */
    public Settings with(final EngineConfig other)
    {
        return new Settings(catalog, detection, text, other, journal, actions, feeds, warmUpNanos,
            overrides);
    }

    /**
     * The same for a run that has replayed a part of its journal: the path is warm as far as a replay goes.
     *
     * @param replayNanos that it took.
     * @return a copy whose warm-up is shorter by that, and a second at least where there is one.
     */
    public Settings warmedBy(final long replayNanos)
    {
        return new Settings(catalog, detection, text, engine, journal, actions, feeds,
            Math.max(Math.min(warmUpNanos, WARM_UP_MIN_NANOS), warmUpNanos - replayNanos), overrides);
    }

    static Path beside(final Path file, final String path)
    {
        final Path given = Path.of(path);
        return given.isAbsolute() || file == null || file.toAbsolutePath().getParent() == null ? given :
            file.toAbsolutePath().getParent().resolve(given);
    }

    private static EngineConfig engine(final ConfigTree tree, final int instruments)
    {
        final EngineConfig standard = EngineConfig.DEFAULT;
        return new EngineConfig(
            Threading.parse(tree.text("deployment.threads", "fused")),
            Waiting.parse(tree.text("deployment.wait", "sleeping")),
            (int)tree.number("deployment.ring", Quantity.COUNT, 128, 1 << 22, standard.ringEvents()),
            (int)tree.number("deployment.inbound", Quantity.COUNT, 64, 1 << 20, standard.inboundEvents()),
            (int)tree.number(DetectionSettings.TEXTS, Quantity.COUNT, 16, 1 << 24, standard.textCapacity()),
            instruments,
            tree.flag("deployment.measure_latency", false),
            ThreadPins.read(tree));
    }

    private static JournalConfig journal(final ConfigTree tree)
    {
        final JournalConfig standard = JournalConfig.DEFAULT;
        final String sync = tree.text("deployment.journal.sync", "none");
        final long interval =
            tree.number("deployment.journal.interval", Quantity.NANOS, 1_000_000, 60_000_000_000L, 100_000_000);
        final SyncPolicy policy = switch (sync)
        {
            case "none" -> SyncPolicy.NONE;
            case "batch" -> SyncPolicy.BATCH;
            case "interval" -> SyncPolicy.interval(interval);
            default -> throw new ConfigException(tree.find("deployment.journal.sync").place(),
                "deployment.journal.sync", sync, "none, batch or interval");
        };
        return new JournalConfig(policy, standard.documentBytes(),
            tree.number("deployment.journal.reserve", Quantity.BYTES, 2 << 20, 1L << 40, standard.reserveBytes()),
            standard.blockBytes(), roll(tree));
    }

    private static RollCycle roll(final ConfigTree tree)
    {
        final String roll = tree.text("deployment.journal.roll", "daily");
        return switch (roll)
        {
            case "daily" -> RollCycle.DAILY;
            case "hourly" -> RollCycle.HOURLY;
            default -> throw new ConfigException(tree.find("deployment.journal.roll").place(),
                "deployment.journal.roll", roll, "daily or hourly");
        };
    }
}
