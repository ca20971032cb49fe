package fds.engine;

import java.util.Locale;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** How a thread waits when there is nothing to do. Decides nothing but speed. */
public enum Waiting
{
    /** Takes a core and answers at once: for isolated cores. */
    BUSY_SPIN,
    /** Gives the core away between looks. */
    YIELDING,
    /** Spins, yields, then sleeps for up to a tenth of a millisecond. */
    SLEEPING,
    /** Sleeps until woken: the least load, the longest wait. */
    BLOCKING;

    /**
     * The strategy a word names.
     *
     * @param word lower case.
     * @return the strategy.
     * @throws IllegalArgumentException for any other word.
     */
    public static Waiting parse(final String word)
    {
        for (final Waiting waiting : values())
        {
            if (waiting.name().toLowerCase(Locale.ROOT).equals(word))
            {
                return waiting;
            }
        }
        throw new IllegalArgumentException(
            "wait is '" + word + "': must be busy_spin, yielding, sleeping or blocking");
    }

    /**
     * For the stages behind the main ring.
     *
     * @return a new strategy.
     */
    public WaitStrategy newWaitStrategy()
    {
        return switch (this)
        {
            case BUSY_SPIN -> new BusySpinWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy();
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }

    /**
     * For everything that polls.
     *
     * @return a new strategy.
     */
    public IdleStrategy newIdleStrategy()
    {
        return switch (this)
        {
            case BUSY_SPIN -> new BusySpinIdleStrategy();
            case YIELDING -> new YieldingIdleStrategy();
            case SLEEPING, BLOCKING -> new BackoffIdleStrategy(100, 10, 1_000, 100_000);
        };
    }
}
