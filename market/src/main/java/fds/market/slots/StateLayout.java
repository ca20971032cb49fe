package fds.market.slots;

/**
 * Where detectors reserve words in the records of the slots, before the tables are made.
 * <p>
 * A word reserved here lies in the slot's own record, behind what the market itself keeps there: it is zero when the
 * slot is taken, forgotten when the slot is given up, and written and read with the slot, without a line of code in
 * the detector. Used once, at start.
 */
public final class StateLayout
{
    private final int[] bytes = new int[SlotKind.values().length];
    private boolean sealed;

    /**
     * Start with what the market itself keeps.
     *
     * @param orderBytes      of an order's record.
     * @param pairBytes       of an account × instrument record.
     * @param groupBytes      of a group × instrument record.
     * @param instrumentBytes of an instrument's record.
     */
    public StateLayout(final int orderBytes, final int pairBytes, final int groupBytes, final int instrumentBytes)
    {
        bytes[SlotKind.ORDER.ordinal()] = orderBytes;
        bytes[SlotKind.PAIR.ordinal()] = pairBytes;
        bytes[SlotKind.GROUP.ordinal()] = groupBytes;
        bytes[SlotKind.INSTRUMENT.ordinal()] = instrumentBytes;
    }

    /**
     * Reserve words in every record of a kind.
     *
     * @param kind  whose records.
     * @param words of 8 bytes, 1 or more.
     * @return byte offset of the first word within a record.
     */
    public int reserve(final SlotKind kind, final int words)
    {
        if (sealed || words < 1)
        {
            throw new IllegalStateException(sealed ? "the tables are made" : "words is " + words +
                ": must be 1 or more");
        }
        final int offset = bytes[kind.ordinal()];
        bytes[kind.ordinal()] = Math.addExact(offset, Math.multiplyExact(words, Long.BYTES));
        return offset;
    }

    /**
     * Bytes of a record, whole cache lines. After the first call nothing can be reserved any more.
     *
     * @param kind whose records.
     * @return multiple of 64.
     */
    public int recordBytes(final SlotKind kind)
    {
        sealed = true;
        return bytes[kind.ordinal()] + 63 & ~63;
    }
}
