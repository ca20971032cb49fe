package fds.bench.quality;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.run.Progress;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.feeds.simulator.SimulatorConfig;
import fds.market.detector.DetectorInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds evaluate simulator}. */
@Command(name = "simulator", mixinStandardHelpOptions = true,
    description = "Labelled abuse and decoys of the simulated venue against the detectors' alerts.")
final class SimulatorCommand implements Callable<Integer>
{
    private static final int THREADS_MAX = 2; // each run keeps a whole engine

    @Option(names = "--seeds", paramLabel = "A..B",
        description = "Default: the report seeds. They are not mixed with others.")
    private String seeds;

    @Option(names = "--events", paramLabel = "N", defaultValue = "400000", description = "Rows a seed, default 400000.")
    private long events;

    @Option(names = "--rate-factor", paramLabel = "F,F", split = ",", defaultValue = "1",
        description = "Times the venue's usual 4,000 rows a second; several are compared.")
    private List<Double> rateFactors;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key over the default configuration.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object a detector and rate.")
    private boolean json;

    @Option(names = "--write", description = "Renew docs/detection-quality.md and what 'fds detectors' shows.")
    private boolean write;

    private final AtomicInteger done = new AtomicInteger();

    @Override
    public Integer call()
    {
        final Settings settings = Settings.read(null, overrides, List.of());
        final SeedSets sets = SeedSets.load();
        final SeedSets.Range range = sets.choose(seeds);
        if (write && !(sets.nameOf(range).equals("report") && overrides.isEmpty()))
        {
            throw new UsageException("--write: needs the report seeds and the default configuration");
        }
        final List<SimulatorConfig> venues = venues(range);
        final List<SimulatorReport> reports = new ArrayList<>();
        try (StopSignal stop = new StopSignal();
            Progress progress = new Progress(() -> "evaluating: " + done + " of " +
                venues.size() * rateFactors.size() + " runs"))
        {
            for (final double factor : rateFactors)
            {
                final Scoring scoring = new Scoring(infos(settings));
                run(venues, factor, settings, stop).forEach(scoring::add);
                if (stop.isSet())
                {
                    throw new UsageException("stopped before the end: a part of the seeds is no result");
                }
                reports.add(new SimulatorReport(factor, range, sets.nameOf(range), events, scoring));
            }
        }
        print(reports);
        if (write)
        {
            QualityPage.writeSimulator(reports, command());
        }
        return ExitCode.DONE;
    }

    private void print(final List<SimulatorReport> reports)
    {
        final PrintWriter out = Printer.results();
        for (final SimulatorReport report : reports)
        {
            if (json)
            {
                report.json(out);
            }
            else
            {
                report.print(out);
            }
        }
        out.flush();
    }

    private List<SimulatorConfig> venues(final SeedSets.Range range)
    {
        try
        {
            final List<SimulatorConfig> venues = new ArrayList<>();
            for (final long seed : range.seeds())
            {
                venues.add(SimulatorConfig.defaults(seed, events));
            }
            for (final double factor : rateFactors)
            {
                at(venues.get(0), factor);
            }
            if (events > Integer.MAX_VALUE / 8)
            {
                throw new IllegalArgumentException(
                    "--events is " + events + ": must be at most " + Integer.MAX_VALUE / 8);
            }
            return venues;
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
    }

    private static SimulatorConfig at(final SimulatorConfig venue, final double factor)
    {
        return venue.withRatePerSecond((int)Math.round(venue.ratePerSecond() * factor));
    }

    /** Each seed on one thread; the result does not depend on how many there are. */
    private List<SimulatorRun> run(
        final List<SimulatorConfig> venues, final double factor, final Settings settings, final StopSignal stop)
    {
        final ExecutorService threads =
            Executors.newFixedThreadPool(Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors()));
        try
        {
            final List<Future<SimulatorRun>> runs = new ArrayList<>();
            for (final SimulatorConfig venue : venues)
            {
                runs.add(threads.submit(() ->
                {
                    final SimulatorRun run = SimulatorRun.of(at(venue, factor), settings, stop);
                    done.incrementAndGet();
                    return run;
                }));
            }
            final List<SimulatorRun> results = new ArrayList<>();
            for (final Future<SimulatorRun> run : runs)
            {
                results.add(run.get());
            }
            return results;
        }
        catch (final ExecutionException e)
        {
            if (e.getCause() instanceof RuntimeException cause)
            {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        finally
        {
            threads.shutdownNow();
        }
    }

    private static Map<Integer, DetectorInfo> infos(final Settings settings)
    {
        final Map<Integer, DetectorInfo> infos = new HashMap<>();
        settings.catalog().entries().forEach(entry ->
            infos.put(entry.factory().info().number(), entry.factory().info()));
        return infos;
    }

    private String command()
    {
        final StringBuilder text = new StringBuilder("./fds evaluate simulator --events " + events + " --rate-factor ");
        for (int i = 0; i < rateFactors.size(); i++)
        {
            text.append(i == 0 ? "" : ",").append(SimulatorReport.number(rateFactors.get(i)));
        }
        return text.append(" --write").toString();
    }
}
