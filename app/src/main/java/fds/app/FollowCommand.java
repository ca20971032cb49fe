package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import fds.app.recover.Follower;
import fds.app.run.Progress;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.JournalTexts;
import fds.config.Quantity;
import fds.journal.format.JournalException;
import fds.journal.read.EventReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds follow}: a process beside a run, which takes its snapshots. */
@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    description = "Follow the journal of a run from beside it, keep the same state, and write snapshots of it to " +
        "DIR/snapshots, so that the next run on DIR begins behind the newest of them. The run itself is not touched. " +
        "The decisions are compared with those that the run journals.")
final class FollowCommand implements Callable<Integer>
{
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @Parameters(paramLabel = "DIR", description = "Directory of a journal; waited for when there is none yet.")
    private Path directory;

    @Option(names = "--every", paramLabel = "TIME", defaultValue = "60s",
        description = "Time between snapshots; default 60s.")
    private String every;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "3",
        description = "Snapshots that stay, the newest; default 3.")
    private int keep;

    @Option(names = "--once", description = "Read what the journal holds, write one snapshot, and end.")
    private boolean once;

    @Option(names = "--config", paramLabel = "FILE", description = "The run's configuration file (YAML), for its " +
        "deployment; what decides is in the journal.")
    private Path config;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final long everyNanos = everyNanos();
        if (keep < 1 || keep > 1000)
        {
            throw new UsageException("--keep is " + keep + ": must be 1 to 1000");
        }
        final Settings settings = Settings.read(config, Map.of(), jars);
        if (once)
        {
            JournalTexts.requireJournal(directory);
        }
        try (StopSignal stop = new StopSignal())
        {
            if (!once && !isBegun())
            {
                say("no journal in " + directory + " yet; waiting for a run to begin one (Ctrl-C ends that)");
                while (!stop.isSet() && !isBegun())
                {
                    LockSupport.parkNanos(WAIT_NANOS);
                }
            }
            if (stop.isSet())
            {
                return ExitCode.DONE;
            }
            try (Follower follower = new Follower(directory, settings, keep, FollowCommand::say);
                Progress progress = new Progress(() -> "following: event " + follower.sequence()))
            {
                return once ? once(follower, stop) : follow(follower, everyNanos, stop);
            }
        }
    }

    private int once(final Follower follower, final StopSignal stop)
    {
        follower.catchUp(stop::isSet);
        if (!isSame(follower))
        {
            return ExitCode.ANSWER_NO;
        }
        if (follower.owedDecisions() > 0)
        {
            say("no snapshot: the journal lacks " + follower.owedDecisions() + " decisions on its events; a run on " +
                directory + " makes them");
            return ExitCode.ANSWER_NO;
        }
        return follower.snapshot(stop::isSet) ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private int follow(final Follower follower, final long everyNanos, final StopSignal stop)
    {
        follower.follow(everyNanos, stop::isSet);
        if (isSame(follower))
        {
            follower.snapshot(() -> true);
            return ExitCode.DONE;
        }
        return ExitCode.ANSWER_NO;
    }

    private boolean isSame(final Follower follower)
    {
        if (follower.differing() >= 0)
        {
            say("DECISION RECORD " + follower.differing() + " OF " + directory + " IS NOT WHAT THIS PROGRAM DECIDES " +
                "on the same events; no snapshot of that. See 'fds verify " + directory + "'");
        }
        return follower.differing() < 0;
    }

    private boolean isBegun()
    {
        try (EventReader reader = new EventReader(directory))
        {
            return reader.next();
        }
        catch (final JournalException notYet)
        {
            return false;
        }
    }

    private long everyNanos()
    {
        try
        {
            final long nanos = Quantity.NANOS.parse(every);
            if (nanos >= TimeUnit.MILLISECONDS.toNanos(100))
            {
                return nanos;
            }
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--every is '" + every + "': must be " + Quantity.NANOS.allowed());
        }
        throw new UsageException("--every is " + every + ": must be 100ms or more");
    }

    private static void say(final String sentence)
    {
        System.err.println("fds: " + sentence);
    }
}
