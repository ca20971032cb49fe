package fds.app.setup;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fds.actions.policy.ActionKind;
import fds.actions.policy.ActionMode;
import fds.actions.policy.DefaultRules;
import fds.actions.policy.LevelRule;
import fds.actions.policy.PolicyConfig;
import fds.actions.policy.PolicyLimits;
import fds.actions.policy.PolicyRule;
import fds.actions.policy.PolicyTable;
import fds.actions.policy.ResponseFactory;
import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.ConfigValue;
import fds.market.account.AccountHandlerFactory;
import fds.market.finding.Typology;
import fds.market.owner.Role;
import fds.market.risk.RiskLevel;

/** Reads what is done about alerts and levels of risk, the keys below {@code policy}. */
final class PolicySettings
{
    private static final String ENABLED = "policy.enabled";
    private static final String TABLE = "policy.table.";
    private static final String ANY = "any";
    private static final String NOTHING = "none";
    private static final String ASKED = "+approval";

    private PolicySettings()
    {
    }

    /** A journaled text that says nothing of a policy was written when there was none. */
    static void putAbsent(final ConfigTree tree, final String place)
    {
        if (tree.find(ENABLED) == null)
        {
            tree.set(ENABLED, "false", place);
        }
    }

    /** The handler that decides actions, or none when it is switched off; every value is checked either way. */
    static List<AccountHandlerFactory> handlers(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final boolean enabled = tree.flag(ENABLED, true);
        lines.put(ENABLED, Boolean.toString(enabled));
        final PolicyConfig config = read(tree, lines);
        return enabled ? List.of(new ResponseFactory(config)) : List.of();
    }

    /** What a tree says; each key with its value goes to the lines. */
    static PolicyConfig read(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final ActionMode mode = ActionMode.parse(tree.text("policy.mode", ActionMode.DRY_RUN.word()));
        if (mode == null)
        {
            throw refused(tree, "policy.mode", Stream.of(ActionMode.values()).map(ActionMode::word));
        }
        final LevelRule levels = LevelRule.parse(tree.text("policy.level", LevelRule.HIGHER.word()));
        if (levels == null)
        {
            throw refused(tree, "policy.level", Stream.of(LevelRule.values()).map(LevelRule::word));
        }
        lines.put("policy.mode", mode.word());
        lines.put("policy.level", levels.word());
        final SortedMap<String, PolicyRule> rules = new TreeMap<>();
        DefaultRules.ALL.forEach(rule -> rules.put(keyOf(rule), rule));
        for (final Map.Entry<String, ConfigValue> entry : tree.values().entrySet())
        {
            if (entry.getKey().startsWith(TABLE))
            {
                tree.find(entry.getKey());
                rules.put(entry.getKey(), rule(entry.getKey(), entry.getValue()));
            }
        }
        rules.forEach((key, rule) -> lines.put(key, text(rule)));
        final PolicyLimits limits =
            (PolicyLimits)ParameterBinder.bind("policy.limits.", PolicyLimits.DEFAULT, tree);
        ParameterBinder.write("policy.limits.", limits, lines);
        return new PolicyConfig(mode, levels, new PolicyTable(List.copyOf(rules.values())), limits);
    }

    private static PolicyRule rule(final String key, final ConfigValue value)
    {
        final String[] parts = key.substring(TABLE.length()).split("\\.", -1);
        if (parts.length != 3)
        {
            throw new ConfigException(value.place(),
                "key " + key + " must be policy.table.LEVEL.TYPOLOGY.ROLE, with 'any' for any typology or role");
        }
        final RiskLevel level = named(RiskLevel.values(), RiskLevel::word, parts[0]);
        if (level == null)
        {
            throw new ConfigException(value.place(), "level of " + key, parts[0],
                list(Stream.of(RiskLevel.values()).map(RiskLevel::word)));
        }
        final Typology typology = named(Typology.values(), Typology::word, parts[1]);
        if (typology == null && !parts[1].equals(ANY))
        {
            throw new ConfigException(value.place(), "typology of " + key, parts[1],
                list(Stream.concat(Stream.of(ANY), Stream.of(Typology.values()).map(Typology::word))));
        }
        final Role role = named(Role.values(), PolicySettings::word, parts[2]);
        if (role == null && !parts[2].equals(ANY))
        {
            throw new ConfigException(value.place(), "role of " + key, parts[2],
                list(Stream.concat(Stream.of(ANY), Stream.of(Role.values()).map(PolicySettings::word))));
        }
        final Set<ActionKind> actions = EnumSet.noneOf(ActionKind.class);
        final Set<ActionKind> asked = EnumSet.noneOf(ActionKind.class);
        for (final String item : ConfigTree.items(value.text()))
        {
            if (!item.equals(NOTHING) && !item.isEmpty())
            {
                final boolean isAsked = item.endsWith(ASKED);
                final ActionKind kind =
                    ActionKind.parse(isAsked ? item.substring(0, item.length() - ASKED.length()) : item);
                if (kind == null || isAsked && kind.isVerdict())
                {
                    throw new ConfigException(value.place(), key, item, list(Stream.concat(Stream.of(NOTHING),
                        Stream.of(ActionKind.values()).map(ActionKind::word))) +
                        ", with " + ASKED + " where a person has to allow it (no verdict waits for a person)");
                }
                actions.add(kind);
                if (isAsked)
                {
                    asked.add(kind);
                }
            }
        }
        return new PolicyRule(level, typology, role, actions, asked);
    }

    private static String keyOf(final PolicyRule rule)
    {
        return TABLE + rule.level().word() + "." + (rule.typology() == null ? ANY : rule.typology().word()) + "." +
            (rule.role() == null ? ANY : word(rule.role()));
    }

    private static String text(final PolicyRule rule)
    {
        return rule.actions().isEmpty() ? NOTHING : rule.actions().stream().sorted()
            .map(kind -> kind.word() + (rule.approved().contains(kind) ? ASKED : ""))
            .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String word(final Role role)
    {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> T named(final T[] values, final java.util.function.Function<T, String> word, final String text)
    {
        return Stream.of(values).filter(value -> word.apply(value).equals(text)).findFirst().orElse(null);
    }

    private static ConfigException refused(final ConfigTree tree, final String key, final Stream<String> allowed)
    {
        final ConfigValue value = tree.find(key);
        return new ConfigException(value.place(), key, value.text(), list(allowed));
    }

    private static String list(final Stream<String> words)
    {
        final List<String> all = words.toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }
}
