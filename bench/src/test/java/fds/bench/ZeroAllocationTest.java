package fds.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import fds.bench.flow.BenchEngine;
import fds.bench.flow.SyntheticFlow;
import fds.engine.Engine;
import fds.engine.Intake;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.market.door.FrameSinks;
import fds.risk.total.RiskConfig;
import fds.risk.total.RiskFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once warm, no thread between inbound ring and decision allocates, whatever the threading. */
class ZeroAllocationTest
{
    private static final int ROUND = 100_000;
    // Logs of a new market grow and what is seldom found is compiled late: measured, a run is warm from round 18 on.
    private static final int ROUNDS = 24;
    private static final int JUDGED = 3;

    private final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = { "inline", "fused", "pipelined", "sharded:3" })
    void shouldAllocateNothing(final String mode)
    {
        try (Engine engine = BenchEngine.start(
            mode, BenchEngine.shippedDetectors(), List.of(new RiskFactory(RiskConfig.DEFAULT)), FrameSinks.NOWHERE,
            FrameSinks.NOWHERE))
        {
            assertAllocatesNothing(engine);
        }
    }

    @Test
    void shouldAllocateNothingWithJournals(@TempDir final Path directory)
    {
        try (Journal journal = Journal.open(directory, JournalConfig.DEFAULT);
            Engine engine = BenchEngine.start(
                "inline", BenchEngine.shippedDetectors(), journal.events(), journal.decisions()))
        {
            assertAllocatesNothing(engine);
        }
    }

    private void assertAllocatesNothing(final Engine engine)
    {
        final SyntheticFlow flow = new SyntheticFlow(3, BenchEngine.INSTRUMENTS, BenchEngine.ACCOUNTS);
        final Intake intake = engine.openIntake();
        final List<Thread> path = pathThreads();
        final long[] before = new long[path.size()];
        final long[] least = new long[path.size()];
        java.util.Arrays.fill(least, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++)
        {
            for (int i = 0; i < path.size(); i++)
            {
                before[i] = threads.getThreadAllocatedBytes(path.get(i).getId());
            }
            round(flow, intake);
            for (int i = 0; i < path.size() && round >= ROUNDS - JUDGED; i++)
            {
                least[i] = Math.min(least[i], threads.getThreadAllocatedBytes(path.get(i).getId()) - before[i]);
            }
        }
        engine.flush();

        assertTrue(engine.accountStage().findingCount() > 0, "nothing was found: the path was not walked to its end");
        for (int i = 0; i < path.size(); i++)
        {
            // The least of the last rounds: what the virtual machine itself allocates now and then is not ours.
            assertEquals(0, least[i], "bytes in " + ROUND + " events on " + path.get(i).getName());
        }
    }

    private static void round(final SyntheticFlow flow, final Intake intake)
    {
        for (int i = 0; i < ROUND; i++)
        {
            flow.next(intake.claim());
            intake.publish();
        }
    }

    /** The feed's thread, which is this one, and the engine's own. */
    private static List<Thread> pathThreads()
    {
        final List<Thread> path = new ArrayList<>();
        path.add(Thread.currentThread());
        for (final Thread thread : Thread.getAllStackTraces().keySet())
        {
            if (thread.getName().matches("fds-(sequencer|journal|account|shard-\\d+)"))
            {
                path.add(thread);
            }
        }
        return path;
    }
}
