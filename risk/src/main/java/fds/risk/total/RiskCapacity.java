package fds.risk.total;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * How much risk may keep, of all partitions together.
 *
 * @param groups    owner groups.
 * @param positions account × instrument, and as many group × instrument.
 * @param listed    listed addresses, and as many ids of them.
 */
public record RiskCapacity(
    @Parameter(unit = Unit.COUNT, min = 16, max = 1 << 22, doc = "owner groups; the least grave of the oldest goes")
    int groups,
    @Parameter(unit = Unit.COUNT, min = 16, max = 1 << 24,
        doc = "positions: account x instrument, and as many group x instrument")
    int positions,
    @Parameter(unit = Unit.COUNT, min = 16, max = 1 << 20, doc = "listed addresses, and as many ids of them")
    int listed)
{
    /** What is kept when nobody says. */
    public static final RiskCapacity DEFAULT = new RiskCapacity(1 << 14, 1 << 16, 1 << 13);

    /** Checks the ranges. */
    public RiskCapacity
    {
        Parameters.check(RiskCapacity.class, groups, positions, listed);
    }
}
