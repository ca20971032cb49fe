package fds.engine.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SingleProducerSequencer;
import fds.market.event.InboundEvent;
import fds.market.memory.NativeBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A ring from one feed's thread to the sequencer's. The feed claims a slot, fills it and publishes it; nothing is
 * dropped: a full ring makes the feed wait.
 */
public final class InboundRing
{
    private final int mask;
    private final SingleProducerSequencer sequencer;
    private final Sequence consumed = new Sequence(-1);
    private final InboundEvent producerSlot;
    private final InboundEvent consumerSlot;
    private long claimed = -1;
    private long next;

    /**
     * Make a ring.
     *
     * @param size events, a power of two.
     */
    public InboundRing(final int size)
    {
        mask = size - 1;
        // Nobody waits on this ring's barrier: the sequencer polls it.
        sequencer = new SingleProducerSequencer(size, new BlockingWaitStrategy());
        sequencer.addGatingSequences(consumed);
        final UnsafeBuffer memory = NativeBuffer.allocate(size * InboundEvent.LENGTH);
        producerSlot = new InboundEvent(memory, 0);
        consumerSlot = new InboundEvent(memory, 0);
    }

    /**
     * Claim a slot. Called by the feed's thread.
     *
     * @return the slot to fill, or null while the ring is full.
     */
    public InboundEvent tryClaim()
    {
        if (claimed == sequencer.getCursor())
        {
            try
            {
                claimed = sequencer.tryNext();
            }
            catch (final InsufficientCapacityException full)
            {
                return null;
            }
        }
        return producerSlot.at(((int)claimed & mask) * InboundEvent.LENGTH);
    }

    /** Hand over the claimed slot. Called by the feed's thread. */
    public void publish()
    {
        sequencer.publish(claimed);
    }

    /**
     * The next event. Called by the sequencer's thread.
     *
     * @return valid until {@link #pass}, or null when there is none.
     */
    public InboundEvent poll()
    {
        return sequencer.getCursor() < next ? null :
            consumerSlot.at(((int)next & mask) * InboundEvent.LENGTH);
    }

    /** Pass the polled event. Called by the sequencer's thread. */
    public void pass()
    {
        consumed.set(next++);
    }

    /**
     * Whether everything published was passed.
     *
     * @return true when the ring is empty.
     */
    public boolean isEmpty()
    {
        return consumed.get() == sequencer.getCursor();
    }
}
