package fds.bench.jmh;

import java.util.concurrent.TimeUnit;

import fds.bench.flow.BenchEngine;
import fds.bench.flow.SyntheticFlow;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import fds.market.memory.NativeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An event of 128 bytes written, read and copied. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventCodecBenchmark
{
    private static final int SLOTS = 256;

    private final NativeBuffer memory = NativeBuffer.allocate(SLOTS * MarketEvent.LENGTH);
    private final MarketEvent event = new MarketEvent().wrap(memory, 0);
    private final MarketEvent source = new MarketEvent().wrap(memory, 0);
    private int next;

    /** Fill the memory with a flow. */
    public EventCodecBenchmark()
    {
        final SyntheticFlow flow = new SyntheticFlow(1, BenchEngine.INSTRUMENTS, BenchEngine.ACCOUNTS);
        final InboundEvent inbound = new InboundEvent();
        for (int i = 0; i < SLOTS; i++)
        {
            flow.next(inbound);
            inbound.event().copyTo(memory, i * MarketEvent.LENGTH);
        }
    }

    /**
     * Clear and fill an order.
     *
     * @return the view.
     */
    @Benchmark
    public MarketEvent encode()
    {
        final int at = slot();
        return event.at(at).clear().type(1, 1, 0, 7).sequence(at).venueTimeNanos(at).orderId(at).accountId(at)
            .priceTicks(at).quantityLots(at);
    }

    /**
     * Read what a detector of orders reads.
     *
     * @return something of all of it.
     */
    @Benchmark
    public long decode()
    {
        event.at(slot());
        return event.kind() + event.side() + event.flags() + event.instrumentId() + event.sequence() +
            event.engineTimeNanos() + event.orderId() + event.accountId() + event.priceTicks() + event.quantityLots();
    }

    /**
     * Copy it.
     *
     * @return its offset.
     */
    @Benchmark
    public int copy()
    {
        final int at = slot();
        source.at(at).copyTo(memory, at + MarketEvent.LENGTH & (SLOTS - 1) * MarketEvent.LENGTH);
        return at;
    }

    private int slot()
    {
        next = next + 1 & SLOTS - 1;
        return next * MarketEvent.LENGTH;
    }
}
