package fds.market.finding;

/**
 * What a Detection record is: a finding itself, or what became of its episode. The ordinal is the code in the journal:
 * append, never reorder.
 */
public enum DetectionState
{
    FINDING,
    OPENED,
    UPDATED,
    CLOSED,
    /** A finding that is muted: it belongs to no episode, and nothing follows from it. */
    MUTED;

    private static final DetectionState[] VALUES = values();

    /**
     * The state of a code.
     *
     * @param code as in the journal.
     * @return its state.
     */
    public static DetectionState of(final int code)
    {
        return VALUES[code];
    }

    /**
     * The state's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
