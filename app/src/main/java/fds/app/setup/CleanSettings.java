package fds.app.setup;

import java.util.SortedMap;

import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.feeds.clean.CleanAction;
import fds.feeds.clean.CleanConfig;

/** Reads how feeds are cleaned, the keys below {@code clean}. */
final class CleanSettings
{
    private CleanSettings()
    {
    }

    /** What a tree says; each key with its value goes to the lines. */
    static CleanConfig read(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final CleanConfig standard = CleanConfig.DEFAULT;
        final boolean keep = tree.flag("clean.keep", standard.keep());
        lines.put("clean.keep", Boolean.toString(keep));
        return new CleanConfig(
            action(tree, lines, "clean.duplicates", standard.duplicates()),
            action(tree, lines, "clean.older", standard.older()),
            action(tree, lines, "clean.prints", standard.prints()),
            DetectionSettings.number(tree, lines, "clean.print_band", Quantity.PPM, 1, 1_000_000_000L,
                standard.printBandPpm()),
            (int)DetectionSettings.number(tree, lines, "clean.print_window", Quantity.COUNT, 3, 63,
                standard.printWindow()),
            action(tree, lines, "clean.quotes", standard.quotes()),
            nanos(tree, lines, "clean.quote_age", 0, standard.quoteAgeNanos()),
            nanos(tree, lines, "clean.quote_same", 0, standard.quoteSameNanos()),
            action(tree, lines, "clean.clock", standard.clock()),
            nanos(tree, lines, "clean.clock_band", 1, standard.clockBandNanos()),
            (int)DetectionSettings.number(tree, lines, "clean.clock_window", Quantity.COUNT, 16, 1 << 20,
                standard.clockWindow()),
            keep);
    }

    private static long nanos(
        final ConfigTree tree,
        final SortedMap<String, String> lines,
        final String key,
        final long min,
        final long standard)
    {
        return DetectionSettings.number(tree, lines, key, Quantity.NANOS, min, CleanConfig.NANOS_MAX, standard);
    }

    private static CleanAction action(
        final ConfigTree tree, final SortedMap<String, String> lines, final String key, final CleanAction standard)
    {
        final String word = tree.text(key, standard.word());
        final CleanAction action = CleanAction.parse(word);
        if (action == null)
        {
            throw new ConfigException(tree.find(key).place(), key, word, "off, count or drop");
        }
        lines.put(key, word);
        return action;
    }
}
