package fds.bench.latency;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import fds.engine.ring.MainRing;
import fds.engine.stage.DoneListener;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;

/**
 * Takes the time at which events are done, in the order in which they were sent. Written by the thread of the last
 * stage; the sender reads it once {@link #count} has come to what it sent.
 */
final class Completions implements DoneListener
{
    private final Schedule schedule;
    private final long[] latencyNanos; // [index of the event in its window]
    private final MarketEvent event = new MarketEvent();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean resting;
    private volatile Thread rester;

    Completions(final Schedule schedule, final int windowEventsMax)
    {
        this.schedule = schedule;
        latencyNanos = new long[windowEventsMax];
    }

    /** A window begins: nothing of it is done. Called by the sender while nothing is on its way. */
    void begin()
    {
        count.set(0);
    }

    int count()
    {
        return count.get();
    }

    long latencyNanos(final int index)
    {
        return latencyNanos[index];
    }

    /** Some more events are done. */
    void done(final int events)
    {
        if (events == 0)
        {
            return;
        }
        final long now = System.nanoTime();
        final int first = count.get();
        for (int i = first; i < first + events && i < latencyNanos.length; i++)
        {
            latencyNanos[i] = now - schedule.dueNanos(i);
        }
        count.lazySet(first + events);
    }

    @Override
    public void onDone(final MainRing ring, final long from, final long to)
    {
        event.wrap(ring.events(), 0);
        int events = 0;
        for (long position = from; position <= to; position++)
        {
            final int kind = event.at(ring.offsetOf(position)).kind();
            events += kind == Kind.TICK || kind == Kind.CONTROL ? 0 : 1;
        }
        done(events);
        while (resting)
        {
            rester = Thread.currentThread();
            LockSupport.park(this);
        }
    }

    /** The last stage's thread rests behind the next run, so that it takes no core while another is measured. */
    void rest()
    {
        resting = true;
    }

    /** It goes on. */
    void wake()
    {
        resting = false;
        final Thread thread = rester;
        if (thread != null)
        {
            LockSupport.unpark(thread);
        }
    }
}
