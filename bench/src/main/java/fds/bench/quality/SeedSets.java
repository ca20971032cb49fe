package fds.bench.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;

import fds.app.UsageException;

/**
 * Seeds for looking and trying, and seeds for reporting, kept apart: a figure counts only on seeds that no threshold
 * was ever chosen on.
 *
 * @param tune   seeds on which thresholds may be chosen.
 * @param report seeds on which only figures are taken.
 */
record SeedSets(Range tune, Range report)
{
    private static final int SEEDS_MAX = 1_000;

    /** Read what the project has agreed on. */
    static SeedSets load()
    {
        try (InputStream resource = SeedSets.class.getResourceAsStream("seeds.properties"))
        {
            final Properties properties = new Properties();
            properties.load(resource);
            return new SeedSets(Range.parse(properties.getProperty("tune"), "seeds.properties: tune"),
                Range.parse(properties.getProperty("report"), "seeds.properties: report"));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The seeds of a run.
     *
     * @param argument {@code A..B}, or null: the report seeds.
     * @return one set or other seeds, never seeds of both.
     * @throws UsageException when the argument reaches into both sets.
     */
    Range choose(final String argument)
    {
        if (argument == null)
        {
            return report;
        }
        final Range chosen = Range.parse(argument, "--seeds");
        if (chosen.meets(report) && !chosen.within(report))
        {
            throw new UsageException("--seeds is " + argument + ": must not mix the report seeds " + report.text() +
                " with others");
        }
        return chosen;
    }

    /**
     * What a run's seeds are for.
     *
     * @param range of the run.
     * @return {@code report}, {@code tune} or {@code other}.
     */
    String nameOf(final Range range)
    {
        return range.within(report) ? "report" : range.within(tune) ? "tune" : "other";
    }

    /**
     * Seeds one after the other.
     *
     * @param first seed.
     * @param last  seed, not before the first.
     */
    record Range(long first, long last)
    {
        static Range parse(final String text, final String name)
        {
            if (!text.matches("\\d{1,9}(\\.\\.\\d{1,9})?"))
            {
                throw new UsageException(name + " is '" + text + "': must be a number, or A..B");
            }
            final String[] ends = text.split("\\.\\.");
            final Range range = new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            if (range.last < range.first || range.last - range.first >= SEEDS_MAX)
            {
                throw new UsageException(name + " is '" + text + "': must be 1 to " + SEEDS_MAX +
                    " seeds, the smaller first");
            }
            return range;
        }

        List<Long> seeds()
        {
            return LongStream.rangeClosed(first, last).boxed().toList();
        }

        String text()
        {
            return first + ".." + last;
        }

        private boolean meets(final Range other)
        {
            return first <= other.last && other.first <= last;
        }

        private boolean within(final Range other)
        {
            return first >= other.first && last <= other.last;
        }
    }
}
