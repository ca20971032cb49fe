package fds.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fds.app.plot.PlotInput;
import fds.app.plot.PlotRequest;
import fds.app.plot.PriceChart;
import fds.app.plot.PriceChartDrawing;
import fds.app.run.JournalInput;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.app.view.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds plot}: an instrument, or an alert, as a picture. */
@Command(name = "plot", mixinStandardHelpOptions = true,
    description = "Draw an instrument's prices, book and trades as SVG; with --account or --alert also the orders " +
        "and fills of who is behind it, the evidence and the thresholds.")
final class PlotCommand implements Callable<Integer>
{
    @Parameters(arity = "1..*", paramLabel = "INPUT",
        description = "Files, directories or a journal; - is standard input. Several are merged by time.")
    private List<Path> inputs;

    @Option(names = "--instrument", paramLabel = "NAME",
        description = "Symbol, or VENUE:SYMBOL; may be left out with --alert, and where there is only one.")
    private String instrument;

    @Option(names = "--from", paramLabel = "TIME|#SEQUENCE", description = "Draw from here on (engine time, UTC).")
    private String from;

    @Option(names = "--to", paramLabel = "TIME|#SEQUENCE", description = "Draw up to here.")
    private String to;

    @Option(names = "--account", paramLabel = "ID", description = "Draw the orders and fills of this account.")
    private String account;

    @Option(names = "--alert", paramLabel = "ALERT",
        description = "Draw an alert of a journal: an id, the beginning of one, its row in 'fds alerts', or 'last'.")
    private String alert;

    @Option(names = "--out", required = true, paramLabel = "FILE.svg", description = "File to write.")
    private Path out;

    @Mixin
    private RunOptions options;

    @Mixin
    private RunOptions.Input input;

    @Override
    public Integer call()
    {
        OutFile.requireWritable(out);
        final Settings settings = options.settings();
        if (alert != null && !JournalInput.isJournal(inputs, input.format))
        {
            throw new UsageException("--alert is '" + alert + "', but " + inputs.get(0) +
                " is no journal: keep one with 'fds replay INPUT --out DIR'");
        }
        try (PlotInput source = new PlotInput(
            inputs, input.format, input.companions(), settings, () -> input.newRejects(null)))
        {
            final PlotRequest request = new PlotRequest(instrument, Span.parse(from, to), account, alert);
            final PriceChart chart = request.read(source, inputs.get(0), settings.catalog());
            OutFile.write(out, PriceChartDrawing.svg(chart));
        }
        Printer.tell("drawn: " + out);
        return ExitCode.DONE;
    }
}
