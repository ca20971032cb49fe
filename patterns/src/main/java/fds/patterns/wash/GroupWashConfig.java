package fds.patterns.wash;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When trades within one owner group count as a habit.
 *
 * @param notionalUsd      24-hour notional of a group that is much.
 * @param volumeSharePpm   share of the instrument's 24-hour notional that is much.
 * @param matchCount       matches within the count window that are many.
 * @param countWindowNanos the count window.
 * @param usualVolumeNanos the matches of the count window trade at least what the instrument usually does in this time.
 */
public record GroupWashConfig(
    @Parameter(unit = Unit.USD, min = 1, max = 1_000_000_000L,
        doc = "24-hour notional of a group's matches from which they are many, unless the share asks for more")
    Tiered notionalUsd,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of the instrument's 24-hour notional from which a group's matches are many")
    Tiered volumeSharePpm,
    @Parameter(unit = Unit.COUNT, min = 2, max = WashWindow.MATCHES_MAX,
        doc = "matches of a group within the count window from which they are a habit")
    Tiered matchCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000, max = 86_400_000_000_000L, doc = "length of the count window")
    long countWindowNanos,
    @Parameter(unit = Unit.NANOS, max = 86_400_000_000_000L,
        doc = "a habit trades at least what the instrument usually trades in this time")
    long usualVolumeNanos)
{
    /** Proposed, to be calibrated: 10,000 USD or 0.5 % of the day, five in five minutes, a second of usual volume. */
    public static final GroupWashConfig DEFAULT = new GroupWashConfig(
        Tiered.of(10_000L), Tiered.of(5_000L), Tiered.of(5L), TimeUnit.MINUTES.toNanos(5), TimeUnit.SECONDS.toNanos(1));

    /** Checks the ranges. */
    public GroupWashConfig
    {
        Parameters.check(GroupWashConfig.class, notionalUsd, volumeSharePpm, matchCount, countWindowNanos,
            usualVolumeNanos);
    }
}
