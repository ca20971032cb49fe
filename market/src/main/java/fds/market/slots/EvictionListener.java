package fds.market.slots;

/** Hears of a slot that a full table is about to give up. */
@FunctionalInterface
public interface EvictionListener
{
    /**
     * The slot is still whole; it is released when this returns.
     *
     * @param kind of the table.
     * @param slot to be given up.
     */
    void onEviction(SlotKind kind, int slot);
}
