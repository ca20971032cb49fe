package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.respond.AnswerSource;
import fds.app.respond.TimedAnswers;
import fds.app.run.AlertOutput;
import fds.app.run.JournalInput;
import fds.app.run.OutDirectory;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.FrameSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds replay}: any input through the engine, as fast as it goes. */
@Command(name = "replay", mixinStandardHelpOptions = true,
    description = "Put any input through the engine as fast as it goes; prints alerts, then one summary line.")
final class ReplayCommand implements Callable<Integer>
{
    @Parameters(arity = "1..*", paramLabel = "INPUT",
        description = "Files, directories or a journal; - is standard input. Several are merged by time.")
    private List<Path> inputs;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep a journal of the run in a new directory.")
    private Path outPath;

    @Option(names = "--answers", paramLabel = "FILE",
        description = "What people and the venue say about actions, taken in by time; a journal has its own.")
    private Path answers;

    @Mixin
    private RunOptions options;

    @Mixin
    private RunOptions.Input input;

    @Mixin
    private AlertOptions alertOptions;

    @Override
    public Integer call()
    {
        final Settings settings = options.settings();
        try (OutDirectory out = new OutDirectory(outPath, "--out"); StopSignal stop = new StopSignal();
            AlertOutput alerts = alertOptions.newOutput(settings.catalog()))
        {
            final Rejects rejects = input.newRejects(outPath);
            final String line = out.keepingIfEngineFails(() ->
            {
                final Session session = JournalInput.isJournal(inputs, input.format) ?
                    replayJournal(settings, alerts, rejects) : replayFeed(settings, alerts, rejects, stop);
                return session.summary().line();
            });
            alerts.finish();
            out.keep();
            alerts.bookNotes().forEach(note -> System.err.println("fds: " + note));
            if (rejects.count() > 0)
            {
                System.err.println("fds: " + rejects.count() + " rows were skipped, see " + rejects.file());
            }
            System.out.println(line);
        }
        return ExitCode.DONE;
    }

    private Session replayJournal(final Settings settings, final AlertOutput alerts, final Rejects rejects)
    {
        if (answers != null)
        {
            throw new UsageException("--answers " + answers + ": a journal holds the answers it was given");
        }
        if (!options.sanctions().isEmpty())
        {
            throw new UsageException("--sanctions is given with a journal: that has its own lists, and a replay of " +
                "it adds none");
        }
        try (FrameSource source = JournalInput.open(inputs))
        {
            final Session session = new Session(settings, outPath, alerts, alerts.events(), rejects);
            try (session; Progress progress = progressOf(session))
            {
                session.replay(source);
            }
            if (!session.writtenBy().equals(Session.buildId()))
            {
                System.err.println("fds: the journal was written by " + session.writtenBy() + ", this is " +
                    Session.buildId());
            }
            return session;
        }
    }

    private Session replayFeed(
        final Settings settings, final AlertOutput alerts, final Rejects rejects, final StopSignal stop)
    {
        try (InputFeed feed = Feeds.open(inputs, input.format, input.companions()))
        {
            final int told = feed.notes().size();
            feed.notes().forEach(note -> System.err.println("fds: " + note));
            final Session session = new Session(settings, outPath, alerts, alerts.events(), rejects);
            try (session; Progress progress = progressOf(session))
            {
                session.listenTo(answers == null ? AnswerSource.NONE : new TimedAnswers(answers));
                session.introduce(feed);
                session.list(options.sanctions());
                session.read(feed, stop, 0);
            }
            feed.notes().stream().skip(told).forEach(note -> System.err.println("fds: " + note));
            session.cleanNotes().forEach(note -> System.err.println("fds: " + note));
            return session;
        }
    }

    private static Progress progressOf(final Session session)
    {
        return new Progress(() -> "replaying: " + session.engine().sequencer().eventCount() + " events, " +
            session.engine().accountStage().alertCount() + " alerts");
    }
}
