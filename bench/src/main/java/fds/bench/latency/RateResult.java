package fds.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.HdrHistogram.Histogram;

/**
 * What was read at one rate.
 *
 * @param rate           events a second.
 * @param engine         of all pairs.
 * @param floor          of all pairs.
 * @param ratios         of each percentile of {@link #PERCENTILES} and each pair that told it, engine by floor, in
 *                       undisturbed windows.
 * @param bytesPerEvent  allocated by the threads of the path.
 */
record RateResult(long rate, Reading engine, Reading floor, List<List<Double>> ratios, double bytesPerEvent)
{
    /** Percentiles whose ratios are kept. */
    static final double[] PERCENTILES = { 50, 99, 99.9 };

    /** A pair counts when each side has so many undisturbed windows, as a share of all. */
    private static final double UNDISTURBED_MIN = 0.2;

    /** Whether the engine kept up with the rate: in most windows nothing was left to be worked off. */
    boolean keptUp()
    {
        return engine.late() < 0.5;
    }

    /** The ratio of a percentile, by its place in {@link #PERCENTILES}. */
    Spread ratio(final int place)
    {
        return Spread.of(ratios.get(place));
    }

    /** Add a pair's ratios to lists, one a percentile, if the pair tells any. */
    static void addRatios(final List<List<Double>> ratios, final Reading engine, final Reading floor)
    {
        if (isTelling(engine) && isTelling(floor))
        {
            final Histogram ours = engine.undisturbed();
            final Histogram theirs = floor.undisturbed();
            for (int i = 0; i < PERCENTILES.length; i++)
            {
                ratios.get(i).add(
                    ours.getValueAtPercentile(PERCENTILES[i]) / (double)theirs.getValueAtPercentile(PERCENTILES[i]));
            }
        }
    }

    static List<List<Double>> newRatios()
    {
        final List<List<Double>> ratios = new ArrayList<>();
        for (int i = 0; i < PERCENTILES.length; i++)
        {
            ratios.add(new ArrayList<>());
        }
        return ratios;
    }

    private static boolean isTelling(final Reading reading)
    {
        return reading.undisturbedWindows() > 0 &&
            reading.undisturbedWindows() >= UNDISTURBED_MIN * reading.windows();
    }

    void put(final Properties values, final String prefix)
    {
        engine.put(values, prefix + "engine.");
        floor.put(values, prefix + "floor.");
        values.setProperty(prefix + "bytes", Double.toString(bytesPerEvent));
        for (int i = 0; i < PERCENTILES.length; i++)
        {
            values.setProperty(prefix + "ratios." + i, Spread.join(ratios.get(i)));
        }
    }

    static RateResult of(final Properties values, final String prefix, final long rate)
    {
        final List<List<Double>> ratios = new ArrayList<>();
        for (int i = 0; i < PERCENTILES.length; i++)
        {
            ratios.add(Spread.parse(values.getProperty(prefix + "ratios." + i)));
        }
        return new RateResult(rate, Reading.of(values, prefix + "engine."), Reading.of(values, prefix + "floor."),
            ratios, Double.parseDouble(values.getProperty(prefix + "bytes")));
    }
}
