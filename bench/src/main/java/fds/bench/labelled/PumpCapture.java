package fds.bench.labelled;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import fds.bench.suite.NormalizedInput;

/**
 * 96 hours of prints about a pump.
 *
 * @param coin           of the pair.
 * @param quality        of the label, {@code gold} or {@code silver}.
 * @param prints         file.
 * @param announcedNanos when it was announced.
 * @param onsetNanos     begin of the 25 seconds in which it began.
 */
record PumpCapture(String coin, String quality, Path prints, long announcedNanos, long onsetNanos)
{
    /** Length of a bin. */
    static final long BIN_NANOS = 25_000_000_000L;

    private static final long BIN_MILLIS = BIN_NANOS / 1_000_000;

    /** Those whose label counts; what is unconfirmed is neither. */
    static List<PumpCapture> all(final Path folder)
    {
        final List<PumpCapture> captures = new ArrayList<>();
        for (final String line : NormalizedInput.lines(folder.resolve("events.csv")))
        {
            final String[] cells = line.split(",", -1);
            final String quality = cells[cells.length - 1];
            if (quality.equals("gold") || quality.equals("silver"))
            {
                final Path prints = folder.resolve(cells[0]);
                final String listed = cells[9].isEmpty() ? cells[10] : cells[9];
                captures.add(new PumpCapture(cells[1].replaceFirst("BTC$", ""), quality, prints, nanos(cells[5]),
                    quality.equals("gold") ? nanos(cells[6]) :
                    onset(prints, Instant.parse(listed).toEpochMilli()) * 1_000_000));
            }
        }
        return captures;
    }

    /** The bin of the largest rise of volume from a minute before the listed time to two behind it. */
    static long onset(final Path prints, final long listedMillis)
    {
        final TreeMap<Long, Double> volumes = new TreeMap<>(); // by begin of the bin
        for (final String line : NormalizedInput.lines(prints))
        {
            final String[] cells = line.split(",");
            if (cells[0].matches("\\d+"))
            {
                volumes.merge(Long.parseLong(cells[0]) / BIN_MILLIS * BIN_MILLIS, Double.parseDouble(cells[4]),
                    Double::sum);
            }
        }
        long best = listedMillis / BIN_MILLIS * BIN_MILLIS;
        double rise = Double.NEGATIVE_INFINITY;
        for (long bin = (listedMillis - 60_000) / BIN_MILLIS * BIN_MILLIS; bin <= listedMillis + 120_000;
            bin += BIN_MILLIS)
        {
            final double change = volumes.getOrDefault(bin, 0.0) - volumes.getOrDefault(bin - BIN_MILLIS, 0.0);
            if (change > rise)
            {
                rise = change;
                best = bin;
            }
        }
        return best;
    }

    private static long nanos(final String utc)
    {
        return Instant.parse(utc).getEpochSecond() * 1_000_000_000L;
    }
}
