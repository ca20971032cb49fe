package fds.bench.latency;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fds.app.setup.Settings;
import fds.engine.Threading;
import fds.engine.Waiting;

/**
 * What one virtual machine measures: one way to run the engine, at several rates and at full speed.
 *
 * @param mode      of threading.
 * @param waiting   of threads.
 * @param journal   whether both journals are written.
 * @param flow      of events.
 * @param rates     events a second, possibly none.
 * @param pairs     of engine and floor, interleaved.
 * @param windows   of each side of a pair.
 * @param floods    runs at full speed of each side, possibly 0.
 * @param warmUp    events before anything is measured, at most.
 * @param settling  windows of each side at each rate before anything is measured, at most.
 * @param config    of the user, or null.
 * @param overrides of the user.
 */
record CellSpec(
    String mode,
    Waiting waiting,
    boolean journal,
    Flow flow,
    List<Long> rates,
    int pairs,
    int windows,
    int floods,
    int warmUp,
    int settling,
    Path config,
    Map<String, String> overrides)
{
    private static final String SET = "set.";

    /** In words, for a heading. */
    String title()
    {
        return mode + ", " + (journal ? "journal" : "no journal") + ", " + flow.word() + " flow, waits " +
            waiting.name().toLowerCase(Locale.ROOT);
    }

    /** The user's settings, run in this way. */
    Settings settings()
    {
        final Settings settings = Settings.read(config, overrides, List.of());
        return settings.with(settings.engine().with(Threading.parse(mode)).with(waiting));
    }

    void put(final Properties values)
    {
        values.setProperty("mode", mode);
        values.setProperty("waiting", waiting.name());
        values.setProperty("journal", Boolean.toString(journal));
        values.setProperty("flow", flow.name());
        values.setProperty("rates", rates.stream().map(rate -> Long.toString(rate)).collect(Collectors.joining(" ")));
        values.setProperty("pairs", Integer.toString(pairs));
        values.setProperty("windows", Integer.toString(windows));
        values.setProperty("floods", Integer.toString(floods));
        values.setProperty("warm_up", Integer.toString(warmUp));
        values.setProperty("settling", Integer.toString(settling));
        values.setProperty("config", config == null ? "" : config.toString());
        overrides.forEach((key, value) -> values.setProperty(SET + key, value));
    }

    static CellSpec of(final Properties values)
    {
        final String rates = values.getProperty("rates");
        final String config = values.getProperty("config");
        final Map<String, String> overrides = new TreeMap<>();
        for (final String key : values.stringPropertyNames())
        {
            if (key.startsWith(SET))
            {
                overrides.put(key.substring(SET.length()), values.getProperty(key));
            }
        }
        return new CellSpec(values.getProperty("mode"), Waiting.valueOf(values.getProperty("waiting")),
            Boolean.parseBoolean(values.getProperty("journal")), Flow.valueOf(values.getProperty("flow")),
            rates.isEmpty() ? List.of() : Arrays.stream(rates.split(" ")).map(Long::valueOf).toList(),
            Integer.parseInt(values.getProperty("pairs")), Integer.parseInt(values.getProperty("windows")),
            Integer.parseInt(values.getProperty("floods")), Integer.parseInt(values.getProperty("warm_up")),
            Integer.parseInt(values.getProperty("settling")), config.isEmpty() ? null : Path.of(config), overrides);
    }
}
