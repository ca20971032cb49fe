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
import java.util.function.LongSupplier;

import com.sun.management.ThreadMXBean;
import fds.app.setup.Settings;
import fds.bench.replays.Replay;
import fds.feeds.simulator.SimulatorFeed;
import fds.feeds.simulator.label.LabelSink;

/**
 * Measures one way to run the engine, in a virtual machine of its own, so that what is compiled is what this way needs.
 * Started by {@link BenchCommand}.
 */
public final class Cell
{
    private static final int TAPE_EVENTS = 600_000;
    private static final int FLOOD_EVENTS = 200_000;

    private final CellSpec spec;
    private final Pacer pacer;
    private final Subject engine;
    private final Subject floor;
    private final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    private Cell(final CellSpec spec, final Pacer pacer, final Subject engine, final Subject floor)
    {
        this.spec = spec;
        this.pacer = pacer;
        this.engine = engine;
        this.floor = floor;
    }

    /**
     * Measure.
     *
     * @param args file of the specification, file for the result, directory for journals.
     * @throws IOException when a file cannot be read or written.
     */
    public static void main(final String[] args) throws IOException
    {
        final Properties asked = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0])))
        {
            asked.load(in);
        }
        final CellResult result = measure(CellSpec.of(asked), Path.of(args[2]));
        try (Writer out = Files.newBufferedWriter(Path.of(args[1])))
        {
            result.values().store(out, null);
        }
    }

    /**
     * Measure on the calling thread.
     *
     * @param spec    what.
     * @param scratch directory for a journal, which is removed again.
     */
    static CellResult measure(final CellSpec spec, final Path scratch)
    {
        final Settings settings = spec.settings();
        final Path journal = spec.journal() ? scratch.resolve("journal") : null;
        final Schedule schedule = new Schedule();
        final int most = Math.max(1, spec.rates().stream().mapToInt(Pacer::windowEvents).max().orElse(1));
        try (SimulatorFeed feed = new SimulatorFeed(spec.flow().venue(TAPE_EVENTS), LabelSink.NONE))
        {
            final Tape tape = Tape.record(feed, TAPE_EVENTS);
            try (EngineSubject engine =
                    new EngineSubject(settings, journal, feed, tape, new Completions(schedule, most));
                FloorSubject floor = new FloorSubject(settings.engine().threading(), spec.waiting(),
                    settings.engine().inboundEvents(), tape.again(), new Completions(schedule, most)))
            {
                return new Cell(spec, new Pacer(schedule), engine, floor).measured(engine::findings);
            }
        }
        finally
        {
            if (journal != null)
            {
                Replay.remove(journal);
            }
        }
    }

    private CellResult measured(final LongSupplier findings)
    {
        pacer.warmUp(engine, spec.warmUp());
        engine.pause();
        floor.resume();
        pacer.warmUp(floor, spec.warmUp());
        floor.pause();

        final List<RateResult> rates = new ArrayList<>();
        for (final long rate : spec.rates())
        {
            rates.add(atRate(rate));
        }
        return new CellResult(spec, rates, flood(), findings.getAsLong());
    }

    private RateResult atRate(final long rate)
    {
        pacer.settle(engine, rate, spec.settling());
        pacer.settle(floor, rate, spec.settling());
        final Reading engines = new Reading();
        final Reading floors = new Reading();
        final List<List<Double>> ratios = RateResult.newRatios();
        long allocated = 0;
        for (int pair = 0; pair < spec.pairs(); pair++)
        {
            // The one that goes first changes from pair to pair.
            Reading below = pair % 2 == 0 ? pacer.run(floor, rate, spec.windows()) : null;
            final long before = allocatedBytes();
            final Reading above = pacer.run(engine, rate, spec.windows());
            allocated += allocatedBytes() - before;
            below = below == null ? pacer.run(floor, rate, spec.windows()) : below;
            RateResult.addRatios(ratios, above, below);
            engines.add(above);
            floors.add(below);
        }
        return new RateResult(rate, engines, floors, ratios,
            allocated / (double)Math.max(1, engines.all().getTotalCount()));
    }

    private FloodResult flood()
    {
        final List<Double> engines = new ArrayList<>();
        final List<Double> floors = new ArrayList<>();
        final List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < spec.floods(); i++)
        {
            floor.resume();
            floors.add(FLOOD_EVENTS * 1e9 / pacer.flood(floor, FLOOD_EVENTS));
            floor.pause();
            engine.resume();
            final long before = cpuNanos();
            engines.add(FLOOD_EVENTS * 1e9 / pacer.flood(engine, FLOOD_EVENTS));
            cpu.add((cpuNanos() - before) / (double)FLOOD_EVENTS);
            engine.pause();
        }
        return new FloodResult(engines, floors, cpu);
    }

    /** The engine's threads; inline, the calling one. */
    private List<Thread> path()
    {
        final List<Thread> path = engine.threads();
        return path.isEmpty() ? List.of(Thread.currentThread()) : path;
    }

    private long allocatedBytes()
    {
        return path().stream().mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId())).sum();
    }

    private long cpuNanos()
    {
        return path().stream().mapToLong(thread -> threads.getThreadCpuTime(thread.getId())).sum();
    }
}
