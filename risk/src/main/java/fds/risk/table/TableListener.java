package fds.risk.table;

/** Knows what the slots of a table are worth, and hears of one that a full table gives up. */
public interface TableListener
{
    /**
     * How much would be lost with a slot.
     *
     * @param slot that is taken.
     * @return larger is worse.
     */
    default long worth(final int slot)
    {
        return 0;
    }

    /**
     * The slot is still whole; it is released when this returns.
     *
     * @param slot to be given up.
     */
    void onEviction(int slot);
}
