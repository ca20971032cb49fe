package fds.feeds.simulator.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fds.feeds.simulator.chance.SimulatorRandom;
import org.junit.jupiter.api.Test;

class IntensityTest
{
    private static final long SECOND_NANOS = 1_000_000_000;

    @Test
    void shouldHaveItsMeanAndComeInClusters()
    {
        final Intensity intensity = new Intensity(SimulatorRandom.of(1, 1), 10_000_000);
        final int[] counts = new int[4_000]; // [second]
        long at = intensity.nextGapNanos();
        while (at / SECOND_NANOS < counts.length)
        {
            counts[(int)(at / SECOND_NANOS)]++;
            at += intensity.nextGapNanos();
        }
        double mean = 0;
        for (final int count : counts)
        {
            mean += count;
        }
        mean /= counts.length;
        double variance = 0;
        for (final int count : counts)
        {
            variance += (count - mean) * (count - mean);
        }
        variance /= counts.length;
        assertTrue(mean > 8.5 && mean < 11.5, "mean " + mean);
        // Pure chance would have a variance as large as the mean.
        assertTrue(variance > 3 * mean, "variance " + variance + ", mean " + mean);
    }
}
