package fds.risk.total;

import fds.risk.compliance.ComplianceConfig;
import fds.risk.instrument.MarketConfig;
import fds.risk.pattern.PatternConfig;
import fds.risk.position.PositionConfig;

/**
 * Everything that decides a score of risk.
 *
 * @param capacity   what may be kept.
 * @param pattern    what findings weigh.
 * @param market     what markets are judged by.
 * @param position   what positions are judged by.
 * @param compliance what law and the venue's rules weigh.
 * @param total      how areas make a total, and totals a level.
 */
public record RiskConfig(
    RiskCapacity capacity,
    PatternConfig pattern,
    MarketConfig market,
    PositionConfig position,
    ComplianceConfig compliance,
    TotalConfig total)
{
    /** Proposed, to be calibrated. */
    public static final RiskConfig DEFAULT = new RiskConfig(RiskCapacity.DEFAULT, PatternConfig.DEFAULT,
        MarketConfig.DEFAULT, PositionConfig.DEFAULT, ComplianceConfig.DEFAULT, TotalConfig.DEFAULT);
}
