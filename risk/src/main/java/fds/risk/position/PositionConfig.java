package fds.risk.position;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * Where a group's positions give all their points.
 *
 * @param exposureUsd            worth of all positions.
 * @param concentrationPpm       share of the largest position; counts in proportion to the exposure's points.
 * @param leveragePpm            exposure of the margin balance.
 * @param liquidationDistancePpm distance to the liquidation price from which on there are points; none left gives all.
 * @param openInterestPpm        share of the open interest.
 * @param depthPpm               position against the depth it would be closed into.
 */
public record PositionConfig(
    @Parameter(unit = Unit.USD, max = 1_000_000_000_000L, doc = "worth of all positions; 0: not judged")
    long exposureUsd,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "share of the largest position, which counts as far as the exposure does; 0: not judged")
    long concentrationPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000_000, doc = "exposure of the margin balance; 0: not judged")
    long leveragePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000,
        doc = "distance to the liquidation price from which on there are points; 0: not judged")
    long liquidationDistancePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "share of an open interest; 0: not judged")
    long openInterestPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000_000,
        doc = "a position against the depth it would be closed into; 0: not judged")
    long depthPpm)
{
    /** Proposed, to be calibrated: five million USD, four fifths, twenty times, five per cent, a tenth, five times. */
    public static final PositionConfig DEFAULT =
        new PositionConfig(5_000_000, 800_000, 20_000_000, 50_000, 100_000, 5_000_000);

    /** Checks the ranges. */
    public PositionConfig
    {
        Parameters.check(PositionConfig.class, exposureUsd, concentrationPpm, leveragePpm, liquidationDistancePpm,
            openInterestPpm, depthPpm);
    }
}
