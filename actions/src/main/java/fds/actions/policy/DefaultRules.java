package fds.actions.policy;

import static fds.actions.policy.ActionKind.CANCEL_ORDERS;
import static fds.actions.policy.ActionKind.FREEZE_ACCOUNT;
import static fds.actions.policy.ActionKind.HOLD_WITHDRAWAL;
import static fds.actions.policy.ActionKind.INCREASE_MARGIN;
import static fds.actions.policy.ActionKind.NOTIFY_ADMIN;
import static fds.actions.policy.ActionKind.NOTIFY_USER;
import static fds.actions.policy.ActionKind.REJECT_ORDER;
import static fds.actions.policy.ActionKind.RESTRICT_TRADING;

import java.util.List;
import java.util.Set;

import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;

/** The table that holds where nobody says otherwise. */
public final class DefaultRules
{
    /** Every rule; told and reasoned in {@code docs/response.md}. */
    public static final List<PolicyRule> ALL = List.of(
        rule(RiskLevel.CRITICAL, null, null, FREEZE_ACCOUNT, CANCEL_ORDERS, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        rule(RiskLevel.HIGH, null, null, RESTRICT_TRADING, INCREASE_MARGIN, NOTIFY_USER, HOLD_WITHDRAWAL),
        // Who quotes by contract, and who is the venue itself, is not stopped by a machine.
        asked(RiskLevel.CRITICAL, Role.MARKET_MAKER, Set.of(FREEZE_ACCOUNT, CANCEL_ORDERS),
            FREEZE_ACCOUNT, CANCEL_ORDERS, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        asked(RiskLevel.HIGH, Role.MARKET_MAKER, Set.of(RESTRICT_TRADING), RESTRICT_TRADING, NOTIFY_ADMIN),
        asked(RiskLevel.CRITICAL, Role.HOUSE, Set.of(FREEZE_ACCOUNT, CANCEL_ORDERS),
            FREEZE_ACCOUNT, CANCEL_ORDERS, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        asked(RiskLevel.HIGH, Role.HOUSE, Set.of(), NOTIFY_ADMIN),
        // A mistake is no abuse: the order is stopped, not its owner.
        rule(RiskLevel.CRITICAL, Typology.FAT_FINGER, null, REJECT_ORDER, NOTIFY_ADMIN),
        rule(RiskLevel.HIGH, Typology.FAT_FINGER, null, REJECT_ORDER, NOTIFY_USER),
        rule(RiskLevel.MEDIUM, Typology.FAT_FINGER, null, REJECT_ORDER),
        // Somebody else may be acting in the owner's name: stop early, and let nothing out.
        rule(RiskLevel.HIGH, Typology.ACCOUNT_TAKEOVER, null,
            FREEZE_ACCOUNT, CANCEL_ORDERS, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        rule(RiskLevel.MEDIUM, Typology.ACCOUNT_TAKEOVER, null, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        rule(RiskLevel.MEDIUM, Typology.MONEY_LAUNDERING, null, NOTIFY_ADMIN, HOLD_WITHDRAWAL),
        // Nobody's doing: people look.
        rule(RiskLevel.CRITICAL, Typology.MARKET_CONDITION, null, NOTIFY_ADMIN),
        rule(RiskLevel.HIGH, Typology.MARKET_CONDITION, null, NOTIFY_ADMIN));

    private DefaultRules()
    {
    }

    private static PolicyRule rule(
        final RiskLevel level, final Typology typology, final Role role, final ActionKind... actions)
    {
        return new PolicyRule(level, typology, role, Set.of(actions), Set.of());
    }

    private static PolicyRule asked(
        final RiskLevel level, final Role role, final Set<ActionKind> approved, final ActionKind... actions)
    {
        return new PolicyRule(level, null, role, Set.of(actions), approved);
    }
}
