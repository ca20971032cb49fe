package fds.actions.policy;

import java.util.EnumSet;
import java.util.Set;

import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;

/**
 * One cell of the response policy.
 *
 * @param level    it is about: a level of risk, or a severity of the same name.
 * @param typology it is about, or null: any.
 * @param role     of the account, or null: any.
 * @param actions  to take, possibly none.
 * @param approved those of the actions that a person has to allow.
 */
public record PolicyRule(
    RiskLevel level, Typology typology, Role role, Set<ActionKind> actions, Set<ActionKind> approved)
{
    /** Copies the sets and refuses an approval of what is not done. */
    public PolicyRule
    {
        actions = actions.isEmpty() ? Set.of() : EnumSet.copyOf(actions);
        approved = approved.isEmpty() ? Set.of() : EnumSet.copyOf(approved);
        if (!actions.containsAll(approved))
        {
            throw new IllegalArgumentException("approved is " + approved + ": must be among the actions " + actions);
        }
    }

    /**
     * How far it goes before another rule for the same account: a typology counts for more than a role.
     *
     * @return 0 to 3, the largest wins.
     */
    int rank()
    {
        return (typology == null ? 0 : 2) + (role == null ? 0 : 1);
    }
}
