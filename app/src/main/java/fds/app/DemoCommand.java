package fds.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

import fds.app.run.DemoScreen;
import fds.app.run.JournalInput;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.run.Summary;
import fds.app.run.WarmUp;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fds demo}: a simulated venue with abuse in it, alerts as they happen. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description =
        "A simulated venue with abuse in it, watched: alerts as they happen, and a journal to look into after.")
final class DemoCommand implements Callable<Integer>
{
    private static final long RATE = 50_000;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "How long; default 20.")
    private long seconds;

    @Option(names = "--rate", paramLabel = "N", description = "Events a second; default " + RATE + ".")
    private long rate = RATE;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Source of all chance; default 1.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "fds-data",
        description = "Where journals are kept; default ./fds-data.")
    private Path out;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call()
    {
        if (seconds < 1 || seconds > 86_400)
        {
            throw new UsageException("--seconds is " + seconds + ": must be 1 to 86400");
        }
        if (rate < 100 || rate > 10_000_000)
        {
            throw new UsageException("--rate is " + rate + ": must be 100 to 10000000");
        }
        final Settings configured = options.settings();
        final Settings settings = configured.with(configured.engine().withLatency(true));
        final Path directory = newDirectory();
        final SimulatorConfig venue = SimulatorConfig.defaults(seed, Math.multiplyExact(seconds, rate));
        final DemoScreen screen = new DemoScreen(directory, seconds * rate, settings.catalog());
        final Session session;
        try (StopSignal stop = new StopSignal(); SimulatorFeed feed = new SimulatorFeed(venue, LabelSink.NONE))
        {
            session = new Session(settings, directory, screen, screen.events(),
                new Rejects(Rejects.Policy.SKIP, directory.resolve("rejects.csv")));
            try (session)
            {
                session.introduce(feed);
                session.list(options.sanctions());
                final String warmed = WarmUp.run(settings, stop);
                if (!warmed.isEmpty())
                {
                    Printer.tell(warmed);
                    session.beginNow();
                }
                screen.start(session);
                session.read(feed, stop, rate);
                screen.stop();
            }
            final Summary summary = session.summary();
            screen.tellEnd(summary);
            System.out.println(summary.line());
        }
        return ExitCode.DONE;
    }

    /** A journal of its own each time, so that a second demo does not go on where the first one stopped. */
    private Path newDirectory()
    {
        if (JournalInput.looksLikeOne(out))
        {
            throw new UsageException("--out " + out + " is itself a journal; name the directory to keep journals in");
        }
        final String stamp =
            LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        Path directory = out.resolve("demo-" + stamp);
        for (int i = 2; Files.exists(directory); i++)
        {
            directory = out.resolve("demo-" + stamp + "-" + i);
        }
        return directory;
    }
}
