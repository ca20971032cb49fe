package fds.patterns.spoofing;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When a large order that was withdrawn counts as spoofing.
 *
 * @param sizeMultiple     times the mean order from which an order is large.
 * @param leastMultiple    times the mean order that an order must be to be large by its share of the depth.
 * @param depthSharePpm    share of its side's ten best levels from which an order is large.
 * @param displayMultiple  times the mean order from which an order stands out, and
 * @param displaySharePpm  share of its side's ten best levels from which it does; both are asked for one withdrawal.
 * @param singleSharePpm   least part of what its owner shows on its side: several orders are another detector's.
 * @param filledSharePpm   most of it that was filled.
 * @param lifetimeNanos    longest it rested.
 * @param genuineSharePpm  most that its owner filled on the other side meanwhile, against it.
 * @param oppositeSharePpm most that its owner showed on the other side then, against it.
 * @param linkedSharePpm   least part of its owner's large withdrawals of ten minutes that came so soon after a fill.
 * @param returnNanos      time after the withdrawal in which the owner does not show it again.
 * @param nearPpm          what comes within this part of its price is that order again.
 * @param returnedSharePpm most that is shown again, against it.
 * @param withdrawalNanos  longest from that fill to its withdrawal.
 * @param moveTicks        move of the other side's best price in its owner's favour.
 * @param alertScore       score from which one is told.
 * @param repeatScore      score from which one is remembered.
 * @param repeatCount      remembered ones within the repeat window that are told.
 * @param repeatWindowNanos the repeat window.
 */
public record SpoofingConfig(
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000, doc = "times the mean order from which an order is large")
    Tiered sizeMultiple,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "times the mean order below which no order is large: in a thin book any order is much of the depth")
    Tiered leastMultiple,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000,
        doc = "share of its own side's ten best levels from which an order is large")
    Tiered depthSharePpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 1_000_000,
        doc = "times the mean order from which an order stands out: chance brings smaller ones near a fill every day")
    Tiered displayMultiple,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000_000,
        doc = "share of its own side's ten best levels from which it stands out; it must do both to be told of once")
    Tiered displaySharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "least part of what the group shows on that side: several orders are told of by another detector")
    Tiered singleSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "most of the large order that was filled")
    Tiered filledSharePpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 90_000_000_000L, doc = "longest time the large order rested")
    Tiered lifetimeNanos,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000,
        doc = "most that the group filled on the other side while it rested, against the large order")
    Tiered genuineSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "most that the group showed on the other side before that fill, against the large order: who shows " +
            "both sides alike makes a market")
    Tiered oppositeSharePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "least part of the group's large withdrawals of ten minutes that came so after a fill, for several to " +
            "be told: who takes large orders back all the time does it after a fill as well")
    Tiered linkedSharePpm,
    @Parameter(unit = Unit.NANOS, max = 90_000_000_000L,
        doc = "time in which the order is not shown again: who quotes anew has withdrawn nothing")
    long returnNanos,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000,
        doc = "what comes so near in parts of the price counts as shown again")
    Tiered nearPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "most that is shown again, against what was withdrawn")
    Tiered returnedSharePpm,
    @Parameter(unit = Unit.NANOS, min = 1, max = 90_000_000_000L,
        doc = "longest time from that fill to the withdrawal")
    Tiered withdrawalNanos,
    @Parameter(unit = Unit.TICKS, min = 1, max = 1_000_000,
        doc = "move of the other side's best price in the group's favour from which it gives points")
    Tiered moveTicks,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "score from which one withdrawal is told")
    Tiered alertScore,
    @Parameter(unit = Unit.COUNT, min = 1, max = 100, doc = "score from which a withdrawal is remembered")
    Tiered repeatScore,
    @Parameter(unit = Unit.COUNT, min = 2, max = RecentWithdrawals.COUNT,
        doc = "remembered withdrawals within the repeat window from which they are told")
    long repeatCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000, max = 86_400_000_000_000L, doc = "length of the repeat window")
    long repeatWindowNanos)
{
    /**
     * Proposed, to be calibrated: large from five times the mean or a fifth of the depth; to be told of once forty
     * times and half, and two thirds of what its owner shows there; at most a tenth filled; ninety seconds; a fill of a
     * third at most, two seconds before; at most a tenth shown again within 0.5 to 2 % in the next second; 65 points.
     * Smaller ones when they are three of 50 within ten minutes and half of all its large withdrawals.
     */
    public static final SpoofingConfig DEFAULT = new SpoofingConfig(
        Tiered.of(5L), Tiered.of(2L), Tiered.of(200_000L), Tiered.of(40L), Tiered.of(500_000L), Tiered.of(666_667L),
        Tiered.of(100_000L), Tiered.of(TimeUnit.SECONDS.toNanos(90)), Tiered.of(333_333L), Tiered.of(333_333L),
        Tiered.of(500_000L), TimeUnit.SECONDS.toNanos(1), new Tiered(5_000, 10_000, 20_000), Tiered.of(100_000L),
        Tiered.of(TimeUnit.SECONDS.toNanos(2)), Tiered.of(1L), Tiered.of(65L), Tiered.of(50L), 3,
        TimeUnit.MINUTES.toNanos(10));

    /** Checks the ranges. */
    public SpoofingConfig
    {
        Parameters.check(SpoofingConfig.class, sizeMultiple, leastMultiple, depthSharePpm, displayMultiple,
            displaySharePpm, singleSharePpm, filledSharePpm, lifetimeNanos, genuineSharePpm, oppositeSharePpm,
            linkedSharePpm, returnNanos, nearPpm, returnedSharePpm, withdrawalNanos, moveTicks, alertScore,
            repeatScore, repeatCount, repeatWindowNanos);
    }
}
