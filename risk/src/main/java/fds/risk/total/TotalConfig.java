package fds.risk.total;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * How areas make a total, and totals a level.
 *
 * @param patternPpm    weight of pattern risk.
 * @param compliancePpm weight of compliance risk.
 * @param positionPpm   weight of position risk.
 * @param marketPpm     weight of market risk.
 * @param mediumTotal   total from which the level is medium.
 * @param highTotal     high.
 * @param criticalTotal critical.
 * @param hysteresis    a level is left downwards once the total is lower than where it begins by more than this.
 */
public record TotalConfig(
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "weight of pattern risk")
    long patternPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "weight of compliance risk")
    long compliancePpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "weight of position risk")
    long positionPpm,
    @Parameter(unit = Unit.PPM, max = 1_000_000, doc = "weight of the market risk of the largest position")
    long marketPpm,
    @Parameter(unit = Unit.COUNT, min = 1, max = 98, doc = "total from which the level is medium")
    long mediumTotal,
    @Parameter(unit = Unit.COUNT, min = 2, max = 99, doc = "total from which the level is high")
    long highTotal,
    @Parameter(unit = Unit.COUNT, min = 3, max = 100, doc = "total from which the level is critical")
    long criticalTotal,
    @Parameter(unit = Unit.COUNT, max = 50, doc = "how far below its beginning a level is left downwards")
    long hysteresis)
{
    /** Proposed, to be calibrated. */
    public static final TotalConfig DEFAULT =
        new TotalConfig(1_000_000, 1_000_000, 500_000, 300_000, 25, 50, 80, 10);

    /** Checks the ranges. */
    public TotalConfig
    {
        Parameters.check(TotalConfig.class, patternPpm, compliancePpm, positionPpm, marketPpm, mediumTotal, highTotal,
            criticalTotal, hysteresis);
        if (mediumTotal >= highTotal || highTotal >= criticalTotal)
        {
            throw new IllegalArgumentException("medium_total is " + mediumTotal + ", high_total " + highTotal +
                ", critical_total " + criticalTotal + ": each must be above the one before");
        }
    }

    private long beginOf(final int level)
    {
        return level == 1 ? mediumTotal : level == 2 ? highTotal : criticalTotal;
    }

    /**
     * The level of a total.
     *
     * @param before code of the level so far.
     * @param total  0 to 100.
     * @return code of the level from now on.
     */
    public int levelOf(final int before, final int total)
    {
        int level = before;
        while (level < 3 && total >= beginOf(level + 1))
        {
            level++;
        }
        while (level > 0 && total < beginOf(level) - hysteresis)
        {
            level--;
        }
        return level;
    }
}
