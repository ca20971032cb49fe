package fds.app;

import java.nio.file.Path;

import fds.app.run.AlertOutput;
import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertFilter;
import fds.app.view.Span;
import picocli.CommandLine.Option;

/** Where alerts go, and which of them are reported. The engine always sees everything. */
final class AlertOptions
{
    @Option(names = "--alerts", paramLabel = "FILE", description = "Write alerts to a file, one JSON object a line.")
    private Path file;

    @Option(names = "--json", description = "Print alerts as JSON, one object a line.")
    private boolean json;

    @Option(names = "--from", paramLabel = "TIME|#SEQUENCE", description = "Report alerts from here on.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME|#SEQUENCE", description = "Report alerts up to here.")
    private String to;

    @Option(names = "--instrument", paramLabel = "NAME", description = "Report alerts on this instrument.")
    private String instrument;

    @Option(names = "--account", paramLabel = "ID", description = "Report alerts that name this account.")
    private String account;

    AlertOutput newOutput(final DetectorCatalog catalog)
    {
        return new AlertOutput(
            file, json, new AlertFilter(Span.parse(from, to), account, instrument, null, null), catalog);
    }
}
