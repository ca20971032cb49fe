package fds.bench.jmh;

import java.util.concurrent.TimeUnit;

import fds.market.book.PriceLevels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One side of a book: an order comes to rest and another leaves, near the best price more often than far from it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PriceLevelsBenchmark
{
    private static final int BEST = 100_000;

    /** Levels of the side. */
    @Param({ "20", "200", "2000" })
    public int levels;

    private PriceLevels side;
    private long next = 1;

    /** Fill every level. */
    @Setup
    public void fill()
    {
        side = new PriceLevels(2048, true);
        for (int level = 0; level < levels; level++)
        {
            side.add(BEST - level, 10);
        }
    }

    /**
     * A level gets more, and has less again.
     *
     * @return best price.
     */
    @Benchmark
    public long addAndReduce()
    {
        final long price = BEST - away();
        side.add(price, 5);
        side.reduce(price, 5);
        return side.bestTicks();
    }

    /**
     * A level goes, and is there again.
     *
     * @return best price.
     */
    @Benchmark
    public long removeAndInsert()
    {
        final long price = BEST - away();
        side.set(price, 0);
        side.set(price, 10);
        return side.bestTicks();
    }

    private long away()
    {
        next = next * 6364136223846793005L + 1442695040888963407L;
        final long wide = next >>> 49;
        return (wide * wide * wide >>> 30) * levels >>> 15;
    }
}
