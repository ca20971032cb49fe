package fds.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import fds.app.recover.RejectedLines;
import fds.app.respond.Response;
import fds.app.run.Acknowledgements;
import fds.app.run.AlertOutput;
import fds.app.run.Plan;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.run.WarmUp;
import fds.app.setup.RunFeeds;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.feeds.simulator.label.LabelSink;
import fds.market.door.Feed;
import fds.market.door.FrameSinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fds run}: the sidecar. */
@Command(name = "run", mixinStandardHelpOptions = true,
    description =
        "Run the engine on the feeds of a configuration; a second run on the same journal goes on where it was.")
final class RunCommand implements Callable<Integer>
{
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "fds-data",
        description = "Journal; default ./fds-data.")
    private Path out;

    @Option(names = "--plan", description = "Print capacities and their bytes, and run nothing.")
    private boolean plan;

    @Option(names = "--on-bad-row", paramLabel = "WHAT", defaultValue = "skip",
        description = "skip (default): count it and keep it with its reason; fail: stop at the first.")
    private String onBadRow;

    @Option(names = "--acks", paramLabel = "FILE",
        description = "File or pipe that is told, a line each, up to which sequence number everything is journaled " +
            "as deployment.journal.sync promises: what is behind it need not be sent again.")
    private Path acks;

    @Mixin
    private RunOptions options;

    @Mixin
    private AlertOptions alertOptions;

    @Override
    public Integer call()
    {
        final Settings settings = options.settings();
        if (plan)
        {
            Plan.of(settings).forEach(System.out::println);
            return ExitCode.DONE;
        }
        final RunFeeds feeds = settings.feeds();
        if (feeds.isEmpty())
        {
            throw new UsageException("nothing to run: the configuration names no feeds " +
                "(feeds.files, or feeds.simulator.seed); see config/profiles/simulator.yaml");
        }
        if (!onBadRow.equals("skip") && !onBadRow.equals("fail"))
        {
            throw new UsageException("--on-bad-row is '" + onBadRow + "': must be fail or skip");
        }
        final Rejects rejects = new Rejects(
            onBadRow.equals("skip") ? Rejects.Policy.SKIP : Rejects.Policy.FAIL, out.resolve(RejectedLines.FILE_NAME));
        final Session session;
        final Response response = new Response(settings, out);
        try (StopSignal stop = new StopSignal(); AlertOutput alerts = alertOptions.newOutput(settings.catalog());
            Feed feed = feeds.open(LabelSink.NONE); Acknowledgements told = new Acknowledgements(acks))
        {
            session = new Session(settings, out, FrameSinks.tee(alerts, response),
                FrameSinks.tee(alerts.events(), response.tap()), rejects);
            try (response; session; Progress progress = new Progress(() ->
                "running: " + session.taken() + " events, " + session.engine().accountStage().alertCount() + " alerts"))
            {
                response.open();
                session.recoveries().forEach(sentence -> System.err.println("fds: " + sentence));
                final long known = session.recover(response.keepsakes(), response.recovered());
                if (known > 0)
                {
                    System.err.println("fds: " + out + " holds " + known + " events; going on behind them");
                }
                told.start(session::acknowledged);
                response.resume(session.engine().sequencer().engineTimeNanos());
                session.introduce(feed);
                session.list(options.sanctions());
                session.listenTo(response);
                final String warmed = WarmUp.run(settings.warmedBy(session.replayNanos()), stop);
                if (!warmed.isEmpty())
                {
                    Printer.tell(warmed);
                    session.beginNow();
                }
                System.err.println("fds: " + session.readiness());
                session.read(feed, stop, feeds.pacePerSecond());
            }
            alerts.finish();
            session.cleanNotes().forEach(note -> System.err.println("fds: " + note));
            alerts.bookNotes().forEach(note -> System.err.println("fds: " + note));
            System.out.println(session.summary().line());
        }
        return ExitCode.DONE;
    }
}
