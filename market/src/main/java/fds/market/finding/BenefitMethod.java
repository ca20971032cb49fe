package fds.market.finding;

import java.util.Locale;

/** How a benefit in money was reckoned. The ordinal is the code in the journal: append, never reorder. */
public enum BenefitMethod
{
    NONE,
    /** Notional that was traded without change of owner: the size of the false signal, not a profit. */
    WASHED_NOTIONAL,
    REALISED,
    MARK_TO_MARKET,
    /** What the order would have lost against the reference price. */
    AVOIDED_LOSS;

    private static final BenefitMethod[] VALUES = values();

    /**
     * The method of a code.
     *
     * @param code as in the journal.
     * @return its method; NONE for a code of a newer version.
     */
    public static BenefitMethod of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : NONE;
    }

    /**
     * The method's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
