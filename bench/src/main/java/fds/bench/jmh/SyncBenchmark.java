package fds.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fds.journal.write.Journal;
import fds.journal.write.JournalConfig;
import fds.journal.write.SyncPolicy;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each policy of {@code deployment.journal.sync} costs a batch: its median and 99th percentile. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SyncBenchmark
{
    private static final long INTERVAL_NANOS = 100_000_000;

    /** Policy. */
    @Param({ "none", "interval", "batch" })
    public String sync;

    /** Events of a batch. */
    @Param({ "1", "64" })
    public int events;

    private final NativeBuffer memory = NativeBuffer.allocate(64 * MarketEvent.LENGTH);
    private final MarketEvent event = new MarketEvent().wrap(memory, 0);
    private Path directory;
    private Journal journal;
    private long sequence;

    /**
     * Begin a journal, on the disk of {@code java.io.tmpdir}.
     *
     * @throws IOException when there is no place for it.
     */
    @Setup(Level.Iteration)
    public void open() throws IOException
    {
        directory = Files.createTempDirectory("fds-bench");
        journal = Journal.open(directory, JournalConfig.DEFAULT.withSync(switch (sync)
        {
            case "batch" -> SyncPolicy.BATCH;
            case "interval" -> SyncPolicy.interval(INTERVAL_NANOS);
            default -> SyncPolicy.NONE;
        }));
        sequence = 0;
    }

    /**
     * Remove it.
     *
     * @throws IOException when it cannot be removed.
     */
    @TearDown(Level.Iteration)
    public void close() throws IOException
    {
        journal.close();
        try (Stream<Path> files = Files.walk(directory))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }

    /** Number the events and append them as one document. */
    @Benchmark
    public void append()
    {
        for (int i = 0; i < events; i++)
        {
            event.at(i * MarketEvent.LENGTH).clear().kind(Kind.NEW).sequence(++sequence).engineTimeNanos(sequence);
        }
        journal.events().onFrames(memory, 0, events * MarketEvent.LENGTH);
        journal.events().onBatchEnd();
    }
}
