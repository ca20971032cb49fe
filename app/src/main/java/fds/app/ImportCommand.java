package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.run.OutDirectory;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.run.Summary;
import fds.app.setup.Settings;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds import}: an input becomes an event journal, without detection. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Turn an input into an event journal, without detection.")
final class ImportCommand implements Callable<Integer>
{
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or directories; - is standard input.")
    private List<Path> inputs;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "New directory of the journal.")
    private Path directory;

    @Mixin
    private RunOptions options;

    @Mixin
    private RunOptions.Input input;

    @Override
    public Integer call()
    {
        final Settings settings = options.settings();
        try (OutDirectory out = new OutDirectory(directory, "--journal"); StopSignal stop = new StopSignal())
        {
            final Rejects rejects = input.newRejects(directory);
            try (InputFeed feed = Feeds.open(inputs, input.format, input.companions()))
            {
                feed.notes().forEach(note -> System.err.println("fds: " + note));
                final Summary summary = out.keepingIfEngineFails(() -> run(settings, feed, rejects, stop));
                System.out.println("events=" + summary.events() + " rejected=" + summary.rejected() + " elapsed_ms=" +
                    summary.elapsedNanos() / 1_000_000 + " last_sequence=" + summary.lastSequence());
            }
            out.keep();
        }
        return ExitCode.DONE;
    }

    private Summary run(final Settings settings, final InputFeed feed, final Rejects rejects, final StopSignal stop)
    {
        // The configuration is journaled, so that a replay of this journal decides by it; nothing is decided here.
        final Session session = Session.withoutDetection(settings, directory, rejects);
        try (session; Progress progress = new Progress(() -> "importing: " + session.taken() + " events"))
        {
            session.introduce(feed);
            session.list(options.sanctions());
            session.read(feed, stop, 0);
        }
        session.cleanNotes().forEach(note -> System.err.println("fds: " + note));
        return session.summary();
    }
}
