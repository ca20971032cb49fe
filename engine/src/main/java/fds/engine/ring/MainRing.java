package fds.engine.ring;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SingleProducerSequencer;
import com.lmax.disruptor.WaitStrategy;
import fds.market.event.Kind;
import fds.market.event.MarketEvent;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The main ring: events of 128 bytes one behind the other in one memory, so that a batch is a run of bytes. Control
 * records lie in a pool beside it; their slot holds a CONTROL event with place and length.
 * <p>
 * One thread claims and publishes, the sequencer's. A position is the Disruptor's sequence, 0 and up.
 */
public final class MainRing
{
    private static final int POOL_BYTES = 4 << 20;

    private final int mask;
    private final SingleProducerSequencer sequencer;
    private final UnsafeBuffer events;
    private final UnsafeBuffer pool;
    private final long[] intakeNanos; // [position & mask], monotonic clock at the hand-in; null when nobody measures

    private int poolUsed;
    private final MarketEvent control = new MarketEvent();
    private long newestControl = -1;
    private long newestTick = -1;
    private long claimed = -1;
    private long published = -1;
    private MarketEvent lent; // a view on the slot behind the claimed ones, while isLent
    private boolean isLent; // beside it, as a reference that changes with each event is dear to store

    /**
     * Make a ring.
     *
     * @param size     events, a power of two, 128 or more.
     * @param waiting  of those behind it.
     * @param measures whether the time of intake is kept.
     */
    public MainRing(final int size, final WaitStrategy waiting, final boolean measures)
    {
        if (size < 128 || size > 1 << 22 || Integer.bitCount(size) != 1)
        {
            throw new IllegalArgumentException(
                "ring is " + size + " events: must be a power of two, 128 to " + (1 << 22));
        }
        mask = size - 1;
        sequencer = new SingleProducerSequencer(size, waiting);
        events = new UnsafeBuffer(BufferUtil.allocateDirectAligned(size * MarketEvent.LENGTH, 64));
        control.wrap(events, 0);
        pool = new UnsafeBuffer(BufferUtil.allocateDirectAligned(POOL_BYTES, 64));
        intakeNanos = measures ? new long[size] : null;
    }

    /**
     * Claim the next slot; waits while the ring is full.
     *
     * @return its byte offset in {@link #events()}.
     */
    public int claim()
    {
        claimed = sequencer.next();
        final int at = offsetOf(claimed);
        if (isLent)
        {
            // Something goes before the event that is being filled: that one moves on.
            lent.copyTo(events, offsetOf(claimed + 1));
            lent.at(offsetOf(claimed + 1));
        }
        return at;
    }

    /**
     * Lend the slot that will be claimed next, to be filled in place. Only where the claiming thread is also the last
     * stage's, so that the slot is free. What is claimed before the event is given back goes before it.
     *
     * @param view on {@link #events()}; set to the slot, and moved on with it.
     * @return false when the slot is lent already.
     */
    public boolean lend(final MarketEvent view)
    {
        if (isLent || unpublished() + 1 >= mask)
        {
            return isLent(view);
        }
        view.at(offsetOf(claimed + 1));
        if (lent != view)
        {
            lent = view;
        }
        isLent = true;
        return true;
    }

    /**
     * Whether a view is the one on the lent slot.
     *
     * @param view any.
     * @return true until it was given back.
     */
    public boolean isLent(final MarketEvent view)
    {
        return isLent && lent == view;
    }

    /** The lent slot is free again, or about to be claimed as it is. */
    public void giveBack()
    {
        isLent = false;
    }

    /** Remember when the claimed event came in, if anyone measures. */
    public void stampIntake()
    {
        if (intakeNanos != null)
        {
            intakeNanos[(int)claimed & mask] = System.nanoTime();
        }
    }

    /**
     * Events claimed and not yet published.
     *
     * @return events.
     */
    public int unpublished()
    {
        return (int)(claimed - published);
    }

    /** Show all claimed events to the stages. */
    public void publish()
    {
        if (claimed != published)
        {
            sequencer.publish(published + 1, claimed);
            published = claimed;
        }
    }

    /**
     * The newest published position.
     *
     * @return -1 before the first.
     */
    public long cursor()
    {
        return sequencer.getCursor();
    }

    /**
     * A barrier behind the ring and other stages.
     *
     * @param dependencies that must have passed first.
     * @return a new barrier.
     */
    public SequenceBarrier newBarrier(final Sequence... dependencies)
    {
        return sequencer.newBarrier(dependencies);
    }

    /**
     * Stages whose passing frees slots.
     *
     * @param sequences of them.
     */
    public void gate(final Sequence... sequences)
    {
        sequencer.addGatingSequences(sequences);
    }

    /**
     * The memory of all slots.
     *
     * @return buffer.
     */
    public UnsafeBuffer events()
    {
        return events;
    }

    /**
     * Where a position's event lies.
     *
     * @param position any that is claimed.
     * @return byte offset in {@link #events()}.
     */
    public int offsetOf(final long position)
    {
        return ((int)position & mask) * MarketEvent.LENGTH;
    }

    /**
     * How many positions follow one another in memory from a place on.
     *
     * @param from first position.
     * @param to   last position.
     * @return 1 or more.
     */
    public int contiguous(final long from, final long to)
    {
        return (int)Math.min(to - from + 1, mask + 1 - ((int)from & mask));
    }

    /**
     * The memory of control records.
     *
     * @return buffer.
     */
    public UnsafeBuffer pool()
    {
        return pool;
    }

    /**
     * Room for a control record in the pool. When there is none, publish, wait until every stage has passed all that
     * was published, and call {@link #emptyPool}.
     *
     * @param bytes wanted.
     * @return offset, or -1.
     */
    public int reservePool(final int bytes)
    {
        if (bytes > POOL_BYTES)
        {
            throw new IllegalArgumentException(
                "a control record of " + bytes + " bytes: must be at most " + POOL_BYTES);
        }
        return poolUsed + bytes > POOL_BYTES ? -1 : poolUsed;
    }

    /**
     * Put a control record that was written to the reserved place into the order.
     *
     * @param at     offset that was reserved.
     * @param length bytes of the frame.
     */
    public void commitControl(final int at, final int length)
    {
        poolUsed = at + length + 7 & ~7;
        control.at(claim()).clear().kind(Kind.CONTROL).value(at).reference(length);
        newestControl = claimed;
        stampIntake();
    }

    /** The claimed event is one that every stage looks at: a TICK, or a change of owners or rates. */
    public void markTick()
    {
        newestTick = claimed;
    }

    /**
     * Whether a control record can be at a position or behind it. Written before the position is published, so a stage
     * that was shown the position sees it; a later record may make it true for nothing.
     *
     * @param from first position of a run.
     * @return false when there is none.
     */
    public boolean mayHaveControl(final long from)
    {
        return newestControl >= from;
    }

    /**
     * Whether a TICK, or a change of owners or rates, can be at a position or behind it.
     *
     * @param from first position of a run.
     * @return false when there is none.
     */
    public boolean mayHaveTick(final long from)
    {
        return newestTick >= from;
    }

    /** All control records were passed. */
    public void emptyPool()
    {
        poolUsed = 0;
    }

    /**
     * When an event came in.
     *
     * @param position of it.
     * @return monotonic nanoseconds.
     */
    public long intakeNanos(final long position)
    {
        return intakeNanos[(int)position & mask];
    }

    /**
     * Whether the time of intake is kept.
     *
     * @return true when it is.
     */
    public boolean measures()
    {
        return intakeNanos != null;
    }
}
