package fds.patterns.spoofing;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When several orders that were withdrawn together count as layering.
 *
 * @param layerCount        neighbouring levels of them.
 * @param gapTicks          neighbouring levels are at most so far apart, or
 * @param gapPpm            so far in parts of the price.
 * @param entryNanos        all of them came within this time.
 * @param withdrawnSharePpm least of their quantity that was withdrawn.
 * @param collapseNanos     longest from the fill on the other side to the last withdrawal.
 * @param withdrawalSpanPpm longest from the first withdrawal to the last, against the time since the first order came.
 * @param oppositeSharePpm  most that their owner showed on the other side before that fill, against them.
 * @param returnNanos       time after the last withdrawal in which the owner does not show the orders again.
 * @param nearPpm           what comes within this part of the price from one of them is those orders again.
 * @param returnedSharePpm  most that is shown again, against them.
 * @param concurrencyPpm    levels against what accounts have live on a side on average, from which it gives all points.
 * @param alertScore        score from which they are told.
 * @param highScore         score from which they are told as high.
 */
public record LayeringConfig(
    @Parameter(unit = Unit.COUNT, min = 2, max = 16, doc = "neighbouring levels on which the group had orders")
    Tiered layerCount,
    @Parameter(unit = Unit.TICKS, min = 1, max = 1_000_000,
        doc = "levels at most so far apart are neighbours, or by gap_ppm where that is more")
    Tiered gapTicks,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "levels at most so much of the price apart are neighbours")
    Tiered gapPpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 90_000_000_000L, doc = "time within which the orders came")
    Tiered entryNanos,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000, doc = "least of the orders' quantity that was withdrawn")
    Tiered withdrawnSharePpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 90_000_000_000L,
        doc = "longest time from the fill on the other side to the last withdrawal")
    Tiered collapseNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "longest time from the first withdrawal to the last, against the time since the first order came: at " +
            "once, at whatever pace orders come and go")
    Tiered withdrawalSpanPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "most that the group showed on the other side before that fill, against the orders: who shows both " +
            "sides alike makes a market")
    Tiered oppositeSharePpm,
    @Parameter(unit = Unit.NANOS, max = 90_000_000_000L,
        doc = "time in which the orders are not shown again: who quotes anew has withdrawn nothing")
    long returnNanos,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000,
        doc = "what comes so near in parts of the price counts as shown again")
    Tiered nearPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "most that is shown again, against what was withdrawn")
    Tiered returnedSharePpm,
    @Parameter(unit = Unit.PPM, min = 1_000_001, max = 1_000_000_000,
        doc = "levels against the live orders that all accounts have on a side on average, from which it gives all " +
            "points")
    Tiered concurrencyPpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "score from which it is told")
    Tiered alertScore,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "score from which it is told as high")
    Tiered highScore)
{
    /**
     * Proposed, to be calibrated: three levels five ticks or 0.05 to 0.2 % apart, within two seconds; 90 % withdrawn
     * within a second of the fill, the last after the first within a tenth of their time; at most a third on the other
     * side; at most a tenth shown again within 0.5 to 2 % in the next second; three times the mean of all.
     */
    public static final LayeringConfig DEFAULT = new LayeringConfig(
        Tiered.of(3L), Tiered.of(5L), new Tiered(500, 1_000, 2_000), Tiered.of(TimeUnit.SECONDS.toNanos(2)),
        Tiered.of(900_000L), Tiered.of(TimeUnit.SECONDS.toNanos(1)), Tiered.of(100_000L), Tiered.of(333_333L),
        TimeUnit.SECONDS.toNanos(1), new Tiered(5_000, 10_000, 20_000), Tiered.of(100_000L), Tiered.of(3_000_000L),
        Tiered.of(50L), Tiered.of(80L));

    /** Checks the ranges. */
    public LayeringConfig
    {
        Parameters.check(LayeringConfig.class, layerCount, gapTicks, gapPpm, entryNanos, withdrawnSharePpm,
            collapseNanos, withdrawalSpanPpm, oppositeSharePpm, returnNanos, nearPpm, returnedSharePpm, concurrencyPpm,
            alertScore, highScore);
    }
}
