package fds.bench.latency;

import java.util.ArrayList;
import java.util.List;

import fds.engine.Threading;
import fds.engine.Waiting;
import fds.engine.ring.InboundRing;
import fds.market.event.InboundEvent;
import org.agrona.concurrent.IdleStrategy;

/**
 * The floor: the same events at the same pace through as many hops from thread to thread, each an engine's inbound
 * ring, and a handler that does nothing. What is above it is the engine; what is in it is the machine.
 */
final class FloorSubject implements Subject
{
    private static final int BATCH = 64;

    private final Tape tape;
    private final Completions completions;
    private final Waiting waiting;
    private final InboundRing[] rings;
    private final InboundEvent own = new InboundEvent();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private int handed;

    /**
     * Make it; its threads run from {@link #resume} to {@link #pause}.
     *
     * @param threading   whose hops it has: none inline, one fused, three where the longest way of an event has three.
     * @param waiting     of its threads.
     * @param ringEvents  of each ring.
     * @param tape        its events.
     * @param completions to write.
     */
    FloorSubject(
        final Threading threading,
        final Waiting waiting,
        final int ringEvents,
        final Tape tape,
        final Completions completions)
    {
        this.tape = tape;
        this.completions = completions;
        this.waiting = waiting;
        rings = new InboundRing[switch (threading.mode())
        {
            case INLINE -> 0;
            case FUSED -> 1;
            case PIPELINED, SHARDED -> 3;
        }];
        for (int i = 0; i < rings.length; i++)
        {
            rings[i] = new InboundRing(ringEvents);
        }
    }

    @Override
    public void hand()
    {
        if (rings.length == 0)
        {
            tape.next(own);
            if (++handed == BATCH)
            {
                idle();
            }
            return;
        }
        tape.next(claim(rings[0]));
        rings[0].publish();
    }

    @Override
    public void idle()
    {
        completions.done(handed);
        handed = 0;
    }

    @Override
    public void resume()
    {
        stopping = false;
        for (int i = 0; i < rings.length; i++)
        {
            final int hop = i;
            final Thread thread = new Thread(() -> pass(hop), "floor-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void pause()
    {
        stopping = true;
        for (final Thread thread : threads)
        {
            join(thread);
        }
        threads.clear();
    }

    @Override
    public boolean isFloor()
    {
        return true;
    }

    @Override
    public Completions completions()
    {
        return completions;
    }

    @Override
    public List<Thread> threads()
    {
        return List.copyOf(threads);
    }

    @Override
    public void close()
    {
        pause();
    }

    private void pass(final int hop)
    {
        final IdleStrategy idle = waiting.newIdleStrategy();
        final InboundRing in = rings[hop];
        final InboundRing out = hop + 1 < rings.length ? rings[hop + 1] : null;
        while (!stopping)
        {
            int count = 0;
            for (InboundEvent event = in.poll(); event != null; event = count < BATCH ? in.poll() : null)
            {
                if (out != null)
                {
                    claim(out).copyFrom(event);
                    out.publish();
                }
                in.pass();
                count++;
            }
            if (out == null)
            {
                completions.done(count);
            }
            idle.idle(count);
        }
    }

    private InboundEvent claim(final InboundRing ring)
    {
        InboundEvent slot = ring.tryClaim();
        while (slot == null)
        {
            Thread.onSpinWait();
            slot = ring.tryClaim();
        }
        return slot;
    }

    private static void join(final Thread thread)
    {
        try
        {
            thread.join(5_000);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
