package fds.app.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import fds.market.door.Feed;

/**
 * The feeds that a configuration names: files, or the simulator.
 *
 * @param files         read as one, merged by time.
 * @param format        of the files.
 * @param instruments   companion, or null.
 * @param accounts      companion, or null.
 * @param map           of a user's own CSV, or null.
 * @param simulator     or null.
 * @param pacePerSecond events a second to hand in, 0: as fast as it goes.
 */
public record RunFeeds(
    List<Path> files,
    String format,
    Path instruments,
    Path accounts,
    Path map,
    SimulatorConfig simulator,
    long pacePerSecond)
{
    static RunFeeds read(final ConfigTree tree, final Path configFile)
    {
        final List<Path> files = new ArrayList<>();
        for (final String file : ConfigTree.items(tree.text("feeds.files", "")))
        {
            if (!file.isEmpty())
            {
                files.add(Settings.beside(configFile, file));
            }
        }
        final RunFeeds feeds = new RunFeeds(
            List.copyOf(files),
            tree.text("feeds.format", "auto"),
            path(tree, "feeds.instruments", configFile),
            path(tree, "feeds.accounts", configFile),
            path(tree, "feeds.map", configFile),
            simulator(tree),
            tree.number("feeds.pace", Quantity.COUNT, 0, 10_000_000, 0));
        if (!files.isEmpty() && feeds.simulator != null)
        {
            throw new ConfigException(tree.find("feeds.files").place(),
                "feeds.files and feeds.simulator are both given: must be one of them");
        }
        return feeds;
    }

    /**
     * Whether any feed was named.
     *
     * @return false when there is nothing to run.
     */
    public boolean isEmpty()
    {
        return files.isEmpty() && simulator == null;
    }

    /**
     * Open them.
     *
     * @param labels of the simulator.
     * @return one feed.
     */
    public Feed open(final LabelSink labels)
    {
        return simulator != null ? new SimulatorFeed(simulator, labels) :
            Feeds.open(files, format, new FeedOptions(instruments, accounts, map, System.in));
    }

    private static Path path(final ConfigTree tree, final String key, final Path configFile)
    {
        final String text = tree.text(key, "");
        return text.isEmpty() ? null : Settings.beside(configFile, text);
    }

    private static SimulatorConfig simulator(final ConfigTree tree)
    {
        final long seed = tree.number(
            "feeds.simulator.seed", Quantity.COUNT, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
        final long events = tree.number(
            "feeds.simulator.events", Quantity.COUNT, 1, Long.MAX_VALUE, Long.MAX_VALUE);
        final int rate = (int)tree.number("feeds.simulator.rate", Quantity.COUNT, 1, 10_000_000, 4_000);
        final boolean texts = tree.flag("feeds.simulator.text_ids", false);
        return seed == Long.MIN_VALUE ? null :
            SimulatorConfig.defaults(seed, events).withRatePerSecond(rate).withTextIds(texts);
    }
}
