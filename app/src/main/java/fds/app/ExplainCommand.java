package fds.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.explain.Explanation;
import fds.app.explain.Language;
import fds.app.setup.DetectorCatalog;
import fds.app.view.JournalAlerts;
import fds.app.view.JournalTexts;
import fds.app.view.JsonLines;
import fds.app.view.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains one alert. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "One alert: what happened, every value against its threshold, its events with the book around " +
        "them, what followed, how to recompute it; as text, JSON or a page of its own.")
public final class ExplainCommand implements Callable<Integer>
{
    @Parameters(index = "0", paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "ALERT",
        description = "Id of an alert, the beginning of one, its row in 'fds alerts', or 'last'.")
    private String alert;

    @Option(names = "--format", paramLabel = "text|json|html",
        description = "Text for a terminal (default), one JSON object, or one HTML page with its picture in it.")
    private String format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ko", defaultValue = "en",
        description = "Language of text and page: en (default) or ko. The summary stands in both.")
    private String language;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; without it, standard output.")
    private Path out;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final String form = form();
        final Language spoken = Language.parse(language);
        if (out != null)
        {
            OutFile.requireWritable(out);
        }
        final JournalAlerts.Row row = JournalAlerts.read(directory).find(alert);
        final JournalTexts texts = JournalTexts.read(directory, JournalTexts.EVERY_SPACE);
        final Explanation explanation =
            new Explanation(directory, row, texts, new DetectorCatalog(jars), jars);
        if (out == null)
        {
            final PrintWriter results = Printer.results();
            write(explanation, form, spoken, results);
            results.flush();
        }
        else
        {
            final StringWriter text = new StringWriter();
            write(explanation, form, spoken, new PrintWriter(text));
            OutFile.write(out, text.toString().getBytes(StandardCharsets.UTF_8));
            Printer.tell("written: " + out);
        }
        return ExitCode.DONE;
    }

    private String form()
    {
        if (json && format != null && !format.equals("json"))
        {
            throw new UsageException("--json and --format " + format + " are both given: they exclude each other");
        }
        final String form = json ? "json" : format == null ? "text" : format;
        if (!List.of("text", "json", "html").contains(form))
        {
            throw new UsageException("--format is '" + form + "': must be text, json or html");
        }
        return form;
    }

    private static void write(
        final Explanation explanation, final String form, final Language language, final PrintWriter to)
    {
        switch (form)
        {
            case "json" -> new JsonLines(to).line(explanation::write);
            case "html" -> explanation.page(to, language);
            default -> explanation.print(to, language);
        }
        to.flush();
    }
}
