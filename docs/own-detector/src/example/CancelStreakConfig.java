package example;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * Parameters of {@link CancelStreakDetector}. A component's name in snake case is its key in files:
 * {@code detectors.D500.cancel_count}.
 */
public record CancelStreakConfig(
    @Parameter(unit = Unit.COUNT, min = 2, max = 1_000_000, doc = "cancels in a row from which they are a streak")
    long cancelCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000, max = 86_400_000_000_000L,
        doc = "longest time between two cancels of one streak")
    long gapNanos)
{
    /** What it has when nobody sets any: twenty, no pause longer than a second. */
    public static final CancelStreakConfig DEFAULT = new CancelStreakConfig(20, 1_000_000_000L);

    /** Checks the ranges declared above. */
    public CancelStreakConfig
    {
        Parameters.check(CancelStreakConfig.class, cancelCount, gapNanos);
    }
}
