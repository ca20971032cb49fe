package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.setup.DetectorCatalog;
import fds.app.view.Explanation;
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
    description = "One alert: what happened, every value against its threshold, its events, how to recompute it.")
public final class ExplainCommand implements Callable<Integer>
{
    @Parameters(index = "0", paramLabel = "DIR", description = "Directory of a journal.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "ALERT",
        description = "Id of an alert, the beginning of one, its row in 'fds alerts', or 'last'.")
    private String alert;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final JournalAlerts.Row row = JournalAlerts.read(directory).find(alert);
        final JournalTexts texts = JournalTexts.read(directory, JournalTexts.EVERY_SPACE);
        final Explanation explanation = new Explanation(directory, row, texts, new DetectorCatalog(jars));
        final PrintWriter out = Printer.results();
        if (json)
        {
            new JsonLines(out).line(explanation::write);
        }
        else
        {
            explanation.print(out);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
