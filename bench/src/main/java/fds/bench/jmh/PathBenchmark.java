package fds.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fds.actions.policy.ActionMode;
import fds.actions.policy.DefaultRules;
import fds.actions.policy.LevelRule;
import fds.actions.policy.PolicyConfig;
import fds.actions.policy.PolicyLimits;
import fds.actions.policy.PolicyTable;
import fds.actions.policy.ResponseFactory;
import fds.bench.flow.BenchEngine;
import fds.bench.flow.SyntheticFlow;
import fds.bench.peers.PeerRule;
import fds.engine.Engine;
import fds.engine.Intake;
import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.market.account.AccountHandlerFactory;
import fds.market.detector.ConfiguredDetector;
import fds.market.door.FrameSinks;
import fds.risk.total.RiskCapacity;
import fds.risk.total.RiskConfig;
import fds.risk.total.RiskFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole path inline, the flow's own cost included: with no detector, with each alone and what it needs, with all
 * that are shipped, and with the journal. What a detector costs is the difference to {@code none}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PathBenchmark
{
    private static final int BATCH = 1 << 12;
    private static final Set<String> FOUR = Set.of("D01", "D02", "D16", "D43");
    private static final int BASIC_NUMBER = 400; // the basic layer's numbers lie above

    /** All that the flow has: a table that gives up and takes again at each trade is another measurement. */
    private static final RiskCapacity RISK_CAPACITY = new RiskCapacity(1 << 12, 1 << 19, 1 << 10);

    /**
     * {@code flow} alone, {@code none}, an id, {@code peers}, {@code four}: the first four; {@code twelve}: all but the
     * basic layer; {@code all}, {@code journal}: all, journaled; {@code risk} without detectors, {@code all_risk} with
     * all, {@code all_risk_policy}: and the response policy.
     */
    @Param({ "flow", "none", "peers", "D01", "D02", "D03", "D05", "D10", "D12", "D13", "D14", "D16", "D17", "D28",
        "D43", "four", "twelve", "all", "journal", "risk", "all_risk", "all_risk_policy" })
    public String detectors;

    private final SyntheticFlow flow = new SyntheticFlow(5, BenchEngine.INSTRUMENTS, BenchEngine.ACCOUNTS);
    private Path directory;
    private Journal journal;
    private Engine engine;
    private Intake intake;

    /**
     * Start the engine. A journal grows by 128 bytes an event, so it is begun anew for each iteration.
     *
     * @throws IOException when there is no place for a journal.
     */
    @Setup(Level.Iteration)
    public void start() throws IOException
    {
        if (engine != null && !"journal".equals(detectors))
        {
            return;
        }
        if ("journal".equals(detectors))
        {
            directory = Files.createTempDirectory("fds-bench");
            journal = Journal.open(directory, JournalConfig.DEFAULT);
        }
        engine = BenchEngine.start("inline", chosen(), handlers(),
            journal == null ? FrameSinks.NOWHERE : journal.events(),
            journal == null ? FrameSinks.NOWHERE : journal.decisions());
        intake = engine.openIntake();
    }

    /**
     * Remove the journal.
     *
     * @throws IOException when it cannot be removed.
     */
    @TearDown(Level.Iteration)
    public void stop() throws IOException
    {
        if (journal == null)
        {
            return;
        }
        engine.close();
        journal.close();
        try (Stream<Path> files = Files.walk(directory))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }

    /** A run of events. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void events()
    {
        if ("flow".equals(detectors))
        {
            for (int i = 0; i < BATCH; i++)
            {
                flow.next(intake.claim());
            }
            return;
        }
        for (int i = 0; i < BATCH; i++)
        {
            flow.next(intake.claim());
            intake.publish();
        }
        engine.flush();
    }

    private List<AccountHandlerFactory> handlers()
    {
        final RiskConfig defaults = RiskConfig.DEFAULT;
        final RiskFactory risk = new RiskFactory(new RiskConfig(RISK_CAPACITY, defaults.pattern(), defaults.market(),
            defaults.position(), defaults.compliance(), defaults.total()));
        return detectors.endsWith("policy") ? List.of(risk, new ResponseFactory(new PolicyConfig(
            ActionMode.DRY_RUN, LevelRule.HIGHER, new PolicyTable(DefaultRules.ALL), PolicyLimits.DEFAULT))) :
            detectors.endsWith("risk") ? List.of(risk) : List.of();
    }

    private List<ConfiguredDetector<?>> chosen()
    {
        return switch (detectors)
        {
            case "flow", "none", "risk" -> List.of();
            case "peers" -> PeerRule.all();
            case "all", "all_risk", "all_risk_policy", "journal" -> BenchEngine.shippedDetectors();
            case "four" -> BenchEngine.shippedDetectors().stream()
                .filter(detector -> FOUR.contains(detector.factory().info().id())).toList();
            case "twelve" -> BenchEngine.shippedDetectors().stream()
                .filter(detector -> detector.factory().info().number() < BASIC_NUMBER).toList();
            default -> BenchEngine.shippedDetectors().stream()
                .filter(detector -> detector.factory().info().id().equals(detectors)).toList();
        };
    }
}
