package fds.market.detector;

import fds.market.event.MarketEvent;
import fds.market.finding.FindingSink;
import fds.market.partition.Market;
import fds.market.slots.SlotKind;
import fds.market.slots.StateReader;
import fds.market.slots.StateWriter;

/**
 * Recognises one typology in the events of one partition.
 * <p>
 * A detector is owned by one thread. It has no clock: its time is the engine time of the event it is given, so that a
 * replay of the journal gives the same findings. State by slot lies in words reserved in the slots' records
 * ({@link fds.market.slots.StateLayout}); those are cleared, written and read with the record. A detector that keeps
 * other state overrides the methods behind {@link #onEvent}, and is made for each partition; any other serves all
 * partitions of its thread, one event after the other, so that nothing but the records may outlast an event.
 */
public interface Detector
{
    /**
     * Look at one event. Called in sequence order for the kinds the detector asked for, after book and features have
     * taken it in and before an order that it ended is forgotten.
     *
     * @param event    to look at; valid only during the call.
     * @param market   the partition's state, its slots resolved for this event.
     * @param findings to tell, zero or more times.
     */
    void onEvent(MarketEvent event, Market market, FindingSink findings);

    /**
     * A slot was given up: forget what is kept about it outside its record.
     *
     * @param kind of the slot.
     * @param slot that will be used for another key.
     */
    default void onSlotReleased(final SlotKind kind, final int slot)
    {
    }

    /**
     * Write what is kept about one slot outside its record.
     *
     * @param kind  of the slot.
     * @param slot  that is taken.
     * @param state to write to.
     */
    default void writeSlot(final SlotKind kind, final int slot, final StateWriter state)
    {
    }

    /**
     * Read what {@link #writeSlot} wrote, for a slot that may have another number here.
     *
     * @param kind  of the slot.
     * @param slot  that is taken.
     * @param state to read from.
     */
    default void readSlot(final SlotKind kind, final int slot, final StateReader state)
    {
    }

    /**
     * Write all that is kept outside the records.
     *
     * @param state to write to.
     */
    default void writePartition(final StateWriter state)
    {
    }

    /**
     * Read what {@link #writePartition} wrote, in place of what is here.
     *
     * @param state to read from.
     */
    default void readPartition(final StateReader state)
    {
    }
}
