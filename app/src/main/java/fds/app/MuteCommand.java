package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.setup.Settings;
import fds.app.view.JournalTexts;
import fds.app.view.Moment;
import fds.config.ConfigException;
import fds.config.ConfigTree;
import fds.config.Quantity;
import fds.market.door.FrameSinks;
import fds.market.instrument.Instrument;
import fds.market.mute.Mute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mutes what a journal's run finds from its end on. */
@Command(
    name = "mute",
    mixinStandardHelpOptions = true,
    description = "Silence a detector, an owner group, an account or an instrument, or what fits all that is named: " +
        "findings go on to be journaled, open no alert and weigh nothing. It stands in the journal, so a replay " +
        "mutes the same. The run that writes the journal is to be stopped first, and goes on behind it.")
public final class MuteCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Option(names = "--detector", paramLabel = "D", description = "As D13.")
    private String detector;

    @Option(names = "--group", paramLabel = "G", defaultValue = "", description = "A named owner group.")
    private String group;

    @Option(names = "--account", paramLabel = "A", defaultValue = "",
        description = "An account that findings are about or name.")
    private String account;

    @Option(names = "--venue", paramLabel = "V", defaultValue = "",
        description = "Venue of the group, account or instrument; the first when absent.")
    private String venue;

    @Option(names = "--instrument", paramLabel = "I", description = "An instrument.")
    private String instrument;

    @Option(names = "--for", paramLabel = "TIME", description = "How long, from the end of the journal on: 24h, 7d.")
    private String duration;

    @Option(names = "--lift", description = "End the mute of the same.")
    private boolean lift;

    @Option(names = "--author", paramLabel = "WHO", required = true, description = "Who wants it.")
    private String author;

    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why.")
    private String reason;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        if (lift == (duration != null))
        {
            throw new UsageException("give --for TIME, or --lift");
        }
        final int number = detectorNumber();
        final long nanos = lift ? 0 : nanos();
        JournalTexts.requireJournal(directory);
        final int instrumentId = instrumentId();
        final Settings settings = Settings.read(null, Map.of(), jars);
        final Rejects rejects = new Rejects(Rejects.Policy.FAIL, directory.resolve("rejects.csv"));
        // A journal that was imported, or whose run decided nothing, gets no decisions by this.
        final boolean decides = JournalTexts.hasDecisions(directory);
        try (Session session = decides ?
            new Session(settings, directory, FrameSinks.NOWHERE, FrameSinks.NOWHERE, rejects) :
            Session.withoutDetection(settings, directory, rejects))
        {
            session.recover(List.of(), FrameSinks.NOWHERE);
            final long now = session.engine().sequencer().engineTimeNanos();
            final Mute mute = mute(number, instrumentId, now + nanos);
            session.engine().command(own -> own.mute(mute));
            session.engine().flush();
            System.out.println((lift ? "lifted at " : "muted until ") + Moment.text(mute.expiryNanos()) +
                " by record " + session.engine().sequencer().sequence());
        }
        return ExitCode.DONE;
    }

    private Mute mute(final int number, final int instrumentId, final long expiryNanos)
    {
        try
        {
            return new Mute(venue, number, group, account, instrumentId, expiryNanos, author, reason);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    private int detectorNumber()
    {
        if (detector != null && !detector.matches("D\\d{2,3}"))
        {
            throw new UsageException("--detector is '" + detector + "': must be D and two or three digits, as D13");
        }
        return detector == null ? 0 : Integer.parseInt(detector.substring(1));
    }

    private long nanos()
    {
        try
        {
            return ConfigTree.number("--for", duration, "argument", Quantity.NANOS, 1, Long.MAX_VALUE / 4);
        }
        catch (final ConfigException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    private int instrumentId()
    {
        if (instrument == null)
        {
            return 0;
        }
        final List<Instrument> known = JournalTexts.read(directory, JournalTexts.ALERT_SPACES).instruments();
        return known.stream().filter(one -> one.symbol().equals(instrument) &&
            (venue.isEmpty() || one.venue().equals(venue))).mapToInt(Instrument::id).findFirst().orElseThrow(() ->
            new UsageException("--instrument is '" + instrument + "': must be one of this journal's" +
                (venue.isEmpty() ? "" : " on venue '" + venue + "'")));
    }
}
