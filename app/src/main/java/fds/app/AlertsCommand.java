package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertFilter;
import fds.app.view.AlertList;
import fds.app.view.AlertWords;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.Printer;
import fds.app.view.RiskChangeView;
import fds.app.view.RiskList;
import fds.app.view.RiskWords;
import fds.app.view.Span;
import fds.market.finding.Severity;
import fds.market.instrument.Instrument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what was flagged. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = "What a journal's detectors flagged: one row an alert, in the order in which they were opened; " +
        "or how levels of risk changed.")
public final class AlertsCommand implements Callable<Integer>
{
    private static final int NAMES_SHOWN_MAX = 10;

    @Parameters(paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Mixin
    private ListOptions options;

    @Option(names = "--from", paramLabel = "T",
        description = "Alerts with an event at or behind T: ISO-8601 (UTC), nanoseconds, or a sequence as #123.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Alerts that began at or before T.")
    private String to;

    @Option(names = "--account", paramLabel = "A", description = "Alerts that name this account.")
    private String account;

    @Option(names = "--instrument", paramLabel = "I", description = "Alerts on this instrument.")
    private String instrument;

    @Option(names = "--detector", paramLabel = "D", description = "Alerts of this detector, as D01.")
    private String detector;

    @Option(names = "--severity", paramLabel = "S",
        description = "Alerts at least as grave: ${COMPLETION-CANDIDATES}.")
    private Severity severity;

    @Option(names = "--risk",
        description = "Changes of risk instead of alerts; --from, --to, --account, --instrument, --limit narrow them.")
    private boolean risk;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        options.check();
        if (risk)
        {
            return risk();
        }
        final AlertFilter filter =
            new AlertFilter(Span.parse(from, to), account, instrument, detector, severity);
        final JournalAlerts alerts = JournalAlerts.read(directory);
        final JournalTexts texts = JournalTexts.read(directory, JournalTexts.ALERT_SPACES);
        requireInstrument(texts);
        final AlertWords words = new AlertWords(texts, new DetectorCatalog(jars));
        final int[] rows = alerts.select(filter, words, options.limit());
        print(alerts.rows(rows), words);
        if (alerts.size() == 0)
        {
            Printer.tell("there are no alerts in " + directory);
        }
        else if (rows.length < alerts.size())
        {
            Printer.tell(rows.length + " of " + alerts.size() + " alerts");
        }
        return ExitCode.DONE;
    }

    private int risk()
    {
        if (detector != null || severity != null)
        {
            throw new UsageException("--risk is given with --detector or --severity: those narrow alerts");
        }
        final JournalTexts texts = JournalTexts.read(directory, JournalTexts.ALERT_SPACES);
        requireInstrument(texts);
        final Span span = Span.parse(from, to);
        final RiskWords words = new RiskWords(texts);
        final List<RiskChangeView> changes = RiskList.read(directory, change ->
            span.contains(change.sequence(), change.timeNanos()) &&
            (instrument == null || instrument.equals(words.instrument(change))) &&
            (account == null || account.equals(words.subject(change))));
        final PrintWriter out = Printer.results();
        final RiskList list = new RiskList(options.newest(changes), texts, out);
        options.print(out, list::table, list::json, list::csv);
        if (changes.isEmpty())
        {
            Printer.tell("no level of risk changed in " + directory);
        }
        return ExitCode.DONE;
    }

    private void print(final Iterable<JournalAlerts.Row> rows, final AlertWords words)
    {
        final PrintWriter out = Printer.results();
        final AlertList list = new AlertList(words, out);
        options.print(out, () -> list.table(rows), () -> list.json(rows), () -> list.csv(rows));
    }

    private void requireInstrument(final JournalTexts texts)
    {
        final List<String> names = texts.instruments().stream().map(Instrument::symbol).distinct().toList();
        if (instrument != null && !names.contains(instrument))
        {
            throw new UsageException("--instrument is '" + instrument + "': must be one of this journal's: " +
                (names.isEmpty() ? "it has none" : String.join(", ",
                    names.subList(0, Math.min(names.size(), NAMES_SHOWN_MAX))) +
                (names.size() > NAMES_SHOWN_MAX ? ", ... (" + names.size() + " in all)" : "")));
        }
    }
}
