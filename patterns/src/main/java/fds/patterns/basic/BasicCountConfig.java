package fds.patterns.basic;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When a basic pattern whose size is a count is told.
 *
 * @param leastCount       least size that counts.
 * @param timesUsualPpm  how many times the mean of the last samples.
 * @param sampleCount    samples without which nothing is usual; the last 32 are kept.
 * @param repeatNanos    pause between two findings while it holds.
 */
public record BasicCountConfig(
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000_000, doc = "least size that counts")
    Tiered leastCount,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000, doc = "how many times the mean of the last samples")
    Tiered timesUsualPpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 32, doc = "samples without which nothing is usual; 32 are kept")
    long sampleCount,
    @Parameter(unit = Unit.NANOS, min = 1, max = 864_000_000_000_000L,
        doc = "pause between two findings while it holds")
    long repeatNanos)
{
    /** Checks the ranges. */
    public BasicCountConfig
    {
        Parameters.check(BasicCountConfig.class, leastCount, timesUsualPpm, sampleCount, repeatNanos);
    }
}
