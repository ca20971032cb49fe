package fds.bench.replays;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.run.StopSignal;
import fds.app.setup.Settings;
import fds.app.view.Printer;
import fds.market.door.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fds evaluate replays}. */
@Command(name = "replays", mixinStandardHelpOptions = true,
    description = "Every recording in every threading mode and from its journal: events, rejects, equal hashes.")
public final class ReplaysCommand implements Callable<Integer>
{
    /** What belongs together, beside each file alone, as one would write it for a shell. */
    static final List<String> TOGETHER = List.of(
        "binance-depth-trades-2024/cm_*.log.gz",
        "binance-depth-trades-2024/spot_*.log.gz",
        "cex-ws-raw/BINANCE.*.log.gz",
        "cex-ws-raw/BINANCE_DELIVERY.*.log.gz",
        "cex-ws-raw/BINANCE_FUTURES.*.log.gz",
        "cex-ws-raw/BITSTAMP.*.log.gz",
        "cex-ws-raw/BYBIT.*.log.gz",
        "eth-insertion-attacks/*.json.gz",
        "evm-mev-blocks/blocks/*.json.gz",
        "evm-mev-blocks/swaps/*.jsonl",
        "pump-trades-binance-96h/*.csv.gz");

    /** Tables so small that they evict, thresholds so low that quiet recordings have something to decide. */
    static final Map<String, String> EAGER = Map.of(
        "capacity.orders_per_partition", "16", "capacity.pairs_per_partition", "16",
        "capacity.groups_per_partition", "16", "capacity.levels_per_side", "8",
        "episodes.capacity", "16", "detectors.D01.match_count", "2",
        "detectors.D01.notional_usd", "1", "detectors.D01.usual_volume_nanos", "0ns");

    @Parameters(paramLabel = "PART", arity = "0..*", description = "Only inputs whose names have one of these in them.")
    private final List<String> parts = new ArrayList<>();

    @Option(names = "--write", description = "Renew the tables of docs/recordings.md.")
    private boolean write;

    private final Map<String, Outcome> inputs = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Set<String> differing = new LinkedHashSet<>();
    private final Set<String> unread = new LinkedHashSet<>();

    @Override
    public Integer call()
    {
        if (write && !parts.isEmpty())
        {
            throw new UsageException("--write: needs every recording");
        }
        final RecordingFolder folder = RecordingFolder.find().orElseThrow(() ->
            new UsageException("there is no shared/data beside the project or above this directory"));
        final List<Settings> settings = List.of(
            Settings.read(null, Map.of(), List.of()), Settings.read(null, EAGER, List.of()));
        final List<String> names = new ArrayList<>(folder.names());
        names.addAll(TOGETHER);
        final PrintWriter out = Printer.results();
        final Path scratch = scratch();
        try (StopSignal stop = new StopSignal())
        {
            final Replay replay = new Replay(scratch, stop);
            for (final String name : names)
            {
                if (parts.isEmpty() || parts.stream().anyMatch(name::contains))
                {
                    out.println(name + ": " + told(name, folder.files(name), settings, replay));
                    out.flush();
                }
            }
        }
        finally
        {
            Replay.remove(scratch);
        }
        out.println(inputs.size() + " inputs in " + Replay.WAYS.size() + " ways by two configurations: " +
            (differing.isEmpty() ? "each the same in all" : "not the same in all: " + differing) + "; " +
            lists.size() + " files without events" +
            (unread.isEmpty() ? "" : "; not known and not read: " + unread));
        out.flush();
        if (write)
        {
            RecordingsPage.write(inputs, lists);
        }
        return differing.isEmpty() && unread.isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private String told(
        final String name, final List<Path> files, final List<Settings> settings, final Replay replay)
    {
        final List<String> told = new ArrayList<>();
        try
        {
            for (final Settings one : settings)
            {
                final Outcome first = replay.run(files, one, Replay.WAYS.get(0));
                inputs.putIfAbsent(name, first);
                told.add((told.isEmpty() ? first.format() + ' ' : "") + first.answer());
                for (final String way : Replay.WAYS.subList(1, Replay.WAYS.size()))
                {
                    final String answer = replay.run(files, one, way).answer();
                    if (!first.answer().equals(answer))
                    {
                        differing.add(name);
                        told.add(way + ": " + answer);
                    }
                }
            }
            return String.join("; ", told);
        }
        catch (final BadInputException e)
        {
            if (e.field().equals("content"))
            {
                lists.put(name, e.value());
            }
            else
            {
                unread.add(name);
            }
            return "no events: " + e.getMessage();
        }
    }

    private static Path scratch()
    {
        try
        {
            return Files.createTempDirectory("fds-replays");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no directory for journals: " + e.getMessage(), e);
        }
    }
}
