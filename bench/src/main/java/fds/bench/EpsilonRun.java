package fds.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import fds.bench.flow.BenchEngine;
import fds.bench.flow.SyntheticFlow;
import fds.engine.Engine;
import fds.engine.Intake;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.market.door.FrameSinks;
import fds.market.event.InboundEvent;

/**
 * Many events through the whole engine, inline, with books, features and every shipped detector, under a collector that
 * never collects: one that ends has shown that the path does not allocate.
 * <p>
 * Arguments: {@code events=N} (100,000,000), {@code journal=DIR} to write both journals (128 bytes an event), and
 * {@code allocate=N} for the control: so many bytes are allocated for each event, and the run must die.
 */
public final class EpsilonRun
{
    private static volatile byte[] escaped;

    private EpsilonRun()
    {
    }

    /**
     * Run.
     *
     * @param args as above.
     */
    public static void main(final String[] args)
    {
        final Map<String, String> values = new HashMap<>();
        for (final String arg : args)
        {
            values.put(arg.substring(0, Math.max(0, arg.indexOf('='))), arg.substring(arg.indexOf('=') + 1));
        }
        final long events = Long.parseLong(values.getOrDefault("events", "100000000"));
        final int allocate = Integer.parseInt(values.getOrDefault("allocate", "0"));
        final String directory = values.get("journal");
        if (directory == null)
        {
            try (Engine engine = BenchEngine.start(
                "inline", BenchEngine.shippedDetectors(), FrameSinks.NOWHERE, FrameSinks.NOWHERE))
            {
                run(engine, events, allocate);
            }
            return;
        }
        try (Journal journal = Journal.open(Path.of(directory), JournalConfig.DEFAULT);
            Engine engine = BenchEngine.start(
                "inline", BenchEngine.shippedDetectors(), journal.events(), journal.decisions()))
        {
            run(engine, events, allocate);
        }
    }

    private static void run(final Engine engine, final long events, final int allocate)
    {
        final SyntheticFlow flow = new SyntheticFlow(7, BenchEngine.INSTRUMENTS, BenchEngine.ACCOUNTS);
        final Intake intake = engine.openIntake();
        final ThreadMXBean threads = (ThreadMXBean)java.lang.management.ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        final long usedAtStart = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        final long started = System.nanoTime();
        final long cpuStarted = threads.getCurrentThreadCpuTime();
        final long tenth = Math.max(1, events / 10);
        long before = threads.getThreadAllocatedBytes(thread);
        for (long i = 1; i <= events; i++)
        {
            final InboundEvent slot = intake.claim();
            flow.next(slot);
            intake.publish();
            if (allocate > 0)
            {
                escaped = new byte[allocate];
            }
            if (i % tenth == 0)
            {
                final long after = threads.getThreadAllocatedBytes(thread);
                System.out.printf("events %,d: %,d bytes allocated on the engine's thread since the last line%n",
                    i, after - before);
                before = threads.getThreadAllocatedBytes(thread);
            }
        }
        engine.flush();
        final long cpu = threads.getCurrentThreadCpuTime() - cpuStarted;
        final long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - usedAtStart;
        System.out.printf(
            "%,d events, %,d findings, %,d alerts, %.1f s, %d CPU-ns an event, %.6f bytes an event of heap%n",
            events, engine.accountStage().findingCount(), engine.accountStage().alertCount(),
            (System.nanoTime() - started) / 1e9, cpu / events, used / (double)events);
    }
}
