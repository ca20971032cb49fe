package fds.patterns.matched;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import fds.market.detector.Unit;

/**
 * When two orders look agreed beforehand, and how often that is told.
 *
 * @param gapNanos          longest time between the entries of the two orders.
 * @param quantityPpm       most that they differ in size, against the larger.
 * @param filledPpm         least of each that one filled of the other.
 * @param matchCount        such matches of the two owners within the window.
 * @param windowNanos       the window.
 * @param ownSharePpm       share of the matches in the fills of each since the first of them.
 * @param liftPpm           or how many times more often the two meet than chance would have it.
 * @param liftMatchCount    matches from which that is measured.
 */
public record MatchedOrdersConfig(
    @Parameter(unit = Unit.NANOS, max = 60_000_000_000L, doc = "longest time between the entries of the two orders")
    Tiered gapNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "most that the two differ in size, against the larger")
    Tiered quantityPpm,
    @Parameter(unit = Unit.PPM, min = 1, max = 1_000_000, doc = "least of each order that the other filled")
    Tiered filledPpm,
    @Parameter(unit = Unit.COUNT, min = 2, max = MatchRing.COUNT,
        doc = "such matches of the two owners within the window from which they are told")
    Tiered matchCount,
    @Parameter(unit = Unit.NANOS, min = 1_000_000, max = 864_000_000_000_000L, doc = "length of the window")
    long windowNanos,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of the matches in what either owner filled since the first of them: two who trade much meet by " +
            "chance")
    Tiered ownSharePpm,
    @Parameter(unit = Unit.PPM, min = 1_000_000, max = 1_000_000_000_000L,
        doc = "or how much more often the two meet than they would by chance, from lift_match_count matches on")
    Tiered liftPpm,
    @Parameter(unit = Unit.COUNT, min = 2, max = MatchRing.COUNT, doc = "matches from which that is measured")
    Tiered liftMatchCount)
{
    /** Proposed: a second, 2 %, 80 %; three within a day that are a fifth of what each fills, or five at 20 times. */
    public static final MatchedOrdersConfig DEFAULT = new MatchedOrdersConfig(
        Tiered.of(TimeUnit.SECONDS.toNanos(1)), Tiered.of(20_000L), Tiered.of(800_000L), Tiered.of(3L),
        TimeUnit.HOURS.toNanos(24), Tiered.of(200_000L), Tiered.of(20_000_000L), Tiered.of(5L));

    /** Checks the ranges. */
    public MatchedOrdersConfig
    {
        Parameters.check(MatchedOrdersConfig.class, gapNanos, quantityPpm, filledPpm, matchCount, windowNanos,
            ownSharePpm, liftPpm, liftMatchCount);
    }
}
