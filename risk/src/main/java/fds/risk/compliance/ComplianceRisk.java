package fds.risk.compliance;

import fds.market.features.Decay;
import fds.market.owner.Role;
import fds.market.risk.RiskPart;
import fds.risk.table.GroupWords;
import fds.risk.table.Parts;
import fds.risk.table.RiskTable;

/** Judges a group by law and the venue's own rules. State lies in the group's slot. Owned by one thread. */
public final class ComplianceRisk
{
    private static final long POINT = 1_000_000L;
    private static final long SUM_MAX = 100 * POINT;
    private static final long USD_MAX = 1L << 60;
    private static final int SHOWN_PER_POINT = 10_000;

    private final ComplianceConfig config;
    private final RiskTable groups;

    /**
     * Of the groups of a table.
     *
     * @param config what weighs how much.
     * @param groups with {@link GroupWords}.
     */
    public ComplianceRisk(final ComplianceConfig config, final RiskTable groups)
    {
        this.config = config;
        this.groups = groups;
    }

    /**
     * An address of the group's own is listed.
     *
     * @param group slot.
     */
    public void onListed(final int group)
    {
        groups.set(group, GroupWords.SANCTIONED, 1);
        GroupWords.mark(groups, group, GroupWords.LISTED);
    }

    /**
     * The group dealt with somebody listed.
     *
     * @param group     slot.
     * @param timeNanos engine time.
     */
    public void onListedCounterparty(final int group, final long timeNanos)
    {
        groups.set(group, GroupWords.COUNTERPARTY,
            Math.min(SUM_MAX, dealings(group, timeNanos) + config.counterpartyPoints() * POINT));
        groups.set(group, GroupWords.COUNTERPARTY_TIME, timeNanos);
        GroupWords.mark(groups, group, GroupWords.LISTED);
    }

    /**
     * The group withdrew something.
     *
     * @param group     slot.
     * @param usd       worth of it, 0 or more.
     * @param timeNanos engine time.
     */
    public void onWithdrawal(final int group, final long usd, final long timeNanos)
    {
        groups.set(group, GroupWords.WITHDRAWN, Math.min(USD_MAX, withdrawnUsd(group, timeNanos) + usd));
        groups.set(group, GroupWords.WITHDRAWN_TIME, timeNanos);
        GroupWords.mark(groups, group, GroupWords.WITHDREW);
    }

    /**
     * Whether a group has no points, whatever it holds.
     *
     * @param group slot.
     * @return true when its points must be 0.
     */
    public boolean isEmpty(final int group)
    {
        final long marks = groups.get(group, GroupWords.MARKS);
        return (marks & GroupWords.LISTED) == 0 &&
            ((marks & GroupWords.WITHDREW) == 0 || config.withdrawalLimitUsd() == 0) &&
            config.exposureLimitUsd() == 0 && rolePoints((int)groups.get(group, GroupWords.ROLE)) == 0;
    }

    /**
     * Judge a group.
     *
     * @param group       slot.
     * @param timeNanos   engine time.
     * @param exposureUsd worth of its positions.
     * @param parts       to add to.
     * @return points, 0 to 100.
     */
    public int judge(final int group, final long timeNanos, final long exposureUsd, final Parts parts)
    {
        final long listed = groups.get(group, GroupWords.SANCTIONED);
        final long dealings = dealings(group, timeNanos);
        final int role = (int)groups.get(group, GroupWords.ROLE);
        final long withdrawn = withdrawnUsd(group, timeNanos);
        final int points =
            parts.points(RiskPart.SANCTIONED, listed, listed != 0 ? (int)config.sanctionedPoints() : 0) +
            parts.points(RiskPart.SANCTIONED_COUNTERPARTY, dealings / (POINT / SHOWN_PER_POINT),
                (int)(dealings / POINT)) +
            parts.points(RiskPart.ROLE, role, rolePoints(role)) +
            parts.points(RiskPart.EXPOSURE_LIMIT, exposureUsd, beyond(exposureUsd, config.exposureLimitUsd())) +
            parts.points(RiskPart.WITHDRAWAL_LIMIT, withdrawn, beyond(withdrawn, config.withdrawalLimitUsd()));
        return Math.min(100, points);
    }

    private int rolePoints(final int role)
    {
        return role == Role.HOUSE.ordinal() ? (int)config.houseRolePoints() :
            role == Role.OTHER.ordinal() ? (int)config.otherRolePoints() : 0;
    }

    private int beyond(final long usd, final long limitUsd)
    {
        return limitUsd != 0 && usd > limitUsd ? (int)config.limitPoints() : 0;
    }

    private long dealings(final int group, final long timeNanos)
    {
        return decayed(group, GroupWords.COUNTERPARTY, timeNanos, config.counterpartyHalfNanos());
    }

    private long withdrawnUsd(final int group, final long timeNanos)
    {
        return decayed(group, GroupWords.WITHDRAWN, timeNanos, config.withdrawalHalfNanos());
    }

    /** A sum whose time is in the word behind it. */
    private long decayed(final int group, final int word, final long timeNanos, final long halfLifeNanos)
    {
        return Decay.after(
            groups.get(group, word), Math.max(0, timeNanos - groups.get(group, word + 1)), halfLifeNanos);
    }
}
