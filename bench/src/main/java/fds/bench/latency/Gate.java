package fds.bench.latency;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import fds.app.UsageException;

/**
 * A regression gate that noise cannot fool: the path allocates exactly nothing, and its CPU time beside a frozen loop
 * in the same virtual machine, median over pairs and machines, is within a band around a committed baseline.
 *
 * @param what     is measured, as {@link Work} names it.
 * @param ratio    of the baseline: CPU time of an event by that of a turn of {@link ReferenceLoop}.
 * @param bandPpm  how far above it may be.
 */
record Gate(String what, double ratio, long bandPpm)
{
    private static final int MACHINES = 3;
    private static final int WARM_UP_ROUNDS = 30;
    private static final int ROUNDS = 15;
    private static final long BAND_PPM = 150_000;

    /** Answers of a gate. */
    record Answer(boolean isPassed, List<String> lines)
    {
    }

    /** Read the committed baselines, one a line: {@code what=ratio band_ppm}. */
    static List<Gate> read(final Path file)
    {
        final Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file))
        {
            values.load(in);
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": cannot be read: " + e.getMessage() +
                "; run it in the project's directory, or make it with --renew");
        }
        return values.stringPropertyNames().stream().sorted().map(what -> of(file, what, values.getProperty(what)))
            .toList();
    }

    private static Gate of(final Path file, final String what, final String value)
    {
        if (!value.matches("\\d{1,6}\\.\\d{1,6} \\d{1,7}"))
        {
            throw new UsageException(file + ": " + what + " is '" + value + "': must be a ratio and a band in ppm");
        }
        final String[] parts = value.split(" ");
        return new Gate(what, Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
    }

    /** Measure in virtual machines of their own, and judge. */
    Answer judge(final Fork fork)
    {
        return judge(measure(fork, what));
    }

    /** Judge what was measured in one virtual machine after the other. */
    Answer judge(final List<Work.Result> results)
    {
        final Spread measured = ratio(results);
        final long bytes = results.stream().mapToLong(Work.Result::bytes).max().orElseThrow();
        final double most = ratio * (1 + bandPpm / 1e6);
        final boolean isLight = bytes == 0;
        final boolean isFast = measured.median() <= most;
        return new Answer(isLight && isFast, List.of(
            String.format(Locale.ROOT, "%-8s allocation  %s  %d bytes in the best of the last rounds (must be 0)", what,
                isLight ? "passed" : "FAILED", bytes),
            String.format(Locale.ROOT, "%-8s CPU time    %s  %s times the reference (baseline %.3f, at most %.3f)%s",
                what, isFast ? "passed" : "FAILED", measured.text(3), ratio, most,
                measured.median() < ratio * (1 - bandPpm / 1e6) ? "; faster: renew the baseline" : "")));
    }

    /** Write what is measured now as the baseline. */
    static List<String> renew(final Path file, final Fork fork)
    {
        final List<String> lines = new ArrayList<>();
        lines.add("# CPU time of an event by that of a turn of ReferenceLoop, and how far above it may be (ppm).");
        lines.add("# Made by ./fds bench --gate --renew; the commit that changes it says why.");
        for (final String what : List.of("all", "all_risk", "none"))
        {
            lines.add(String.format(Locale.ROOT, "%s=%.3f %d", what, ratio(measure(fork, what)).median(), BAND_PPM));
        }
        try
        {
            Files.write(file, lines);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
        return lines;
    }

    private static List<Work.Result> measure(final Fork fork, final String what)
    {
        final List<Work.Result> results = new ArrayList<>();
        for (int i = 0; i < MACHINES; i++)
        {
            results.add(Work.Result.of(fork.run(Work.class, Work.asked(what, WARM_UP_ROUNDS, ROUNDS))));
        }
        return results;
    }

    /** Median over virtual machines of the median over pairs: what is compiled differs a little between them. */
    private static Spread ratio(final List<Work.Result> results)
    {
        return Spread.of(results.stream().map(result -> Spread.of(result.ratios()).median()).toList());
    }
}
