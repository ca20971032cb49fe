package fds.actions.policy;

import java.util.List;

import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;

/**
 * Level × typology × account role → actions, as flat masks. Of several rules that fit, the one that names the typology
 * wins, then the one that names the role; nothing is added up. Immutable.
 */
public final class PolicyTable
{
    /** Stands for the typology where no alert is known: only rules for any typology fit. */
    public static final int NO_TYPOLOGY = Typology.values().length;

    private static final int LEVELS = RiskLevel.values().length;
    private static final int TYPOLOGIES = NO_TYPOLOGY + 1;
    private static final int ROLES = Role.values().length;

    // [(level * TYPOLOGIES + typology) * ROLES + role]
    private final int[] actions = new int[LEVELS * TYPOLOGIES * ROLES];
    private final int[] approvals = new int[actions.length];

    /**
     * Lay out rules.
     *
     * @param rules each level, typology and role at most once.
     */
    public PolicyTable(final List<PolicyRule> rules)
    {
        final int[] ranks = new int[actions.length];
        for (final PolicyRule rule : rules)
        {
            final int typologyFrom = rule.typology() == null ? 0 : rule.typology().ordinal();
            final int typologyTo = rule.typology() == null ? TYPOLOGIES - 1 : typologyFrom;
            final int roleFrom = rule.role() == null ? 0 : rule.role().ordinal();
            final int roleTo = rule.role() == null ? ROLES - 1 : roleFrom;
            for (int typology = typologyFrom; typology <= typologyTo; typology++)
            {
                for (int role = roleFrom; role <= roleTo; role++)
                {
                    final int cell = cell(rule.level().ordinal(), typology, role);
                    if (rule.rank() >= ranks[cell])
                    {
                        ranks[cell] = rule.rank();
                        actions[cell] = mask(rule.actions());
                        approvals[cell] = mask(rule.approved());
                    }
                }
            }
        }
    }

    /**
     * What is done.
     *
     * @param level    0 to 3.
     * @param typology ordinal, or {@link #NO_TYPOLOGY}.
     * @param role     ordinal of {@link Role}.
     * @return bit {@code 1 << ordinal} for each {@link ActionKind}.
     */
    public int actions(final int level, final int typology, final int role)
    {
        return actions[cell(level, typology, role)];
    }

    /**
     * What of it a person has to allow.
     *
     * @param level    0 to 3.
     * @param typology ordinal, or {@link #NO_TYPOLOGY}.
     * @param role     ordinal of {@link Role}.
     * @return bit {@code 1 << ordinal} for each {@link ActionKind}.
     */
    public int approvals(final int level, final int typology, final int role)
    {
        return approvals[cell(level, typology, role)];
    }

    private static int cell(final int level, final int typology, final int role)
    {
        final int known = typology < 0 || typology >= TYPOLOGIES ? NO_TYPOLOGY : typology;
        return (level * TYPOLOGIES + known) * ROLES + role;
    }

    private static int mask(final Iterable<ActionKind> kinds)
    {
        int mask = 0;
        for (final ActionKind kind : kinds)
        {
            mask |= 1 << kind.ordinal();
        }
        return mask;
    }
}
