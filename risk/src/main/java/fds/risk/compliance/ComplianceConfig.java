package fds.risk.compliance;

import java.util.concurrent.TimeUnit;

import fds.market.detector.Parameter;
import fds.market.detector.Parameters;
import fds.market.detector.Unit;

/**
 * What the law and the venue's own rules weigh.
 *
 * @param sanctionedPoints       an address of the group's own is listed.
 * @param counterpartyPoints     of each dealing with somebody listed.
 * @param counterpartyHalfNanos  dealings weigh half after it.
 * @param houseRolePoints        the account is the venue's own.
 * @param otherRolePoints        the account has a role of the venue's own words.
 * @param exposureLimitUsd       most that a group may hold.
 * @param withdrawalLimitUsd     most that it may withdraw.
 * @param withdrawalHalfNanos    what was withdrawn counts half after it.
 * @param limitPoints            of each limit that is crossed.
 */
public record ComplianceConfig(
    @Parameter(unit = Unit.COUNT, max = 100, doc = "an address of the group's own is listed")
    long sanctionedPoints,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "of each dealing with somebody listed")
    long counterpartyPoints,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 31_536_000_000_000_000L,
        doc = "time after which a dealing with somebody listed weighs half")
    long counterpartyHalfNanos,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "the account is the venue's own")
    long houseRolePoints,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "the account has a role of the venue's own words")
    long otherRolePoints,
    @Parameter(unit = Unit.USD, max = 1_000_000_000_000L, doc = "most that a group may hold; 0: no limit")
    long exposureLimitUsd,
    @Parameter(unit = Unit.USD, max = 1_000_000_000_000L, doc = "most that a group may withdraw, decayed; 0: no limit")
    long withdrawalLimitUsd,
    @Parameter(unit = Unit.NANOS, min = 1_000_000_000L, max = 31_536_000_000_000_000L,
        doc = "time after which what was withdrawn counts half")
    long withdrawalHalfNanos,
    @Parameter(unit = Unit.COUNT, max = 100, doc = "of each limit that is crossed")
    long limitPoints)
{
    /** Proposed: who is listed is critical at once; there are no limits until the venue says so. */
    public static final ComplianceConfig DEFAULT = new ComplianceConfig(
        100, 50, TimeUnit.DAYS.toNanos(30), 10, 0, 0, 0, TimeUnit.DAYS.toNanos(1), 40);

    /** Checks the ranges. */
    public ComplianceConfig
    {
        Parameters.check(ComplianceConfig.class, sanctionedPoints, counterpartyPoints, counterpartyHalfNanos,
            houseRolePoints, otherRolePoints, exposureLimitUsd, withdrawalLimitUsd, withdrawalHalfNanos, limitPoints);
    }
}
