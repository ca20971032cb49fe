package fds.app.explain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.UsageException;
import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.BookDoubts;
import fds.app.view.ConfigText;
import fds.app.view.EvidenceTimeline;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.ParameterDoc;
import fds.market.detector.DetectorInfo;
import fds.market.event.Absent;
import fds.market.instrument.Instrument;

/** One alert with all that belongs to it, told so that a reader can follow and recompute it. */
public final class Explanation
{
    private final Path journal;
    private final JournalAlerts.Row row;
    private final AlertView alert;
    private final JournalTexts texts;
    private final DetectorCatalog catalog;
    private final AlertWords words;
    private final Instrument instrument;
    private final DetectorInfo info;
    private final ConfigText config;
    private final List<EvidenceTimeline.Entry> timeline;
    private final Map<Long, BookShot> books;
    private final List<BookDoubts.Spell> doubts;
    private final Aftermath aftermath;
    private final Commands commands;

    /**
     * Fetch all that belongs to an alert. The journal is gone through up to the alert's last event.
     *
     * @param journal directory.
     * @param row     the alert.
     * @param texts   of the journal, every id space.
     * @param catalog what detectors declare.
     * @param jars    the catalog's detectors of the user's own are from.
     * @throws UsageException when the journal does not hold the configuration that was in force.
     */
    public Explanation(
        final Path journal,
        final JournalAlerts.Row row,
        final JournalTexts texts,
        final DetectorCatalog catalog,
        final List<Path> jars)
    {
        this.journal = journal;
        this.row = row;
        alert = row.alert();
        this.texts = texts;
        this.catalog = catalog;
        words = new AlertWords(texts, catalog);
        instrument = words.instrument(alert);
        info = words.info(alert);
        config = texts.configAt(alert.causeSequence());
        if (config == null)
        {
            throw new UsageException(journal + ": holds no configuration (CONFIG record) up to #" +
                alert.causeSequence() + ", so what decided alert " + alert.idText() +
                " is not known: is this the journal of the run itself?");
        }
        timeline = EvidenceTimeline.of(alert, journal);
        books = BookShots.of(timeline, journal);
        doubts = BookDoubts.near(alert, journal);
        aftermath = Aftermath.of(alert.id(), journal);
        commands = new Commands(journal, alert, instrument, words.accounts(alert), jars);
    }

    /**
     * For a terminal.
     *
     * @param out      to print to.
     * @param language of headings.
     */
    public void print(final PrintWriter out, final Language language)
    {
        new TextPage(out).print(new Story(this, language, false));
    }

    /**
     * As a page that needs nothing else.
     *
     * @param out      to print to.
     * @param language of headings.
     */
    public void page(final PrintWriter out, final Language language)
    {
        new HtmlPage(out).print(new Story(this, language, true), Picture.of(this));
    }

    /**
     * Write the fields into an open object: {@code alert} as everywhere, and what explains it.
     *
     * @param json inside an object.
     * @throws IOException when the target cannot take them.
     */
    public void write(final JsonGenerator json) throws IOException
    {
        new JsonPage(this).write(json);
    }

    Path journal()
    {
        return journal;
    }

    JournalAlerts.Row row()
    {
        return row;
    }

    AlertView alert()
    {
        return alert;
    }

    JournalTexts texts()
    {
        return texts;
    }

    DetectorCatalog catalog()
    {
        return catalog;
    }

    AlertWords words()
    {
        return words;
    }

    /** Of the alert, or null. */
    Instrument instrument()
    {
        return instrument;
    }

    /** Null when this build does not have the detector. */
    DetectorInfo info()
    {
        return info;
    }

    ConfigText config()
    {
        return config;
    }

    List<EvidenceTimeline.Entry> timeline()
    {
        return timeline;
    }

    /** By sequence. */
    Map<Long, BookShot> books()
    {
        return books;
    }

    List<BookDoubts.Spell> doubts()
    {
        return doubts;
    }

    Aftermath aftermath()
    {
        return aftermath;
    }

    Commands commands()
    {
        return commands;
    }

    List<ParameterDoc> parameters()
    {
        return ParameterDoc.of(catalog.factory(alert.detector()));
    }

    /** Lines of {@code key: value}. */
    List<String> parameterLines()
    {
        return config.parametersOf(alert.detectorId());
    }

    /** When the first event happened: by the venue's clock, else by the engine's, else absent. */
    long firstNanos()
    {
        return alert.firstTimeNanos() == Absent.VALUE ? nanosOf(alert.firstSequence()) : alert.firstTimeNanos();
    }

    /** When the cause happened: by the venue's clock, else by the engine's (a tick has no other), else absent. */
    long causeNanos()
    {
        return alert.causeTimeNanos() == Absent.VALUE ? nanosOf(alert.causeSequence()) : alert.causeTimeNanos();
    }

    private long nanosOf(final long sequence)
    {
        return timeline.stream().filter(entry -> entry.sequence() == sequence)
            .mapToLong(EvidenceTimeline.Entry::timeNanos).findFirst().orElse(Absent.VALUE);
    }

    /** The time that offsets count from: of the first event that has one. */
    long originNanos()
    {
        return timeline.stream().mapToLong(EvidenceTimeline.Entry::timeNanos).filter(time -> time != Absent.VALUE)
            .findFirst().orElse(Absent.VALUE);
    }
}
