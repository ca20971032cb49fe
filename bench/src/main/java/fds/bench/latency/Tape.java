package fds.bench.latency;

import java.nio.ByteBuffer;

import fds.market.door.Feed;
import fds.market.event.Absent;
import fds.market.event.InboundEvent;
import fds.market.event.MarketEvent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Events of a feed in memory, played again and again without allocating: each lap is later by the tape's length and has
 * order ids of its own. Texts (reasons, devices) are not on it.
 */
final class Tape
{
    private final UnsafeBuffer memory;
    private final MarketEvent reader = new MarketEvent();
    private final int size;
    private final long spanNanos;
    private final long orderIdSpan;
    private int at;
    private long lapNanos;
    private long lapOrderIds;
    private long played;

    private Tape(final UnsafeBuffer memory, final int size, final long spanNanos, final long orderIdSpan)
    {
        this.memory = memory;
        this.size = size;
        this.spanNanos = spanNanos;
        this.orderIdSpan = orderIdSpan;
        reader.wrap(memory, 0);
    }

    /**
     * Record.
     *
     * @param feed read to its end or until the tape is full.
     * @param most events.
     * @return at its beginning.
     */
    static Tape record(final Feed feed, final int most)
    {
        final UnsafeBuffer memory =
            new UnsafeBuffer(ByteBuffer.allocateDirect(Math.multiplyExact(most, MarketEvent.LENGTH)));
        final InboundEvent slot = new InboundEvent();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long highest = 0;
        int size = 0;
        while (size < most && feed.next(slot))
        {
            final MarketEvent event = slot.event();
            first = Math.min(first, event.venueTimeNanos());
            last = Math.max(last, event.venueTimeNanos());
            highest = Math.max(highest, Math.max(event.orderId(), event.counterOrderId()));
            event.copyTo(memory, size++ * MarketEvent.LENGTH);
        }
        return new Tape(memory, size, last - first + 1, highest);
    }

    /** Another player of the same recording, at its beginning. */
    Tape again()
    {
        return new Tape(memory, size, spanNanos, orderIdSpan);
    }

    /** Write the next event into a slot. */
    void next(final InboundEvent slot)
    {
        reader.at(at * MarketEvent.LENGTH);
        final MarketEvent event = slot.clear().event();
        event.copyFrom(reader);
        event.venueTimeNanos(reader.venueTimeNanos() + lapNanos).feedSequence(++played);
        if (reader.orderId() != Absent.UNKNOWN_ID)
        {
            event.orderId(reader.orderId() + lapOrderIds);
        }
        if (reader.counterOrderId() != Absent.UNKNOWN_ID)
        {
            event.counterOrderId(reader.counterOrderId() + lapOrderIds);
        }
        if (++at == size)
        {
            at = 0;
            lapNanos += spanNanos;
            lapOrderIds += orderIdSpan;
        }
    }
}
