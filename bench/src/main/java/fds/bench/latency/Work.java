package fds.bench.latency;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import com.sun.management.ThreadMXBean;
import fds.bench.flow.BenchEngine;
import fds.bench.flow.SyntheticFlow;
import fds.engine.Engine;
import fds.engine.Intake;
import fds.market.account.AccountHandlerFactory;
import fds.market.detector.ConfiguredDetector;
import fds.market.door.FrameSinks;
import fds.risk.total.RiskConfig;
import fds.risk.total.RiskFactory;

/**
 * Measures the CPU time and the heap of the path inline, in pairs with {@link ReferenceLoop}, in a virtual machine of
 * its own. Waits of any kind are in neither.
 */
public final class Work
{
    private static final int ROUND_EVENTS = 100_000;
    private static final int ROUND_LOOPS = 100_000;
    private static final int LAST_ROUNDS = 5; // whose least allocation counts: the virtual machine has its own at first

    private final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
    private final SyntheticFlow flow = new SyntheticFlow(5, BenchEngine.INSTRUMENTS, BenchEngine.ACCOUNTS);
    private final ReferenceLoop reference = new ReferenceLoop();
    private long used; // so that no result is thrown away

    private Work()
    {
    }

    /**
     * What was measured.
     *
     * @param cpuNanos       for each event, a value a round.
     * @param referenceNanos for each turn of the reference, of the same round.
     * @param bytes          allocated by the path in the best of the last rounds.
     */
    record Result(List<Double> cpuNanos, List<Double> referenceNanos, long bytes)
    {
        static Result of(final Properties values)
        {
            return new Result(Spread.parse(values.getProperty("cpu")), Spread.parse(values.getProperty("reference")),
                Long.parseLong(values.getProperty("bytes")));
        }

        /** Event by turn of the reference, a value a round. */
        List<Double> ratios()
        {
            final List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < cpuNanos.size(); i++)
            {
                ratios.add(cpuNanos.get(i) / referenceNanos.get(i));
            }
            return ratios;
        }
    }

    /** What {@link #main} reads. */
    static Properties asked(final String what, final int warmUpRounds, final int rounds)
    {
        final Properties asked = new Properties();
        asked.setProperty("what", what);
        asked.setProperty("warm_up", Integer.toString(warmUpRounds));
        asked.setProperty("rounds", Integer.toString(rounds));
        return asked;
    }

    /**
     * Measure.
     *
     * @param args file of the specification, file for the result.
     * @throws IOException when a file cannot be read or written.
     */
    public static void main(final String[] args) throws IOException
    {
        final Properties asked = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0])))
        {
            asked.load(in);
        }
        final Result result = new Work().measure(asked.getProperty("what"),
            Integer.parseInt(asked.getProperty("warm_up")), Integer.parseInt(asked.getProperty("rounds")));
        final Properties told = new Properties();
        told.setProperty("cpu", Spread.join(result.cpuNanos()));
        told.setProperty("reference", Spread.join(result.referenceNanos()));
        told.setProperty("bytes", Long.toString(result.bytes()));
        try (Writer out = Files.newBufferedWriter(Path.of(args[1])))
        {
            told.store(out, null);
        }
    }

    /** Measure here: {@code none}, {@code all}, {@code all_risk} or a detector's id. */
    static Result measureHere(final String what, final int warmUpRounds, final int rounds)
    {
        return new Work().measure(what, warmUpRounds, rounds);
    }

    private Result measure(final String what, final int warmUpRounds, final int rounds)
    {
        final List<Double> cpu = new ArrayList<>();
        final List<Double> references = new ArrayList<>();
        long bytes = Long.MAX_VALUE;
        try (Engine engine = BenchEngine.start(
            "inline", detectors(what), handlers(what), FrameSinks.NOWHERE, FrameSinks.NOWHERE))
        {
            final Intake intake = engine.openIntake();
            for (int i = -warmUpRounds; i < rounds; i++)
            {
                final long start = threads.getCurrentThreadCpuTime();
                used += reference.run(ROUND_LOOPS);
                final long between = threads.getCurrentThreadCpuTime();
                final long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                round(intake);
                engine.flush();
                final long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                final long end = threads.getCurrentThreadCpuTime();
                if (i >= 0)
                {
                    references.add((between - start) / (double)ROUND_LOOPS);
                    cpu.add((end - between) / (double)ROUND_EVENTS);
                }
                if (i >= rounds - LAST_ROUNDS)
                {
                    bytes = Math.min(bytes, allocated);
                }
            }
        }
        if (used == 0)
        {
            throw new IllegalStateException("the reference loop did nothing");
        }
        return new Result(cpu, references, bytes);
    }

    private void round(final Intake intake)
    {
        for (int i = 0; i < ROUND_EVENTS; i++)
        {
            flow.next(intake.claim());
            intake.publish();
        }
    }

    private static List<AccountHandlerFactory> handlers(final String what)
    {
        return what.endsWith("risk") ? List.of(new RiskFactory(RiskConfig.DEFAULT)) : List.of();
    }

    private static List<ConfiguredDetector<?>> detectors(final String what)
    {
        return switch (what)
        {
            case "none", "risk" -> List.of();
            case "all", "all_risk" -> BenchEngine.shippedDetectors();
            default -> BenchEngine.shippedDetectors().stream()
                .filter(detector -> detector.factory().info().id().equals(what)).toList();
        };
    }
}
