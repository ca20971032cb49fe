package fds.market.risk;

import java.util.Locale;

/** How much is at risk with a subject. The ordinal is the code in the journal. */
public enum RiskLevel
{
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final RiskLevel[] VALUES = values();

    /**
     * The level of a code.
     *
     * @param code as in the journal.
     * @return its level; CRITICAL for a code of a newer version.
     */
    public static RiskLevel of(final int code)
    {
        return code >= 0 && code < VALUES.length ? VALUES[code] : CRITICAL;
    }

    /**
     * The level's word in files.
     *
     * @return lower case.
     */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
