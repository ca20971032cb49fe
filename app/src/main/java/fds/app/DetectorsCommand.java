package fds.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.setup.DetectorCatalog;
import fds.app.view.DetectionQuality;
import fds.app.view.DetectorSheet;
import fds.app.view.JsonLines;
import fds.app.view.ParameterDoc;
import fds.app.view.Printer;
import fds.market.detector.DetectorFactory;
import fds.market.detector.DetectorInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The catalogue of detectors. */
@Command(
    name = "detectors",
    mixinStandardHelpOptions = true,
    description = "Every detector: what it must know, its parameters with defaults, ranges and units, its source, " +
        "its measured quality.")
public final class DetectorsCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Only these, as D01.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--detectors", paramLabel = "JAR", description = "Jar with detectors of your own; may be repeated.")
    private List<Path> jars = List.of();

    @Override
    public Integer call()
    {
        final DetectorCatalog catalog = new DetectorCatalog(jars);
        for (final String id : ids)
        {
            if (!catalog.ids().contains(id))
            {
                throw new UsageException("there is no detector '" + id + "': must be one of " +
                    String.join(" ", catalog.ids()));
            }
        }
        final DetectionQuality quality = DetectionQuality.load();
        final PrintWriter out = Printer.results();
        final JsonLines lines = new JsonLines(out);
        boolean isFirst = true;
        for (final DetectorCatalog.Entry entry : catalog.entries())
        {
            final DetectorFactory<?> factory = entry.factory();
            final DetectorInfo info = factory.info();
            if (ids.isEmpty() || ids.contains(info.id()))
            {
                final DetectorSheet sheet =
                    new DetectorSheet(info, ParameterDoc.of(factory), quality.of(info.id()));
                if (json)
                {
                    lines.line(sheet::write);
                }
                else
                {
                    out.print(isFirst ? "" : System.lineSeparator());
                    sheet.print(out);
                }
                isFirst = false;
            }
        }
        out.flush();
        if (isFirst)
        {
            Printer.tell("no detector is on the class path");
        }
        return ExitCode.DONE;
    }
}
