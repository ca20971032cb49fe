package fds.app.setup;

import java.util.List;
import java.util.SortedMap;

import fds.config.ConfigTree;
import fds.market.account.AccountHandlerFactory;
import fds.risk.compliance.ComplianceConfig;
import fds.risk.instrument.MarketConfig;
import fds.risk.pattern.PatternConfig;
import fds.risk.position.PositionConfig;
import fds.risk.total.RiskCapacity;
import fds.risk.total.RiskConfig;
import fds.risk.total.RiskFactory;
import fds.risk.total.TotalConfig;

/** The keys below {@code risk}: whether risk is kept, and what decides it. */
final class RiskSettings
{
    private static final String ENABLED = "risk.enabled";

    private RiskSettings()
    {
    }

    /** A journaled text that says nothing of risk was written when there was none. */
    static void putAbsent(final ConfigTree tree, final String place)
    {
        if (tree.find(ENABLED) == null)
        {
            tree.set(ENABLED, "false", place);
        }
    }

    /** The handler of risk, or none when it is switched off; every value is checked either way. */
    static List<AccountHandlerFactory> read(final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final boolean enabled = tree.flag(ENABLED, true);
        lines.put(ENABLED, Boolean.toString(enabled));
        final RiskConfig config = new RiskConfig(
            bind("capacity", RiskCapacity.DEFAULT, tree, lines),
            bind("pattern", PatternConfig.DEFAULT, tree, lines),
            bind("market", MarketConfig.DEFAULT, tree, lines),
            bind("position", PositionConfig.DEFAULT, tree, lines),
            bind("compliance", ComplianceConfig.DEFAULT, tree, lines),
            bind("total", TotalConfig.DEFAULT, tree, lines));
        return enabled ? List.of(new RiskFactory(config)) : List.of();
    }

    @SuppressWarnings("unchecked") // bind() gives back the type of the defaults
    private static <C extends Record> C bind(
        final String section, final C defaults, final ConfigTree tree, final SortedMap<String, String> lines)
    {
        final String prefix = "risk." + section + ".";
        final C config = (C)ParameterBinder.bind(prefix, defaults, tree);
        ParameterBinder.write(prefix, config, lines);
        return config;
    }
}
