package fds.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

import fds.app.run.Progress;
import fds.app.run.StopSignal;
import fds.feeds.csv.CsvWriter;
import fds.feeds.csv.IdTexts;
import fds.feeds.orderflow.OrderflowWriter;
import fds.feeds.simulator.SimulatorConfig;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;
import fds.feeds.simulator.label.LabelWriter;
import fds.market.door.Feed;
import fds.market.event.InboundEvent;
import fds.market.owner.AccountOwner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds simulate}: a labelled order flow into files. */
@Command(name = "simulate", mixinStandardHelpOptions = true,
    description = "Write a labelled order flow of the simulated venue; the same seed gives the same bytes.")
final class SimulateCommand implements Callable<Integer>
{
    @Option(names = "--seed", required = true, paramLabel = "N", description = "Source of all chance.")
    private long seed;

    @Option(names = "--events", required = true, paramLabel = "N", description = "Rows to write.")
    private long events;

    @Option(names = "--out", required = true, paramLabel = "FILE",
        description = "CSV, gzipped if it ends in .gz, with instruments.csv and accounts.csv beside it; " +
            "or the directory of an orderflow.")
    private Path out;

    @Option(names = "--labels", paramLabel = "FILE", description = "What is abuse in it, one row an episode.")
    private Path labels;

    @Option(names = "--format", paramLabel = "csv|orderflow", defaultValue = "csv", description = "Default csv.")
    private String format;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "4000", description = "Rows a second of simulated time.")
    private int rate;

    @Option(names = "--venues", paramLabel = "N", defaultValue = "3",
        description = "The venue and others that trade the same assets, 1 to 3; default 3.")
    private int venues;

    @Option(names = "--start", paramLabel = "TIME",
        description = "When it begins, like 2026-01-05T23:55:00Z; default 2026-01-05T07:59:50Z. What waits for a " +
            "full hour or for midnight begins at most 20 or 45 minutes before.")
    private Instant start;

    @Option(names = "--text-ids", description = "Wallets and UUIDs instead of numbers.")
    private boolean textIds;

    @Option(names = "--episodes", paramLabel = "NAME=N", completionCandidates = EpisodeNames.class,
        description = "How many of a kind of episode a million rows, for example self_wash=100; others as usual. " +
            "'all=0': none but those named. NAME is one of ${COMPLETION-CANDIDATES}.")
    private final Map<String, Integer> episodes = new LinkedHashMap<>();

    private volatile long written;

    @Override
    public Integer call()
    {
        if (!format.equals("csv") && !format.equals("orderflow"))
        {
            throw new UsageException("--format is '" + format + "': must be csv or orderflow");
        }
        final SimulatorConfig config;
        try
        {
            config = config();
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage());
        }
        final long start = System.nanoTime();
        try (LabelWriter writer = labels == null ? null : new LabelWriter(labels);
            SimulatorFeed feed = new SimulatorFeed(config, writer == null ? LabelSink.NONE : writer);
            StopSignal stop = new StopSignal();
            Progress progress = new Progress(() -> "simulating: " + written + " of " + events + " rows"))
        {
            if (format.equals("csv"))
            {
                writeCsv(feed, stop);
            }
            else
            {
                writeOrderflow(feed, stop);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
        }
        System.out.println("events=" + written + " elapsed_ms=" + (System.nanoTime() - start) / 1_000_000);
        return ExitCode.DONE;
    }

    private SimulatorConfig config()
    {
        final SimulatorConfig usual =
            SimulatorConfig.defaults(seed, events).withRatePerSecond(rate).withTextIds(textIds).withVenues(venues)
                .withStartTimeNanos(start == null ? SimulatorConfig.DEFAULT_START_TIME_NANOS : nanos(start));
        final Map<String, Integer> rates = new TreeMap<>(usual.perMillion());
        final Integer all = episodes.get("all");
        if (all != null)
        {
            rates.replaceAll((name, few) -> all);
        }
        rates.putAll(episodes);
        rates.remove("all");
        return usual.withEpisodes(rates);
    }

    private static long nanos(final Instant time)
    {
        try
        {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        }
        catch (final ArithmeticException e)
        {
            throw new UsageException("--start is " + time + ": must be 1970 to 2116");
        }
    }

    private void writeCsv(final SimulatorFeed feed, final StopSignal stop) throws IOException
    {
        final OutputStream file = Files.newOutputStream(out);
        final OutputStream stream = out.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
        try (CsvWriter writer = new CsvWriter(stream, feed.instruments(), feed.venues(), IdTexts.NONE))
        {
            final InboundEvent event = new InboundEvent();
            while (!stop.isSet() && feed.next(event))
            {
                writer.write(event);
                written++;
            }
        }
        final Path directory = out.toAbsolutePath().getParent();
        Files.writeString(directory.resolve("instruments.csv"), CsvWriter.instrumentsCsv(feed.instruments()));
        Files.writeString(directory.resolve("accounts.csv"), CsvWriter.accountsCsv(feed.accounts()));
    }

    private void writeOrderflow(final Feed feed, final StopSignal stop)
    {
        if (textIds)
        {
            throw new UsageException("--text-ids: orderflow has room for numbers only");
        }
        try (OrderflowWriter writer = new OrderflowWriter(out))
        {
            final InboundEvent event = new InboundEvent();
            while (!stop.isSet() && feed.next(event))
            {
                if (OrderflowWriter.isWritable(event.event().kind()))
                {
                    writer.write(event.event());
                    written++;
                }
            }
            for (final AccountOwner account : feed.accounts())
            {
                if (!account.ownerGroup().isEmpty())
                {
                    writer.owner(Integer.parseInt(account.account()), account.ownerGroup().hashCode() & 0x7FFF_FFFF);
                }
            }
        }
    }
}
