package fds.engine;

import java.lang.invoke.VarHandle;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import fds.engine.stage.Stage;

/**
 * Runs one stage on one thread behind a barrier. A stage that throws fails the engine; the Disruptor's own handler
 * would let the thread die and every producer hang.
 */
final class StageThread implements Runnable
{
    private final String name;
    private final Stage stage;
    private final int limit; // positions at a time, so that slots are freed while a backlog is worked off
    private final SequenceBarrier barrier;
    private final Sequence sequence = new Sequence(-1);
    private final FailureListener failures;
    private volatile boolean halted;
    private volatile boolean released;

    StageThread(
        final String name,
        final Stage stage,
        final int limit,
        final SequenceBarrier barrier,
        final FailureListener failures)
    {
        this.name = name;
        this.stage = stage;
        this.limit = limit;
        this.barrier = barrier;
        this.failures = failures;
    }

    @Override
    public void run()
    {
        work();
        // A position that was set while the engine failed must not hide that this stage was released.
        VarHandle.fullFence();
        if (released)
        {
            sequence.set(Long.MAX_VALUE);
        }
    }

    private void work()
    {
        long next = 0;
        while (!halted)
        {
            try
            {
                final long available = barrier.waitFor(next);
                if (available >= next && !halted)
                {
                    final long to = Math.min(available, next + limit - 1);
                    stage.process(next, to);
                    sequence.set(to);
                    next = to + 1;
                }
            }
            catch (final AlertException | InterruptedException | TimeoutException stop)
            {
                // Halted: the engine drains before it halts, so nothing is left behind.
                if (!halted)
                {
                    barrier.clearAlert();
                }
            }
            catch (final Throwable failure)
            {
                failures.onFailure(name, next, failure);
                return;
            }
        }
    }

    Sequence sequence()
    {
        return sequence;
    }

    String name()
    {
        return name;
    }

    void halt()
    {
        halted = true;
        barrier.alert();
    }

    /** Lets a producer go that waits for a stage which will never pass again; the engine has failed. */
    void release()
    {
        released = true;
        sequence.set(Long.MAX_VALUE);
    }
}
