package fds.bench.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;

import fds.app.ExitCode;
import fds.app.UsageException;
import fds.app.setup.Settings;
import fds.engine.Threading;
import fds.engine.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fds bench}: latency and throughput on this machine, beside a floor. */
@Command(name = "bench", mixinStandardHelpOptions = true, footer = "Arguments behind -- go to JMH: fds bench -- -h",
    description = "Latency and throughput of the engine on this machine, beside a floor of the same pace and hops.")
public final class BenchCommand implements Callable<Integer>
{
    private static final int FULL_PAIRS = 10;
    private static final int QUICK_PAIRS = 3;
    private static final int FIRST_PAIRS = 5;

    @Option(names = "--quick", description = "Under a minute: fused with journal, calm and storm, two rates.")
    private boolean quick;

    @Option(names = "--modes", paramLabel = "LIST", split = ",",
        description = "Of inline, fused, pipelined, sharded:N; default inline,fused,pipelined.")
    private List<String> modes;

    @Option(names = "--journal", paramLabel = "WHICH", description = "yes, no or both (default).")
    private String journal;

    @Option(names = "--flows", paramLabel = "LIST", split = ",",
        description = "Of calm, storm, cascade; default all (storm and cascade fused with journal only).")
    private List<String> flows;

    @Option(names = "--rates", paramLabel = "LIST", split = ",",
        description = "Events a second, as 200k or 1M; default 50k,200k,500k,1M.")
    private List<String> rates;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of engine and floor a row; default 10.")
    private Integer pairs;

    @Option(names = "--wait", paramLabel = "HOW",
        description = "busy_spin, yielding, sleeping or blocking; default busy_spin where each thread has a core, " +
            "else sleeping.")
    private String wait;

    @Option(names = "--config", paramLabel = "FILE", description = "Measure this configuration.")
    private Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key of the configuration.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "fds-data/bench",
        description = "Where the pictures go, and journals while they are measured; default fds-data/bench.")
    private Path out;

    @Option(names = "--parts", paramLabel = "LIST", split = ",",
        description = "Of latency, first, detectors; default all, with --quick latency alone.")
    private List<String> parts;

    @Option(names = "--gate", description = "Nothing but: does the path allocate nothing, and is its CPU time beside " +
        "a frozen loop within the band around the committed baseline? Exit code 1: no.")
    private boolean gate;

    @Option(names = "--renew", description = "With --gate: write the baseline anew. The commit says why.")
    private boolean renew;

    @Option(names = "--baseline", paramLabel = "FILE", defaultValue = "bench/gate.properties",
        description = "Of --gate; default bench/gate.properties.")
    private Path baseline;

    @Option(names = "--json", description = "One JSON object a line in place of the table.")
    private boolean json;

    @Override
    public Integer call()
    {
        final Fork fork = new Fork(out);
        if (gate || renew)
        {
            return gate(fork);
        }
        final List<String> chosen = parts();
        final List<CellSpec> specs = specs();
        specs.forEach(CellSpec::settings); // a mistake is told before minutes have passed
        if (chosen.contains("latency"))
        {
            latency(fork, specs);
        }
        if (chosen.contains("first"))
        {
            final CellSpec spec = spec("fused", true, Flow.CALM);
            System.err.println("fds: measuring first events");
            final List<FirstEvents.Run> runs = FirstEvents.measure(fork, spec, Math.min(FIRST_PAIRS, spec.pairs()));
            print(json ? FirstEvents.json(runs) : FirstEvents.table(spec, runs));
        }
        if (chosen.contains("detectors"))
        {
            System.err.println("fds: measuring detectors");
            final List<DetectorCosts.Cost> costs = new DetectorCosts(fork).measure();
            print(json ? DetectorCosts.json(costs) : DetectorCosts.table(costs));
        }
        return ExitCode.DONE;
    }

    private List<String> parts()
    {
        final List<String> all = List.of("latency", "first", "detectors");
        final List<String> chosen = parts != null ? parts : quick ? List.of("latency") : all;
        for (final String part : chosen)
        {
            if (!all.contains(part))
            {
                throw new UsageException("--parts has '" + part + "': must be latency, first or detectors");
            }
        }
        return chosen;
    }

    private void latency(final Fork fork, final List<CellSpec> specs)
    {
        final List<CellResult> results = new ArrayList<>();
        if (!json)
        {
            print(ReportTable.head());
        }
        for (final CellSpec spec : specs)
        {
            System.err.println("fds: measuring " + spec.title());
            final Properties asked = new Properties();
            spec.put(asked);
            final CellResult result = CellResult.of(fork.run(Cell.class, asked));
            results.add(result);
            print(json ? ReportJson.lines(result) : ReportTable.of(result));
        }
        draw(results);
    }

    private Integer gate(final Fork fork)
    {
        if (renew)
        {
            print(Gate.renew(baseline, fork));
            return ExitCode.DONE;
        }
        boolean isPassed = true;
        for (final Gate one : Gate.read(baseline))
        {
            final Gate.Answer answer = one.judge(fork);
            print(answer.lines());
            isPassed &= answer.isPassed();
        }
        return isPassed ? ExitCode.DONE : ExitCode.ANSWER_NO;
    }

    private static void print(final List<String> lines)
    {
        lines.forEach(System.out::println);
        System.out.flush();
    }

    /** What is measured, the most wanted first. */
    private List<CellSpec> specs()
    {
        final List<CellSpec> specs = new ArrayList<>();
        final List<String> chosenModes =
            modes != null ? modes : quick ? List.of("fused") : List.of("fused", "inline", "pipelined");
        for (final String mode : chosenModes)
        {
            for (final boolean journaled : journals())
            {
                for (final Flow flow : flows())
                {
                    if (flow == Flow.CALM || flows != null || mode.equals("fused") && journaled)
                    {
                        specs.add(spec(mode, journaled, flow));
                    }
                }
            }
        }
        return specs;
    }

    private CellSpec spec(final String mode, final boolean journaled, final Flow flow)
    {
        final int count = pairs != null ? pairs : quick ? QUICK_PAIRS : FULL_PAIRS;
        if (count < 1 || count > 1_000)
        {
            throw new UsageException("--pairs is " + count + ": must be 1 to 1000");
        }
        return new CellSpec(mode, waiting(mode), journaled, flow, rates(), count, quick ? 60 : 100,
            quick ? QUICK_PAIRS : FULL_PAIRS, quick ? 3_000_000 : 8_000_000, quick ? 200 : 600, config, overrides);
    }

    private Waiting waiting(final String mode)
    {
        try
        {
            final Threading threading = Threading.parse(mode);
            return wait != null ? Waiting.parse(wait) :
                cores(threading) <= Runtime.getRuntime().availableProcessors() ? Waiting.BUSY_SPIN : Waiting.SLEEPING;
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--modes or --wait: " + e.getMessage());
        }
    }

    /** Threads of a mode, the sender's among them. */
    private static int cores(final Threading threading)
    {
        return switch (threading.mode())
        {
            case INLINE -> 1;
            case FUSED -> 2;
            case PIPELINED, SHARDED -> 4 + threading.shards();
        };
    }

    private List<Boolean> journals()
    {
        return switch (journal == null ? quick ? "yes" : "both" : journal)
        {
            case "yes" -> List.of(true);
            case "no" -> List.of(false);
            case "both" -> List.of(true, false);
            default -> throw new UsageException("--journal is '" + journal + "': must be yes, no or both");
        };
    }

    private List<Flow> flows()
    {
        if (flows == null)
        {
            return quick ? List.of(Flow.CALM, Flow.STORM) : List.of(Flow.values());
        }
        final List<Flow> chosen = new ArrayList<>();
        for (final String word : flows)
        {
            chosen.add(Arrays.stream(Flow.values()).filter(flow -> flow.word().equals(word)).findAny().orElseThrow(
                () -> new UsageException("--flows has '" + word + "': must be calm, storm or cascade")));
        }
        return chosen;
    }

    private List<Long> rates()
    {
        if (rates == null)
        {
            return quick ? List.of(200_000L, 500_000L) : List.of(50_000L, 200_000L, 500_000L, 1_000_000L);
        }
        return rates.stream().map(BenchCommand::rate).toList();
    }

    private static long rate(final String word)
    {
        final String lower = word.toLowerCase(Locale.ROOT);
        final long unit = lower.endsWith("k") ? 1_000 : lower.endsWith("m") ? 1_000_000 : 1;
        final String digits = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
        final long value = digits.matches("\\d{1,8}") ? Long.parseLong(digits) * unit : 0;
        if (value < 1_000 || value > 20_000_000)
        {
            throw new UsageException("--rates has '" + word + "': must be 1k to 20M");
        }
        return value;
    }

    private void draw(final List<CellResult> results)
    {
        for (final CellResult result : results)
        {
            if (result.rates().isEmpty())
            {
                continue;
            }
            final CellSpec spec = result.spec();
            final Path file = out.resolve("latency-" + spec.mode().replace(':', '-') + "-" +
                (spec.journal() ? "journal" : "no-journal") + "-" + spec.flow().word() + ".svg");
            try
            {
                Files.write(file, LatencyChart.draw(result));
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
            }
            System.err.println("fds: drew " + file);
        }
    }
}
