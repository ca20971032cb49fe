package fds.bench.quality;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.run.Progress;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.JsonLines;
import fds.app.view.Printer;
import fds.bench.suite.InlineEngine;
import fds.bench.suite.MeasuredEngine;
import fds.bench.suite.ProgramEngine;
import fds.bench.suite.Suite;
import fds.bench.suite.SuiteProgress;
import fds.bench.suite.SuiteReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate} with a suite that any engine can answer. */
@Command(mixinStandardHelpOptions = true)
abstract class SuiteCommand implements Callable<Integer>
{
    @Option(names = "--engine", paramLabel = "CMD", description = "Measure another program: it is started with a " +
        "normalized CSV as its last argument, or where {} stands, and prints alerts as JSON lines.")
    private String engine;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key over the default configuration.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--write", description = "Renew docs/detection-quality.md.")
    private boolean write;

    /** What is measured. */
    abstract Suite suite();

    @Override
    public Integer call()
    {
        if (write && (engine != null || !overrides.isEmpty()))
        {
            throw new UsageException("--write: needs this engine and the default configuration");
        }
        if (engine != null && !overrides.isEmpty())
        {
            throw new UsageException("--set: another engine has its own configuration");
        }
        final Suite suite = suite();
        final SuiteProgress progress = new SuiteProgress();
        final SuiteReport report;
        try (StopSignal stop = new StopSignal(); Progress shown = new Progress(progress::line))
        {
            final MeasuredEngine measured = engine != null ? new ProgramEngine(engine) :
                new InlineEngine(Settings.read(null, overrides, List.of()), stop);
            report = suite.run(measured, progress);
            if (stop.isSet())
            {
                throw new UsageException("stopped before the end: a part of a suite is no result");
            }
        }
        print(suite, report);
        report.mistakes().forEach(Printer::tell);
        if (write && report.mistakes().isEmpty())
        {
            final List<String> page = new ArrayList<>(
                List.of("Measured by `./fds evaluate " + suite.name() + " --write`.", ""));
            page.addAll(report.lines());
            QualityPage.writePart(suite.name(), page);
        }
        return report.mistakes().isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private void print(final Suite suite, final SuiteReport report)
    {
        final PrintWriter out = Printer.results();
        if (!json)
        {
            report.lines().forEach(out::println);
            out.flush();
            return;
        }
        final JsonLines lines = new JsonLines(out);
        for (final Map<String, Object> object : report.objects())
        {
            lines.line(target ->
            {
                target.writeStringField("suite", suite.name());
                for (final Map.Entry<String, Object> field : object.entrySet())
                {
                    final Object value = field.getValue();
                    if (value instanceof Double number && Double.isNaN(number))
                    {
                        target.writeNullField(field.getKey());
                    }
                    else
                    {
                        target.writePOJOField(field.getKey(), value);
                    }
                }
            });
        }
        out.flush();
    }
}
