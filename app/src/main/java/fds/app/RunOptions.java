package fds.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fds.app.run.Rejects;
import fds.app.setup.SanctionList;
import fds.app.setup.Settings;
import fds.engine.EngineConfig;
import fds.engine.Threading;
import fds.engine.Waiting;
import fds.feeds.open.FeedOptions;
import picocli.CommandLine.Option;

/** Options that every command which runs an engine or reads an input has. */
final class RunOptions
{
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file (YAML).")
    private Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE",
        description = "Set one key, over the file, or over the configuration of a journal.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private final List<Path> jars = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "MODE",
        description = "inline, fused, pipelined or sharded:N. Decides nothing but speed.")
    private String threads;

    @Option(names = "--wait", paramLabel = "HOW",
        description = "busy_spin, yielding, sleeping or blocking. Decides nothing but speed.")
    private String wait;

    @Option(names = "--sanctions", paramLabel = "FILE",
        description = "Addresses that nobody may deal with, one a line; may be repeated. They are journaled.")
    private final List<Path> sanctions = new ArrayList<>();

    /** The lists of addresses that nobody may deal with. */
    List<SanctionList> sanctions()
    {
        return sanctions.stream().map(SanctionList::read).toList();
    }

    /** Read the configuration, the arguments over it. */
    Settings settings()
    {
        final Settings settings = Settings.read(config, overrides, jars);
        try
        {
            EngineConfig engine = settings.engine();
            if (threads != null)
            {
                engine = engine.with(Threading.parse(threads));
            }
            if (wait != null)
            {
                engine = engine.with(Waiting.parse(wait));
            }
            return settings.with(engine);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--" + e.getMessage());
        }
    }

    /** Where an input's companions are, and what becomes of its bad rows. */
    static final class Input
    {
        @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "auto",
            completionCandidates = FormatWords.class,
            description = "auto (default) tells by itself; else one of ${COMPLETION-CANDIDATES}.")
        String format;

        @Option(names = "--instruments", paramLabel = "FILE", description = "instruments.csv, if not beside the input.")
        private Path instruments;

        @Option(names = "--accounts", paramLabel = "FILE", description = "accounts.csv, if not beside the input.")
        private Path accounts;

        @Option(names = "--map", paramLabel = "FILE", description = "Renames columns and values of your own CSV.")
        private Path map;

        @Option(names = "--on-bad-row", paramLabel = "WHAT", defaultValue = "fail",
            description = "fail (default): stop at the first; skip: count it and keep it with its reason.")
        private String onBadRow;

        @Option(names = "--rejects", paramLabel = "FILE",
            description = "Where skipped rows go; default rejects.csv in --out, or fds-rejects.csv here.")
        private Path rejects;

        FeedOptions companions()
        {
            return new FeedOptions(instruments, accounts, map, System.in);
        }

        Rejects newRejects(final Path out)
        {
            final Path file = rejects != null ? rejects :
                out != null ? out.resolve("rejects.csv") : Rejects.DEFAULT_FILE;
            return switch (onBadRow)
            {
                case "fail" -> new Rejects(Rejects.Policy.FAIL, file);
                case "skip" -> new Rejects(Rejects.Policy.SKIP, file);
                default -> throw new UsageException("--on-bad-row is '" + onBadRow + "': must be fail or skip");
            };
        }
    }
}
