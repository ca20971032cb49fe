package fds.bench.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import fds.app.run.JournalInput;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.run.Summary;
import fds.app.setup.Settings;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.open.Feeds;
import fds.feeds.source.InputFeed;
import fds.market.door.BadInputException;
import fds.market.door.FrameSinks;
import fds.market.door.FrameSource;

/** Runs inputs as {@code ./fds replay --on-bad-row=skip} does, from the files or from their imported journal. */
public final class Replay
{
    /** The ways to run an input; the first is the measure of the others. */
    static final List<String> WAYS = List.of("inline", "fused", "pipelined", "sharded:2", "sharded:4", "journal");

    private final Path scratch;
    private final StopSignal stop;

    /**
     * Runs of one user.
     *
     * @param scratch directory for journals and rejects, its own.
     * @param stop    asks to stop.
     */
    Replay(final Path scratch, final StopSignal stop)
    {
        this.scratch = scratch;
        this.stop = stop;
    }

    /**
     * Run inputs.
     *
     * @param inputs   files.
     * @param settings detection and capacities.
     * @param way      one of {@link #WAYS}.
     * @throws BadInputException when the inputs hold no events.
     */
    Outcome run(final List<Path> inputs, final Settings settings, final String way)
    {
        final String format = Feeds.detect(inputs.get(0), FeedOptions.none()).word();
        return way.equals("journal") ? fromJournal(inputs, settings, format) : read(
            new Session(threads(settings, way), null, FrameSinks.NOWHERE, FrameSinks.NOWHERE, rejects()), inputs,
            format);
    }

    private Outcome fromJournal(final List<Path> inputs, final Settings settings, final String format)
    {
        final Path journal = scratch.resolve("journal");
        final Settings inline = threads(settings, WAYS.get(0));
        try
        {
            final Outcome imported = read(Session.withoutDetection(inline, journal, rejects()), inputs, format);
            final Session session =
                new Session(inline, null, FrameSinks.NOWHERE, FrameSinks.NOWHERE, Rejects.stopping());
            try (session; FrameSource source = JournalInput.open(List.of(journal)))
            {
                session.replay(source);
            }
            return outcome(format, session.summary(), imported.rejects());
        }
        finally
        {
            remove(journal);
        }
    }

    private Outcome read(final Session session, final List<Path> inputs, final String format)
    {
        try (session; InputFeed feed = Feeds.open(inputs, "auto", FeedOptions.none()))
        {
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        return outcome(format, session.summary(), kept());
    }

    private static Outcome outcome(final String format, final Summary summary, final List<String> rejects)
    {
        return new Outcome(
            format, summary.events(), rejects.size(), summary.alerts(), summary.decisionHash(), rejects);
    }

    private static Settings threads(final Settings settings, final String way)
    {
        return settings.with(settings.engine().with(Threading.parse(way)));
    }

    private Rejects rejects()
    {
        remove(rejectsFile());
        return new Rejects(Rejects.Policy.SKIP, rejectsFile());
    }

    private Path rejectsFile()
    {
        return scratch.resolve("rejects.csv");
    }

    private List<String> kept()
    {
        try
        {
            return Files.exists(rejectsFile()) ? Files.readAllLines(rejectsFile()).stream().skip(1).toList() :
                List.of();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(rejectsFile() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Remove a file or a directory with all that is in it, if it is there.
     *
     * @param path of it.
     */
    public static void remove(final Path path)
    {
        if (!Files.exists(path))
        {
            return;
        }
        try (Stream<Path> files = Files.walk(path))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(path + ": cannot be removed: " + e.getMessage(), e);
        }
    }
}
