package fds.bench.jmh;

import java.util.concurrent.TimeUnit;

import fds.market.slots.SlotKind;
import fds.market.slots.LookAhead;
import fds.market.slots.SlotTable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The table of slots with as many account × instrument pairs as the peers' file has, in an order nobody can guess. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SlotTableBenchmark
{
    private static final int PAIRS = 110_000;
    private static final int AHEAD = 64;

    /** Bytes of a record. */
    @Param({ "64", "256" })
    public int recordBytes;

    private final LookAhead ahead = new LookAhead(AHEAD, 1);
    private SlotTable table;
    private long next;

    /** Fill it. */
    @Setup
    public void fill()
    {
        table = new SlotTable(SlotKind.PAIR, 1 << 17, recordBytes, 0, 0xFFFF_FFFFL, 16, (kind, slot) ->
        {
            throw new IllegalStateException("the table is full");
        });
        for (int i = 0; i < PAIRS; i++)
        {
            table.insert(SlotTable.hash(1 + i, i & 0xFF), 1 + i, i & 0xFF);
        }
        ahead.know(0, table);
    }

    /** Give the memory back. */
    @TearDown
    public void close()
    {
        table.close();
    }

    /**
     * Find what is there.
     *
     * @return slot.
     */
    @Benchmark
    public int hit()
    {
        final int i = key();
        return table.find(SlotTable.hash(1 + i, i & 0xFF), 1 + i, i & 0xFF);
    }

    /**
     * Find what is there, 64 keys touched ahead of each 64 look-ups; time of 64.
     *
     * @return something of all slots.
     */
    @Benchmark
    public long hit64Ahead()
    {
        final long first = next;
        for (int i = 0; i < AHEAD; i++)
        {
            final int key = key();
            ahead.plan(0, SlotTable.hash(1 + key, key & 0xFF));
        }
        long sum = ahead.touchIndex();
        sum += ahead.touchRecords();
        ahead.clear();
        next = first;
        for (int i = 0; i < AHEAD; i++)
        {
            sum += hit();
        }
        return sum;
    }

    /**
     * Find what is not there.
     *
     * @return NONE.
     */
    @Benchmark
    public int miss()
    {
        final int i = key() + PAIRS;
        return table.find(SlotTable.hash(1 + i, i & 0xFF), 1 + i, i & 0xFF);
    }

    /**
     * Take a slot and give it back.
     *
     * @return slot.
     */
    @Benchmark
    public int insertAndRelease()
    {
        final int i = key() + PAIRS;
        final int slot = table.insert(SlotTable.hash(1 + i, i & 0xFF), 1 + i, i & 0xFF);
        table.release(slot);
        return slot;
    }

    private int key()
    {
        next = next * 6364136223846793005L + 1442695040888963407L;
        return (int)((next >>> 33) * PAIRS >>> 31);
    }
}
