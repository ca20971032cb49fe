package fds.market.finding;

import java.util.Locale;

/** What part an event played in a pattern. The ordinal is the code in the journal: append, never reorder. */
public enum EvidenceRole
{
    CAUSE,
    FIRST,
    TRADE,
    SELF_MATCH,
    MESSAGE,
    ORDER,
    CANCEL,
    BIG_ORDER,
    GENUINE_FILL,
    COUNTERPARTY,
    REFERENCE_PRICE,
    BEST_PRICE_CHANGE,
    BURST_START,
    USUAL_MAXIMUM;

    private static final EvidenceRole[] VALUES = values();

    /**
     * The role of a code.
     *
     * @param code as in the journal.
     * @return its role; CAUSE for a code of a newer version.
     */
    public static EvidenceRole of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : CAUSE;
    }

    /**
     * The role's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
