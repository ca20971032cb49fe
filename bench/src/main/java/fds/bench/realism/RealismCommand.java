package fds.bench.realism;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.plot.PlotInput;
import fds.app.run.Progress;
import fds.app.run.Rejects;
import fds.app.run.Session;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.bench.quality.MeasuredPage;
import fds.engine.Threading;
import fds.feeds.open.FeedOptions;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate realism}. */
@Command(name = "realism", mixinStandardHelpOptions = true,
    description = "Statistics of the simulated flow, without abuse, beside those of recordings: waits, sizes, " +
        "lifetimes, cancels, spreads, autocorrelations.")
public final class RealismCommand implements Callable<Integer>
{
    private static final String PICTURE = "docs/pictures/simulator-and-recordings.svg";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the simulated venue, default 1.")
    private long seed;

    @Option(names = "--events", paramLabel = "N", defaultValue = "4000000",
        description = "Rows of the simulated venue, default 4000000.")
    private long events;

    @Option(names = "--instrument", paramLabel = "NAME", defaultValue = "BTC-USDT",
        description = "Of the simulated venue, default BTC-USDT.")
    private String instrument;

    @Option(names = "--out", paramLabel = "FILE.svg", description = "Write the charts here.")
    private Path out;

    @Option(names = "--write", description = "Renew the charts and the table of docs/simulator.md.")
    private boolean write;

    private final Settings settings = inline(Settings.read(null, Map.of(), List.of()));

    @Override
    public Integer call()
    {
        final List<String> names = new ArrayList<>();
        final List<FlowStatistics> flows = new ArrayList<>();
        names.add("simulator " + instrument);
        flows.add(simulated());
        boolean isWhole = true;
        for (final Source source : Source.ALL)
        {
            final List<Path> files = source.find();
            if (files.isEmpty())
            {
                isWhole = false;
                Printer.tell("skipped: there is no shared/data/" + source.files().get(0) +
                    " beside the project or above this directory");
                continue;
            }
            names.add(source.name());
            flows.add(recorded(source, files));
        }
        final List<String> table = RealismPage.table(names, flows);
        final PrintWriter printer = Printer.results();
        table.forEach(printer::println);
        printer.flush();
        if (out != null)
        {
            write(out, RealismPage.svg(names, flows));
        }
        if (write && !isWhole)
        {
            throw new UsageException("--write: needs every recording");
        }
        if (write)
        {
            write(MeasuredPage.home().resolve(PICTURE), RealismPage.svg(names, flows));
            MeasuredPage.writePart("docs/simulator.md", "realism", table);
        }
        return ExitCode.DONE;
    }

    private FlowStatistics simulated()
    {
        final FlowStatistics flow = new FlowStatistics(instrument);
        final SimulatorConfig config = SimulatorConfig.defaults(seed, events).withEpisodes(Map.of());
        try (SimulatorFeed feed = new SimulatorFeed(config, LabelSink.NONE); StopSignal stop = new StopSignal();
            Session session = Session.onlyShowing(settings, flow, Rejects.stopping());
            Progress progress = new Progress(() -> "simulating: " + session.taken() + " of " + events + " rows"))
        {
            if (feed.instruments().stream().noneMatch(one -> one.symbol().equals(instrument)))
            {
                throw new UsageException("--instrument is '" + instrument + "': must be one of " + String.join(" ",
                    feed.instruments().stream().map(one -> one.symbol()).toList()));
            }
            session.introduce(feed);
            session.read(feed, stop, 0);
        }
        return flow.finish();
    }

    private FlowStatistics recorded(final Source source, final List<Path> files)
    {
        final FlowStatistics flow = new FlowStatistics(source.instrument());
        try (PlotInput input =
            new PlotInput(files, "auto", FeedOptions.none(), settings, Rejects::stopping))
        {
            input.read(flow);
        }
        return flow.finish();
    }

    private static Settings inline(final Settings settings)
    {
        return settings.with(settings.engine().with(Threading.parse("inline")));
    }

    private static void write(final Path file, final byte[] bytes)
    {
        try
        {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
            Printer.tell("wrote " + file);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
