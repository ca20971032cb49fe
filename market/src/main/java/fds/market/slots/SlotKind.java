package fds.market.slots;

/** The keys an event is resolved to. The ordinal is the table's code in a blind spot. */
public enum SlotKind
{
    /** One live order of an instrument. */
    ORDER,
    /** One account on one instrument. */
    PAIR,
    /** One owner group on one instrument. */
    GROUP,
    /** One instrument. */
    INSTRUMENT
}
