package fds.market.partition;

/** Hears of what cannot be seen, to be journaled as a decision. Called on the path: must not throw or allocate. */
@FunctionalInterface
public interface BlindSpotSink
{
    /**
     * Something was lost to sight.
     *
     * @param cause        why.
     * @param table        ordinal of {@link fds.market.slots.SlotKind}, or -1.
     * @param subject      key that was given up.
     * @param value        how much, in the unit of the cause.
     * @param instrumentId concerned, or 0.
     */
    void onBlindSpot(BlindSpotCause cause, int table, long subject, long value, int instrumentId);
}
